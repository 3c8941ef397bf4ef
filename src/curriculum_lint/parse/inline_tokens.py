"""What the text of one block consists of: tokens in order, with offsets in the block's content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import NamedTuple

from ..text.source import Span
from .html import Tag, scan


class InlineKind(IntEnum):
    """The kinds of token."""

    TEXT = auto()
    CODE = auto()
    HTML = auto()
    SOFT_BREAK = auto()
    HARD_BREAK = auto()
    #: Asterisks, underscores or tildes: its text is what has not become emphasis.
    RUN = auto()
    FOOTNOTE = auto()
    #: A link or image up to its `END`.
    LINK = auto()
    IMAGE = auto()
    END = auto()


BREAKS = frozenset({InlineKind.SOFT_BREAK, InlineKind.HARD_BREAK})


@dataclass(slots=True)
class InlineToken:
    """``text`` is what is shown of it, or the source of HTML; of a footnote it is the number."""

    kind: InlineKind
    start: int
    end: int
    text: str = ""
    link: LinkPart | None = None


class LinkPart(NamedTuple):
    """What is known of a link or image that has ended.

    ``close`` is the index of its last token. ``label`` is that of a reference; without one,
    ``target`` is where ``destination`` stands. The text ends at ``text_end``, which is ``None``
    for an address that is its own text; ``is_bare`` where it has no angle brackets either.
    """

    close: int
    destination: str
    target: Span | None
    label: str | None = None
    text_end: int | None = None
    is_bare: bool = False


class Emphasis(NamedTuple):
    """Strong or other emphasis: between which tokens, and which characters are its marks."""

    is_strong: bool
    opener: int
    closer: int
    opening: Span
    closing: Span


def outside_images(tokens: Sequence[InlineToken]) -> Iterator[tuple[int, InlineToken]]:
    """The tokens with their indexes; of an image only the first, since the others are not shown."""
    behind = 0
    for index, token in enumerate(tokens):
        if index >= behind:
            yield index, token
            behind = token.link.close if token.kind is InlineKind.IMAGE and token.link else 0


def spoken_text(tokens: Iterable[InlineToken]) -> str:
    """The text of tokens as it is read aloud: images are their descriptions."""
    return "".join(map(_spoken, tokens))


def _spoken(token: InlineToken) -> str:
    if token.kind in BREAKS:
        return " "
    if token.kind is InlineKind.FOOTNOTE:
        return ""
    if token.kind is InlineKind.HTML:
        tags = (tag for tag in scan(token.text) if isinstance(tag, Tag))
        return "".join(a.value for tag in tags for a in tag.attributes if a.name == "alt")
    return token.text
