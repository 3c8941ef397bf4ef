"""CL322 wide-brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import BlockKind
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span
from .._plain_text import plain_text
from ._address import ADDRESS, APART, safety_of
from ._link_findings import as_code

_MAYBE = late_pattern(r"[\]］】][ \t\u3000]*（|[］】][ \t\u3000]*\(|\][ \t\u3000]*\([^()\n]*）")
_LINK = late_pattern(
    rf"{APART}(?P<mark>!?)(?P<open>[\[［【])(?P<text>[^\[\]［］【】\r\n]*)(?P<close>[\]］】])"
    r"[ \t\u3000]*(?P<left>[(（])(?P<address>[^\s()（）\[\]<>\0]+)(?P<right>[)）])"
)
_ADDRESS = late_pattern(rf"(?:{ADDRESS})")
_WIDE = "］】（）"
_NARROW = frozenset("[]()")


class WideBrackets(DocumentRule):
    """Keyboards for Chinese, Japanese and Korean write full-width brackets, which Markdown does
    not know: readers see them and the address, and nothing to click on.
    """

    code = "CL322"
    name = "wide-brackets"
    summary = "`[text]（address）`: a link with full-width brackets or parentheses"
    severity = Severity.ERROR
    fix_changes = PageChange.MARKS
    limits = (
        "Only where an address, a path or a fragment stands in the parentheses. Text about "
        "Markdown is not looked at."
    )
    good = (Example("# 笔记\n\n请看[手册](https://nodejs.org/)（英文），[1]（第二章）。\n"),)
    bad = (
        Example(
            "# 笔记\n\n请看[手册]（https://nodejs.org/）。\n",
            finds=("3:3 CL322",),
            fixed="# 笔记\n\n请看[手册](https://nodejs.org/)。\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for what would be a link with other brackets."""
        text = page.document.text
        if not any(map(text.__contains__, _WIDE)) or _MAYBE.search(text) is None:
            return
        plain = plain_text(page.document, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.HEADING)
        for match in _LINK.finditer(plain):
            brackets = {match[name] for name in ("open", "close", "left", "right")}
            if not brackets <= _NARROW and _ADDRESS.fullmatch(match["address"]):
                yield _finding(page, match)


def _finding(page: Page, match: re.Match[str]) -> Finding:
    span = Span(*match.span())
    written = page.document.text[slice(*span)]
    text = page.document.text[slice(*match.span("text"))]
    meant = f"{match['mark']}[{text}]({match['address']})"
    message = f"{as_code(written)} is not a link: not all of its brackets are those of Markdown."
    # These also stand around words that are no link.
    is_sure = match["open"] != "【"
    safety = safety_of(page.document, *span) if is_sure else Safety.UNSAFE
    fix = Fix("Write other brackets", safety, (Edit(page.path, *span, meant),))
    return Finding(page.path, span, message, f"Write {as_code(meant)}.", fix)
