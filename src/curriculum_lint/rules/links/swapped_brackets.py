"""CL318 swapped-brackets."""

from __future__ import annotations

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

_SWAPPED = late_pattern(
    rf"{APART}\((?P<text>[^()\[\]\r\n\0]*[^\W\d_][^()\[\]\r\n\0]*)\)\[(?P<address>{ADDRESS})\]"
)


class SwappedBrackets(DocumentRule):
    """The text of a link stands in brackets and its destination in parentheses. The other way
    round it is no link: readers see both pairs, and nothing to click on.
    """

    code = "CL318"
    name = "swapped-brackets"
    summary = "`(text)[address]`: the brackets and parentheses of a link exchanged"
    severity = Severity.ERROR
    fix_changes = PageChange.MARKS
    limits = (
        "Only where an address, a path or a fragment stands in the brackets. Text about Markdown "
        "is not looked at."
    )
    good = (Example("# Notes\n\nSee [the manual](https://nodejs.org/) (in English)[1].\n"),)
    bad = (
        Example(
            "# Notes\n\nSee (the manual)[https://nodejs.org/] first.\n",
            finds=("3:5 CL318",),
            fixed="# Notes\n\nSee [the manual](https://nodejs.org/) first.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for a text in parentheses before an address in brackets."""
        if ")[" not in page.document.text:
            return
        plain = plain_text(page.document, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.HEADING)
        for match in _SWAPPED.finditer(plain):
            span, meant = Span(*match.span()), f"[{match['text']}]({match['address']})"
            message = f"{as_code(match[0])} is not a link: its brackets are exchanged."
            fix = Fix(
                "Exchange them",
                safety_of(page.document, *span),
                (Edit(page.path, *span, meant),),
            )
            yield Finding(page.path, span, message, f"Write {as_code(meant)}.", fix)
