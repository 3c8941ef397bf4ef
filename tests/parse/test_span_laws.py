"""Whatever the text, nothing raises and every span is of its kind."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curriculum_lint.parse.parser import parse_document

from .parse_laws import check_laws

PIECES = [
    *"[]()!<>`*_#->+|:\\&\"'=~^ \t\n\n\r1aZé.)",
    *("\r\n", "\0", "\x0b", "\x0c", "\x1c", "\xa0", "\u2028", "\ufe0f", "\u0301", "🚀", "\ufeff"),
    *("](", "![", "[x]", "[x](y)", "[x]: y", "\n[x]: y\n", "][", "[x][y]", "[^1]", "<!--", "-->"),
    *(
        "**",
        "__",
        "**Goal:**",
        "***",
        "\n- ",
        "\n  - ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\n===\n",
        "\n---\n",
    ),
    *("```", "~~~", "\n```\n", "\n~~~\n", "    ", "\n\n", "a) b", "\na) b", "<br>", "  \n", "\\\n"),
    *(
        "<a href='x'>",
        '<img src="y" alt=z>',
        "<a id=q></a>",
        "<h2>",
        "</h2>",
        "<script>",
        "</script>",
    ),
    *("\n|a|b|\n|-|-|\n|", "\\|", "&amp;", "&#32;", "&nbsp;", "<div>", "\n<div\n", "<http://x>"),
    *("<!-- curriculum-lint-disable CL1 -- r -->", "[ ] ", "---\na: b\n---\n", "：", "– "),
]
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(DOCUMENTS)
@example("- [a]: b  \n")
@example("\x0c\nfoo [a](b)\n")
@example("2. \x0c\n   [a](b)")
@example("- ```\n  x\n  ```\n")
@example("> - # [a](b)\n")
@example("```\n    ```\n")
@example("![a [x][y] b](u) [p][q]")
@example("<div>\n<script>\nİİİ</SCRIPT>\n<a href='x'>")
def test_any_text_keeps_the_laws(text: str) -> None:
    check_laws(parse_document("x.md", text))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_characters_keep_the_laws(text: str) -> None:
    check_laws(parse_document("x.md", text))


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.sampled_from(["\r\n", "\r"]))
def test_line_endings_change_no_fact(text: str, end: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = parse_document("x.md", text)
    other = parse_document("x.md", text.replace("\n", end))
    check_laws(other)
    assert [link.destination for link in other.links] == [link.destination for link in plain.links]
    assert [each[:3] for each in other.headings] == [each[:3] for each in plain.headings]
    assert [map_position(other, each.span) for each in other.links] == [
        map_position(plain, each.span) for each in plain.links
    ]


def map_position(document, span):
    return document.position(span.start), document.line(span.end)


@pytest.mark.parametrize("text", ["", "\n", "\r", " ", "\t", "\0", "#", "-", ">", "```", "[", "<"])
def test_the_smallest_texts_are_read(text: str) -> None:
    check_laws(parse_document("x.md", text))
