"""CL002 unused-suppression."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, IdleSuppression
from ...settings.severity import Severity
from ...text.phrases import listed


class UnusedSuppression(CurriculumRule):
    """A suppression outlives its reason: once the link is mended, the comment hides the next
    broken one.
    """

    code = "CL002"
    name = "unused-suppression"
    summary = "a suppression that suppresses nothing"
    severity = Severity.WARNING
    fix_changes = PageChange.NOTHING
    limits = "Suppressions of rules that did not run are not reported."
    after_suppression = True
    good = (
        Example(
            "# Notes\n\n<!-- curriculum-lint-disable-next-line CL301 -- written next week -->\n"
            "See [the plan](plan.md).\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\n<!-- curriculum-lint-disable-next-line CL301 -->\nNo link here.\n",
            finds=("3:1 CL002",),
            fixed="# Notes\n\n\nNo link here.\n",
        ),
        Example(
            '-- curriculum-lint.toml --\nper-path-ignores = { "old/**" = ["CL301"] }\n'
            "-- notes.md --\n# Notes\n",
            finds=("curriculum-lint.toml:1:1 CL002",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each comment once, or those of its rules that hide nothing, and idle globs."""
        for _, group in groupby(curriculum.unused_suppressions, key=_comment):
            yield from _findings(list(group))
        for glob in curriculum.unused_ignores:
            message = f"per-path-ignores: “{glob}” suppresses nothing."
            yield Finding(curriculum.configuration, WHOLE, message, "Remove the line.")


def _comment(unused: IdleSuppression) -> tuple[str, int]:
    return (unused.path, unused.suppression.span.start)


def _findings(unused: list[IdleSuppression]) -> Iterator[Finding]:
    path, suppression, first = unused[0]
    if first is None or len(unused) == len(suppression.targets):
        names = [each.target.text for each in unused if each.target]
        found = f"{listed(names)} find{'s' * (len(names) == 1)} nothing"
        span = suppression.span
        message = (
            f"This comment suppresses nothing: {found if names else 'no rule finds anything'} here."
        )
        edit = Edit(path, span.start, span.end, "")
        safety = Safety.SAFE if suppression.removable else Safety.UNSAFE
        yield Finding(path, span, message, fix=Fix("Remove it", safety, (edit,)))
        return
    for _, _, target in unused:
        if target is not None:
            message = f"{target.text} finds nothing here, so it need not be suppressed."
            edit = Edit(path, target.span.start, target.span.end, "")
            safety = Safety.SAFE if suppression.removable else Safety.UNSAFE
            fix = Fix(f"Remove {target.text}", safety, (edit,))
            yield Finding(path, target.span, message, fix=fix)
