from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits, edits_by_path
from tests.repository import diagnostics_on, write_files

MODULE = "a_level/1_x/readme.md"
SECOND = "a_level/2_y/readme.md"


def _readme(*headings: str) -> str:
    """A readme whose exercises have these headings, at lines 5, 15, 25, …."""
    body = "\n\n**Goal:** Do it.\n\n**Build steps:**\n\n1. Do.\n\n---\n\n"
    return "# X\n\n## Exercises\n\n" + "".join(f"### {each}{body}" for each in headings)


def _found(root: Path, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    write_files(root, files)
    return tuple(d for d in diagnostics_on(root) if d.code in ("CL206", "CL000"))


def _fixed(root: Path, files: dict[str, str]) -> dict[str, str]:
    found = _found(root, files)
    assert [each.fix is not None for each in found] == [True] + [False] * (len(found) - 1)
    edits = edits_by_path(each.fix for each in found if each.fix)
    return {path: apply_edits(text, edits.get(path, ())) for path, text in files.items()}


@pytest.mark.parametrize(
    "headings",
    [
        ["1) A", "2) B", "3) C"],
        ["0. A", "1. B"],
        ["1.1 A", "1.2 B", "2.1 C", "2.2 D"],
        ["1.1 A", "1.2 B", "2.3 C", "1.4 D"],
        ["1. A", "2a. B", "2b. C", "3. D"],
        ["4a.1 A", "4a.2 B"],
        ["1. A", "2. B", "Bonus: C"],
        ["A", "B", "1. C", "D", "E"],
    ],
)
def test_sequences_that_are_right_are_not_reported(headings: list[str], tmp_path: Path) -> None:
    assert _found(tmp_path, {MODULE: _readme(*headings)}) == ()


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["1) A", "3) B"], {15: "Exercise 2 is missing before exercise 3."}),
        (["3) A", "4) B"], {5: "Exercises 1 and 2 are missing before exercise 3."}),
        (["1.1 A", "1.5 B"], {15: "Exercises 1.2 to 1.4 are missing before exercise 1.5."}),
        (["1) A", "2) B", "2) C", "4) D"], {25: "“B” and “C” are both exercise 2."}),
        (["1.1 A", "1.2 B", "1.2 C"], {25: "“B” and “C” are both exercise 1.2."}),
        (["1a) A", "1a) B", "3) C", "2) D"], {15: "“A” and “B” are both exercise 1a.",
                                              25: "Exercise 3 stands before exercise 2."}),
        (["1) A", "4) B", "2) C", "3) D"], {15: "Exercise 4 stands before exercise 2."}),
        (["1) A", "B", "3) C"], {15: "The exercise “B” has no number here, where 2 would be."}),
        (["1) A", "B", "2) C"], {15: "The exercise “B” has no number among numbered ones."}),
        (["A", "2) B"], {5: "The exercise “A” has no number here, where 1 would be."}),
    ],
)  # fmt: skip
def test_each_break_is_reported_at_its_own_heading(
    headings: list[str], expected: dict[int, str], tmp_path: Path
) -> None:
    found = _found(tmp_path, {MODULE: _readme(*headings)})
    assert {each.place.start.line: each.message for each in found} == expected


def test_a_unit_may_go_on_from_the_one_before(tmp_path: Path) -> None:
    files = {MODULE: _readme("1. A", "2. B"), SECOND: _readme("3. C", "4. D")}
    assert _found(tmp_path, files) == ()


def test_each_part_of_a_readme_may_begin_again(tmp_path: Path) -> None:
    parts = "".join(f"## Part {name}\n\n" + _part() for name in "AB")
    assert _found(tmp_path, {MODULE: f"# X\n\n{parts}"}) == ()
    broken = parts.replace("### 2. B", "### 3. B", 1)
    assert len(_found(tmp_path, {MODULE: f"# X\n\n{broken}"})) == 1


def _part() -> str:
    return _readme("1. A", "2. B").partition("## Exercises\n\n")[2]


