"""Runs of asterisks, underscores and tildes, and which of them become emphasis.

This is the second half of CommonMark's parsing strategy: closers look back for the nearest opener
that fits, and each failure bounds how far the next one of its kind looks.
"""

from __future__ import annotations

import unicodedata

from ..text.source import Span
from .inline_tokens import Emphasis, InlineToken

_SPACES = frozenset(
    "\t\n\f\r \xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
)
ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class DelimiterRun:
    """One run that can open or close emphasis.

    ``left`` of its characters are not used; as a closer it has lost the first ``taken``.
    """

    __slots__ = (
        *("after", "before", "can_close", "can_open", "char", "index"),
        *("left", "length", "start", "taken", "token"),
    )

    def __init__(self, token: InlineToken, index: int, content: str) -> None:
        self.token, self.index = token, index
        self.char = content[token.start]
        self.start, self.length = token.start, token.end - token.start
        self.left, self.taken = self.length, 0
        self.can_open, self.can_close = _flanks(content, token.start, token.end)
        self.before: DelimiterRun | None = None
        self.after: DelimiterRun | None = None

    @property
    def is_useful(self) -> bool:
        """Whether it can be a part of emphasis at all."""
        return (self.can_open or self.can_close) and (self.char != "~" or self.length <= 2)


class Runs:
    """The runs that are not paired yet, in order."""

    def __init__(self) -> None:
        self.found: list[Emphasis] = []
        self._last: DelimiterRun | None = None

    def push(self, run: DelimiterRun) -> None:
        """Add a run behind the others."""
        run.before = self._last
        if self._last is not None:
            self._last.after = run
        self._last = run

    def pair(self, start: int) -> None:
        """Pair the runs from offset ``start`` on, and forget them."""
        closer = self._first(start)
        bottoms: dict[tuple[str, int], int] = {}
        while closer is not None:
            if not closer.can_close:
                closer = closer.after
                continue
            kind = (closer.char, closer.length % 3)
            opener = _find_opener(closer, max(start, bottoms.get(kind, 0)))
            if opener is not None:
                closer = self._join(opener, closer)
                continue
            bottoms[kind] = closer.start
            behind = closer.after
            if not closer.can_open:
                self._remove(closer)
            closer = behind
        while self._last is not None and self._last.start >= start:
            self._remove(self._last)

    def forget(self, index: int) -> None:
        """Give up emphasis between tokens from ``index`` on."""
        while self.found and self.found[-1].opener >= index:
            self.found.pop()

    def _first(self, start: int) -> DelimiterRun | None:
        first, run = None, self._last
        while run is not None and run.start >= start:
            first, run = run, run.before
        return first

    def _remove(self, run: DelimiterRun) -> None:
        if run.before is not None:
            run.before.after = run.after
        if run.after is not None:
            run.after.before = run.before
        else:
            self._last = run.before

    def _join(self, opener: DelimiterRun, closer: DelimiterRun) -> DelimiterRun | None:
        """Make emphasis of two runs; the result is the run to go on with."""
        while closer.before is not None and closer.before is not opener:
            self._remove(closer.before)
        if closer.char == "~":
            return self._strike(opener, closer)
        self.found.append(_emphasise(opener, closer))
        if not opener.left:
            self._remove(opener)
        if closer.left:
            return closer
        self._remove(closer)
        return closer.after

    def _strike(self, opener: DelimiterRun, closer: DelimiterRun) -> DelimiterRun | None:
        if opener.length == closer.length:
            opener.token.text = closer.token.text = ""
        self._remove(opener)
        self._remove(closer)
        return closer.after


def _find_opener(closer: DelimiterRun, bottom: int) -> DelimiterRun | None:
    opener = closer.before
    while opener is not None and opener.start >= bottom:
        if opener.can_open and opener.char == closer.char and _fit(opener, closer):
            return opener
        opener = opener.before
    return None


def _fit(opener: DelimiterRun, closer: DelimiterRun) -> bool:
    """The rule of three: it keeps ``**`` from being paired with the halves of others."""
    if not (closer.can_open or opener.can_close) or closer.length % 3 == 0:
        return True
    return (opener.length + closer.length) % 3 != 0


def _emphasise(opener: DelimiterRun, closer: DelimiterRun) -> Emphasis:
    used = 2 if opener.left >= 2 and closer.left >= 2 else 1
    opening = opener.start + opener.taken + opener.left
    closing = closer.start + closer.taken
    opener.left -= used
    closer.left -= used
    closer.taken += used
    opener.token.text = opener.char * opener.left
    closer.token.text = closer.char * closer.left
    return Emphasis(
        used == 2,
        opener.index,
        closer.index,
        Span(opening - used, opening),
        Span(closing, closing + used),
    )


def _flanks(content: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run can open emphasis, and whether it can close it."""
    if content[start] == "~":
        before, after = content[start - 1 : start] or "\n", content[end : end + 1] or "\n"
    else:
        before, after = _char_before(content, start), _char_after(content, end)
    space_before, space_after = before in _SPACES, after in _SPACES
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if content[start] == "_":
        return left and (not right or mark_before), right and (not left or mark_after)
    return left, right


def _char_before(content: str, at: int) -> str:
    """The character before a run; tildes are looked through."""
    while at > 0 and content[at - 1] == "~":
        at -= 1
    return content[at - 1] if at else "\n"


def _char_after(content: str, at: int) -> str:
    while content.startswith("~", at):
        at += 1
    return content[at : at + 1] or "\n"


def _is_punctuation(char: str) -> bool:
    if char.isascii():
        return char in ASCII_PUNCTUATION
    return unicodedata.category(char).startswith("P")
