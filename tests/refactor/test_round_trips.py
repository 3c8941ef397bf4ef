"""Random curricula in all forms, random commands, then the inverse: every byte is as it was."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.edits.trees import state_of
from tests.refactor.random_commands import Command, act_of, broken, commands, run, undo_of
from tests.refactor.random_curricula import Shape, Styles, files_of, shapes, styles
from tests.repository import write_files


def do_all(root: Path, every: list[Command]) -> None:
    """Do the commands, each taken back in the end by what it says takes it back."""
    stack: list[tuple[Command, tuple[str, ...], dict[str, bytes]]] = []
    for command in every:
        before = state_of(root)
        undo = run(root, act_of(command))
        after = state_of(root)
        if undo is None:
            assert after == before
            continue
        assert list(broken(after)) == [], command
        if undo:
            stack.append((command, undo, before))
        else:
            stack.clear()
    for command, undo, before in reversed(stack):
        run(root, undo_of(undo))
        assert state_of(root) == before, (command, undo)


_SOAK = int(os.environ.get("CURRICULUM_LINT_SOAK", "") or 0)


@settings(
    # The suite draws the same ones each time; a soak draws others.
    max_examples=_SOAK or 15,
    derandomize=not _SOAK,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(shapes, styles, st.lists(commands, min_size=1, max_size=10))
def test_commands_and_their_inverse_leave_every_byte(
    shape: Shape, styles: Styles, every: list[Command]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = files_of(shape, styles)
        write_files(root, files)
        assert list(broken({p: t.encode() for p, t in files.items()})) == []
        do_all(root, every)
