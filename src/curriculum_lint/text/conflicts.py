"""What git leaves in a file where two branches have changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .late_pattern import late_pattern
from .source import Span

#: Lines of exactly seven signs, at the very start. A label follows the outer ones.
_MARK = late_pattern(r"^(<{7}|\|{7}|={7}|>{7})(?: ([^\r\n]*))?\r?$", re.MULTILINE)
_OURS, _BASE, _MIDDLE, _THEIRS = "<|=>"


class ConflictMark(NamedTuple):
    """One line that git has written: its first sign, and where it is."""

    sign: str
    span: Span


def find_conflicts(text: str) -> list[Span]:
    """The conflicts in ``text``, whole or in parts that somebody forgot.

    Seven equals signs alone underline a heading, and seven ``>`` may be a quotation: each counts
    only beside another mark, and the last one also where no quotation is around it.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    marks = [
        ConflictMark(found[1][0], Span(found.start(), found.start() + len(found[0].rstrip("\r"))))
        for found in _MARK.finditer(text)
    ]
    return list(_grouped(text, marks))


def resolved(text: str, *, theirs: bool) -> str:
    """``text`` with one side of each whole conflict."""
    lines: list[str] = []
    side = ""
    for line in text.splitlines(keepends=True):
        mark = _MARK.match(line.rstrip("\r\n"))
        if mark:
            side = "" if mark[1][0] == _THEIRS else mark[1][0]
        elif side in {"", _MIDDLE if theirs else _OURS}:
            lines.append(line)
    return "".join(lines)


def _grouped(text: str, marks: list[ConflictMark]) -> Iterator[Span]:
    """One conflict after the other: from its first mark to its last."""
    first: ConflictMark | None = None
    last: ConflictMark | None = None
    for mark, following in zip(marks, _outer_after(marks), strict=True):
        if first and last and mark.sign == _OURS:
            yield Span(first.span.start, last.span.end)
        if mark.sign == _THEIRS:
            if first or _is_alone(text, mark.span):
                yield Span((first or mark).span.start, mark.span.end)
            first = last = None
        elif mark.sign == _OURS or (not first and mark.sign == _MIDDLE and following == _THEIRS):
            first = last = mark
        elif first:
            last = mark
    if first and last:
        yield Span(first.span.start, last.span.end)


def _outer_after(marks: list[ConflictMark]) -> list[str]:
    """For each mark, the sign of the next one that begins or ends a conflict."""
    following: list[str] = []
    sign = ""
    for mark in reversed(marks):
        following.append(sign)
        sign = mark.sign if mark.sign in {_OURS, _THEIRS} else sign
    return following[::-1]


def _is_alone(text: str, span: Span) -> bool:
    """Whether no quotation is right above or below."""
    above = text.rfind("\n", 0, max(span.start - 1, 0)) + 1
    is_below = text.startswith(">", span.end + 1)
    return not is_below and not (span.start and text.startswith(">", above))
