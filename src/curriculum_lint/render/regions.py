"""Parts of a readme that get an element of their own around their blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from .places import LineRange


class Region(NamedTuple):
    """What stands before and behind the blocks on some lines."""

    lines: LineRange
    before: str
    behind: str


def with_regions(
    tokens: Iterable[Token], regions: Sequence[Region], left_out: Collection[LineRange]
) -> Iterator[Token]:
    """The tokens without the blocks that are left out, and with the elements around regions.

    A region begins before the first block on its lines, and ends with the last; one inside
    another ends before it.
    """
    waiting = sorted(regions, key=lambda each: (each.lines.start, -each.lines.end))[::-1]
    open_ones: list[Region] = []
    for block in _blocks(tokens):
        start = block[0].map[0] if block[0].map else None
        if start is not None:
            while open_ones and open_ones[-1].lines.end <= start:
                yield _html(open_ones.pop().behind)
            while waiting and waiting[-1].lines.start <= start:
                region = waiting.pop()
                if region.lines.end > start:
                    yield _html(region.before)
                    open_ones.append(region)
        if start is None or not any(lines.start <= start < lines.end for lines in left_out):
            yield from block
    yield from (_html(region.behind) for region in reversed(open_ones))


def _blocks(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of one outermost block after the other."""
    block: list[Token] = []
    depth = 0
    for token in tokens:
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []
    if block:
        yield block


def _html(text: str) -> Token:
    token = Token("html_block", "", 0)
    token.content = f"{text}\n"
    return token
