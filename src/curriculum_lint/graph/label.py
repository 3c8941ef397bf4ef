"""What is written on a node: a stranger's title made short and legible."""

from __future__ import annotations

import unicodedata

from ..text.invisible import belongs_anywhere, find_invisible
from .graph import Node

#: How much of a title is written; a box of three or four lines.
_MOST = 70


def label_of(node: Node) -> str:
    """``4b Session management``: number, letter and title in one line, cut where it is long."""
    title = legible(node.title) or legible(node.id.rpartition("/")[2]) or "…"
    return f"{legible(node.label)} {title}".strip()


def legible(text: str, most: int = _MOST) -> str:
    """``text`` in one line without what cannot be seen, at most ``most`` characters."""
    # Ten times what can be shown is enough to cut it well.
    text = text[: most * 10]
    hidden = {m.start() for m in find_invisible(text) if not belongs_anywhere(text, m.start())}
    shown = (
        " " if at in hidden and c.isspace() else c
        for at, c in enumerate(text)
        if at not in hidden or c.isspace()
    )
    line = " ".join("".join(c for c in shown if c.isspace() or _is_shown(c)).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"}
