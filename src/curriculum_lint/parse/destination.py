"""The destination of a link or definition, as it is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .entities import ENTITY, decode_entity

_ANGLE = late_pattern(r"<(?:[^\\<>\n]|\\[\s\S])*>")
#: What ends a destination, and what has to be counted or passed over in it.
_STOP = re.compile(r"[ \t\n\v\f\r()]|\\[!-/:-@\[-`{-~]")
_ESCAPE = late_pattern(rf"\\[!-/:-@\[-`{{-~]|{ENTITY}")
_ENTITIES = late_pattern(ENTITY)
_MOST_PARENTHESES = 32


class WrittenDestination(NamedTuple):
    """``inside`` is without the angle brackets that may stand around it; ``end`` is behind them."""

    inside: Span
    end: int


def find_destination(text: str, at: int) -> WrittenDestination | None:
    """The destination that begins at ``at``; an empty one only in angle brackets."""
    if text.startswith("<", at):
        angle = _ANGLE.match(text, at)
        return WrittenDestination(Span(at + 1, angle.end() - 1), angle.end()) if angle else None
    end = _bare_end(text, at)
    return WrittenDestination(Span(at, end), end) if end > at else None


def _bare_end(text: str, at: int) -> int:
    """Behind a destination without brackets: its own parentheses are in it."""
    depth, here = 0, at
    while (stop := _STOP.search(text, here)) is not None:
        if stop[0].isspace() or (stop[0] == ")" and depth == 0):
            return stop.start()
        depth += {"(": 1, ")": -1}.get(stop[0], 0)
        if depth > _MOST_PARENTHESES:
            return at
        here = stop.end()
    return len(text)


def unescape_destination(written: str) -> str:
    """What is meant: without backslashes before punctuation, and with entities decoded."""
    if "\\" not in written and "&" not in written:
        return written
    return _ESCAPE.sub(_unescaped, written)


def decode_entities(written: str) -> str:
    """``written`` with entities decoded."""
    return _ENTITIES.sub(_unescaped, written) if "&" in written else written


def _unescaped(match: re.Match[str]) -> str:
    if match[0][0] == "\\":
        return match[0][1]
    decoded = decode_entity(match[0])
    return match[0] if decoded is None else decoded
