"""CL109 shared-label."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Label, Placement
from ...settings.severity import Severity
from ._labels import gap_before, section_labels, swallowed_labels

_STEPS = "**Build steps:**\n\n1. Write `hello.js`.\n"
_CRITERIA = "\n**Acceptance criteria:**\n\n- It prints `hello`.\n"


class SharedLabel(DocumentRule):
    """Without a blank line the label stays in the paragraph above. Behind a plain line break the
    two are even shown on one line: “Goal: Print a greeting. Build steps:”.
    """

    code = "CL109"
    name = "shared-label"
    summary = "a label in the same paragraph as the section before it"
    severity = Severity.INFO
    fix_changes = PageChange.ELEMENTS
    limits = (
        "Only readmes of the curriculum are checked. "
        "A warning behind a plain line break; only an information behind a hard one (two spaces, "
        "a backslash, `<br>`), which looks as it was meant."
    )
    good = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}{_CRITERIA}",
            frame=Frame.EXERCISE,
        ),
    )
    bad = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n{_STEPS}{_CRITERIA}",
            finds=("4:1 CL109",),
            fixed=f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}{_CRITERIA}",
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report labels behind a line break, outside the lists that swallow them."""
        swallowed = swallowed_labels(page.outline)
        for _, label in section_labels(page):
            if label.placement is Placement.OWN_BLOCK or label in swallowed:
                continue
            soft = label.placement is Placement.SOFT_BREAK
            shown = "and is shown on the same line" if soft else "behind a line break"
            message = f"The label “{label.text}” is in the paragraph above it, {shown}."
            severity = Severity.WARNING if soft else None
            advice = "Put a blank line before it."
            yield Finding(page.path, label.span, message, advice, _split(page, label), (), severity)


def _split(page: Page, label: Label) -> Fix | None:
    gap = gap_before(page.document, label.span.start)
    if gap is None or label.item >= 0:
        return None
    edit = Edit(page.path, gap.start, gap.end, "\n\n")
    return Fix("Put a blank line before the label", Safety.SAFE, (edit,))
