"""CL107 section-form."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.diagnostic import Severity
from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page, UnmetKind
from ..wording import sentence_start

_START = "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n**Build steps:**\n\n"
_CRITERIA = "\n**Acceptance criteria:**\n\n- `node hello.js` prints `hello`.\n"


class SectionForm(DocumentRule):
    """Steps are done one after the other, so they are numbered; criteria are ticked off, so they
    are a list. The schema says which form a section has.
    """

    code = "CL107"
    name = "section-form"
    summary = "a section in another form than the schema's: steps that are no ordered list"
    severity = Severity.WARNING
    limits = (
        "The form is that of the section's outermost list; a few bullets before or after numbered "
        "steps are fine. An empty section is the business of CL105."
    )
    good = (
        Example(f"{_START}1. Write `hello.js`.\n2. Run it.\n{_CRITERIA}", frame=Frame.EXERCISE),
    )
    bad = (
        Example(
            f"{_START}- Write `hello.js`.\n- Run it.\n{_CRITERIA}",
            finds=("5:1 CL107",),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report sections whose form the schema does not allow."""
        for unmet in page.unmet:
            if unmet.kind is UnmetKind.FORM:
                name = page.vocabulary.preferred(unmet.key)
                message = (
                    f"{sentence_start(unmet.subject)}: “{name}” is {unmet.found}, "
                    f"where {unmet.expected} is expected."
                )
                yield Finding(page.path, unmet.span, message)
