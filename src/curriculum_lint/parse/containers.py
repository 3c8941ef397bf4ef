"""The blocks that hold blocks: quotes, lists, their items, and footnotes."""

from __future__ import annotations

from ..text.source import Span
from .line_cursor import LineCursor

_CODE_INDENT = 4


class Container:
    """``start`` is the first character of its marker, ``end`` is behind its last one."""

    __slots__ = ("children", "end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.children = 0

    def goes_on(self, line: LineCursor) -> bool:
        """Whether the line is in it; then what is the container's own is taken off the line."""
        raise NotImplementedError


class Quote(Container):
    """A block quote."""

    __slots__ = ()

    def goes_on(self, line: LineCursor) -> bool:
        """Each line has a mark, which may have one blank behind it."""
        if line.indent >= _CODE_INDENT or line.char != ">":
            return False
        line.move(line.first + 1)
        line.skip(1)
        return True


class ListBlock(Container):
    """A list: items with the same kind of ``mark``, a bullet or what follows a number."""

    __slots__ = ("mark",)

    def __init__(self, start: int, mark: str) -> None:
        super().__init__(start, start)
        self.mark = mark

    @property
    def is_ordered(self) -> bool:
        """Whether its items have numbers."""
        return self.mark in (".", ")")

    def goes_on(self, line: LineCursor) -> bool:  # noqa: ARG002 - its items decide
        """Its items decide."""
        return True


class Item(Container):
    """An item of a list; its lines are indented by ``width`` columns."""

    __slots__ = ("is_task", "marker", "number", "width")

    def __init__(self, marker: Span, number: int | None, width: int) -> None:
        super().__init__(marker.start, marker.end)
        self.marker, self.number, self.width = marker, number, width
        self.is_task = False

    def goes_on(self, line: LineCursor) -> bool:
        """A blank line goes on with an item that has begun."""
        if line.indent >= self.width:
            line.skip(self.width)
            return True
        if line.is_blank and self.children:
            line.move(line.first)
            return True
        return False


class FootnoteBlock(Container):
    """The text of a footnote, which GitHub shows at the end of the page."""

    __slots__ = ("label",)

    def __init__(self, start: int, end: int, label: str) -> None:
        super().__init__(start, end)
        self.label = label

    def goes_on(self, line: LineCursor) -> bool:
        """Its lines are indented by four columns; GitHub wants others to be empty to the margin."""
        if line.indent >= _CODE_INDENT:
            line.skip(_CODE_INDENT)
            return True
        return not line.text
