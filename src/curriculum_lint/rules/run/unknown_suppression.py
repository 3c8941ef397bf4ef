"""CL003 unknown-suppression."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...check.example import Example
from ...check.rule import CurriculumRule, Finding, Rule
from ...check.selection import suggest_rule
from ...model.curriculum import Curriculum
from ...parse.document import SuppressionTarget
from ...settings.severity import Severity


class UnknownSuppression(CurriculumRule):
    """A suppression with a typing error suppresses nothing, and nobody notices."""

    code = "CL003"
    name = "unknown-suppression"
    summary = "a suppression that names no rule"
    severity = Severity.WARNING
    limits = (
        "Comments whose directive is misspelt are plain comments: only the names in them are "
        "looked up. Prefixes such as `CL3` are not names in a comment."
    )
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

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look every name up."""
        suppressing = [each for each in curriculum.pages.values() if each.document.suppressions]
        if not suppressing:
            return
        from ..registry import all_rules

        rules = all_rules(curriculum.settings.plugins, curriculum.settings.root)
        known = {word for rule in rules for word in (rule.code, rule.name)}
        for page in suppressing:
            for suppression in page.document.suppressions:
                for target in suppression.targets:
                    if target.text not in known:
                        yield _finding(page.path, target, rules)


def _finding(path: str, target: SuppressionTarget, rules: Sequence[Rule]) -> Finding:
    near = suggest_rule(target.text, rules)
    advice = f"Did you mean {near}?" if near else "`curriculum-lint rule` lists all."
    message = f"“{target.text}” is not the code or name of a rule."
    return Finding(path, target.span, message, advice)
