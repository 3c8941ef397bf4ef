"""``curriculum-lint rename``: a title, a heading or an exercise gets other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .completers import complete_units
from .request import RestructureRequest
from .restructure import path_of, restructure, restructure_options

if TYPE_CHECKING:
    from ..refactor.restructuring import Restructuring


@click.command("rename")
@click.argument("unit", metavar="UNIT", shell_complete=complete_units)
@click.option("--title", metavar="TITLE", help="The new title of the unit, without its number.")
@click.option("--folder", is_flag=True, help="Name its folder after the new title too.")
@click.option("--heading", metavar="WORDS", help="The heading to rename, or its anchor.")
@click.option("--exercise", metavar="NUMBER", help="The exercise to rename.")
@click.option("--to", metavar="WORDS", help="The new words of the heading or exercise.")
@restructure_options
def rename(
    *,
    unit: str,
    title: str | None,
    folder: bool,
    heading: str | None,
    exercise: str | None,
    to: str | None,
    **options: Any,
) -> int:
    """Give a unit another title, or one of its headings or exercises other words.

    Links to anchors follow in every file, and so do entries and links that have the old title as
    their text. UNIT is a path, a key of the index, or a label such as 4b.
    """
    _check(title, heading, exercise, to)

    def act(work: Restructuring) -> None:
        from ..refactor import steps

        path = path_of(work, unit)
        if title is not None:
            steps.rename_title(work, path, title)
            if folder:
                steps.rename_folder(work, path, title)
        elif heading is not None:
            steps.rename_heading(work, path, heading, to or "")
        elif exercise is not None:
            steps.rename_exercise(work, path, exercise, to or "")

    return restructure(
        RestructureRequest(**options), act, "Nothing to do: it is called so already."
    )


def _check(title: str | None, heading: str | None, exercise: str | None, to: str | None) -> None:
    chosen = [each for each in (title, heading, exercise) if each is not None]
    if len(chosen) != 1:
        raise click.UsageError("Write one of --title, --heading and --exercise.")
    if (title is None) == (to is None):
        raise click.UsageError("Write the new words behind --to, or a new title behind --title.")
