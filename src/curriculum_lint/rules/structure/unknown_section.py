"""CL111 unknown-section."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix
from ...model.curriculum import Page, Unmet, UnmetKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from .._plain_text import safety_at

#: The name without an emoji before or behind it.
_WORDS = late_pattern(r"\w(?:.*\w)?")
#: A number or a remark, which is no part of the name.
_MORE = late_pattern(r"[\d(（]")
_EXERCISE = (
    "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n**Build steps:**\n\n1. Write `hello.js`.\n\n"
    "**{}:**\n\n- It prints `hello`.\n"
)


class UnknownSection(DocumentRule):
    """A heading or label with a slip in it is no section any more: whoever searches for it misses
    it, and so does every tool that reads the exercises.
    """

    code = "CL111"
    name = "unknown-section"
    summary = "the name of a required section, misspelt"
    severity = Severity.WARNING
    fix_changes = PageChange.WORDS
    limits = (
        "Only names of sections that the schema requires and that are absent otherwise, and only "
        "small slips: a name of another word is a missing section. Which words name which "
        "section is the vocabulary's, `[sections]` in the configuration. The fix of a heading is "
        "unsafe, since its anchor changes."
    )
    good = (Example(_EXERCISE.format("Success criteria"), frame=Frame.EXERCISE),)
    bad = (
        Example(
            _EXERCISE.format("Aceptance criteria"),
            finds=("9:1 CL111",),
            fixed=_EXERCISE.format("Acceptance criteria"),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report the sections that were found under a misspelt name."""
        for unmet in page.unmet:
            if unmet.kind is UnmetKind.MISSPELT:
                message = f"“{unmet.found}” is no name of a section that {unmet.subject} needs."
                advice = f"Did you mean “{unmet.expected}”?"
                yield Finding(page.path, unmet.span, message, advice, _fix(page, unmet))


def _fix(page: Page, unmet: Unmet) -> Fix | None:
    """Writes the right name, where the wrong one stands in the text once and in one piece."""
    written = page.document.text[unmet.span.start : unmet.span.end]
    words = _WORDS.search(unmet.found)
    if words is None or _MORE.search(unmet.found) or written.count(words[0]) != 1:
        return None
    text = unmet.expected.lower() if words[0].islower() else unmet.expected
    start = unmet.span.start + written.index(words[0])
    edit = Edit(page.path, start, start + len(words[0]), text)
    safety = safety_at(page.document, start)
    return Fix(f"Write “{text}”", safety, (edit,))
