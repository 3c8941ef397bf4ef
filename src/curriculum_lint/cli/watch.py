"""``check --watch``: a quiet screen, on which only what changes is said."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import click

from ..report.summary import Report
from ..report.text import text_report
from ..report.watched import changes_report
from ..settings.errors import SettingsError
from ..text.escape import printable
from .output import complain, write
from .refusal import give_up

_MISSING = (
    "--watch needs the package watchfiles, which is not installed: `pip install watchfiles` "
    "installs it, and so does the extra `watch` of curriculum-lint."
)


class Look(NamedTuple):
    """One look at a curriculum: the folder to watch, and what was found."""

    root: str
    report: Report


def watch(look: Callable[[], Look], *, color: bool) -> int:
    """Say what ``look`` finds, and after each change of a file what has changed in that.

    Until it is interrupted, or nobody reads any more; then 0. Raises ``ClickException`` where
    nothing can be watched, and what the first look raises.
    """
    changes_of = _library()
    root, last = look()
    write(text_report(last._replace(color=color)))
    complain(printable(f"Watching {root}. Ctrl-C ends it."))
    try:
        for _ in changes_of(root):
            found = _again(look)
            if found is None:
                continue
            report = found.report._replace(color=color)
            if not write(changes_report(last, report, time.strftime("%H:%M:%S"))):
                break
            last = report
    except OSError as error:
        give_up(f"{root} cannot be watched: {error}")
    return 0


def _library() -> Callable[[str], Iterator[object]]:
    try:
        import watchfiles
    except ModuleNotFoundError:
        give_up(_MISSING)

    def changes_of(root: str) -> Iterator[object]:
        return watchfiles.watch(
            root, watch_filter=watchfiles.DefaultFilter(), raise_interrupt=False
        )

    return changes_of


def _again(look: Callable[[], Look]) -> Look | None:
    """Another look; what keeps it from being one is said, and may be over with the next change."""
    try:
        return look()
    except SettingsError as error:
        complain("\n".join(printable(line) for line in error.lines))
    except click.ClickException as error:
        complain(printable(error.format_message()))
    return None
