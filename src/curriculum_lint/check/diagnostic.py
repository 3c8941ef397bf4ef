"""What a rule says: one diagnostic about one place."""

from __future__ import annotations

from typing import NamedTuple

from ..edits.edit import Fix
from ..settings.severity import Severity
from ..text.source import Position
from .concern import Concern

#: The code of a diagnostic about a fault of the tool itself. No rule has it; nothing hides it.
INTERNAL_ERROR = "CL000"


class Place(NamedTuple):
    """A range in a file: ``path`` relative to the root with ``/``, ``end`` exclusive."""

    path: str
    start: Position
    end: Position


class Related(NamedTuple):
    """Another place that helps to understand a diagnostic."""

    place: Place
    message: str


class Diagnostic(NamedTuple):
    """One finding of one rule.

    ``message`` says what is wrong here; ``help`` what to write instead, where that is not the
    message itself. Neither holds the code, the path or the severity. ``exercise`` names the
    exercise it is in, without its number. ``concern`` is for who compares it with a change.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    exercise: str = ""
    concern: Concern = Concern.OTHER

    @property
    def order(self) -> tuple[str, Position, str, str, Position]:
        """The key reports are sorted by: path, line, column, code, message, end."""
        path, start, end = self.place
        return (path, start, self.code, self.message, end)
