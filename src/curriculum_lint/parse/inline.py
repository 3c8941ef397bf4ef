"""The tokens of one block → links, labels, code spans, HTML, and its plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ..text.source import Span
from .alignment import Alignment
from .bare_addresses import find_mailboxes
from .document import Link, LinkKind, Placement
from .formulas import find_formulas, is_argument
from .inline_parser import InlineContent
from .inline_tokens import (
    BREAKS,
    Emphasis,
    InlineKind,
    InlineToken,
    LinkPart,
    outside_images,
    spoken_text,
)
from .labels import StrongText

_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_SHOWN = frozenset({InlineKind.TEXT, InlineKind.CODE, InlineKind.RUN})


class Inline:
    """Reads the tokens of one block; the results are in its attributes."""

    def __init__(self, content: str, read: InlineContent, alignment: Alignment) -> None:
        self.content = content
        self.tokens, self._emphasis = read
        self.alignment = alignment
        self.links: list[Link] = []
        self.code: list[Span] = []
        #: Text, and HTML with its offset in the content, in order; images add nothing.
        self.pieces: list[tuple[str, int | None]] = []
        self._read()
        if "@" in content:
            self.links.extend(self._mailboxes())

    @property
    def text(self) -> str:
        """The text as rendered, without markup: images, tags and breaks add nothing."""
        return self._plain_text(numbered=False)

    @property
    def numbered_text(self) -> str:
        """The text of which GitHub makes an anchor: a footnote's mark is its number."""
        return self._plain_text(numbered=True)

    def _plain_text(self, *, numbered: bool) -> str:
        kinds = _SHOWN | {InlineKind.FOOTNOTE} if numbered else _SHOWN
        return "".join(
            token.text for _, token in outside_images(self.tokens) if token.kind in kinds
        )

    def _read(self) -> None:
        for index, token in outside_images(self.tokens):
            if token.link is not None:
                self.links.append(self._link(index, token, token.link))
            elif token.kind is InlineKind.CODE:
                self.code.append(self.alignment.span(token.start, token.end))
            if token.kind is InlineKind.HTML:
                self.pieces.append((token.text, token.start))
            elif token.kind in _SHOWN:
                self.pieces.append((token.text, None))

    def _link(self, index: int, token: InlineToken, link: LinkPart) -> Link:
        span = self.alignment.span(token.start, token.end)
        text = spoken_text(self.tokens[index + 1 : link.close]).strip()
        if link.label is not None:
            kinds = LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE
            return Link(_of(token, *kinds), "", span, None, text, link.label)
        target = self.alignment.span(*link.target) if link.target else None
        if link.text_end is None:
            kind = LinkKind.BARE if link.is_bare else LinkKind.AUTOLINK
        else:
            kind = _of(token, LinkKind.INLINE, LinkKind.IMAGE)
            if kind is LinkKind.INLINE and self._is_in_formula(token, link):
                kind = LinkKind.FORMULA
        return Link(kind, link.destination, span, target, text)

    def _is_in_formula(self, token: InlineToken, link: LinkPart) -> bool:
        if "$" not in self.content or not is_argument(link.destination):
            return False
        return any(start < token.start < end for start, end in find_formulas(self.content))

    def _mailboxes(self) -> Iterator[Link]:
        """Addresses of mailboxes in text that is no link."""
        for text, start in self._texts_outside_links():
            for destination, (first, last) in find_mailboxes(text):
                span = self.alignment.span(start + first, start + last)
                yield Link(LinkKind.BARE, destination, span, span, text[first:last])

    def _texts_outside_links(self) -> Iterator[tuple[str, int]]:
        """Pieces of text that are shown as they are written, and where each begins."""
        start = end = behind = 0
        for index, token in enumerate(self.tokens):
            if index < behind:
                continue
            if self._is_plain(token):
                end = token.end
                continue
            yield self.content[start:end], start
            behind = token.link.close if token.link else 0
            start = end = self.tokens[behind or index].end
        yield self.content[start:end], start

    def _is_plain(self, token: InlineToken) -> bool:
        if token.kind is InlineKind.RUN:
            return len(token.text) == token.end - token.start
        is_text = token.kind is InlineKind.TEXT
        return is_text and self.content.startswith(token.text, token.start)

    def strong_texts(self) -> Iterator[StrongText]:
        """The strong texts that begin a line of this block."""
        opened = {each.opener: each for each in self._emphasis if each.is_strong}
        if not opened:
            return
        placement: Placement | None = Placement.OWN_BLOCK
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            strong = opened.get(index)
            if strong is not None and placement and not token.text:
                yield self._strong(strong, placement)
                index = strong.closer
                placement = None
            else:
                placement = _next_placement(token, placement)
            index += 1

    @cached_property
    def _wrapped(self) -> set[tuple[int, int]]:
        """Where emphasis begins and ends inside its marks."""
        return {(each.opening.end, each.closing.start) for each in self._emphasis}

    def _strong(self, strong: Emphasis, placement: Placement) -> StrongText:
        start, end = strong.opening.start, strong.closing.end
        if (start, end) in self._wrapped:
            start, end = start - 1, end + 1
        text = spoken_text(self.tokens[strong.opener + 1 : strong.closer]).strip()
        return StrongText(text, start, end, placement)


def _of(token: InlineToken, link: LinkKind, image: LinkKind) -> LinkKind:
    return image if token.kind is InlineKind.IMAGE else link


def _next_placement(token: InlineToken, before: Placement | None) -> Placement | None:
    """How a label behind ``token`` would begin its line; ``None`` if it would not begin one."""
    if token.kind in BREAKS:
        is_soft = token.kind is InlineKind.SOFT_BREAK
        return Placement.SOFT_BREAK if is_soft else Placement.HARD_BREAK
    if token.kind is InlineKind.HTML:
        return Placement.HARD_BREAK if _LINE_BREAK.match(token.text) else before
    if token.link is not None or token.text.strip():
        return None
    return before
