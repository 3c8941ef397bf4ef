"""CL003 unknown-suppression."""

from __future__ import annotations

from collections.abc import Iterator

from ..check.diagnostic import Severity
from ..check.example import Example
from ..check.rule import DocumentRule, Finding
from ..check.selection import suggest_rule
from ..model.curriculum import Page


class UnknownSuppression(DocumentRule):
    """A suppression with a typing error suppresses nothing, and nobody notices."""

    code = "CL003"
    name = "unknown-suppression"
    summary = "a suppression that names no rule"
    severity = Severity.WARNING
    good = (
        Example(
            "# Notes\n\n<!-- curriculum-lint-disable-next-line broken-link -- soon -->\n"
            "See [the plan](plan.md).\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\n<!-- curriculum-lint-disable-next-line brokenlink -->\n"
            "See [the plan](plan.md).\n",
            finds=("3:40 CL003", "4:16 CL301"),
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look every name up."""
        if not page.document.suppressions:
            return
        from .registry import all_rules

        rules = all_rules()
        known = {word for rule in rules for word in (rule.code, rule.name)}
        for suppression in page.document.suppressions:
            for target in suppression.targets:
                if target.text not in known:
                    near = suggest_rule(target.text, rules)
                    advice = (
                        f"Did you mean {near}?" if near else "`curriculum-lint rule` lists all."
                    )
                    message = f"“{target.text}” is not the code or name of a rule."
                    yield Finding(page.path, target.span, message, advice)
