"""A fingerprint outlives what people do to a curriculum every day: shifting and renumbering."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic, Place
from curriculum_lint.model.unit_names import UnitNames
from curriculum_lint.report.sources import Sources
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.settings import Settings
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position
from curriculum_lint.views.baseline.fingerprint import Fingerprint, Fingerprints, normalised
from curriculum_lint.workspace.disk import Disk
from tests.repository import diagnostics_on, write_files


def fingerprints(root: Path) -> Counter[Fingerprint]:
    """What is found below ``root``, without findings about the numbers themselves."""
    settings = load_settings(str(root), root=str(root)).settings
    taken = Fingerprints(settings, Sources(Disk(settings)).line)
    return Counter(taken.of(d) for d in diagnostics_on(root) if d.code[:3] in ("CL1", "CL3"))


def module(title: str, first: int, shift: int) -> str:
    """A readme with a broken link and a missing section in its second exercise."""
    blank = "\n" * (shift + 1)
    return (
        f"# {title}\n{blank}See [the plan](missing-{first}.md).\n{blank}"
        f"## {first}) Print {title}\n\n**Goal:** Print it.\n\n**Build steps:**\n\n1. Write {title}.\n\n"
        f"**Acceptance criteria:**\n\n- It prints `a`.\n{blank}"
        f"## {first + 1}) Read the file of {title}\n\n**Goal:** Read [it](gone.txt).\n\n"
        f"**Build steps:**\n\n1. Read {title}.\n"
    )


def curriculum(root: Path, numbers: tuple[int, int], letter: str, first: int, shift: int) -> Path:
    one, two = (f"first_level/{number}_{slug}" for number, slug in zip(numbers, "ab", strict=True))
    write_files(
        root,
        {
            "first_level/readme.md": "# First level\n" + "\n" * shift + "[gone](gone.md)\n",
            f"{one}/readme.md": module("Aaa", first, shift),
            f"{two}/readme.md": module("Bbb", 1, 0),
            f"{two}/{letter}_streams/readme.md": module("Streams", first, shift),
            f"{two}/notes{first}.md": "# Notes\n" + "\n" * shift + "[gone](gone.md)\n",
        },
    )
    return root


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Counter[Fingerprint]:
    found = fingerprints(curriculum(tmp_path_factory.mktemp("first"), (1, 2), "a", 1, 0))
    assert len(found) > 10
    return found


@given(
    st.tuples(st.integers(1, 60), st.integers(1, 60)).filter(lambda pair: pair[0] != pair[1]),
    st.sampled_from("abcx"),
    st.integers(1, 99),
    st.integers(0, 9),
)
def test_shifting_and_renumbering_keep_every_fingerprint(
    expected: Counter[Fingerprint], numbers: tuple[int, int], letter: str, first: int, shift: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert fingerprints(curriculum(Path(folder), numbers, letter, first, shift)) == expected


def test_two_equal_findings_are_counted(tmp_path: Path) -> None:
    write_files(tmp_path, {"notes.md": "# Notes\n\n[x](gone.md)\n\nText.\n\n[y](gone.md)\n"})
    ((taken, count),) = fingerprints(tmp_path).items()
    assert count == 2
    assert taken == Fingerprint("notes.md", "CL301", "", "gone.md")


def test_another_text_is_another_finding(tmp_path: Path) -> None:
    write_files(tmp_path, {"notes.md": "# Notes\n\n[x](gone.md)\n\n[y](lost.md)\n"})
    assert len(fingerprints(tmp_path)) == 2


@pytest.mark.parametrize(
    ("module_pattern", "paths", "name"),
    [
        (
            "{number}_{slug}",
            ["l/3_files/readme.md", "l/12_files/README.md", "l/4_files"],
            "l/files",
        ),
        ("{number}_{slug}", ["l/3_files/a_x/readme.md", "l/4_files/c_x"], "l/files/x"),
        ("{number}_{slug}", ["l/03-Files/readme.md", "l/3_files/readme.md"], "l/files"),
        ("{number:02}-{slug}", ["01-in-out/readme.md", "11-in-out"], "in_out"),
        ("week{number}", ["week1/readme.md", "week12/readme.md"], "week"),
        ("{number:02}-{track}-{part:02}", ["06-core-01", "07-core-03/readme.md"], "core"),
        ("part{number}.md", ["part5.md", "part6.md"], "part"),
        ("{number}_{slug}", ["readme.md", "README.MD"], "."),
        ("{number}_{slug}", ["docs/v2/notes 12.md", "docs/v13/notes 1.md"], "docs/v0/notes 0.md"),
    ],
)
def test_a_unit_is_called_the_same_under_every_number(
    module_pattern: str, paths: list[str], name: str
) -> None:
    names = UnitNames(Settings(root="", module_pattern=module_pattern))
    assert {names.of(path) for path in paths} == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Exercise\t12:\n Read ", "Exercise 0: Read"),
        ("### 2a.11 Read", "### 0.0 Read"),
        ("../3_files/b_streams/readme.md", "../0_files/a_streams/readme.md"),
        ("x" * 500, "x" * 120),
        ("", ""),
    ],
)
def test_an_excerpt_is_short_and_has_no_numbers(text: str, expected: str) -> None:
    assert normalised(text) == expected


@given(st.text())
def test_normalising_again_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((1, 1), (1, 1), ""),
        ((2, 1), (2, 1), "second line"),
        ((2, 8), (2, 12), "line"),
        ((1, 3), (2, 7), "rst second"),
        ((1, 1), (9, 9), "first second line third"),
        ((1, 1), (3, 4), "first second line thi"),
        ((1, 1), (4, 4), "first second line third"),
        ((1, 2), (1, 3), "i"),
        ((1, 1), (2, 1), "first"),
        ((8, 1), (8, 4), ""),
    ],
)
def test_the_excerpt_is_what_the_finding_is_about(
    start: tuple[int, int], end: tuple[int, int], expected: str
) -> None:
    lines = ["first", "second line", "third", "fourth"]

    def line(_path: str, number: int) -> str | None:
        return lines[number - 1] if number <= len(lines) else None

    place = Place("notes.md", Position(*start), Position(*end))
    found = Diagnostic("CL301", "broken-link", Severity.ERROR, "It is.", place)
    assert Fingerprints(Settings(root=""), line).of(found).excerpt == expected


def test_a_name_that_is_not_utf_8_can_be_written_down() -> None:
    names = Fingerprints(Settings(root=""), lambda _path, _number: None)
    assert names.unit_of("docs/\udcff.md") == "docs/\\udcff.md"
    assert names.unit_of("docs/\u65e5.md") == "docs/\u65e5.md"
