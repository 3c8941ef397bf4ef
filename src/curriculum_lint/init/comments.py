"""Comments of a configuration."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.escape import printable

_WIDTH = 96


def wrapped(text: str) -> Iterator[str]:
    """Comments of one sentence or two, on as many lines as they need."""
    import textwrap

    lines = textwrap.wrap(printable(text), _WIDTH - 2, break_on_hyphens=False)
    for line in lines or [""]:
        yield comment(line)


def comment(text: str) -> str:
    """One line, whatever a stranger's file is called: nothing in it can end the comment."""
    shown = printable(text)
    return f"# {shown if len(shown) <= _WIDTH else shown[: _WIDTH - 1] + '…'}"
