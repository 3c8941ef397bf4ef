"""Parts of sentences that messages and reports share."""

from __future__ import annotations

from collections.abc import Iterable


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """``1 error``, ``2 errors``, ``1,000 errors``; ``plural`` where another “s” is not enough."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """``a, b and c``."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def named(text: str, otherwise: str) -> str:
    """``text`` in quotes, or ``otherwise`` where there is nothing in it to be seen."""
    return f"“{text}”" if text.strip() else otherwise


def without_empty_quotes(text: str) -> str:
    """``text`` with words where a rule quotes what has none."""
    return text.replace("“”", "“(no text)”")
