"""What people read of a document: its text without code, addresses, tags and comments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ..parse.document import Block, BlockKind, Document, Label, Link, LinkKind
from ..parse.html import Comment, scan
from ..text.source import Span

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE, BlockKind.HTML})
_IMAGES = frozenset({LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE, LinkKind.AUTOLINK})
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
#: What ends running text, before any closing quotes, brackets and emphasis.
_ENDS_SENTENCE = re.compile(r"[.!?:…。！？।؟۔][\"'”’»)\]*_]*\Z")
#: Elements that only a browser reads.
_RAW = frozenset({"script", "style"})
#: Inline code is read as one word, and as a short one.
_CODE = "x"


class Prose(NamedTuple):
    """The text of one block in one line. ``is_running`` is true where it ends like a sentence."""

    text: str
    is_running: bool


class _Cut(NamedTuple):
    start: int
    end: int
    instead: str = ""


def prose_of(document: Document) -> Iterator[Prose]:
    """The blocks of text, and the labels in them, each for itself."""
    labels = [label for label in document.labels if _is_name(label)]
    yield from (Prose(label.text, is_running=False) for label in labels)
    cuts = sorted({*_cuts(document), *(_Cut(*label.span) for label in labels)})
    starts = [cut.start for cut in cuts]
    for block in document.blocks:
        if block.kind in _READ:
            first, last = (bisect_left(starts, offset) for offset in block.span)
            text = _plain(_without(document.text, block.span, cuts[first:last]))
            if text:
                yield Prose(text, _is_running(block, text))


def _is_name(label: Label) -> bool:
    """Whether it names what follows, and is not the strong beginning of a sentence."""
    return label.colon or not label.tail


def _is_running(block: Block, text: str) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH and _ENDS_SENTENCE.search(text, len(text) - 9) is not None
    )


def _cuts(document: Document) -> Iterator[_Cut]:
    for span in document.code_spans:
        yield _Cut(*span, _CODE)
    for link in document.links:
        if link.kind in _IMAGES:
            yield _Cut(*link.span)
        elif link.kind in (LinkKind.INLINE, LinkKind.REFERENCE):
            yield _Cut(_text_end(document.text, link), link.span.end)


def _text_end(text: str, link: Link) -> int:
    """Where the text of a link ends, and what only the parser reads begins."""
    if link.target is None:
        at = text.rfind("][", *link.span)
        return link.span.end if at < 0 else at
    at = text.rfind("](", link.span.start, link.target.start)
    return link.target.start if at < 0 else at


def _without(text: str, span: Span, cuts: list[_Cut]) -> str:
    parts: list[str] = []
    at = span.start
    for cut in cuts:
        if cut.start >= at:
            parts += [text[at : cut.start], cut.instead]
        at = max(at, cut.end)
    return "".join([*parts, text[at : span.end]])


def _plain(text: str) -> str:
    if "<" in text:
        text = _without_markup(text)
    if "&" in text:
        text = unescape(text)
    if "://" in text or "www." in text:
        text = _ADDRESS.sub("", text)
    return " ".join(text.split())


def _without_markup(text: str) -> str:
    """``text`` without tags and comments, and without what only a browser reads."""
    parts: list[str] = []
    at, is_raw = 0, False
    for found in scan(text):
        if not is_raw:
            parts.append(text[at : found.start])
        at = found.end
        is_raw = not isinstance(found, Comment) and not found.closing and found.name in _RAW
    return "".join([*parts, "" if is_raw else text[at:]])
