"""The differences that are meant, each with its reason."""

from __future__ import annotations

import re

from .compare import Difference

_RAW = re.compile(r"<(?:script|style|textarea)\b", re.IGNORECASE)
_HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
_MAILBOX = re.compile(r"'mailto:([^']*)'")
#: What a mailbox's address would have to be taken out of before it can be compared.
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]|&[#\w]+;")


def reason_of(difference: Difference, text: str) -> str | None:
    """Why a difference is known; ``None`` if it is not."""
    if difference.fact == "links" and _is_of_mailboxes(difference) and _ESCAPED.search(text):
        return "an address of a mailbox beside an escape or entity is read as it is written"
    if difference.fact == "headings" and "\t" in text and _HEADING.search(text):
        return "of a tab before raw HTML, what the containers leave is no blank in an anchor"
    if difference.fact == "items" and _without_tasks(difference.shown_only) == _without_tasks(
        difference.read_only
    ):
        return "a line that goes on lazily and looks like a task makes one of the item around it"
    if difference.fact == "headings" and _RAW.search(text):
        return "what stands between the tags of a script in a heading is read as text"
    return None


def _without_tasks(facts: str) -> str:
    return facts.replace("is_task=True", "is_task=False")


def _is_of_mailboxes(difference: Difference) -> bool:
    sides = (difference.shown_only, difference.read_only)
    links = [side.count("('") for side in sides]
    return sum(links) > 0 and sum(links) == sum(len(_MAILBOX.findall(side)) for side in sides)
