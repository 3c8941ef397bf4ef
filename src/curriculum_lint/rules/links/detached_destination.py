"""CL316 detached-destination."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix
from ...model.curriculum import Page
from ...parse.document import BlockKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span
from .._plain_text import plain_text
from ._address import ADDRESS, APART, safety_of
from ._link_findings import as_code

_GAP = late_pattern(r"\][ \t\xa0\u3000]+\(|\][ \t]*\r?\n[ \t]*\(")
_DETACHED = late_pattern(
    rf"{APART}!?\[(?P<text>[^\[\]\r\n]*[^\W\d_][^\[\]\r\n]*)\]"
    rf"(?P<gap>[ \t\xa0\u3000]+|[ \t]*\r?\n[ \t]*)\((?P<address>{ADDRESS})\)"
)
_BOX = late_pattern(r"[xX]")


class DetachedDestination(DocumentRule):
    """Markdown makes a link only where the parenthesis follows the bracket at once. With a blank
    between them, readers see both pairs, and nothing to click on.
    """

    code = "CL316"
    name = "detached-destination"
    summary = "`[text] (address)`: a blank between the text of a link and its destination"
    severity = Severity.ERROR
    fix_changes = PageChange.MARKS
    limits = (
        "Only where an address, a path or a fragment stands in the parentheses. A number in "
        "brackets is a citation, and `[x]` a task box. Text about Markdown is not looked at."
    )
    good = (
        Example(
            "# Notes\n\nSee [the manual](https://nodejs.org/), [1] (https://example.org) and an "
            "[optional] (second) step.\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\nSee [the manual] (https://nodejs.org/) first.\n",
            finds=("3:5 CL316",),
            fixed="# Notes\n\nSee [the manual](https://nodejs.org/) first.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for brackets and parentheses that would be a link without what parts them."""
        text = page.document.text
        if _GAP.search(text) is None:
            return
        plain = plain_text(page.document, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.HEADING)
        for match in _DETACHED.finditer(plain):
            if not _BOX.fullmatch(match["text"]):
                yield _finding(page, match)


def _finding(page: Page, match: re.Match[str]) -> Finding:
    gap = Span(*match.span("gap"))
    parting = "A line break parts" if "\n" in match["gap"] else "A blank parts"
    message = f"{parting} “[{match['text']}]” from its destination, so this is not a link."
    meant = f"[{match['text']}]({match['address']})"
    fix = Fix("Join them", safety_of(page.document, *match.span()), (Edit(page.path, *gap, ""),))
    return Finding(page.path, Span(*match.span()), message, f"Write {as_code(meant)}.", fix)
