"""Footnotes: which are shown, under which number, and what stands in them.

GitHub numbers them as they are first referred to, moves them to the end of the page, and does not
show those that nothing refers to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ..text.source import Span
from .blocks import Block, Step
from .containers import FootnoteBlock
from .definitions import fold_label
from .document import Footnote

_OUTSIDE = 0


class Footnotes:
    """The footnotes of one file."""

    def __init__(self, steps: Iterable[tuple[Step, Block]]) -> None:
        self._by_label: dict[str, FootnoteBlock] = {}
        self._numbers: dict[FootnoteBlock, int] = {}
        self._blocks: list[FootnoteBlock] = []
        self._starts: list[int] = []
        self._innermost: list[FootnoteBlock | None] = []
        self._place(steps)

    def __bool__(self) -> bool:
        return bool(self._by_label)

    def _place(self, steps: Iterable[tuple[Step, Block]]) -> None:
        opened: list[FootnoteBlock] = []
        for step, block in steps:
            if not isinstance(block, FootnoteBlock):
                continue
            if step is Step.OPEN:
                opened.append(block)
                self._blocks.append(block)
                self._starts.append(block.start)
                self._innermost.append(block)
            else:
                # Of equal labels the first that ends counts.
                self._by_label.setdefault(fold_label(block.label), opened.pop())
                self._starts.append(block.end)
                self._innermost.append(opened[-1] if opened else None)

    def facts(self) -> Iterator[Footnote]:
        """Each footnote, as it is written and shown."""
        for block in self._blocks:
            yield Footnote(block.label, Span(block.start, block.end), self._numbers.get(block, 0))

    def has(self, label: str) -> bool:
        """Whether there is a footnote of that label."""
        return fold_label(label) in self._by_label

    def refer(self, label: str) -> int | None:
        """The number that a reference to ``label`` shows; ``None`` without such a footnote."""
        block = self._by_label.get(fold_label(label))
        if block is None:
            return None
        return self._numbers.setdefault(block, len(self._numbers) + 1)

    def order(self, offset: int) -> int | None:
        """The number of the footnote around ``offset``: 0 for none, ``None`` if it is not shown."""
        at = bisect_right(self._starts, offset) - 1
        around = self._innermost[at] if at >= 0 else None
        return _OUTSIDE if around is None else self._numbers.get(around)
