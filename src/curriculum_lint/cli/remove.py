"""``curriculum-lint remove``: a unit or an exercise is taken out, with everything that lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .completers import complete_units
from .request import RestructureRequest
from .restructure import path_of, restructure, restructure_options

if TYPE_CHECKING:
    from ..refactor.restructuring import Restructuring


@click.command("remove")
@click.argument("unit", metavar="UNIT", shell_complete=complete_units)
@click.option("--exercise", metavar="NUMBER", help="Remove only this exercise of the unit.")
@click.option("--keep-gap", is_flag=True, help="Leave the numbers of what follows as they are.")
@restructure_options
def remove(*, unit: str, exercise: str | None, keep_gap: bool, **options: Any) -> int:
    """Remove a module or subsection, or one of its exercises.

    Its entries go, what follows goes down by one, and links to it become plain words, each of
    which is told. UNIT is a path, a key of the index, or a label such as 4b.
    """

    def act(work: Restructuring) -> None:
        from ..refactor.steps import remove_exercise, remove_unit

        path = path_of(work, unit)
        if exercise is None:
            remove_unit(work, path, keep_gap=keep_gap)
        else:
            remove_exercise(work, path, exercise, keep_gap=keep_gap)

    return restructure(RestructureRequest(**options), act, "Nothing to do.")
