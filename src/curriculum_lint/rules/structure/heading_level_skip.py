"""CL112 heading-level-skip."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...check.example import Example
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Heading
from ...settings.severity import Severity
from ...text.phrases import named


class HeadingLevelSkip(DocumentRule):
    """Screen readers and tables of contents read headings as a tree: a level that is skipped looks
    like a part that is missing.
    """

    code = "CL112"
    name = "heading-level-skip"
    summary = "a heading more than one level below the heading before it"
    severity = Severity.WARNING
    limits = "Headings in quotes and lists, and those written in HTML, are not checked."
    good = (Example("# Notes\n\n## Files\n\n### Paths\n\nA slash parts them.\n"),)
    bad = (
        Example("# Notes\n\n## Files\n\n#### Paths\n\nA slash parts them.\n", finds=("5:1 CL112",)),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Compare each heading with the one before it."""
        headings = [h for h in page.document.headings if not h.nested]
        for before, heading in pairwise(headings):
            if heading.level > before.level + 1 and not heading.html:
                wanted = "#" * (before.level + 1)
                message = (
                    f"{_named(heading)} has level {heading.level}, "
                    f"the one before it level {before.level}."
                )
                yield Finding(page.path, heading.span, message, f"Begin it with `{wanted}`.")


def _named(heading: Heading) -> str:
    return f"The heading {named(heading.text, 'without a text')}"
