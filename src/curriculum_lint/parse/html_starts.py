"""How blocks of raw HTML begin and end."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text.late_pattern import late_pattern


class HtmlStart(NamedTuple):
    """``end`` is what the last line has in it; without it, a blank line ends the block."""

    begin: re.Pattern[str]
    end: re.Pattern[str] | None
    interrupts: bool = True


_ELEMENTS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|"
    "dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|"
    "iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|section|source|"
    "title|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_ATTRIBUTE = (
    r"""[ \t\n\v\f\r]+[a-zA-Z_:][\w.:-]*(?:[ \t\n\v\f\r]*=[ \t\n\v\f\r]*"""
    r"""(?:[^ \t\n\v\f\r"'=<>`]+|'[^']*'|"[^"]*"))?"""
)
_BLANK = r"[ \t\n\v\f\r]"
#: Any tag, whatever its name is.
TAG = rf"<(?:[a-z][a-z0-9-]*(?:{_ATTRIBUTE})*{_BLANK}*/?>|/[a-z][a-z0-9-]*{_BLANK}*>)"


def _start(begin: str, end: str | None, *, interrupts: bool = True) -> HtmlStart:
    flags = re.IGNORECASE | re.ASCII
    return HtmlStart(
        late_pattern(begin, flags), late_pattern(end, flags) if end else None, interrupts
    )


_STARTS = (
    _start(
        rf"<(?:script|pre|textarea|style)(?:{_BLANK}|>|\Z)", r"</(?:script|pre|textarea|style)>"
    ),
    _start(r"<!--", r"-->"),
    _start(r"<\?", r"\?>"),
    _start(r"<!\[CDATA\[", r"\]\]>"),
    _start(r"<![A-Z]", r">"),
    _start(rf"</?(?:{_ELEMENTS})(?:{_BLANK}|/?>|\Z)", None),
    # Any tag alone on its line; it goes on with a paragraph.
    _start(
        rf"{TAG}{_BLANK}*\Z",
        None,
        interrupts=False,
    ),
)


def html_start(text: str, at: int, *, in_paragraph: bool) -> HtmlStart | None:
    """How the block begins that begins at ``at``, if one does."""
    for start in _STARTS:
        if (start.interrupts or not in_paragraph) and start.begin.match(text, at):
            return start
    return None
