"""Which lines of a text were added or modified."""

from __future__ import annotations

from collections.abc import Sequence

from ...check.diagnostic import Place
from ...edits.changed_lines import changed_lines
from ...text.source import normalise_line_ends


def split_lines(text: str) -> list[str]:
    """The lines of ``text``, each with one LF, but for a last one that has no ending."""
    parts = normalise_line_ends(text).split("\n")
    lines = [f"{part}\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines


class NewLines:
    """The lines of ``new``, counted from 1, that ``old`` does not have."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._count = len(new)
        self._ranges = [
            (change.new_start + 1, change.new_end)
            for change in changed_lines(old, new)
            if change.new_end > change.new_start
        ]

    def touch(self, place: Place) -> bool:
        """Whether one of them is in ``place``. What is behind the last line counts as on it."""
        first = min(place.start.line, self._count)
        last = min(place.end.line, self._count)
        if last > first and place.end.column == 1 and last == place.end.line:
            last -= 1
        return any(start <= last and first <= end for start, end in self._ranges)
