"""The text of one block → tokens, as GitHub's grammar sees them.

This is the second phase that CommonMark describes: one pass from left to right, with a stack of
brackets and one of runs, so that time grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .bare_addresses import find_url, find_www
from .definitions import TITLE, fold_label
from .destination import decode_entities, find_destination, unescape_destination
from .document import Link
from .emphasis import ASCII_PUNCTUATION, DelimiterRun, Runs
from .entities import match_entity
from .footnotes import Footnotes
from .inline_html import match_address, match_html
from .inline_tokens import Emphasis, InlineKind, InlineToken, LinkPart

_SPECIAL = re.compile(r"[\n\\`*_~\[\]<&]|!\[(?!\^)|://|www\.")
_TICKS = re.compile(r"`+")
_LINE_START = re.compile(r"\n[ \t]*")
_GAP = re.compile(r"[ \t\n\v\f\r]*")
_LABEL = late_pattern(r"\[((?:[^\\\[\]]|\\[!-/:-@\[-`{-~]?+){0,1000})\]")
_MOST_OF_LABEL = 1000
_MOST_TICKS = 80

References = Mapping[str, Link]


class InlineContent(NamedTuple):
    """What a block's text consists of."""

    tokens: list[InlineToken]
    emphasis: list[Emphasis]


class _Ending(NamedTuple):
    """How a link or image ends: with a destination, or with a label."""

    end: int
    destination: str
    target: Span | None
    label: str | None


@dataclass(slots=True)
class _Bracket:
    """An opening bracket; ``position`` is behind it, ``index`` that of its token."""

    index: int
    position: int
    is_image: bool
    has_bracket_behind: bool = False


def parse_inline(content: str, references: References, footnotes: Footnotes) -> InlineContent:
    """The tokens of a block's text."""
    return _InlineParser(content, references, footnotes).parse()


