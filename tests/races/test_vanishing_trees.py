"""A tree that somebody deletes, wholly or in part, while a command works in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.curricula import SECOND
from tests.edits.interference import acting, interposed
from tests.races.soak import every
from tests.races.test_saves_during_a_run import COMMANDS, begin
from tests.robustness.outcome import assert_sound

PLACES = {"the root": ".", "a level": SECOND.split("/", 1)[0], "a unit": os.path.dirname(SECOND)}


def run_with_deletion(
    root: Path, command: tuple[str, ...], place: str, moment: int
) -> tuple[Result, int]:
    """Run the command, deleting ``place`` at a moment; the result, and how many there were."""
    last = [0]

    def act(number: int) -> None:
        last[0] = number
        if number == moment:
            shutil.rmtree(root / place, ignore_errors=True)

    begin(root)
    with interposed(acting(act)):
        done = invoke(*command, "--root", str(root))
    return done, last[0]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_deleted_during_a_command_is_told_and_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    command, deleted = COMMANDS[name], PLACES[place]
    _, count = run_with_deletion(tmp_path / "none", command, deleted, -1)
    for moment in range(len(name + place), count, every(count, 25)):
        root = tmp_path / f"root{moment}"
        done, _ = run_with_deletion(root, command, deleted, moment)
        assert_sound(done)
        assert done.exit_code in (0, 1, 2), (moment, done)
        assert "Internal error" not in done.stderr + done.stdout, (moment, done)
        again = invoke("check", "--fix", "--root", str(root))
        assert again.exit_code in (0, 1, 2), (moment, again)
        assert "Internal error" not in again.stderr, (moment, again)
        for left in root.glob(".repair*"):
            # What belonged into a folder that is gone is kept for the person to decide.
            assert again.exit_code == 2, (moment, again)
            assert left.name in again.stderr, (moment, again)
