"""``curriculum-lint new``: modules, subsections and exercises are begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .closest_words import Commands
from .completers import complete_levels, complete_units
from .request import RestructureRequest
from .restructure import level_of, path_of, restructure, restructure_options

if TYPE_CHECKING:
    from ..refactor.restructuring import Restructuring
    from ..refactor.steps import Begun

_NOTHING = "Nothing to do."
_at = click.option("--at", metavar="PLACE", help="Put it there; what follows goes up by one.")
_name = click.option("--name", metavar="SLUG", help="The name of its folder, without the number.")


@click.group("new", cls=Commands)
def new() -> None:
    """Begin a module, a subsection or an exercise."""


@new.command("module")
@click.argument("title")
@click.option(
    "--level",
    metavar="DIR",
    help="The level, if there are several.",
    shell_complete=complete_levels,
)
@_at
@_name
@restructure_options
def module(
    title: str, *, level: str | None, at: str | None, name: str | None, **options: Any
) -> int:
    """Begin a module: its folder, and a readme with the sections that it must have."""

    def act(work: Restructuring) -> Begun:
        from ..refactor.steps import Beginning, add_module

        return add_module(work, level_of(work, level), Beginning(title, at, name))

    return restructure(RestructureRequest(**options), act, _NOTHING)


@new.command("subsection")
@click.argument("title")
@click.option(
    "--of",
    metavar="UNIT",
    required=True,
    help="The module: a path, a key or a number.",
    shell_complete=complete_units,
)
@_at
@_name
@restructure_options
def subsection(title: str, *, of: str, at: str | None, name: str | None, **options: Any) -> int:
    """Begin a subsection of a module."""

    def act(work: Restructuring) -> Begun:
        from ..refactor.steps import Beginning, add_subsection

        return add_subsection(work, path_of(work, of), Beginning(title, at, name))

    return restructure(RestructureRequest(**options), act, _NOTHING)


@new.command("exercise")
@click.argument("title")
@click.option(
    "--in",
    "inside",
    metavar="UNIT",
    required=True,
    help="The unit: a path, a key or a label.",
    shell_complete=complete_units,
)
@_at
@restructure_options
def exercise(title: str, *, inside: str, at: str | None, **options: Any) -> int:
    """Begin an exercise, written as the others of the unit are."""

    def act(work: Restructuring) -> Begun:
        from ..refactor.steps import add_exercise

        return add_exercise(work, title, path_of(work, inside), at)

    return restructure(RestructureRequest(**options), act, _NOTHING)