def test_the_fix_renumbers_and_rewrites_every_link_to_a_changed_heading(tmp_path: Path) -> None:
    before = _readme("1) A", "3) B", "4) B", "7) C")
    after = _readme("1) A", "2) B", "3) B", "4) C")
    links = (
        "[a](#1-a) [b]({0}#3-b) [c]({0}#7-c) <a href='{0}#4-b'>b</a>\n\n[d]: {0}#user-content-7-c\n"
    )
    linked = "[a](#1-a) [b]({0}#2-b) [c]({0}#4-c) <a href='{0}#3-b'>b</a>\n\n[d]: {0}#4-c\n"
    files = {MODULE: before + links.format(""), "notes.md": links.format(f"/{MODULE}")}
    assert _fixed(tmp_path, files) == {
        MODULE: after + linked.format(""),
        "notes.md": linked.format(f"/{MODULE}"),
    }


def test_the_fix_keeps_the_anchors_of_equal_headings_apart(tmp_path: Path) -> None:
    before = _readme("1) A", "1) A", "2) A") + "[x](#1-a) [y](#1-a-1) [z](#2-a)\n"
    after = _readme("1) A", "2) A", "3) A") + "[x](#1-a) [y](#2-a) [z](#3-a)\n"
    assert _fixed(tmp_path, {MODULE: before}) == {MODULE: after}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["1) A", "B", "2) C"], ["1) A", "2) B", "3) C"]),
        (["Exercise 1: A", "Exercise 3: B"], ["Exercise 1: A", "Exercise 2: B"]),
        (["1.1 A", "2.1 B", "2.3 C"], ["1.1 A", "2.1 B", "2.2 C"]),
        (["2a. A", "2b. B", "4. C"], ["1a. A", "1b. B", "2. C"]),
        (["2) A", "1) B"], ["1) A", "2) B"]),
        (["1) `x` A", "3) [B](#1-x-a)"], ["1) `x` A", "2) [B](#1-x-a)"]),
    ],
)
def test_the_fix_gives_the_numbers_of_the_order(
    before: list[str], after: list[str], tmp_path: Path
) -> None:
    fixed = _fixed(tmp_path, {MODULE: _readme(*before)})
    assert fixed == {MODULE: _readme(*after)}
    assert _found(tmp_path, fixed) == ()


@pytest.mark.parametrize(
    "files",
    [
        {MODULE: _readme("1) A", "**3)** B")},
        {MODULE: _readme("1) A", "3) B") + "[x](#3\\-b)\n"},
        {MODULE: _readme("1) A", "3) B"), SECOND: _readme("4) C", "5) D")},
    ],
    ids=["number in bold", "link with an escape", "the next unit goes on"],
)
def test_no_fix_is_offered_where_something_could_break(
    files: dict[str, str], tmp_path: Path
) -> None:
    found = _found(tmp_path, files)
    assert len(found) == 1
    assert found[0].fix is None


@pytest.mark.parametrize(
    "heading",
    [
        "Exercse {}: Read",
        "Ex. {} – Read",
        "Execise {}",
        "Ejercicio {}: Leer",
        "Exercise l.2: Read",
        "Exercise two: Read",
        "Exercise II: Read",
        "Exercise ({}): Read",
        "Read ({})",
        "Lesson {}: Read",
        "Exercise 1-2: Read",
        "Exercise 1,2: Read",
    ],
)
@pytest.mark.parametrize("style", ["Exercise 1.{}: {}", "{}) {}"])
@pytest.mark.parametrize("has_sections", [True, False])
def test_no_number_is_written_before_a_heading_that_seems_to_have_one(
    tmp_path: Path, heading: str, style: str, has_sections: bool
) -> None:
    number = "1.2" if style.startswith("Exercise") else "2"
    text = _readme(style.format(1, "Print"), heading.format(number), style.format(3, "Write"))
    if not has_sections:
        head, tail = text.split(heading.format(number))
        text = f"{head}{heading.format(number)}\n\nText.\n\n{tail[tail.index('###') :]}"
    found = _found(tmp_path, {MODULE: text})
    assert [each.fix for each in found] == [None] * len(found)
    assert all("as the others do" in (each.help or "") for each in found)


@pytest.mark.parametrize(
    "heading", ["🏋 Exercise 2: Read", "Exercise Nº 2: Read", "Task no. 2: Read"]
)
def test_numbers_are_read_behind_signs(tmp_path: Path, heading: str) -> None:
    files = {MODULE: _readme("Exercise 1: Print", heading, "Exercise 3: Write")}
    assert _found(tmp_path, files) == ()
