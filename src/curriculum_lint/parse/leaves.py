"""The blocks that hold lines of text."""

from __future__ import annotations

import re

from ..text.source import Span
from .alignment import Alignment
from .html_starts import HtmlStart
from .line_cursor import LineCursor
from .tables import split_row

_CODE_INDENT = 4
_BLANK = " \t\n\v\f\r"
_CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+[ \t\n\v\f\r]*\Z")


class Leaf:
    """Lines of text, each with the offset in the file at which it begins.

    ``start`` is the first character, ``end`` is behind the last line that has text; ``row`` and
    ``last`` are the rows of those two.
    """

    __slots__ = ("end", "last", "offsets", "row", "start", "texts")

    def __init__(self, row: int, start: int) -> None:
        self.row = self.last = row
        self.start = self.end = start
        self.texts: list[str] = []
        self.offsets: list[int] = []

    def goes_on(self, line: LineCursor) -> bool:
        """Whether the line, from which all containers have taken theirs, is in it."""
        raise NotImplementedError

    def add(self, row: int, line: LineCursor, line_start: int) -> None:
        """Take what is left of a line."""
        self.take(row, line, line.at, line_start)

    def take(self, row: int, line: LineCursor, at: int, line_start: int) -> None:
        """Take the line from character ``at`` on."""
        self.texts.append(line.text[at:])
        self.offsets.append(line_start + at)
        if not line.is_blank:
            self.last, self.end = row, line_start + len(line.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def content(self) -> str:
        """Its lines, joined."""
        return "\n".join(self.texts)

    def align(self) -> Alignment:
        """From offsets in `content` to offsets in the file."""
        if len(self.texts) == 1:
            return Alignment([0], self.offsets)
        starts = [0]
        for text in self.texts:
            starts.append(starts[-1] + len(text) + 1)
        return Alignment(starts[:-1], self.offsets)


class Paragraph(Leaf):
    """Running text; its lines have no blanks before them."""

    __slots__ = ("is_no_table",)

    def __init__(self, row: int, start: int) -> None:
        super().__init__(row, start)
        #: A line that looked like the second one of a table has not fitted the first.
        self.is_no_table = False

    def goes_on(self, line: LineCursor) -> bool:
        """A blank line ends it; what may interrupt it is seen later."""
        return not line.is_blank

    def add(self, row: int, line: LineCursor, line_start: int) -> None:
        """Take a line without the blanks before it."""
        self.take(row, line, line.first, line_start)

    def drop(self, count: int) -> None:
        """Take ``count`` lines out of its beginning."""
        del self.texts[:count], self.offsets[:count]
        if self.texts:
            self.start, self.row = self.offsets[0], self.row + count

    @property
    def content(self) -> str:
        """Its lines, joined, without the blanks at the end."""
        return "\n".join(self.texts).rstrip(_BLANK)


class HeadingLeaf(Leaf):
    """A heading; ``level`` is 1 to 6."""

    __slots__ = ("level",)

    def __init__(self, row: int, start: int, level: int) -> None:
        super().__init__(row, start)
        self.level = level

    def goes_on(self, line: LineCursor) -> bool:  # noqa: ARG002
        """It ends where it is complete."""
        return False

    def set_text(self, row: int, line: LineCursor, line_start: int) -> None:
        """Take the line behind the opening marks, and leave the closing ones out."""
        at = line.first
        text = line.text[at:]
        closing = _CLOSING_MARKS.search(text)
        self.texts = [(text[: closing.start()] if closing else text).rstrip(_BLANK)]
        self.offsets = [line_start + at]
        self.last, self.end = row, line_start + len(line.text)

    @property
    def content(self) -> str:
        """Its lines, joined, without the blanks at the end."""
        return "\n".join(self.texts).rstrip(_BLANK)


class FencedCode(Leaf):
    """Code between fences. ``mark`` is the opening fence, ``indent`` the columns before it."""

    __slots__ = ("closing", "indent", "info", "mark", "not_plain")

    def __init__(self, row: int, start: int, mark: str, indent: int, info: str) -> None:
        super().__init__(row, start)
        self.mark, self.indent, self.info = mark, indent, info
        #: What a line may begin with that is the closing fence, blank, or not wholly code.
        self.not_plain = ("", " ", "\t", mark[0])
        #: The row of the closing fence.
        self.closing: int | None = None

    def goes_on(self, line: LineCursor) -> bool:
        """Everything up to the closing fence is in it."""
        line.skip(min(self.indent, line.indent))
        return True

    def is_closed_by(self, line: LineCursor) -> bool:
        """Whether the line is the closing fence."""
        if line.indent >= _CODE_INDENT or line.char != self.mark[0]:
            return False
        rest = line.text[line.first :].rstrip(" \t")
        return len(rest) >= len(self.mark) and not rest.strip(self.mark[0])


class IndentedCode(Leaf):
    """Code that is indented by four columns."""

    __slots__ = ()

    def goes_on(self, line: LineCursor) -> bool:
        """Blank lines may stand in it."""
        if line.indent >= _CODE_INDENT:
            line.skip(_CODE_INDENT)
            return True
        return line.is_blank


class HtmlBlock(Leaf):
    """Raw HTML, up to what ``begin`` says ends it, or to a blank line."""

    __slots__ = ("begin",)

    def __init__(self, row: int, start: int, begin: HtmlStart) -> None:
        super().__init__(row, start)
        self.begin = begin

    def goes_on(self, line: LineCursor) -> bool:
        """What no pattern ends, a blank line does."""
        return self.begin.end is not None or not line.is_blank

    @property
    def is_complete(self) -> bool:
        """Whether its last line has what ends it."""
        end = self.begin.end
        return end is not None and end.search(self.texts[-1]) is not None


class TableLeaf(Leaf):
    """A table: its first line is the head, its second separates the head from the others."""

    __slots__ = ("columns",)

    def __init__(self, row: int, start: int, columns: int) -> None:
        super().__init__(row, start)
        self.columns = columns

    def goes_on(self, line: LineCursor) -> bool:
        """Any line with something between its bars is a row, if it is nothing else."""
        return not line.is_blank and bool(split_row(line.text[line.first :]))

    def add(self, row: int, line: LineCursor, line_start: int) -> None:
        """Take a row without the blanks before it."""
        self.take(row, line, line.first, line_start)


class ThematicBreak(Leaf):
    """A thematic break."""

    __slots__ = ()

    def goes_on(self, line: LineCursor) -> bool:  # noqa: ARG002
        """It is one line."""
        return False


class Unread(Leaf):
    """What stands too deep to be read."""

    __slots__ = ()

    def goes_on(self, line: LineCursor) -> bool:  # noqa: ARG002
        """All that its container holds is in it."""
        return True
