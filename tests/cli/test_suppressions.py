"""The five forms of suppression, as a person writes them, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_check import check, found, write
from tests.curricula import clean_files
from tests.repository import write_files

NOTES = "notes.md"
#: A broken link, CL301, in a paragraph of its own.
BROKEN = "[a](nowhere.md)\n"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    write_files(tmp_path / "clean", clean_files())
    return tmp_path / "clean"


def lines(root: Path, text: str, *arguments: str) -> list[str]:
    """``line CODE`` of what is found in a page with ``text`` under its title."""
    write(root, NOTES, f"# Notes\n\n{text}")
    out = check(root, "--select", "CL0,CL301", *arguments).stdout.splitlines()
    found = [line.split(" ")[:2] for line in out if line.startswith(NOTES)]
    return [f"{place.split(':')[1]} {code}" for place, code in found]


def form(kind: str, rest: str = " CL301") -> str:
    return f"<!-- curriculum-lint-{kind}{rest} -->\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BROKEN, ["3 CL301"]),
        (form("disable-next-line") + BROKEN, []),
        (form("disable-next-line") + "\n" + BROKEN, []),
        (form("disable-next-line") + "x\n\n" + BROKEN, ["3 CL002", "6 CL301"]),
        ("[a](nowhere.md) " + form("disable-line"), []),
        ("[a](nowhere.md) " + form("disable-line") + "\n" + BROKEN, ["5 CL301"]),
        (form("disable") + "\n" + BROKEN + "\n" + BROKEN, []),
        (form("disable") + "\n" + BROKEN + "\n" + form("enable") + "\n" + BROKEN, ["9 CL301"]),
        (BROKEN + "\n" + form("disable") + "\n" + BROKEN, ["3 CL301"]),
        (BROKEN + "\n" + form("disable-file"), []),
        (form("disable-file", "") + "\n" + BROKEN, []),
        (form("disable", "") + "\n" + BROKEN + "\n" + form("enable") + "\n" + BROKEN, []),
        (form("disable", "") + "\n" + BROKEN + "\n" + form("enable", "") + "\n" + BROKEN,
         ["9 CL301"]),
        (form("disable") + "\n" + BROKEN + "\n" + form("enable", "") + "\n" + BROKEN, ["9 CL301"]),
    ],
)  # fmt: skip
def test_each_form_hides_what_it_is_about(clean: Path, text: str, expected: list[str]) -> None:
    assert lines(clean, text) == expected


@pytest.mark.parametrize(
    "rest",
    [
        " broken-link",
        " CL301 -- it is written later",
        " CL301, CL104",
        " CL104 CL301",
        "\nCL301\n--\nwhy\n",
        "",
        " -- why",
    ],
)
def test_codes_names_lists_and_reasons_are_understood(clean: Path, rest: str) -> None:
    assert "6 CL301" not in lines(clean, form("disable-file", rest) + "\n\n\n" + BROKEN)
    assert not any("CL301" in line for line in lines(clean, form("disable-file", rest) + BROKEN))


@pytest.mark.parametrize("kind", ["disable-next-line", "disable-line", "disable", "disable-file"])
@pytest.mark.parametrize("rest", [" CL301", " broken-link", ""])
def test_suppression_that_hides_nothing_is_found(clean: Path, kind: str, rest: str) -> None:
    assert lines(clean, form(kind, rest) + "\nText.\n") == ["3 CL002"]


def test_each_unused_target_is_found(clean: Path) -> None:
    text = form("disable-next-line", " CL301, CL001") + BROKEN
    assert lines(clean, text) == ["3 CL002"]


def test_suppression_of_a_rule_that_did_not_run_is_not_called_unused(clean: Path) -> None:
    write(clean, NOTES, "# Notes\n\n" + form("disable-file", " CL104") + "\nText.\n")
    assert found(clean, "--select", "CL002") == []


@pytest.mark.parametrize("word", ["CL999", "brokn-link", "cl301", "CL3", "ALL"])
def test_suppression_of_no_rule_is_found_and_hides_nothing(clean: Path, word: str) -> None:
    assert lines(clean, form("disable-file", f" {word}") + "\n" + BROKEN) == ["3 CL003", "5 CL301"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n" + form("disable-file") + "```\n\n" + BROKEN,
        "`<!-- curriculum-lint-disable-file CL301 -->`\n\n" + BROKEN,
        "    " + form("disable-file") + "\n" + BROKEN,
        "<!-- curriculum-lint disable-file CL301 -->\n\n" + BROKEN,
        "<!-- curriculum-lint-disabled CL301 -->\n\n" + BROKEN,
        "&lt;!-- curriculum-lint-disable-file CL301 --&gt;\n\n" + BROKEN,
    ],
)
def test_what_is_no_comment_hides_nothing(clean: Path, text: str) -> None:
    assert any(line.endswith("CL301") for line in lines(clean, text))


def test_internal_errors_and_other_files_are_not_hidden(clean: Path) -> None:
    write(clean, "other.md", "# Other\n\n" + BROKEN)
    write(clean, NOTES, "# Notes\n\n" + form("disable-file", "") + "\n" + BROKEN)
    assert found(clean, "--select", "CL0,CL301") == [("other.md", "CL301")]


def test_unused_suppression_is_removed_by_its_fix(clean: Path) -> None:
    path = write(clean, NOTES, "# Notes\n\n" + form("disable-file") + "\nText.\n")
    check(clean, "--fix", "--unsafe-fixes")
    assert "curriculum-lint" not in path.read_text()
    assert path.read_text().endswith("Text.\n")
