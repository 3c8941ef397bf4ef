"""What is said where a sparse checkout leaves a part of the curriculum out."""

from __future__ import annotations

from ..text.escape import printable
from ..text.phrases import counted
from ..workspace.around import Surroundings
from ..workspace.tree import Tree
from .output import complain


def may_write_everything(tree: Tree) -> bool:
    """Whether all of the curriculum is there; says why not.

    What is not there can neither be rewritten nor listed, and is no gap that may be closed.
    """
    if not tree.absent:
        return True
    lacking, first = counted(len(tree.absent), "path"), min(tree.absent)
    complain(
        printable(
            f"Nothing was changed: this sparse checkout leaves out {lacking}, {first} among them. "
            "Run `git sparse-checkout disable` first."
        )
    )
    return False


def note_absent(root: str) -> None:
    """Say that a sparse checkout leaves out a part of the curriculum, if one does."""
    absent = Surroundings(root).absent
    if absent:
        lacking, first = counted(len(absent), "path"), min(absent)
        said = f"Note: this sparse checkout leaves out {lacking}, {first} among them: "
        complain(printable(f"{said}they count as present, but were not checked."))
