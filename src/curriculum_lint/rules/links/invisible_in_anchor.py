"""CL315 invisible-in-anchor."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...parse.document import Document, Heading
from ...settings.severity import Severity
from ...text.invisible import character_name
from ...text.percent import encode_percent
from ...text.source import Span
from ...text.variation import find_leaking
from ..wording import sentence_start
from ._heading_character import replacing
from ._link_findings import as_code


class InvisibleInAnchor(DocumentRule):
    """GitHub keeps some characters that nobody sees in the anchor of a heading. A link that is
    typed from what the heading looks like then leads to the top of the page instead.
    """

    code = "CL315"
    name = "invisible-in-anchor"
    summary = "an invisible character in a heading that does nothing there but spoil its anchor"
    severity = Severity.INFO
    fix_changes = PageChange.CHARACTERS
    limits = (
        "The variation selector that turns a sign into its emoji, as in ⚠️ and 1️⃣, also gets "
        "into the anchor, but the heading would look different without it. Zero-width spaces and "
        "their like are `invisible-character`'s."
    )
    good = (Example("# Notes\n\n## ⚠\ufe0f Warning\n\n## 1\ufe0f\u20e3 First, 🚀 start\n"),)
    bad = (
        Example(
            "# Notes\n\n## 🚀\ufe0f Start\n\nGo to [the start](#%EF%B8%8F-start).\n",
            finds=("3:5 CL315",),
            fixed="# Notes\n\n## 🚀 Start\n\nGo to [the start](#-start).\n",
            unsafe=True,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at the headings for what is only an obstacle."""
        text = page.document.text
        for heading in page.document.headings:
            if not heading.anchor.isascii():
                for at in find_leaking(text, *heading.content):
                    yield _finding(page.document, heading, at)


def _finding(document: Document, heading: Heading, at: int) -> Finding:
    char = document.text[at]
    message = (
        f"{sentence_start(character_name(char))} does nothing in this heading, but makes its "
        f"anchor {as_code('#' + encode_percent(heading.anchor))}."
    )
    span = Span(at, at + 1)
    fix = replacing(document, heading, at, "", "Delete it")
    return Finding(document.path, span, message, None, fix)
