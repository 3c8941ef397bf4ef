"""CL319 hyphen-in-anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...model.curriculum import Page
from ...settings.severity import Severity
from ...text.invisible import character_name
from ...text.source import Span
from ..wording import sentence_start
from ._heading_character import replacing
from ._link_findings import as_code

_HYPHENS = re.compile("(?<=\\w)[\u2010\u2011](?=\\w)")


class HyphenInAnchor(DocumentRule):
    """GitHub takes typographic hyphens out of anchors: the heading “In‑Memory” is `#inmemory`. Who
    types a link from what the heading looks like writes `#in-memory`, and lands at the top.
    """

    code = "CL319"
    name = "hyphen-in-anchor"
    summary = "a typographic hyphen (U+2010, U+2011) in a heading, which its anchor lacks"
    severity = Severity.INFO
    fix_changes = PageChange.CHARACTERS
    limits = (
        "Only between two letters or digits. Dashes are left alone. The fix is unsafe, since "
        "the anchor changes: links of the same document follow."
    )
    good = (Example("# Notes\n\n## In-memory – fast\n\nRead\u2010only text.\n"),)
    bad = (
        Example(
            "# Notes\n\n## In\u2011memory\n\nGo [there](#inmemory).\n",
            finds=("3:6 CL319",),
            fixed="# Notes\n\n## In-memory\n\nGo [there](#in-memory).\n",
            unsafe=True,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at the headings for hyphens that are not the one of the keyboard."""
        document = page.document
        for heading in document.headings:
            for match in _HYPHENS.finditer(document.text, *heading.content):
                anchor = as_code(f"#{heading.anchor}")
                name = sentence_start(character_name(match[0]))
                message = f"{name} is missing from the anchor of this heading, {anchor}."
                fix = replacing(document, heading, match.start(), "-", "Write a plain hyphen")
                yield Finding(page.path, Span(*match.span()), message, "Write `-`.", fix)
