"""The lines of a file → its blocks, as GitHub's grammar sees them.

This is the first of the two phases that CommonMark describes: each line is first claimed by the
containers that are open, then begins new blocks, and what is left of it is text. A line is looked
at once, and nothing is nested deeper than a limit, so time grows with the text.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from .alignment import Lines
from .block_starts import STARTS, Opened
from .containers import Container, Item, ListBlock
from .definitions import definition_link, read_definitions
from .document import Link
from .leaves import FencedCode, HtmlBlock, IndentedCode, Leaf, Paragraph, TableLeaf, Unread
from .line_cursor import LineCursor

_CODE_INDENT = 4
#: Other blocks may begin on a line that would go on with these.
_MAY_BE_INTERRUPTED = (Paragraph, TableLeaf)


class Step(Enum):
    """What happens next in a file."""

    OPEN = auto()
    CLOSE = auto()
    LEAF = auto()
    DEFINITION = auto()


class PlacedDefinition(NamedTuple):
    """A definition, as a link of the file."""

    link: Link


Block = Container | Leaf | PlacedDefinition


class BlockReader:
    """Reads line after line; ``steps`` tells what has begun and ended, in order."""

    def __init__(self, lines: Lines, nesting: int) -> None:
        self.steps: list[tuple[Step, Block]] = []
        self._lines, self._nesting = lines, nesting
        self._containers: list[Container] = []
        self._leaf: Leaf | None = None
        #: The row that is read, and the offset in the file at which it begins.
        self.row = self.start = 0
        self._matched = 0

    def read(self, first: int) -> list[tuple[Step, Block]]:
        """Read from row ``first`` on."""
        for row in range(first, len(self._lines.texts)):
            self.row, self.start = row, self._lines.starts[row]
            text = self._lines.texts[row]
            if self._containers or not self._read_plainly(text):
                self._read_line(LineCursor(text))
        self._close_from(0)
        return self.steps

    def _read_plainly(self, text: str) -> bool:
        """Read a line outside containers that can be only one thing, as most lines are.

        It goes on with a paragraph or with code, or it is empty below a paragraph.
        """
        leaf = self._leaf
        if type(leaf) is Paragraph:
            if not text:
                self.close_leaf()
                return True
            is_plain = text[0].isalpha()
        else:
            is_plain = type(leaf) is FencedCode and text[:1] not in leaf.not_plain
        if is_plain and leaf is not None:
            leaf.texts.append(text)
            leaf.offsets.append(self.start)
            leaf.last, leaf.end = self.row, self.start + len(text)
        return is_plain or (not text and leaf is None)

    def _read_line(self, line: LineCursor) -> None:
        self._matched = self._count_matched(line)
        leaf = self._leaf if self._matched == len(self._containers) else None
        if isinstance(leaf, FencedCode) and leaf.is_closed_by(line):
            self._close_fence(leaf, line)
            return
        if leaf is not None and not leaf.goes_on(line):
            leaf = None
        if leaf is None or isinstance(leaf, _MAY_BE_INTERRUPTED):
            self._read_rest(line, leaf)
        else:
            self.add(leaf, line)

    def _count_matched(self, line: LineCursor) -> int:
        for count, container in enumerate(self._containers):
            if not container.goes_on(line):
                return count
        return len(self._containers)

    def _close_fence(self, fence: FencedCode, line: LineCursor) -> None:
        fence.closing = fence.last = self.row
        fence.end = self.start + len(line.text)
        self.close_leaf()

    def _read_rest(self, line: LineCursor, leaf: Leaf | None) -> None:
        """Begin the blocks that begin on the line; what is left then is text."""
        goes_on = isinstance(self._leaf, Paragraph)
        while line.indent < _CODE_INDENT and (opened := self._open(line, leaf)) is not None:
            if opened is Opened.LEAF:
                return
            leaf, goes_on = None, False
            if opened is Opened.TASK:
                break
            if len(self._containers) >= self._nesting:
                self.begin(Unread(self.row, self.start + line.first), line)
                return
        else:
            if line.indent >= _CODE_INDENT and not goes_on and not line.is_blank:
                line.skip(_CODE_INDENT)
                self.begin(IndentedCode(self.row, self.start + line.first), line)
                return
        self._read_text(line, leaf)

    def _open(self, line: LineCursor, leaf: Leaf | None) -> Opened | None:
        """Begin the one block that begins here, if one does."""
        for start in STARTS.get(line.char, ()):
            if opened := start(self, line, leaf):
                return opened
        return None

    def _read_text(self, line: LineCursor, leaf: Leaf | None) -> None:
        if line.is_blank:
            self._close_from(self._matched)
        elif leaf is not None:
            self.add(leaf, line)
        elif isinstance(self._leaf, Paragraph):
            # It goes on lazily: without what its containers want, and with the blanks before it.
            self._leaf.take(self.row, line, line.at, self.start)
        else:
            self.begin(Paragraph(self.row, self.start + line.first), line)

    # Beginning and ending

    def begin(self, leaf: Leaf, line: LineCursor | None = None) -> Opened:
        """Begin a leaf, with what is left of a line."""
        self._make_room()
        self._leaf = leaf
        if line is not None:
            self.add(leaf, line)
        return Opened.LEAF

    def add(self, leaf: Leaf, line: LineCursor) -> None:
        """Give a leaf what is left of a line."""
        leaf.add(self.row, line, self.start)
        if isinstance(leaf, HtmlBlock) and leaf.is_complete:
            self.close_leaf()

    def enter(self, container: Container) -> Opened:
        """Begin a container."""
        self._make_room()
        self._push(container)
        return Opened.CONTAINER

    def enter_item(self, item: Item, mark: str) -> None:
        """Begin an item of the list around, or of a new one."""
        self._close_from(self._matched)
        around = self._containers[-1] if self._containers else None
        if not isinstance(around, ListBlock) or around.mark != mark:
            self.enter(ListBlock(item.start, mark))
        self._containers[-1].children += 1
        self._push(item)

    def _push(self, container: Container) -> None:
        self._containers.append(container)
        self._matched = len(self._containers)
        self.steps.append((Step.OPEN, container))

    def become(self, leaf: Leaf) -> Opened:
        """Make another block of the one that is open, and end it."""
        self._leaf = leaf
        return self.close_leaf()

    def begin_table(self, above: Paragraph, columns: int, line: LineCursor) -> Opened:
        """Make a table of the last line of a paragraph; what stands above it stays one."""
        text, offset = above.texts.pop(), above.offsets.pop()
        if above.texts:
            self.steps.append((Step.LEAF, above))
        table = TableLeaf(self.row - 1, offset, columns)
        table.texts, table.offsets = [text], [offset]
        self._leaf = table
        self.add(table, line)
        return Opened.LEAF

    def _make_room(self) -> None:
        """End what the line does not belong to, and a list if no item of it follows."""
        self._close_from(self._matched)
        if self._containers and isinstance(self._containers[-1], ListBlock):
            self._close_from(len(self._containers) - 1)
        if self._containers:
            self._containers[-1].children += 1

    def _close_from(self, count: int) -> None:
        if self._leaf is not None:
            self.close_leaf()
        while len(self._containers) > count:
            container = self._containers.pop()
            self._reach(container.end)
            self.steps.append((Step.CLOSE, container))
        self._matched = min(self._matched, count)

    def close_leaf(self) -> Opened:
        """End the leaf that is open, if one is."""
        leaf, self._leaf = self._leaf, None
        if leaf is not None:
            self._reach(leaf.end)
            if not isinstance(leaf, Paragraph) or self.define(leaf):
                self.steps.append((Step.LEAF, leaf))
            elif self._containers:
                self._containers[-1].children -= 1
        return Opened.LEAF

    def _reach(self, end: int) -> None:
        if self._containers:
            self._containers[-1].end = max(self._containers[-1].end, end)

    def define(self, paragraph: Paragraph) -> bool:
        """Take the definitions out of a paragraph's beginning; whether text is left."""
        if not paragraph.texts or not paragraph.texts[0].startswith("["):
            return bool(paragraph.texts)
        content, alignment = "\n".join(paragraph.texts), paragraph.align()
        found, behind = read_definitions(content)
        for each in found:
            link = definition_link(each, content, alignment)
            self.steps.append((Step.DEFINITION, PlacedDefinition(link)))
        is_all = behind == len(content)
        paragraph.drop(len(paragraph.texts) if is_all else content.count("\n", 0, behind))
        return bool(paragraph.texts)
