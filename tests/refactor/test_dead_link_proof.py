"""Links that lead nowhere after a restructuring, and did not before, are faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.moves import Moves
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.refactor.proofs.proof import Meant, faults
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

_MOVES = Moves([Move("2_b", "3_b")])


def _read(root: Path, second: str, readme: str, last: str) -> Curriculum:
    files = {"README.md": f"# Course\n\n{readme}\n", "curriculum-lint.toml": 'levels = ["."]\n'}
    units = {"1_a/readme.md": "# 1. A\n", f"{second}/readme.md": f"# B\n\n{last}\n"}
    write_files(root, files | units)
    return read_curriculum(Disk(load_settings(root).settings))


def _faults(root: Path, old: tuple[str, str], new: tuple[str, str], meant: Meant) -> list[str]:
    before, after = _read(root / "old", "2_b", *old), _read(root / "new", "3_b", *new)
    return [f"{each.path}:{each.line} {each.what}" for each in faults(before, after, _MOVES, meant)]


@pytest.mark.parametrize(
    ("readme", "last", "said"),
    [
        ("[x](4_x/readme.md)", "", "README.md:3 links to 4_x/readme.md, which leads nowhere"),
        ("[x](1_a/readme.md#no)", "", "README.md:3 links to 1_a/readme.md#no, which leads nowhere"),
        ("", "[x](../../x.md)", "3_b/readme.md:3 links to ../../x.md, which leads nowhere"),
    ],
)
def test_dead_links_that_are_written_are_faults(
    readme: str, last: str, said: str, tmp_path: Path
) -> None:
    assert _faults(tmp_path, ("", ""), (readme, last), Meant()) == [said]


def test_links_that_were_dead_are_none(tmp_path: Path) -> None:
    old = "[x](4_x/readme.md) [y](1_a/readme.md#no)", "[x](images/a.md)"
    new = "[x](5_x/readme.md) [y](1_a/readme.md#no)", "[x](pictures/a.md)"
    assert _faults(tmp_path, old, new, Meant()) == []
    more = f"{new[0]}\n[z](z.md)", new[1]
    assert _faults(tmp_path, old, more, Meant()) == [
        "README.md:4 links to z.md, which leads nowhere"
    ]


def test_links_to_what_is_removed_are_told_elsewhere(tmp_path: Path) -> None:
    new = "[x](4_x/readme.md) [y](1_a/readme.md#no)", ""
    meant = Meant(removed=frozenset({"4_x"}), lost="1_a/readme.md")
    assert _faults(tmp_path, ("", ""), new, meant) == []
