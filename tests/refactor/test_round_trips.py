"""Random curricula in all forms, random commands, then the inverse: every byte is as it was."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from curriculum_lint.check.pages_in_memory import PagesInMemory
from curriculum_lint.refactor.restructuring import Words
from tests.edits.trees import state_of
from tests.refactor.random_commands import Command, act_of, broken, drawn_command, run, settle, undo
from tests.refactor.random_curricula import drawn, files_of
from tests.repository import write_files


def do_all(root: Path, every: list[Command]) -> None:
    """Do the commands, each taken back in the end by what it says takes it back."""
    pages = PagesInMemory()
    stack: list[tuple[Command, tuple[Words, ...], dict[str, bytes]]] = []
    for command in every:
        before = state_of(root)
        back = run(root, act_of(command), pages)
        after = state_of(root)
        if back is None:
            assert after == before
            continue
        assert list(broken(after)) == [], command
        if back:
            stack.append((command, back, before))
        else:
            stack.clear()
    for command, back, before in reversed(stack):
        undo(root, back, pages)
        assert state_of(root) == before, (command, back)


#: A soak draws as many as it says.
COUNT = int(os.environ.get("CURRICULUM_LINT_SOAK", "") or 15)


@pytest.mark.parametrize("seed", range(1, COUNT + 1))
def test_commands_and_their_inverse_leave_every_byte(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    files = files_of(*drawn(random))
    write_files(tmp_path, files)
    settle(tmp_path)
    assert list(broken({path: text.encode() for path, text in files.items()})) == []
    do_all(tmp_path, [drawn_command(random) for _ in range(random.randint(1, 10))])
