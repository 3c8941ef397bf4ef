"""``curriculum-lint move``: a unit gets another place or another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .completers import complete_levels, complete_units
from .request import RestructureRequest
from .restructure import level_of, path_of, restructure, restructure_options

if TYPE_CHECKING:
    from ..refactor.restructuring import Restructuring


@click.command("move")
@click.argument("unit", metavar="UNIT", shell_complete=complete_units)
@click.option(
    "--to", metavar="PLACE", help="The new number of a module, or letter of a subsection."
)
@click.option(
    "--level",
    metavar="DIR",
    help="The level that a module goes to.",
    shell_complete=complete_levels,
)
@click.option(
    "--of",
    metavar="MODULE",
    help="The module that a subsection goes to.",
    shell_complete=complete_units,
)
@click.option("--name", metavar="SLUG", help="The new name of its folder, without the number.")
@restructure_options
def move(
    *,
    unit: str,
    to: str | None,
    level: str | None,
    of: str | None,
    name: str | None,
    **options: Any,
) -> int:
    """Give a module or subsection another place, or another name.

    The units in between take the places beside theirs. Links, numbers and lists follow. With
    --level or --of it goes to another level or module, where a subsection becomes a module, and a
    module a subsection. UNIT is a path, a key of the index, or a label such as 4b.
    """
    if level is not None and of is not None:
        raise click.UsageError("Write --level or --of: a unit is in one of the two.")
    if {to, name, level, of} == {None}:
        raise click.UsageError("Write --to with a number or letter, or --name with a new name.")

    def act(work: Restructuring) -> None:
        from ..refactor.steps import move_unit, rename_unit
        from ..refactor.transfer_steps import transfer_unit

        path = path_of(work, unit)
        if level is not None or of is not None:
            parent = path_of(work, of) if of is not None else level_of(work, level)
            transfer_unit(work, path, parent, to)
        elif to is not None:
            move_unit(work, path, to)
        if name is not None:
            rename_unit(work, path, name)

    return restructure(
        RestructureRequest(**options),
        act,
        "Nothing to do: the unit has that place and name already.",
    )
