"""Colours of a terminal, where they are wanted."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from ..settings.severity import Severity


class Ink(StrEnum):
    """What a piece of text is, as parameters of the ANSI sequence that shows it."""

    STRONG = "1"
    FAINT = "2"
    GOOD = "1;32"
    HELP = "36"
    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;34"


INK_OF = {
    Severity.ERROR: Ink.ERROR,
    Severity.WARNING: Ink.WARNING,
    Severity.INFO: Ink.INFO,
}

Paint = Callable[[str, Ink], str]


def painter(*, color: bool) -> Paint:
    """What gives a text its ink, or leaves it alone where no colour is wanted."""
    return _colored if color else _plain


def _colored(text: str, ink: Ink) -> str:
    return f"\x1b[{ink}m{text}\x1b[0m"


def _plain(text: str, _ink: Ink) -> str:
    return text
