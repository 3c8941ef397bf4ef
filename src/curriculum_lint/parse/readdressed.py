"""A document of which only links lead elsewhere, from what it was: nothing else is parsed again.

A destination of letters, digits and a few signs, right behind its bracket, can be exchanged for
another one without any effect on Markdown. All places move with it, and the rest is as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import fields
from itertools import accumulate
from typing import Any, NamedTuple

from ..text.source import Span, line_starts
from .document import (
    Block,
    BlockKind,
    Document,
    Label,
    LetteredItem,
    Link,
    LinkKind,
    List,
    ListItem,
)
from .formulas import is_argument
from .parser import ParseLimits, with_derived_facts

#: A destination without anything that could mean more in Markdown.
_PLAIN = re.compile(r"[\w./#%~+-]+")
#: What stands before one: a bracket, or on the same line the label of a definition.
_BEFORE = {LinkKind.INLINE: "(", LinkKind.IMAGE: "(", LinkKind.DEFINITION: "]:"}


class _Change(NamedTuple):
    """A destination that is another one now: where it stood, and what stands there."""

    start: int
    end: int
    new: str


def readdressed(was: Document, path: str, text: str, limits: ParseLimits) -> Document | None:
    """What parsing ``text`` gives, where it differs from what it ``was`` in destinations only.

    ``None`` where it has to be parsed.
    """
    if was.limits or was.suppressions or not _is_short(text, limits):
        return None
    changes = _changes(was, text)
    moved = None if changes is None else _Moved(was, text, changes).document(path)
    if moved is None or any(map(limits.pass_over, moved.blocks)):
        return None
    return with_derived_facts(moved)


def _is_short(text: str, limits: ParseLimits) -> bool:
    most = limits.line_characters
    return len(text) <= most or max(map(len, text.splitlines())) <= most


def _changes(was: Document, text: str) -> list[_Change] | None:
    """The destinations that are others; ``None`` where anything else is."""
    changes: list[_Change] = []
    old, end, at = was.text, 0, 0
    for link in was.links:
        target = link.target
        if target is None or target.start < end or not _is_plain(link, old):
            continue
        between = old[end : target.start]
        if not text.startswith(between, at):
            return None
        at += len(between)
        found = _PLAIN.match(text, at)
        if found is None:
            return None
        if found[0] != link.destination:
            if "$" in old and is_argument(found[0]) != is_argument(link.destination):
                return None
            changes.append(_Change(*target, found[0]))
        end, at = target.end, found.end()
    return changes if old[end:] == text[at:] else None


def _is_plain(link: Link, text: str) -> bool:
    """Whether the destination of a link may be exchanged for another plain one."""
    assert link.target is not None
    start, end = link.target
    before = text[link.span.start : start]
    return (
        link.kind in _BEFORE
        and text[start:end] == link.destination
        and before.rstrip(" \t").endswith(_BEFORE[link.kind])
        and _PLAIN.fullmatch(link.destination) is not None
    )


class _Moved:
    """The facts of a document, at the places that they have after some changes."""

    def __init__(self, was: Document, text: str, changes: list[_Change]) -> None:
        self._was, self._text = was, text
        self._new = {change.start: change.new for change in changes}
        self._ends = [change.end for change in changes]
        longer = (len(change.new) - (change.end - change.start) for change in changes)
        self._by = [0, *accumulate(longer)]

    def document(self, path: str) -> Document | None:
        """The document, but for what is derived from its other facts."""
        lists = self._lists()
        if lists is None:
            return None
        own: dict[str, Any] = {
            "path": path,
            "text": self._text,
            "line_starts": line_starts(self._text),
        }
        names = (each.name for each in fields(Document) if each.name not in {*own, "lists"})
        return Document(
            **own, lists=lists, **{name: self._fact(getattr(self._was, name)) for name in names}
        )

    def _at(self, offset: int) -> int:
        return offset + self._by[bisect_right(self._ends, offset)]

    def _fact(self, fact: Any) -> Any:
        """A fact, or several, at its new place."""
        if isinstance(fact, Span):
            return Span(self._at(fact.start), self._at(fact.end))
        if not isinstance(fact, tuple):
            return fact
        if not hasattr(fact, "_make"):
            return tuple(map(self._fact, fact))
        moved = fact._make(map(self._fact, fact))
        if isinstance(fact, Link) and fact.target and fact.target.start in self._new:
            return moved._replace(destination=self._new[fact.target.start])
        if isinstance(fact, Label | LetteredItem) and fact.item >= 0:
            return moved._replace(item=self._at(fact.item))
        return moved

    def _lists(self) -> tuple[List, ...] | None:
        """The lists with the texts of their items; ``None`` where one of these is not certain."""
        lists: list[List] = []
        for was in self._was.lists:
            items = [self._item(item, was.depth + 1) for item in was.items]
            if None in items:
                return None
            lists.append(self._fact(was._replace(items=()))._replace(items=tuple(items)))
        return tuple(lists)

    def _item(self, item: ListItem, depth: int) -> ListItem | None:
        moved: ListItem = self._fact(item)
        if not (item.text and self._is_changed(item.span)):
            return moved
        own = self._paragraph(item.span, depth)
        text = None if own is None else self._content(own, item.text)
        return None if text is None else moved._replace(text=text)

    def _is_changed(self, span: Span) -> bool:
        return bisect_left(self._ends, span.start) < bisect_right(self._ends, span.end)

    def _paragraph(self, item: Span, depth: int) -> Span | None:
        """The first paragraph of an item that is in no item inside of it."""
        blocks = self._was.blocks
        for at in range(bisect_left(blocks, item.start, key=_start), len(blocks)):
            kind, span, around = blocks[at]
            if span.start >= item.end:
                return None
            if kind is BlockKind.PARAGRAPH and around == depth:
                return span
        return None

    def _content(self, paragraph: Span, content: str) -> str | None:
        """What a paragraph holds now that held ``content``: each line is the end of a line."""
        old, new = self._was.text[slice(*paragraph)], self._text[slice(*self._fact(paragraph))]
        lines = list(zip(old.split("\n"), new.split("\n"), content.split("\n"), strict=False))
        if not old.count("\n") == new.count("\n") == content.count("\n"):
            return None
        if not all(before.endswith(line) for before, _, line in lines):
            return None
        return "\n".join(now[len(before) - len(line) :] for before, now, line in lines)


def _start(block: Block) -> int:
    return block.span.start
