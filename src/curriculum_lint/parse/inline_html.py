"""Tags, comments and addresses in angle brackets, inside a line of text."""

from __future__ import annotations

import re

from ..text.late_pattern import late_pattern
from .html_starts import TAG

_ADDRESS = late_pattern(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\x00-\x20<>]*)>")
_MAILBOX = late_pattern(
    r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>"
)
_HTML = late_pattern(
    rf"{TAG}|<!--->|<!---?>|<!--(?:[^-]|-[^-]|--[^>])*-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>"
    r"|<![A-Za-z]+[ \t\n\v\f\r]+[^>]*>",
    re.IGNORECASE | re.ASCII,
)


def match_address(text: str, at: int) -> tuple[re.Match[str], str] | None:
    """The address in angle brackets that begins at ``at``, and what stands before it when meant."""
    if match := _ADDRESS.match(text, at):
        return match, ""
    match = _MAILBOX.match(text, at)
    return (match, "mailto:") if match else None


def match_html(text: str, at: int) -> re.Match[str] | None:
    """The tag or comment that begins at ``at``."""
    return _HTML.match(text, at)
