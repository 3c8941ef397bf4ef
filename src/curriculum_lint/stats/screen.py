"""A terminal: how wide it is, and which signs it has."""

from __future__ import annotations

from typing import NamedTuple

from ..text.escape import printable
from ..text.width import cut_to_width, text_width

_NARROWEST, _WIDEST = 60, 120
_IN_ASCII = str.maketrans({"–": "-", "█": "#", "▒": "-", "…": "~"})


class Screen(NamedTuple):
    """``columns`` are those to fill; ``encoding`` is that of what is written."""

    columns: int = 80
    encoding: str = "utf-8"

    @property
    def room(self) -> int:
        """The columns of a table."""
        return min(max(self.columns, _NARROWEST), _WIDEST)

    def drawn(self, text: str) -> str:
        """Our own signs, or plain ones for a terminal that has not all of them."""
        return text if self._can_show("–█▒…") else text.translate(_IN_ASCII)

    def cut(self, text: str, columns: int) -> str:
        """Anybody's text in one harmless line, cut to a width."""
        shown = printable(text[: 4 * columns + 1])
        if not self._can_show(shown):
            shown = shown.encode(self.encoding, "backslashreplace").decode(self.encoding)
        return cut_to_width(shown, columns, self.drawn("…"))

    def _can_show(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def right(text: str, columns: int) -> str:
    """``text`` with blanks before it."""
    return " " * (columns - text_width(text)) + text
