"""A file with a merge conflict is an error, and no command touches it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import FIRST, SECOND, clean_files
from tests.edits.trees import state_of
from tests.repository import write_files

OURS, MIDDLE, THEIRS = (sign * 7 for sign in "<=>")
LEVEL = "first_level/readme.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, clean_files())
    return tmp_path


def conflict(one: str, other: str) -> str:
    return f"{OURS} HEAD\n{one}{MIDDLE}\n{other}{THEIRS} their-branch\n"


def test_only_the_conflict_is_told_of_its_lines(root: Path) -> None:
    text = (root / FIRST).read_text()
    (root / FIRST).write_text(text + "\n" + conflict("# One\n\n[x](gone.md)\n", "# Other\n"))
    done = invoke("check", "--no-cache", "--root", str(root), "--output-format", "concise")
    assert done.exit_code == 1
    assert [line.split()[1] for line in done.stdout.splitlines()[:-1]] == ["CL005"]
    assert "gone.md" not in done.stdout


def test_no_fix_touches_the_file_and_others_are_mended(root: Path) -> None:
    for path in (FIRST, SECOND):
        text = (root / path).read_text().replace("\n\n**Acceptance", "\n    **Acceptance")
        (root / path).write_text(text)
    (root / FIRST).write_text((root / FIRST).read_text() + "\n" + conflict("a\n", "b\n"))
    before, other = (root / FIRST).read_text(), (root / SECOND).read_text()
    done = invoke("check", "--fix", "--root", str(root))
    assert done.exit_code == 1
    assert "it holds a merge conflict" in done.stderr
    assert (root / FIRST).read_text() == before
    assert (root / SECOND).read_text() != other


@pytest.mark.parametrize(
    ("path", "command"),
    [(LEVEL, ["move", "1", "--to", "2"]), (FIRST, ["new", "exercise", "Third", "--in", "1"])],
)
def test_nothing_is_restructured_through_one(root: Path, path: str, command: list[str]) -> None:
    text = (root / path).read_text()
    (root / path).write_text(text + "\n" + conflict("a\n", "b\n"))
    before = state_of(root)
    done = invoke(*command, "--no-cache", "--root", str(root))
    assert done.exit_code == 2
    assert "it holds a merge conflict" in done.stderr
    assert state_of(root) == before


def test_the_index_resolves_its_own_region(root: Path) -> None:
    one, other = "1. [Start](1_start/readme.md)\n", "1. [Begin](1_start/readme.md)\n"
    mark = "<!-- curriculum-index:{} -->\n"
    (root / LEVEL).write_text(
        f"# First level\n\n{mark.format('start')}\n{conflict(one, other)}\n{mark.format('end')}"
    )
    done = invoke("check", "--no-cache", "--root", str(root), "--output-format", "concise")
    assert "CL005" in done.stdout
    assert invoke("index", "--root", str(root)).exit_code == 0
    assert OURS not in (root / LEVEL).read_text()
    assert invoke("check", "--no-cache", "--root", str(root)).exit_code == 0


@pytest.mark.parametrize("text", ["{}", 'readme = "readme.md"\n{}'])
def test_a_configuration_with_one_is_refused(root: Path, text: str) -> None:
    file = root / "curriculum-lint.toml"
    file.write_text(text.format(conflict("select = []\n", "ignore = []\n")))
    done = invoke("check", "--root", str(root))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "holds a merge conflict" in done.stderr
