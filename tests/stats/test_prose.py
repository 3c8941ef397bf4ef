"""What people read of a document, and what they do not."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.parser import parse_document
from curriculum_lint.stats.prose import Prose, prose_of


def texts(source: str) -> list[str]:
    return [each.text for each in prose_of(parse_document("readme.md", source))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Read [the docs](https://a.example/b 'title') now", "Read [the docs now"),
        ("Read [the docs][d] now\n\n[d]: https://a.example", "Read [the docs now"),
        ("Read [the docs][] now\n\n[the docs]: https://a.example", "Read [the docs now"),
        ("Read [the docs]\n\n[the docs]: https://a.example", "Read [the docs]"),
        ("One [![badge](b.svg)](c.md) two", "One [ two"),
        ("One ![alternative text](a.png) two", "One two"),
        ("Ask <https://a.example/b> or https://a.example/c. Then go", "Ask or Then go"),
        ("Call `app.listen(3000)` twice", "Call x twice"),
        ("Two `` a ` b `` words", "Two x words"),
        ("A <em class='loud word'>strong</em><!-- hidden\nwords --> end", "A strong end"),
        ("R&amp;D is 3 &lt; 4", "R&D is 3 < 4"),
        ("> quoted\n> text", "quoted > text"),
    ],
)
def test_one_paragraph(source: str, expected: str) -> None:
    assert texts(source) == [expected]


def test_code_comments_and_front_matter_are_not_read() -> None:
    source = "---\na: b\n---\n\n<!-- c -->\n\n```js\nd\n```\n\n    e\n\n[f]: https://g.example\n"
    assert texts(source) == []


def test_html_is_read_without_its_tags_and_scripts() -> None:
    source = (
        "<p align='center'>Shown <b>text</b></p>\n<script>var a = '<b>';</script>\n<i>end</i>\n"
    )
    assert texts(source) == ["Shown text end"]


def test_the_cells_of_a_table_are_read() -> None:
    assert texts("| a | b |\n|---|---|\n| c | [d](e) |") == ["| a | b | |---|---| | c | [d |"]


def test_a_label_is_read_for_itself_and_the_text_behind_it_is_a_sentence() -> None:
    document = parse_document("readme.md", "**Goal:** Print a line.\n\n**Steps**\n\n1. Run it.\n")
    assert list(prose_of(document)) == [
        Prose("Goal", is_running=False),
        Prose("Steps", is_running=False),
        Prose("Print a line.", is_running=True),
        Prose("Run it.", is_running=True),
    ]


def test_the_strong_beginning_of_a_sentence_is_part_of_it() -> None:
    assert texts("**HTTP** Methods are verbs.") == ["**HTTP** Methods are verbs."]


@pytest.mark.parametrize(
    ("source", "is_running"),
    [
        ("It runs.", True),
        ('He asks: "Does it (really) *run?*"', True),
        ("Run this:", True),
        ("这是句子。", True),
        ("- Pro Git", False),
        ("- [Pro Git](https://git.example.)", False),
        ("# It runs.", False),
        ("| a |\n|---|\n| It runs. |", False),
    ],
)
def test_running_text_ends_like_a_sentence(source: str, is_running: bool) -> None:
    [prose] = prose_of(parse_document("readme.md", source))
    assert prose.is_running is is_running
