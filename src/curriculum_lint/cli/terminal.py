"""What the terminal can show: colours, links, and how wide it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from ..report.snippet import WIDTH

_NARROWEST = 30
#: What stands before a source line: an indent, the number and a bar.
_GUTTER = 12
#: Variables that only terminals with links set, and the names that others go by.
_LINKING_VARIABLES = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")
_LINKING_PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "vscode", "zed", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"}
)
_LINKING_TERMS = frozenset({"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"})
#: The first library behind GNOME's and other terminals that has links, and does not crash on one.
_VTE_WITH_LINKS = 5002


def wants_color(choice: str) -> bool:
    """Whether to colour: ``always``, ``never``, or ``auto`` for a terminal that has colours.

    ``NO_COLOR`` and ``FORCE_COLOR`` decide for ``auto``; with both, there are none.
    """
    given = os.environ
    if choice != "auto":
        return choice == "always"
    if given.get("NO_COLOR"):
        return False
    if given.get("FORCE_COLOR"):
        return not _is_off(given["FORCE_COLOR"])
    return given.get("TERM") != "dumb" and sys.stdout.isatty()


def wants_links(*, color: bool) -> bool:
    """Whether to make links of names, for a terminal that is known to have links.

    ``FORCE_HYPERLINK`` decides, where it is set.
    """
    given = os.environ
    if given.get("FORCE_HYPERLINK"):
        return not _is_off(given["FORCE_HYPERLINK"])
    return color and sys.stdout.isatty() and not given.get("CI") and _has_links(given)


def snippet_width() -> int:
    """How many columns a source line may have: those of ``COLUMNS`` or of the terminal."""
    given = os.environ.get("COLUMNS", "")
    if not sys.stdout.isatty() and not (given.isdecimal() and int(given)):
        return WIDTH
    import shutil

    columns = shutil.get_terminal_size((WIDTH + _GUTTER, 0)).columns
    return max(_NARROWEST, min(WIDTH, columns - _GUTTER))


def _has_links(given: Mapping[str, str]) -> bool:
    term = given.get("TERM", "dumb")
    if term == "dumb" or term.startswith(("screen", "tmux")):
        return False
    version = given.get("VTE_VERSION", "")
    return (
        any(given.get(name) for name in _LINKING_VARIABLES)
        or given.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or term in _LINKING_TERMS
        or (version.isdecimal() and int(version) >= _VTE_WITH_LINKS)
    )


def _is_off(value: str) -> bool:
    return value.casefold() in {"0", "false", "no", "off"}