class _InlineParser:
    def __init__(self, content: str, references: References, footnotes: Footnotes) -> None:
        self._content, self._references, self._footnotes = content, references, footnotes
        self._tokens: list[InlineToken] = []
        self._runs = Runs()
        self._brackets: list[_Bracket] = []
        #: Where text begins that is no token yet.
        self._text = 0
        #: Whether a link has ended behind the last opening bracket: links hold no links.
        self._no_links = False
        #: Where runs of so many backticks were seen last, and whether all of the text was seen.
        self._ticks: dict[int, int] = {}
        self._is_searched = False

    def parse(self) -> InlineContent:
        at = 0
        while (special := _SPECIAL.search(self._content, at)) is not None:
            at = _HANDLERS[special[0][0]](self, special.start())
        self._flush(len(self._content))
        self._runs.pair(0)
        for token in self._tokens:
            if token.kind is InlineKind.FOOTNOTE:
                token.text = str(self._footnotes.refer(token.text))
        return InlineContent(self._tokens, self._runs.found)

    def _flush(self, end: int) -> bool:
        """Make a token of the text up to ``end``, if there is any."""
        start, self._text = self._text, end
        if end > start:
            self._tokens.append(InlineToken(InlineKind.TEXT, start, end, self._content[start:end]))
        return end > start

    def _put(self, kind: InlineKind, start: int, end: int, text: str = "") -> int:
        self._flush(start)
        self._tokens.append(InlineToken(kind, start, end, text))
        self._text = end
        return end

    # Each of these takes what begins at an offset, and says where to go on. What it leaves alone
    # is text.

    def _newline(self, at: int) -> int:
        if self._flush(at):
            self._tokens[-1].text = self._tokens[-1].text.rstrip(" \t")
        is_hard = at > 1 and self._content.startswith("  ", at - 2)
        kind = InlineKind.HARD_BREAK if is_hard else InlineKind.SOFT_BREAK
        return self._put(kind, at, _LINE_START.match(self._content, at).end())  # type: ignore[union-attr]

    def _backslash(self, at: int) -> int:
        char = self._content[at + 1 : at + 2]
        if char == "\n":
            return self._put(InlineKind.HARD_BREAK, at, at + 2)
        if char in ASCII_PUNCTUATION:
            return self._put(InlineKind.TEXT, at, at + 2, char)
        return at + 1

    def _code(self, at: int) -> int:
        opening = _TICKS.match(self._content, at).end()  # type: ignore[union-attr]
        length = opening - at
        closing = self._closing_ticks(opening, length)
        if closing is None:
            return opening
        code = self._content[opening : closing - length].replace("\n", " ")
        if code.startswith(" ") and code.endswith(" ") and code.strip(" "):
            code = code[1:-1]
        return self._put(InlineKind.CODE, at, closing, code)

    def _closing_ticks(self, at: int, length: int) -> int | None:
        """Where the next run of so many backticks ends.

        Once the text was looked through in vain, GitHub trusts the runs that were seen last.
        """
        if length > _MOST_TICKS or (self._is_searched and self._ticks.get(length, 0) <= at):
            return None
        for run in _TICKS.finditer(self._content, at):
            self._ticks[run.end() - run.start()] = run.start()
            if run.end() - run.start() == length:
                return run.end()
        self._is_searched = True
        return None

    def _entity(self, at: int) -> int:
        entity = match_entity(self._content, at)
        if entity is None:
            return at + 1
        return self._put(InlineKind.TEXT, at, entity[1], entity[0])

    def _angle(self, at: int) -> int:
        if address := match_address(self._content, at):
            match, scheme = address
            written = decode_entities(match[1])
            target = Span(*match.span(1))
            return self._address(Span(*match.span()), target, written, scheme + written)
        if html := match_html(self._content, at):
            return self._put(InlineKind.HTML, at, html.end(), html[0])
        return at + 1

    def _address(
        self, span: Span, target: Span, text: str, destination: str, *, is_bare: bool = False
    ) -> int:
        self._flush(span.start)
        close = len(self._tokens) + 2
        link = LinkPart(close, destination, target, is_bare=is_bare)
        self._tokens += (
            InlineToken(InlineKind.LINK, span.start, span.end, link=link),
            InlineToken(InlineKind.TEXT, target.start, target.end, text),
            InlineToken(InlineKind.END, span.end, span.end),
        )
        self._text = span.end
        return span.end

    def _run(self, at: int) -> int:
        end, char = at + 1, self._content[at]
        while self._content.startswith(char, end):
            end += 1
        self._put(InlineKind.RUN, at, end, self._content[at:end])
        run = DelimiterRun(self._tokens[-1], len(self._tokens) - 1, self._content)
        if run.is_useful:
            self._runs.push(run)
        return end

    def _url(self, at: int) -> int:
        span = None if self._brackets else find_url(self._content, at, self._text)
        if span is None:
            return at + 3
        written = self._content[span.start : span.end]
        return self._address(span, span, written, written, is_bare=True)

    def _www(self, at: int) -> int:
        span = None if self._brackets else find_www(self._content, at)
        if span is None:
            return at + 4
        written = self._content[span.start : span.end]
        return self._address(span, span, written, f"http://{written}", is_bare=True)

    # Brackets

    def _open(self, at: int) -> int:
        is_image = self._content[at] == "!"
        end = at + 1 + is_image
        if self._brackets:
            self._brackets[-1].has_bracket_behind = True
        self._put(InlineKind.TEXT, at, end, self._content[at:end])
        self._brackets.append(_Bracket(len(self._tokens) - 1, end, is_image))
        self._no_links = self._no_links and is_image
        return end

    def _close(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        self._flush(at)
        opener = self._brackets.pop()
        if self._no_links and not opener.is_image:
            return at + 1
        ending = self._inline_ending(at + 1) or self._reference_ending(opener, at)
        if ending is not None:
            self._end_link(opener, at, ending)
            return ending.end
        self._end_footnote(opener, at)
        return at + 1

    def _end_link(self, opener: _Bracket, at: int, ending: _Ending) -> None:
        token = self._tokens[opener.index]
        token.kind = InlineKind.IMAGE if opener.is_image else InlineKind.LINK
        token.text, token.end = "", ending.end
        close = len(self._tokens)
        token.link = LinkPart(close, ending.destination, ending.target, ending.label, at)
        self._tokens.append(InlineToken(InlineKind.END, at, ending.end))
        self._text = ending.end
        self._runs.pair(opener.position)
        self._no_links = self._no_links or not opener.is_image

    def _inline_ending(self, at: int) -> _Ending | None:
        """``(destination "title")`` at ``at``."""
        content = self._content
        if not content.startswith("(", at):
            return None
        start = self._skip_gap(at + 1)
        found = find_destination(content, start)
        if found is None and content.startswith("<", start):
            return None
        target, behind = found if found is not None else (Span(start, start), start)
        gap = self._skip_gap(behind)
        title = TITLE.match(content, gap) if gap > behind else None
        end = self._skip_gap(title.end()) if title else gap
        if not content.startswith(")", end):
            return None
        destination = unescape_destination(content[target.start : target.end])
        return _Ending(end + 1, destination, target, None)

    def _skip_gap(self, at: int) -> int:
        return _GAP.match(self._content, at).end()  # type: ignore[union-attr]

    def _reference_ending(self, opener: _Bracket, at: int) -> _Ending | None:
        """``[label]`` or ``[]`` behind the bracket at ``at``, or nothing."""
        if not self._references:
            return None
        found = _LABEL.match(self._content, at + 1)
        label = found[1].strip() if found else ""
        if not label:
            if opener.has_bracket_behind:
                return None
            label = self._content[opener.position : at]
        definition = self._references.get(fold_label(label))
        if definition is None or len(label) > _MOST_OF_LABEL or not label:
            return None
        end = found.end() if found else at + 1
        return _Ending(end, definition.destination, None, definition.label)

    def _end_footnote(self, opener: _Bracket, at: int) -> None:
        """``[^label]``: what stands inside is no markup, whether there is such a note or not."""
        first = opener.index + 1
        inside = self._tokens[first:]
        if opener.is_image or not inside or inside[0].kind is not InlineKind.TEXT:
            return
        if not inside[0].text.startswith("^") or at - opener.position < 2:
            return
        self._runs.pair(opener.position)
        self._runs.forget(first)
        start, label = self._tokens[opener.index].start, self._content[opener.position + 1 : at]
        del self._tokens[opener.index :]
        if self._footnotes.has(label):
            self._tokens.append(InlineToken(InlineKind.FOOTNOTE, start, at + 1, label))
            self._text = at + 1
        else:
            self._text = start


_HANDLERS: dict[str, Callable[[_InlineParser, int], int]] = {
    "\n": _InlineParser._newline,
    "\\": _InlineParser._backslash,
    "`": _InlineParser._code,
    "*": _InlineParser._run,
    "_": _InlineParser._run,
    "~": _InlineParser._run,
    "[": _InlineParser._open,
    "!": _InlineParser._open,
    "]": _InlineParser._close,
    "<": _InlineParser._angle,
    "&": _InlineParser._entity,
    ":": _InlineParser._url,
    "w": _InlineParser._www,
}
