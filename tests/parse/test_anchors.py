"""Headings get the anchors that GitHub gives them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum_lint.parse.anchors import AnchorNames, slug
from curriculum_lint.parse.parser import parse_document

FIXTURES = json.loads(
    (Path(__file__).parent.parent / "data" / "github-slugger-fixtures.json").read_text("utf-8")
)


def anchors(text: str) -> list[str]:
    return [heading.anchor for heading in parse_document("x.md", text).headings]


def names(text: str) -> set[str]:
    return {anchor.name for anchor in parse_document("x.md", text).anchors}


def test_all_of_githubs_own_fixtures_agree() -> None:
    taken = AnchorNames()
    assert len(FIXTURES) == 78
    assert [taken.take(each["input"]) for each in FIXTURES] == [
        each["expected"] for each in FIXTURES
    ]


def escaped(text: str) -> str:
    """``text`` as a heading's content whose text is ``text`` again."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_[]<>&!#\t\n " else char for char in text)


def test_githubs_fixtures_agree_when_they_are_headings() -> None:
    text = "\n".join(f"# {escaped(each['input'])}" for each in FIXTURES if each["input"])
    expected = [each["expected"] for each in FIXTURES if each["input"]]
    assert len(expected) >= 77
    found = anchors(text)
    # A heading's text is stripped of blanks at its ends, an anchor alone is not.
    assert [a.strip("-") for a in found] == [e.strip("-") for e in expected]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("# Setup & Keys", "setup--keys"),
        ("# A &amp; B", "a--b"),
        ("# 🚀 Setup", "-setup"),
        ("# ⚠️ Warning", "\ufe0f-warning"),
        ("# 👩‍💻 Code", "-code"),
        ("# In\u2011Memory", "inmemory"),
        ("# two  spaces", "two--spaces"),
        ("# -leading", "-leading"),
        ("# a - b", "a---b"),
        ("# Closing ##", "closing"),
        ("# Closing \\##", "closing-"),
        ("#\tTab", "tab"),
        ("# `code_x` **bold** *em* __x__", "code_x-bold-em-x"),
        ("# snake_case_name", "snake_case_name"),
        ("# [link *text*](x.md) rest", "link-text-rest"),
        ("# [ref][r]\n\n[r]: x", "ref"),
        ("# ![logo](x.png) Title", "-title"),
        ("# Title ![logo](x.png)", "title-"),
        ("# a<b>c</b> d", "ac-d"),
        ("# <a id='x'></a>Title", "title"),
        ("# 1\\. First", "1-first"),
        ("# C++ / C#", "c--c"),
        ("# What's new?", "whats-new"),
        ("# Ⅳ Überblick ½ ² ⓐ", "ⅳ-überblick---ⓐ"),
        ("# e\u0301 हिन्दी", "e\u0301-हिन्दी"),
        ("# :rocket: launch", "rocket-launch"),
        ("Setext\n===", "setext"),
        ("Over two\nlines\n---", "over-twolines"),
        ("Over two  \nlines\n---", "over-twolines"),
        ("> # In a quote", "in-a-quote"),
        ("- # In a list", "in-a-list"),
        ("1. > - ## Deep", "deep"),
        ("<h2>Raw</h2>", "raw"),
        ("<h2 id='other'>Raw <b>bold</b> &amp; more</h2>", "raw-bold--more"),
        ("<h1 align='center'>Raw</h1>", "raw"),
        ("<H2\n  class='x'>Raw</H2>", "raw"),
        ("<h2>\n\nWith *Markdown* &amp; more\n\n</h2>", "with-markdown--more"),
        ("<h2>\n\n`code_x` and snake_case\n\n</h2>", "code_x-and-snake_case"),
        ("<h2>\n\nText <i>x</i></h2> rest", "text-x"),
        ("para <h2>Inline _x_</h2> more", "inline-x"),
        ("# Foot[^1]", "foot1"),
    ],
)
def test_one_heading(text: str, anchor: str) -> None:
    assert anchors(text) == [anchor]


def test_the_indentation_inside_a_raw_heading_is_accepted_with_and_without_dashes() -> None:
    found = names("<h1 align='center'>\n  <img src='x.png'>\n  My Title\n</h1>")
    assert "my-title" in found


def test_equal_headings_are_numbered_and_skip_what_is_taken() -> None:
    text = "# Echo\n# echo\n# Echo 1\n# echo-1\n# ECHO\n\n<h3>echo</h3>\n\necho\n---\n"
    assert anchors(text) == ["echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2", "echo-3", "echo-4"]


def test_raw_headings_are_numbered_in_the_order_of_the_text() -> None:
    assert anchors("<h2>A</h2>\n\n# A\n\n<h2>\n\nA\n\n</h2>\n\n# A") == ["a", "a-1", "a-2", "a-3"]


@pytest.mark.parametrize(
    "text",
    [
        "<a id='here'></a>",
        '<a name="here"></a>',
        "<a name=here>",
        "text <span id='here'>x</span>",
        "<div\n  class='x'\n  id='here'>\n</div>",
        "# T <a id='here'/>",
        "| a |\n|---|\n| <a id='here'></a> |",
        "- > <A ID='here'>",
        "<p>\n<img\nid=here>\n</p>",
    ],
)
def test_html_names_a_place(text: str) -> None:
    document = parse_document("x.md", text)
    (anchor,) = [each for each in document.anchors if each.name == "here"]
    assert text[slice(*anchor.span)] == "here"


@pytest.mark.parametrize(
    "text",
    ["`<a id=here>`", "```\n<a id=here>\n```", "<!-- <a id=here> -->", "<img name=here>",
     "<h2 id=here>x</h2>", "    <a id=here>", "\\<a id=here>", "<script>'<a id=here>'</script>"],
)  # fmt: skip
def test_what_is_no_place(text: str) -> None:
    assert "here" not in names(text)


def test_many_equal_headings_are_numbered_to_the_end() -> None:
    assert anchors("# a\n" * 3000)[-1] == "a-2999"


def test_a_heading_without_text_has_no_anchor() -> None:
    document = parse_document("x.md", "#\n\n# ![x](y)\n\n# A")
    assert [each.anchor for each in document.headings] == ["", "", "a"]
    assert names("#\n") == set()


def test_a_slug_alone_keeps_every_dash() -> None:
    assert slug(" A  b ") == "-a--b-"
