"""CL117 vague-criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span

CRITERIA = "acceptance_criteria"
_VAGUE = late_pattern(
    r"\b(?:works?|working|is clear|are clear|as expected|properly|correctly|as it should|"
    r"is (?:good|clean|readable|nice|fine)|behaves? well|looks? (?:good|right)|makes? sense)\b",
    re.IGNORECASE,
)
#: What makes a criterion observable: code, a number, a quotation, an abbreviation, a link.
_OBSERVABLE = late_pattern(r"[`\d\"“«]|\b[A-Z]{2,}\b|\]\(")
#: What somebody can watch happen, beside the words that say nothing.
_OUTCOME = late_pattern(
    r"\b(?:is|are|gets?|be|been|was|were|stays?|remains?)\s+(?:not\s+)?\w{2,}(?:ed|en|ent|own|wn|t)\b|"
    r"\b(?:returns?|prints?|fails?|shows?|displays?|appears?|logs?|responds?|redirects?|exits?|"
    r"throws?|raises?|rejects?|refuses?|sends?|stores?|saves?|blocks?|expires?|lists?|contains?|"
    r"includes?|matche?s?|equals?|once|twice|offline|after|before|until|without|only|never|always)\b",
    re.IGNORECASE,
)
_MANY_WORDS = 14
_EXERCISE = (
    "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n**Build steps:**\n\n1. Write it.\n\n"
    "**Acceptance criteria:**\n\n- {}\n"
)


class VagueCriterion(DocumentRule):
    """“It works” is what the learner believed before. A criterion helps when it names what to look
    at: a status, a line of output, a file.
    """

    code = "CL117"
    name = "vague-criterion"
    summary = "an acceptance criterion that names nothing observable, such as “it works”"
    severity = Severity.INFO
    limits = (
        "A criterion with code, a number, a quotation or an abbreviation is taken to be "
        "observable, and so is a long one, or one that says what happens besides: “works once; "
        "the second use is rejected”. The words looked for are English."
    )
    good = (Example(_EXERCISE.format("`node hello.js` works offline."), frame=Frame.EXERCISE),)
    bad = (
        Example(
            _EXERCISE.format("The program works as expected."),
            finds=("11:3 CL117",),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Read every criterion of every exercise."""
        for exercise in page.outline.exercises:
            section = exercise.section(CRITERIA)
            for item in section.items if section else ():
                vague = _vague(item.text)
                if vague:
                    start = min(item.marker.end + 1, item.span.end)
                    message = f"“{vague}” is nothing that can be observed."
                    advice = "Name what to look at: a status, an exit code, a line of output."
                    yield Finding(page.path, Span(start, item.span.end), message, advice)


def _vague(text: str) -> str | None:
    """The words that say nothing, if nothing else in a short text can be observed."""
    # Most criteria hold code, which is found soonest.
    found = None if _OBSERVABLE.search(text) else _VAGUE.search(text)
    if found is None or len(text.split()) > _MANY_WORDS:
        return None
    rest = text[: found.start()] + "|" + text[found.end() :]
    return None if _OUTCOME.search(rest) else found[0]
