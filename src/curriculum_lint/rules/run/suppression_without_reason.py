"""CL004 suppression-without-reason."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import SuppressionKind
from ...settings.severity import Severity


class SuppressionWithoutReason(DocumentRule):
    """Whoever meets the comment next year must decide whether it is still needed; only a reason
    lets them.
    """

    code = "CL004"
    name = "suppression-without-reason"
    summary = "a suppression that does not say why"
    severity = Severity.INFO
    opt_in = True
    limits = "A comment that only ends a suppression needs no reason."
    good = (
        Example(
            "# Notes\n\n<!-- curriculum-lint-disable-next-line CL301 -- written next week -->\n"
            "See [the plan](plan.md).\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\n<!-- curriculum-lint-disable-next-line CL301 -->\n"
            "See [the plan](plan.md).\n",
            finds=("3:1 CL004",),
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for the text behind two hyphens."""
        for each in page.document.suppressions:
            if each.reason is None and each.kind is not SuppressionKind.ENABLE:
                advice = "Write it behind two hyphens: `-- the reason -->`."
                yield Finding(page.path, each.span, "This suppression does not say why.", advice)
