"""Edits written with LF, made to fit a file that ends its lines otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .edit import Edit

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_end_of(text: str) -> str:
    """The line ending that ``text`` uses most: LF where it has none, or as many of each."""
    counts = Counter(_LINE_END.findall(text))
    return max(("\n", "\r\n", "\r"), key=lambda end: counts[end])


def fit_line_ends(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """``edits`` of ``text`` with the line endings that it uses most."""
    end = line_end_of(text)
    return tuple(edit._replace(text=_LINE_END.sub(end, edit.text)) for edit in edits)
