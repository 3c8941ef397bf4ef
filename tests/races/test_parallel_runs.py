"""Commands that run at the same time on one curriculum: one of them wins, the others say so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.curricula import FIRST, SECOND, THIRD
from tests.edits.trees import state_of
from tests.races.soak import SOAK
from tests.races.test_saves_during_a_run import begin, swallowed
from tests.robustness.process import finish, start

ROUNDS = SOAK or 2
TITLES = {FIRST: "Start", SECOND: "Files", THIRD: "Streams"}
FIX = ("check", "--fix", "--no-cache", "--quiet")


def prepare(root: Path) -> None:
    begin(root)
    for path, title in TITLES.items():
        (root / path).write_text(swallowed(title))


def run_at_once(root: Path, *commands: tuple[str, ...]) -> list[tuple[int, str]]:
    """Exit code and standard error of each."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = [start(root, *command, **streams) for command in commands]
    done = [(each, each.communicate(timeout=120)[1].decode()) for each in running]
    assert all("Traceback" not in err and "Internal error" not in err for _, err in done), done
    return [(each.returncode, err) for each, err in done]


def settled(root: Path) -> dict[str, bytes]:
    """What one more run makes of the tree, and that it leaves nothing behind."""
    code, out, err = finish(root, *FIX)
    assert code == 0, (out, err)
    assert not [each.name for each in root.iterdir() if each.name.startswith(".repair")]
    return state_of(root)


@pytest.mark.parametrize(
    "others", [(FIX, FIX), (("move", "2", "--to", "1"),), (("move", "1", "--to", "2"), ("index",))]
)
def test_runs_at_the_same_time_mix_nothing(
    tmp_path: Path, others: tuple[tuple[str, ...], ...]
) -> None:
    possible = []
    for name, commands in (("fixed", [FIX]), ("moved", [*others, FIX])):
        prepare(tmp_path / name)
        for command in commands:
            finish(tmp_path / name, *command)
        possible.append(settled(tmp_path / name))
    for number in range(ROUNDS):
        root = tmp_path / f"round{number}"
        prepare(root)
        done = run_at_once(root, FIX, *others)
        assert all(code in (0, 1) or (code == 2 and err) for code, err in done), done
        assert any(code != 2 for code, _ in done), done
        after = settled(root)
        assert after in possible, (number, done)
