"""CL105 empty-section."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page, UnmetKind
from ...settings.severity import Severity
from ..wording import sentence_start

_REST = "**Acceptance criteria:**\n\n- `node hello.js` prints `hello`.\n"


class EmptySection(DocumentRule):
    """A label with nothing under it is a promise: the author meant to come back."""

    code = "CL105"
    name = "empty-section"
    summary = "a section with nothing in it"
    severity = Severity.ERROR
    limits = "Comments and rules (`---`) are nothing; a picture, a table or code is content."
    good = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print.\n\n**Steps:**\n\n1. Write `hello.js`.\n\n{_REST}",
            frame=Frame.EXERCISE,
        ),
    )
    bad = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print.\n\n**Build steps:**\n\n{_REST}",
            finds=("5:1 CL105",),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report every section that the outline found empty."""
        for unmet in page.unmet:
            if unmet.kind is UnmetKind.EMPTY:
                subject = sentence_start(unmet.subject)
                message = f"{subject}: the section “{unmet.expected.rstrip(':')}” is empty."
                advice = "Write its content below, or remove the label."
                yield Finding(page.path, unmet.span, message, advice)
