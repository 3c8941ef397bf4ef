"""CL121 unlisted-section."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...model.outline import Exercise
from ...model.vocabulary import normalise
from ...parse.document import Label
from ...settings.severity import Severity

_EXERCISE = (
    "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{}**Build steps:**\n\n"
    "1. Write `hello.js`.\n\n**Acceptance criteria:**\n\n- It prints `hello`.\n"
)
#: Words that say something of an exercise, or call for attention: no part of what it consists of.
_REMARKS = frozenset(
    (
        *("time", "estimated time", "time estimate", "duration", "difficulty", "level", "effort"),
        *("points", "score", "note", "notes", "nb", "important", "warning", "caution", "attention"),
        *("tip", "remember", "optional", "bonus", "example", "examples", "for example", "why"),
        *("why it matters", "tags", "topics", "status", "author"),
    )
)


class UnlistedSection(DocumentRule):
    """Where every exercise is meant to have the same parts, a label that is in no list is a new
    part that somebody made up, or an old one under another name.
    """

    code = "CL121"
    name = "unlisted-section"
    summary = "a label in an exercise that names no section of the vocabulary"
    severity = Severity.WARNING
    opt_in = True
    limits = (
        "Bold words that begin a list item, labels without a colon, and remarks such as “Time:”, "
        "“Difficulty:” and “Note:” are fine. Add the names that you use to `[sections]` in the "
        "configuration. A misspelt name is `unknown-section`'s."
    )
    good = (Example(_EXERCISE.format("**Time:** 20 minutes\n\n"), frame=Frame.EXERCISE),)
    bad = (
        Example(
            _EXERCISE.format("**Background story:**\n\nOnce upon a time.\n\n"),
            finds=("5:1 CL121",),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report the labels of exercises that the vocabulary does not know."""
        reported = {unmet.span for unmet in page.unmet}
        for exercise in page.outline.exercises:
            for label in _labels(page, exercise):
                if label.span not in reported:
                    message = f"“{label.text}” names no section that {exercise.name} can have."
                    advice = "Use a name of the vocabulary, or add this one to `[sections]`."
                    yield Finding(page.path, label.span, message, advice)


def _labels(page: Page, exercise: Exercise) -> Iterator[Label]:
    labels = page.document.labels
    first, last = (
        bisect_left(labels, at, key=lambda each: each.span.start) for at in exercise.span
    )
    for label in labels[first:last]:
        if label.colon and not label.leads_item and not _is_known(page, label):
            yield label


def _is_known(page: Page, label: Label) -> bool:
    return page.vocabulary.key(label.text) is not None or normalise(label.text) in _REMARKS
