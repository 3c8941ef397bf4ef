"""What a finding is recognised by when lines have moved and units have other numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...check.diagnostic import Diagnostic, Place
from ...model.unit_names import UnitNames
from ...settings.settings import Settings
from ...text.renumbered import without_numbers
from ...text.source import Position

_MOST_LINES = 3
_MOST_CHARACTERS = 120
_START = Position(1, 1)

#: The text of a line by path and 1-based number, ``None`` where there is none.
SourceLine = Callable[[str, int], str | None]


class Fingerprint(NamedTuple):
    """A finding without its line and without the numbers of folders and exercises.

    ``unit`` is where it is, ``exercise`` the title of the exercise around it, ``excerpt`` the
    beginning of the source it is about.
    """

    unit: str
    code: str
    exercise: str
    excerpt: str


class Fingerprints:
    """Takes fingerprints: looks at the source of a file only when a finding is in it."""

    def __init__(self, settings: Settings, line: SourceLine) -> None:
        self._units = UnitNames(settings)
        self._line = line

    def of(self, diagnostic: Diagnostic) -> Fingerprint:
        """The fingerprint of ``diagnostic``."""
        place = diagnostic.place
        excerpt = normalised(_source(place, self._line))
        return Fingerprint(self.unit_of(place.path), diagnostic.code, diagnostic.exercise, excerpt)

    def unit_of(self, path: str) -> str:
        """What a fingerprint calls the unit of a path."""
        # A file's name may hold lone surrogates, which no JSON can carry safely.
        return self._units.of(path).encode("utf-8", "backslashreplace").decode()


def normalised(text: str) -> str:
    """The beginning of ``text``: every number is 0, every run of white space one space."""
    return without_numbers(" ".join(text.split()))[:_MOST_CHARACTERS].rstrip()


def _source(place: Place, line: SourceLine) -> str:
    """The first lines of what is at ``place``; nothing for a file or folder as a whole."""
    path, start, end = place
    if start == end == _START:
        return ""
    last = min(end.line, start.line + _MOST_LINES - 1)
    lines = [line(path, number) or "" for number in range(start.line, last + 1)]
    if start == end:
        return lines[0]
    if last == end.line:
        lines[-1] = lines[-1][: end.column - 1]
    lines[0] = lines[0][start.column - 1 :]
    return "\n".join(lines)
