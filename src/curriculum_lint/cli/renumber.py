"""``curriculum-lint renumber``: numbers and letters without gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .completers import complete_units
from .request import RestructureRequest
from .restructure import level_of, path_of, restructure, restructure_options

if TYPE_CHECKING:
    from ..refactor.restructuring import Restructuring


@click.command("renumber")
@click.argument("within", metavar="[LEVEL|MODULE]", required=False, shell_complete=complete_units)
@restructure_options
def renumber(*, within: str | None, **options: Any) -> int:
    """Number modules 1, 2, 3, … and subsections a, b, c, …, in the order that they have.

    LEVEL is the path of a level; MODULE a path, a key of the index, or a number. Without one,
    everything is renumbered. Links, numbers and lists follow.
    """

    def act(work: Restructuring) -> None:
        from ..refactor.steps import renumber_units

        renumber_units(work, None if within is None else _scope(work, within))

    return restructure(
        RestructureRequest(**options),
        act,
        "Nothing to do: there is no gap, and nothing occurs twice.",
    )


def _scope(work: Restructuring, word: str) -> str:
    from ..refactor.units.refusal import Refusal

    try:
        return level_of(work, word)
    except Refusal:
        return path_of(work, word)
