"""The differences that are meant, each with its reason."""

from __future__ import annotations

import re

from .compare import Difference

_MAILBOX = re.compile(r"'mailto:([^']*)'")
#: What a mailbox's address would have to be taken out of before it can be compared.
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]|&[#\w]+;")


def reason_of(difference: Difference, text: str) -> str | None:
    """Why a difference is known; ``None`` if it is not."""
    if difference.fact == "links" and _is_of_mailboxes(difference) and _ESCAPED.search(text):
        return "an address of a mailbox beside an escape or entity is read as it is written"
    return None


def _is_of_mailboxes(difference: Difference) -> bool:
    sides = (difference.shown_only, difference.read_only)
    links = [side.count("('") for side in sides]
    return sum(links) > 0 and sum(links) == sum(len(_MAILBOX.findall(side)) for side in sides)
