"""The inline content of one block → links, labels, code spans, HTML, and its plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..text.source import Span
from .document import Link, LinkKind, Placement
from .html import Tag, scan
from .inline_rules import END, FOOTNOTE, LABEL_END, START
from .labels import StrongText

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .alignment import Alignment

_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_BREAKS = {"softbreak": Placement.SOFT_BREAK, "hardbreak": Placement.HARD_BREAK}
_TEXT = frozenset({"text", "text_special", "code_inline"})
_NUMBERED = _TEXT | {FOOTNOTE}
_DESTINATION_GAP = " \t\n"


class Inline:
    """Reads the tokens of one block; the results are in its attributes."""

    def __init__(self, content: str, tokens: list[Token], alignment: Alignment) -> None:
        self.content = content
        self.tokens = tokens
        self.alignment = alignment
        self.links: list[Link] = []
        self.code: list[Span] = []
        #: Text, and HTML with its offset in the content, in order.
        self.pieces: list[tuple[str, int | None]] = []
        self._read()

    @property
    def text(self) -> str:
        """The text as rendered, without markup: images and tags add nothing."""
        return plain_text(self.tokens)

    @property
    def numbered_text(self) -> str:
        """The text of which GitHub makes an anchor: a footnote's mark is its number."""
        return plain_text(self.tokens, _NUMBERED)

    def _read(self) -> None:
        for index, token in enumerate(self.tokens):
            if token.type == "link_open":
                self.links.append(self._link(token, self._linked_text(index)))
            elif token.type == "image":
                self.links.append(self._image(token))
            elif token.type == "code_inline":
                self.code.append(self._span(token))
            elif token.type == "html_inline":
                self.pieces.append((token.content, token.meta[START]))
            if token.type in _TEXT:
                self.pieces.append((token.content, None))

    def _span(self, token: Token) -> Span:
        return self.alignment.span(token.meta[START], token.meta[END])

    def _linked_text(self, index: int) -> str:
        """What a reader sees of a link: its text, or the description of the image inside."""
        end = index
        while self.tokens[end].type != "link_close":
            end += 1
        return spoken_text(self.tokens[index + 1 : end]).strip()

    def _link(self, token: Token, text: str) -> Link:
        if token.markup == "autolink":
            return self._autolink(token)
        return self._bracketed(token, text, LinkKind.INLINE, LinkKind.REFERENCE, "href")

    def _image(self, token: Token) -> Link:
        kinds = (LinkKind.IMAGE, LinkKind.IMAGE_REFERENCE)
        return self._bracketed(token, spoken_text(token.children or ()).strip(), *kinds, "src")

    def _autolink(self, token: Token) -> Link:
        start, end = token.meta[START], token.meta[END]
        target = self.alignment.span(start + 1, end - 1)
        written = self.content[start + 1 : end - 1]
        # An address of a mailbox gets its scheme from the library.
        destination = str(token.attrs["href"])
        return Link(LinkKind.AUTOLINK, destination, self._span(token), target, written)

    def _bracketed(
        self, token: Token, text: str, inline: LinkKind, reference: LinkKind, attribute: str
    ) -> Link:
        label = token.meta.get("label")
        if label is not None:
            return Link(reference, "", self._span(token), None, text, label)
        destination = str(token.attrs.get(attribute, ""))
        start, end = self._destination(token.meta[LABEL_END] + 2)
        target = self.alignment.span(start, end)
        return Link(inline, destination, self._span(token), target, text)

    def _destination(self, at: int) -> tuple[int, int]:
        """Where the destination stands that begins at or after ``at``, without angle brackets."""
        from markdown_it.helpers import parseLinkDestination

        while at < len(self.content) and self.content[at] in _DESTINATION_GAP:
            at += 1
        end = parseLinkDestination(self.content, at, len(self.content)).pos
        if self.content.startswith("<", at) and end > at + 1:
            return at + 1, end - 1
        return at, max(at, end)

    def strong_texts(self) -> Iterator[StrongText]:
        """The strong texts that begin a line of this block."""
        placement: Placement | None = Placement.OWN_BLOCK
        index = 0
        while index < len(self.tokens):
            if self.tokens[index].type == "strong_open" and placement is not None:
                close = self._closing(index)
                yield self._strong(index, close, placement)
                index = close
            placement = _next_placement(self.tokens[index], placement)
            index += 1

    def _strong(self, index: int, close: int, placement: Placement) -> StrongText:
        start, end = self.tokens[index].meta[START] - 1, self.tokens[close].meta[START] + 2
        if self._is_wrapped(index, close):
            start, end = start - 1, end + 1
        text = spoken_text(self.tokens[index + 1 : close]).strip()
        return StrongText(text, start, end, placement)

    def _is_wrapped(self, index: int, close: int) -> bool:
        """Whether emphasis holds the strong text and nothing else."""
        around = [
            self.tokens[at].type for at in (index - 2, close + 2) if 0 <= at < len(self.tokens)
        ]
        return around == ["em_open", "em_close"]

    def _closing(self, index: int) -> int:
        depth = 0
        for at in range(index, len(self.tokens)):
            depth += {"strong_open": 1, "strong_close": -1}.get(self.tokens[at].type, 0)
            if depth == 0:
                return at
        return len(self.tokens) - 1


def _next_placement(token: Token, before: Placement | None) -> Placement | None:
    """How a label behind ``token`` would begin its line; ``None`` if it would not begin one."""
    if token.type in _BREAKS:
        return _BREAKS[token.type]
    if token.type == "html_inline":
        return Placement.HARD_BREAK if _LINE_BREAK.match(token.content) else before
    if token.type == "em_open" or not (token.content.strip() or token.nesting):
        return before
    return None


def plain_text(tokens: Iterable[Token], types: frozenset[str] = _TEXT) -> str:
    """The text of inline tokens as GitHub's anchors see it: a line break adds nothing."""
    return "".join(token.content for token in tokens if token.type in types)


def spoken_text(tokens: Iterable[Token]) -> str:
    """The text of inline tokens as it is read aloud: images are their descriptions."""
    return "".join(map(_description, tokens))


def _description(token: Token) -> str:
    if token.type == "image":
        return spoken_text(token.children or ())
    if token.type == "html_inline":
        tags = (tag for tag in scan(token.content) if isinstance(tag, Tag))
        return "".join(a.value for tag in tags for a in tag.attributes if a.name == "alt")
    if token.type == FOOTNOTE:
        return ""
    return " " if token.type in _BREAKS else token.content
