"""CL005 conflict-marker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Document
from ...settings.severity import Severity
from ...text.conflicts import find_conflicts
from ...text.late_pattern import late_pattern
from ...text.source import Span

# Written so that no tool takes this file for one with a conflict.
_OURS, _BASE, _MIDDLE, _THEIRS = (sign * 7 for sign in "<|=>")
_CONFLICT = f"{_OURS} HEAD\n- [a](#start)\n{_MIDDLE}\n- [b](#start)\n{_THEIRS} their-branch\n"
_LOWER_HALF = f"{_MIDDLE}\n- [b](#start)\n{_THEIRS} their-branch\n"


#: The word, or part of one in which people write of its conflicts.
_GIT = late_pattern(r"\bgit\b|\bconfli|\bkonflikt|конфликт|冲突|衝突|競合|충돌", re.IGNORECASE)


class ConflictMarker(DocumentRule):
    """Two branches have changed the same lines, git has kept both versions, and somebody has
    committed the file as it was. Readers see both, and the marks between them. What else is
    wrong in these lines is told when one version is left; until then no fix touches the file.
    """

    code = "CL005"
    name = "conflict-marker"
    summary = "a merge conflict that was committed, or a part of one"
    severity = Severity.ERROR
    covers = True
    limits = (
        "Only lines that begin with exactly seven signs, as git writes them. Seven equals signs "
        "alone underline a heading. A whole conflict in a code fence of a page that speaks of git "
        "elsewhere is an example."
    )
    good = (
        Example(f"# Start\n\nA heading\n{_MIDDLE}\n"),
        Example(f"# Start\n\n{_THEIRS} a quotation\n> of another\n"),
        Example(f"# Start\n\n1. Look at the file:\n\n   ```text\n   {_OURS} HEAD\n   ```\n"),
        Example(f"# Merges\n\nGit marks a conflict:\n\n```text\n{_CONFLICT}```\n"),
    )
    bad = (
        Example(f"# Start\n\n{_CONFLICT}", finds=("3:1 CL005",)),
        Example(f"# Start\n\n- [a](#start)\n{_LOWER_HALF}", finds=("4:1 CL005",)),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report every conflict at its first line."""
        document = page.document
        for span in find_conflicts(document.text):
            if _is_lesson(document, span):
                continue
            first, last = document.line(span.start), document.line(span.end)
            where = "in this line" if first == last else f"in the lines {first} to {last}"
            message = f"A merge conflict was left {where}."
            advice = (
                f"Keep what is right of both versions, and delete the lines of `{_OURS[0]}`, "
                f"`{_BASE[0]}`, `{_MIDDLE[0]}` and `{_THEIRS[0]}`."
            )
            yield Finding(page.path, span, message, advice)


def _is_lesson(document: Document, span: Span) -> bool:
    """Whether a conflict is shown in code, by a page that teaches what it is."""
    for fence in document.fences:
        if fence.content.start <= span.start and span.end <= fence.content.end:
            outside = document.text[: fence.span.start] + document.text[fence.span.end :]
            return fence.closed and _GIT.search(outside) is not None
    return False
