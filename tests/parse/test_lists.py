"""Lists, their items as written, and lettered lines."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.parser import parse_document


def lists(text: str):
    return parse_document("x.md", text).lists


def markers(text: str) -> list[str]:
    return [text[slice(*item.marker)] for each in lists(text) for item in each.items]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. a\n2. b\n4. c", [1, 2, 4]),
        ("1. a\n1. b", [1, 1]),
        ("0) a\n007) b", [0, 7]),
        ("- a\n- b", [None, None]),
        ("> 3. a\n> 5. b", [3, 5]),
        ("2.\n3. x", [2, 3]),
        ("123456789. x", [123456789]),
    ],
)
def test_numbers_are_those_written(text: str, numbers: list[int | None]) -> None:
    (only,) = lists(text)
    assert [item.number for item in only.items] == numbers
    assert only.ordered == (numbers[0] is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- - 1. x", ["-", "-", "1."]),
        ("> - > 2) * x", ["-", "2)", "*"]),
        ("-\t1.\tx", ["-", "1."]),
        ("- a\n\n  + b\n    1) c\n- d", ["-", "-", "+", "1)"]),
        ("- 1. a\n  2. b\n- 3. c", ["-", "-", "1.", "2.", "3."]),
        ("-\n  - x", ["-", "-"]),
    ],
)
def test_every_marker_is_where_it_stands(text: str, expected: list[str]) -> None:
    assert markers(text) == expected
    starts = [item.marker.start for each in lists(text) for item in each.items]
    assert len(set(starts)) == len(starts)


def test_depth_counts_the_items_around_a_list() -> None:
    assert [each.depth for each in lists("- 1. * x\n> - y")] == [0, 1, 2, 0]


def test_a_list_begins_at_its_first_marker() -> None:
    text = "> - a\n>   1. b\n"
    assert [text[slice(*each.span)] for each in lists(text)] == ["- a\n>   1. b", "1. b"]


@pytest.mark.parametrize(
    ("text", "content", "task"),
    [
        ("- a *b*", "a *b*", False),
        ("- [ ] a", "a", True),
        ("- [x] a", "a", True),
        ("- [X] a\n  b", "a\nb", True),
        ("- [x](y)", "[x](y)", False),
        ("-", "", False),
        ("- \n  a", "a", False),
        ("- ```\n  x\n  ```", "", False),
        ("- a\n\n  b", "a", False),
        ("- - a", "", False),
    ],
)
def test_the_text_of_an_item_is_its_first_paragraph(text: str, content: str, task: bool) -> None:
    item = lists(text)[0].items[0]
    assert (item.text, item.task) == (content, task)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a) x\nb) y", [("a", True), ("b", False)]),
        ("a. x", [("a", True)]),
        ("**a)** x", [("a", True)]),
        ("1. do\n   a) x\n   b) y", [("a", False), ("b", False)]),
        ("1. do\na) x", [("a", False)]),
        ("> a) x", [("a", True)]),
        ("a)x\nA) y\nab) z\n`a) x`", []),
        ("e.g. x\ni.e. y", []),
        ("```\na) x\n```", []),
        ("# a) x", []),
    ],
)
def test_lettered_lines(text: str, found: list[tuple[str, bool]]) -> None:
    lines = parse_document("x.md", text).lettered
    assert [(line.letter, line.leads) for line in lines] == found


def test_a_lettered_line_ends_with_its_line() -> None:
    text = "1. do\r\n   a) first 🚀  \r\n   b) second\r\n"
    lines = parse_document("x.md", text).lettered
    assert [text[slice(*line.span)].rstrip() for line in lines] == ["a) first 🚀", "b) second"]
    assert {text[line.item :][:2] for line in lines} == {"1."}
