"""Lists that count on although text stands between their items: ``1. …``, words, ``2. …``.

Markdown ends a list before such words, and begins another one behind them. People see one, in which
something stands below most items.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ..parse.document import Block, BlockKind, Document, List, ListItem
from ..text.late_pattern import late_pattern
from ..text.source import Span

#: What lies in no other: a block, a list that does not count, an item of one that does.
_Piece = Block | List | ListItem
_APART = frozenset({BlockKind.RULE, BlockKind.COMMENT})
#: Words that announce what follows, rather than tell of what stands above them.
_ANNOUNCED = late_pattern(r"(\*\*|__)[^\r\n]*\1|[^\r\n]*:")
#: Words that may announce something: no sentence.
_TITLE = late_pattern(r"[^\r\n]*[^\s.!?…]")


class _Part(NamedTuple):
    """An item, and what stands between it and the next one."""

    item: ListItem
    below: list[_Piece]

    @property
    def kinds(self) -> list[str]:
        """The kinds of what stands below it."""
        return [each.kind if isinstance(each, Block) else "list" for each in self.below]


class _Run(NamedTuple):
    """Items that count on, and what stands ``above`` the first one."""

    above: _Piece | None
    parts: list[_Part]


def joined_lists(document: Document) -> Sequence[List]:
    """The lists of a document; those that count on are one each."""
    if not any(map(_may_go_on, document.lists)):
        return document.lists
    outer = {each.items[0].span: each for each in document.lists if not each.depth}
    joined: list[List] = []
    for run in _runs(document):
        lists = [outer[part.item.span] for part in run.parts if part.item.span in outer]
        is_whole = sum(len(each.items) for each in lists) == len(run.parts)
        parts = _whole(document, run) if len(lists) > 1 and is_whole else []
        if parts:
            joined.append(_joined(lists[0], parts))
            outer = {start: each for start, each in outer.items() if each not in lists}
    inner = (each for each in document.lists if each.depth)
    return sorted(chain(outer.values(), inner, joined), key=lambda e: (e.span.start, e.depth))


def _may_go_on(each: List) -> bool:
    return not each.depth and each.ordered and (each.items[0].number or 0) > 1


def _runs(document: Document) -> Iterator[_Run]:
    """Items that count on below one heading, with what stands between them."""
    run, above = _Run(None, []), None
    for piece in _pieces(document):
        if isinstance(piece, ListItem):
            # A number may be missing where a unit comes or goes.
            if not run.parts or (piece.number or 0) <= (run.parts[-1].item.number or 0):
                yield run
                run = _Run(above, [])
            run.parts.append(_Part(piece, []))
        elif isinstance(piece, Block) and piece.kind is BlockKind.HEADING:
            yield run
            run = _Run(None, [])
        elif run.parts:
            run.parts[-1].below.append(piece)
        above = piece
    yield run


def _pieces(document: Document) -> list[_Piece]:
    lists = [each for each in document.lists if not each.depth]
    items = chain.from_iterable(each.items for each in lists if each.ordered)
    blocks = (each for each in document.blocks if not each.depth)
    others = (each for each in lists if not each.ordered)
    return sorted([*items, *blocks, *others], key=lambda each: each.span)


def _whole(document: Document, run: _Run) -> list[_Part]:
    """The items with what belongs to them; nothing where they are parts of something else."""
    parts = [part._replace(below=_without_end(part.below)) for part in run.parts]
    last = parts.pop()
    below = [part.below for part in parts if part.below]
    alike = [len(e.below) for e in parts if e.below and last.kinds[: len(e.below)] == e.kinds]
    last = last._replace(below=last.below[: max(alike, default=0)])
    bare = len(parts) - len(below) + (not last.below)
    if 2 * bare >= len(run.parts) or _is_announced(document, run.above, below):
        return []
    return [*parts, last]


def _without_end(pieces: list[_Piece]) -> list[_Piece]:
    """Without the rules and comments that part it from what follows."""
    end = len(pieces)
    while end and isinstance(piece := pieces[end - 1], Block) and piece.kind in _APART:
        end -= 1
    return pieces[:end]


def _is_announced(
    document: Document, above: _Piece | None, below: Sequence[Sequence[_Piece]]
) -> bool:
    """Whether items have their words above them: ``**Week 2**``, ``2. …``."""
    before = [_words(document, each[-1]) for each in below]
    titles = [*before, _words(document, above)]
    return any(map(_ANNOUNCED.fullmatch, before)) or all(map(_TITLE.fullmatch, titles))


def _words(document: Document, piece: _Piece | None) -> str:
    """The words of a paragraph; of anything else a full stop."""
    is_words = isinstance(piece, Block) and piece.kind is BlockKind.PARAGRAPH
    return document.text[slice(*piece.span)].strip() if piece and is_words else "."


def _joined(first: List, parts: Sequence[_Part]) -> List:
    """One list of the items, each with what stands below it."""
    items = tuple(map(_with_below, parts))
    return first._replace(span=Span(items[0].span.start, items[-1].span.end), items=items)


def _with_below(part: _Part) -> ListItem:
    item, below = part
    end = below[-1].span.end if below else item.span.end
    return item._replace(span=Span(item.span.start, end))
