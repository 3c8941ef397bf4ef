"""A text that shows something → a small text that still does."""

from __future__ import annotations

from collections.abc import Callable


def shrink(text: str, shows: Callable[[str], bool]) -> str:
    """Leave out lines, then characters, as long as ``shows`` holds."""
    lines = _without_parts(text.split("\n"), lambda parts: shows("\n".join(parts)))
    return "".join(_without_parts(list("\n".join(lines)), lambda parts: shows("".join(parts))))


def _without_parts(parts: list[str], shows: Callable[[list[str]], bool]) -> list[str]:
    size = max(1, len(parts) // 2)
    while True:
        at = 0
        before = len(parts)
        while at < len(parts):
            fewer = parts[:at] + parts[at + size :]
            if shows(fewer):
                parts = fewer
            else:
                at += size
        if size == 1 and len(parts) == before:
            return parts
        size = max(1, size // 2)
