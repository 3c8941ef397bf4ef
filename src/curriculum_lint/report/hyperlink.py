"""Links that a terminal follows (OSC 8): an address behind words."""

from __future__ import annotations

import re

#: What may stand in the sequence: nothing that could end it.
_ADDRESS = re.compile(r"[\x21-\x7e]+")


def hyperlink(words: str, address: str) -> str:
    """``words``, which are escaped, with ``address`` behind them; ``""`` is none."""
    if not _ADDRESS.fullmatch(address):
        return words
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\"
