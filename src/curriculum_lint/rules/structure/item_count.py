"""CL114 item-count."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page, UnmetKind
from ...readme_schema.readme_data import EXERCISES
from ...settings.severity import Severity
from ..wording import sentence_start

_SCHEMA = (
    '-- two.json --\n{"properties": {"exercises": {"items": {"properties": '
    '{"acceptance_criteria": {"properties": {"items": {"minimum": 2}}}}}}}}\n'
    '-- curriculum-lint.toml --\nschemas.module = "two.json"\n'
    "-- first_level/readme.md --\n# First level\n-- first_level/1_start/readme.md --\n# Start\n\n"
    "## 1) Say hello\n\n**Acceptance criteria:**\n\n- It prints `hello`.\n"
)


class ItemCount(DocumentRule):
    """A single criterion rarely says when an exercise is done, and forty exercises are more than a
    module. The schema says how many there may be; the built-in one only asks for one.
    """

    code = "CL114"
    name = "item-count"
    summary = "fewer or more items or exercises than the schema allows"
    severity = Severity.WARNING
    limits = "A section that is empty or absent is the business of CL105 and CL104."
    good = (Example(f"{_SCHEMA}- It exits with 0.\n", frame=Frame.FILES),)
    bad = (Example(_SCHEMA, finds=("first_level/1_start/readme.md:5:1 CL114",), frame=Frame.FILES),)

    def check(self, page: Page) -> Iterator[Finding]:
        """Report counts that the schema does not allow."""
        for unmet in page.unmet:
            if unmet.kind is not UnmetKind.COUNT:
                continue
            subject, found = sentence_start(unmet.subject), unmet.found
            if unmet.key == EXERCISES:
                message = f"{subject} has {found} exercises, where {unmet.expected} are expected."
            else:
                name = page.vocabulary.preferred(unmet.key)
                items = "item" if found == "1" else "items"
                message = f"{subject}: “{name}” has {found} {items}; {unmet.expected} are expected."
            yield Finding(page.path, unmet.span, message)
