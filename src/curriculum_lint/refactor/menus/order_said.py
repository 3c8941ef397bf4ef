"""Whether the files of the setting ``order`` say the order that is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.curriculum import Curriculum
from ...model.unit_order import letters_of
from ...text.phrases import listed
from ...workspace.read import FileText
from ...workspace.workspace import Workspace
from ..paths.path_names import stem
from ..units.refusal import Refusal


def refuse_unsaid(curriculum: Curriculum, workspace: Workspace, wanted: Sequence[str]) -> None:
    """Raise `Refusal` where the lists that say the order of modules do not say the ``wanted`` one.

    That is so where entries are written in a form that cannot be put elsewhere for certain.
    """
    said = curriculum.skeleton.order
    known = {module.path for level in curriculum.levels for module in level.children}
    wanted = [path for path in wanted if path in known]
    if list(said) == wanted:
        return
    left = next((path for path in wanted if path not in said), None)
    if left is not None:
        at = wanted.index(left)
        where = _place(curriculum, workspace, wanted[at - 1 if at else at + 1])
        raise Refusal(
            f"{where} is written in a form in which {left} cannot be listed for certain: write the "
            "file and its entry by hand."
        )
    moved = _moved(wanted, said)
    raise Refusal(
        f"{_place(curriculum, workspace, moved)} lists {moved} in a form that cannot be put there "
        "for certain: move its entry by hand, and the order is changed."
    )


def _moved(wanted: Sequence[str], said: Sequence[str]) -> str:
    """Which one stands elsewhere: without it, the others are in the same order."""
    pair = next((pair for pair in zip(wanted, said, strict=False) if pair[0] != pair[1]), wanted)
    for each in pair[:2]:
        if [path for path in wanted if path != each] == [path for path in said if path != each]:
            return each
    return pair[0]


def _place(curriculum: Curriculum, workspace: Workspace, module: str) -> str:
    """The file and line that name a module first, or else the files that might."""
    name = stem(module.rpartition("/")[2])
    for path in curriculum.settings.order:
        read = workspace.read(path)
        lines = read.text.splitlines() if isinstance(read, FileText) else []
        for number, line in enumerate(lines, 1):
            if name in line or letters_of(name) in letters_of(line):
                return f"{path}:{number}"
    return listed(curriculum.settings.order)
