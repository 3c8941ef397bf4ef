"""The values of front matter, and the units that it calls next and previous."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.listings.front_matter import metadata, named_neighbours
from curriculum_lint.model.reading_order import ReadingOrder
from curriculum_lint.parse.parser import parse_document
from tests.links.resolving import page_of

from .reading import called, read


def values(text: str) -> list[str]:
    """``key=value``, each compared with what stands at its span."""
    found = list(metadata(page_of(parse_document("x.md", text))))
    assert [text[slice(*each.span)] for each in found] == [each.value for each in found]
    return [f"{each.key}={each.value}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\nnext: a.md\n---\n# T\n", ["next=a.md"]),
        ("---\r\nnext:   'a b.md'  \r\n---\r\n", ["next=a b.md"]),
        ('---\n  my-key.x: "b"\n---\n', ["my-key.x=b"]),
        ('+++\nnext = "a.md"\n+++\n', ["next=a.md"]),
        ("---\nnext: a.md # there\nprev: b\n---\n", ["prev=b"]),
        ("---\nnext: 'a\n---\n", []),
        ("---\nnext:\n- a: b\nlast: c\n---\n", ["last=c"]),
        ("---\nnext: a\n---\nprev: b\n", ["next=a"]),
        ("# T\n\nnext: a.md\n", []),
        ("\n---\nnext: a.md\n---\n", []),
        ("---\n# T\n", []),
        ("", []),
    ],
)
def test_a_line_gives_one_value_to_one_key(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_of_very_long_front_matter_nothing_is_read() -> None:
    assert len(values("---\n" + "a: b\n" * 198 + "---\n")) == 198
    assert values("---\n" + "a: b\n" * 199 + "---\n") == []


def neighbours(root: Path, lines: str, path: str = "a_level/1_start/readme.md") -> list[str]:
    curriculum = read(root, {path: f"---\n{lines}\n---\n\n# T\n"})
    order = ReadingOrder(curriculum)
    page = curriculum.pages[path]
    found = named_neighbours(page, order.by_readme[path], order)
    text = page.document.text
    return [f"{word} {called(place)} {text[slice(*span)]}" for word, span, place in found]


@pytest.mark.parametrize(
    "key",
    [
        *("next", "NEXT", "next_page", "next-lesson", "nextModule", "next_url", "next-link"),
        *("next_path", "pagination_next"),
    ],
)
def test_a_key_calls_a_unit_the_next_one(key: str, tmp_path: Path) -> None:
    assert neighbours(tmp_path, f"{key}: ../2_files") == ["next 2 ../2_files"]


@pytest.mark.parametrize("key", ["prev", "previous", "Previous_Page", "pagination_prev"])
def test_a_key_calls_a_unit_the_previous_one(key: str, tmp_path: Path) -> None:
    assert neighbours(tmp_path, f"{key}: ../2_files") == ["previous 2 ../2_files"]


@pytest.mark.parametrize("key", ["nextest", "my_next", "next_word", "back", "title"])
def test_other_keys_call_no_unit(key: str, tmp_path: Path) -> None:
    assert neighbours(tmp_path, f"{key}: ../2_files") == []


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("a_level/2_files", "2"),
        ("/a_level/2_files/", "2"),
        ("a_level/2_files/readme.md", "2"),
        ("a_level/2_files/readme", "2"),
        ("a_level/2_files/readme.html", "2"),
        ("a_shells", "a"),
        ("../2_files/readme.md", "2"),
        ("2_files", "2"),
        ("../../b_level/4_data", "4"),
    ],
)
def test_a_path_is_seen_from_anywhere(value: str, unit: str, tmp_path: Path) -> None:
    assert neighbours(tmp_path, f"next: {value}") == [f"next {unit} {value}"]


@pytest.mark.parametrize(
    "value",
    ["a_level/1_start", ".", "readme.md", "a_level", "9_none", "Files", "https://x.org/2_files"],
)
def test_other_values_name_no_other_unit(value: str, tmp_path: Path) -> None:
    assert neighbours(tmp_path, f"next: {value}") == []


def test_from_a_subsection_the_folders_around_it_are_seen(tmp_path: Path) -> None:
    path = "a_level/1_start/a_shells/readme.md"
    lines = "prev: readme.md\nnext: b_editors\nnext: 2_files"
    found = ["previous 1 readme.md", "next b b_editors", "next 2 2_files"]
    assert neighbours(tmp_path, lines, path) == found
