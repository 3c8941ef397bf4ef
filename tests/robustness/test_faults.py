"""A call of the system that fails while a command writes: the old or the new, and a true sentence."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.command import Result, invoke
from tests.edits.interference import CHANGING, Around, interposed
from tests.edits.trees import state_of
from tests.races.soak import every
from tests.races.test_saves_during_a_run import begin
from tests.robustness.outcome import assert_sound

CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EROFS]
COMMANDS = {
    "fix": ("check", "--fix"),
    "unsafe fixes": ("check", "--fix", "--unsafe-fixes"),
    "move": ("move", "2", "--to", "1"),
    "new module": ("new", "module", "Third"),
    "new exercise": ("new", "exercise", "One more", "--in", "2"),
    "index": ("index",),
    "baseline": ("check", "--update-baseline"),
    "init": ("init", "--force"),
    "report": ("check", "--output-format", "json:{root}/report.json"),
    "cache": ("check",),
}


def run(root: Path, name: str) -> Result:
    words = [word.format(root=root) for word in COMMANDS[name]]
    return invoke(*words, "--root", str(root))


def state(root: Path) -> dict[str, bytes]:
    """The tree; of a report only whether it is whole, as it tells how long the run took."""
    found = state_of(root)
    if "report.json" in found:
        found["report.json"] = found["report.json"][-3:]
    return found


def failing(at: int, seen: list[str]) -> Around:
    def around(name: str, call: partial[Any]) -> Any:
        seen.append(name)
        if len(seen) == at + 1 and not is_for_reading(name, call):
            code = CODES[at % len(CODES)]
            raise OSError(code, os.strerror(code))
        return call()

    return around


def is_for_reading(name: str, call: partial[Any]) -> bool:
    return name == "open" and not call.args[1] & (os.O_WRONLY | os.O_RDWR)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fault_leaves_the_old_or_the_new_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "root"
    seen: list[str] = []
    begin(root)
    old = state(root)
    with interposed(failing(-1, seen), CHANGING):
        whole = run(root, name)
    assert whole.exit_code in (0, 1), whole
    new = state(root)
    for at in range(len(name) % 3, len(seen), every(len(seen), 25)):
        monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / f"cache{at}"))
        root = tmp_path / f"root{at}"
        begin(root)
        with interposed(failing(at, []), CHANGING):
            done = run(root, name)
        assert_sound(done)
        assert "Internal error" not in done.stderr, done
        if done.exit_code == 2:
            assert done.stderr.strip()
            again = run(root, name)
            assert again.exit_code in (0, 1) or "Nothing else was done" in again.stderr, again
            assert state(root) in (old, new)
        else:
            assert state(root) == new, (at, done)
        # What cannot be tidied up at once, the next run that writes does.
        invoke("check", "--fix", "--root", str(root))
        assert not [each for each in os.listdir(root) if each.startswith(".repair")]
