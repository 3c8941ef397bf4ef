"""One edit of a text, and where what stood before and behind it stands now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from ..edits.edit import Edit, Fix
from ..model.curriculum import Page
from ..model.watch import OFFSETS
from ..text.source import Position, Span, line_starts, position
from .diagnostic import Diagnostic, Place, Related
from .rule import WHOLE, Finding, Note


class Unplaced(Exception):  # noqa: N818 - it is no error
    """Something stood within what was edited, or where it is not certain on which side of it."""


class Shift:
    """The least edit that makes one text of another: ``start:end`` has become ``start:now``."""

    def __init__(self, old: str, new: str) -> None:
        most = min(len(old), len(new))
        self.start = _longest(most, lambda size: new.startswith(old[:size]))
        most -= self.start
        behind = _longest(most, lambda size: new.endswith(old[len(old) - size :]))
        self.end, self.now = len(old) - behind, len(new) - behind
        #: On which side of the edit those things stand that begin or end right at it.
        self._sides: dict[int, int] = {}
        self.lines = new.count("\n") - old.count("\n")
        self._texts = old, new

    def is_same(self, old: Any, new: Any) -> bool:
        """Whether two values differ by nothing but the offsets of what the edit has moved."""
        kind = type(old)
        if kind is Span:
            return self._is_moved(old[0], new[0]) and self._is_moved(old[1], new[1])
        if isinstance(old, tuple | list):
            return self._are_same(old, new, OFFSETS.get(kind, ()))
        if kind is Page:
            # Which page it is counts; what is in it is compared by itself.
            return bool(old.path == new.path)
        return bool(old is new or old == new)

    def _are_same(self, old: Any, new: Any, offsets: tuple[str, ...]) -> bool:
        if type(old) is not type(new) or len(old) != len(new):
            return False
        for name in offsets:
            if not self._is_moved(getattr(old, name), getattr(new, name)):
                return False
        if offsets:
            old, new = (each._replace(**dict.fromkeys(offsets)) for each in (old, new))
        return all(map(self.is_same, old, new))

    def _is_moved(self, old: int, new: int) -> bool:
        if self.start <= old <= self.end:
            return self._settle(old, new)
        return new == self._far(old)

    def _settle(self, old: int, new: int) -> bool:
        """Whether something right at the edit stands on the same side as all others there."""
        if new not in self._possible(old):
            return False
        return self._sides.setdefault(old, new) == new

    def _possible(self, old: int) -> tuple[int, ...]:
        if self.start == self.end:
            return (self.start, self.now)
        return (self.start,) * (old == self.start) + (self.now,) * (old == self.end)

    def _far(self, offset: int) -> int:
        return offset if offset < self.start else offset + self.now - self.end

    def moved(self, offset: int) -> int:
        """Where that is now which stood at ``offset``. Raises `Unplaced`."""
        if not self.start <= offset <= self.end:
            return self._far(offset)
        possible = {*self._possible(offset)}
        if offset in self._sides:
            return self._sides[offset]
        if len(possible) != 1:
            raise Unplaced
        return possible.pop()

    def finding(self, finding: Finding, path: str) -> Finding:
        """What was found where the edit is in the file ``path``. Raises `Unplaced`."""
        own = finding.path == path
        return finding._replace(
            span=self._span(finding.span) if own else finding.span,
            fix=self._fix(finding.fix, path) if finding.fix else None,
            related=tuple(self._note(each, path) for each in finding.related),
        )

    def _span(self, span: Span) -> Span:
        return span if span == WHOLE else Span(self.moved(span.start), self.moved(span.end))

    def _note(self, note: Note, path: str) -> Note:
        return note._replace(span=self._span(note.span)) if note.path == path else note

    def diagnostic(self, found: Diagnostic, path: str) -> Diagnostic:
        """What was found in another file, and names places in the file ``path``."""
        related = tuple(self._related(each, path) for each in found.related)
        return found._replace(
            related=related, fix=self._fix(found.fix, path) if found.fix else None
        )

    def _related(self, related: Related, path: str) -> Related:
        place = related.place
        if place.path != path:
            return related
        start, end = (self._position(each) for each in place[1:])
        return related._replace(place=Place(path, start, end))

    def _position(self, old: Position) -> Position:
        before, now = self._line_starts
        offset = before[old.line - 1] + old.column - 1
        return position(now, self.moved(offset)) if offset else old

    @cached_property
    def _line_starts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        old, new = self._texts
        return line_starts(old), line_starts(new)

    def _fix(self, fix: Fix, path: str) -> Fix:
        return fix._replace(edits=tuple(self._edit(each, path) for each in fix.edits))

    def _edit(self, edit: Edit, path: str) -> Edit:
        if edit.path != path:
            return edit
        return edit._replace(start=self.moved(edit.start), end=self.moved(edit.end))


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The greatest size up to ``most`` that fits, where every smaller one does."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
