"""CL113 misplaced-section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...model.outline import Section
from ...settings.severity import Severity

_EXERCISE = (
    "# Start\n\n## 1) Say hello\n\n**Goal:** Print it.\n\n**Build steps:**\n\n1. Write it.\n\n"
    "**Acceptance criteria:**\n\n- It prints `hello`.\n\n"
)


class MisplacedSection(DocumentRule):
    """A heading one level below the exercises belongs to the last of them: in a table of contents
    the notes for the whole module look like notes on its last exercise.
    """

    code = "CL113"
    name = "misplaced-section"
    summary = "a section of the whole readme nested under its last exercise"
    severity = Severity.WARNING
    fix_changes = PageChange.ELEMENTS
    limits = "Only sections whose names the vocabulary knows are reported."
    good = (Example(f"{_EXERCISE}## Best practices\n\n- Test it.\n", frame=Frame.MODULE),)
    bad = (
        Example(
            f"{_EXERCISE}### Best practices\n\n- Test it.\n",
            finds=("15:1 CL113",),
            fixed=f"{_EXERCISE}## Best practices\n\n- Test it.\n",
            frame=Frame.MODULE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report what the outline found nested."""
        for section in page.outline.misplaced if page.kind.is_readme else ():
            level = _level(page)
            message = (
                f"“{section.name}” belongs to the whole {page.kind}, but its heading puts it under "
                f"the last exercise."
            )
            yield Finding(
                page.path,
                section.span,
                message,
                f"Begin it with `{'#' * level}`.",
                _raise(page, section, level),
            )


def _level(page: Page) -> int:
    """The level that the readme's own sections have: that of the others, or of the exercises."""
    outline = page.outline
    levels = Counter(s.level for s in outline.sections if s.level and s not in outline.misplaced)
    if levels:
        return levels.most_common(1)[0][0]
    return (outline.exercises[0].heading.level if outline.exercises else 0) or 2


def _raise(page: Page, section: Section, level: int) -> Fix | None:
    """Raise the section's heading, and the headings under it by as much."""
    by = section.level - level
    text = page.document.text
    headings = [
        h
        for h in page.document.headings
        if section.span.start <= h.span.start < section.body.end and not h.nested
    ]
    if by <= 0 or any(not text.startswith("#", h.span.start) for h in headings):
        return None
    edits = [
        Edit(page.path, h.span.start, h.span.start + min(by, h.level - 1), "") for h in headings
    ]
    return Fix(f"Make it a heading of level {level}", Safety.SAFE, tuple(edits))
