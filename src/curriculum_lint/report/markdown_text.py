"""Strangers' text inside Markdown that GitHub and GitLab render: shown, never obeyed."""

from __future__ import annotations

import re
from html import escape

from ..text.escape import printable
from ..text.late_pattern import late_pattern

_CODE = late_pattern(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ACTIVE = late_pattern(r"[\\`*_\[\]~!]")
_RUN = re.compile("`+")

#: Written out where the platform would make a mention, a reference, a link, an emoji or a formula.
_BREAK = "&#8203;"
_TRIGGER = late_pattern(r"[@#$]|:(?=//|[\w+-])|www(?=\.)|gh(?=-\d)", re.IGNORECASE)


def plain(words: str) -> str:
    """``words`` as text in a paragraph, a list item or a cell of a table."""
    return _ACTIVE.sub(r"\\\g<0>", in_html(words))


def in_html(words: str) -> str:
    """``words`` as text in an HTML element; no pipe is left that could end a table cell."""
    unbroken = escape(printable(words), quote=False)
    return _TRIGGER.sub(rf"\g<0>{_BREAK}", unbroken).replace("|", "&#124;")


def prose(words: str) -> str:
    """A message: what it has between backticks stays code. Not for a table."""
    parts: list[str] = []
    end = 0
    for match in _CODE.finditer(words):
        parts += [plain(words[end : match.start()]), code(match[2])]
        end = match.end()
    return "".join([*parts, plain(words[end:])])


def code(words: str) -> str:
    """``words`` as a code span, whose fence is longer than any run of backticks in it."""
    shown = printable(words)
    fence = "`" * (max((len(run) for run in _RUN.findall(shown)), default=0) + 1)
    pad = " " if shown[:1] in {"`", " "} or shown[-1:] in {"`", " "} else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""
