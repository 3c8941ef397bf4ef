"""Suppression comments: ``<!-- curriculum-lint-disable-next-line CL301 -- reason -->``."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .document import Suppression, SuppressionKind, SuppressionTarget
from .html import Comment

_BLANK = " \t"
_DIRECTIVE = late_pattern(r"\s*curriculum-lint-([a-z-]+)(?=\s|$)")
_WORD = re.compile(r"[^\s,]+")
_REASON = late_pattern(r"(?:^|\s)--(?:\s|$)")


def read_suppression(comment: Comment, span: Callable[[int, int], Span]) -> Suppression | None:
    """The suppression that a comment is, if it is one.

    ``span`` turns offsets of the scanned HTML into a span of the file.
    """
    directive = _DIRECTIVE.match(comment.text)
    if directive is None:
        return None
    try:
        kind = SuppressionKind(directive[1])
    except ValueError:
        return None
    rest = comment.text[directive.end() :]
    reason = _REASON.search(rest)
    names = rest[: reason.start()] if reason else rest
    base = comment.start + 4 + directive.end()
    targets = tuple(
        SuppressionTarget(word[0], span(base + word.start(), base + word.end()))
        for word in _WORD.finditer(names)
    )
    why = rest[reason.end() :].strip() if reason else None
    return Suppression(kind, targets, why or None, span(comment.start, comment.end))


def is_removable(comment: str, line: str, following: str) -> bool:
    """Whether the page stays as it is without ``comment``, which stands on ``line``.

    ``following`` is the next line that has text. A comment that is a block parts what stands
    above it from what stands below, be it two lists or two quotations.
    """
    before, found, after = line.partition(comment)
    if not found or not comment.endswith("-->") or after.strip(_BLANK):
        return False
    if before.strip(_BLANK):
        # Without it, two blanks or a backslash at the end of the line would break it.
        return not before.endswith(("  ", "\\", "\t"))
    return not before and (not following or following[0].isalpha() or following.startswith("# "))
