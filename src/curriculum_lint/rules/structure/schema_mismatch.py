"""CL120 schema-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page, UnmetKind
from ...settings.severity import Severity
from ..wording import sentence_start

_SCHEMA = (
    '-- short.json --\n{"properties": {"title": {"maxLength": 10, '
    '"description": "Titles have at most 10 characters."}}}\n'
    '-- curriculum-lint.toml --\nschemas.module = "short.json"\n'
    "-- first_level/readme.md --\n# First level\n-- first_level/1_start/readme.md --\n"
)


class SchemaMismatch(DocumentRule):
    """A repository's own schema can ask for anything that JSON Schema can say. What no more
    specific rule reports is reported here, in the words of the schema's `description`.
    """

    code = "CL120"
    name = "schema-mismatch"
    summary = "a readme that differs from its schema in a way no other rule reports"
    severity = Severity.ERROR
    limits = (
        "What is missing, empty, out of order, in the wrong form or of the wrong count is told by "
        "CL104 to CL107 and CL114. The built-in schemas ask for nothing else."
    )
    good = (Example(f"{_SCHEMA}# Start\n", frame=Frame.FILES),)
    bad = (
        Example(
            f"{_SCHEMA}# Start with a greeting\n",
            finds=("first_level/1_start/readme.md:1:3 CL120",),
            frame=Frame.FILES,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report what the schema says in its own words."""
        for unmet in page.unmet:
            if unmet.kind is UnmetKind.OTHER:
                where = f" (at {unmet.key})" if unmet.key else ""
                subject = sentence_start(unmet.subject)
                message = f"{subject} does not fit its schema{where}: {unmet.expected}"
                yield Finding(page.path, unmet.span, message)
