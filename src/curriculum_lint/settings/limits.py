"""The table `limits`: how much is read, and how much is listed."""

from __future__ import annotations

from dataclasses import dataclass

from .key import ValueType, key


def _limit(default: int, description: str, example: int, *, least: int = 1, most: int) -> int:
    bounds = {"least": least, "most": most}
    limit: int = key(default, ValueType.NUMBER, description, example, **bounds)
    return limit


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read, and how much is listed."""

    file_bytes: int = _limit(1 << 20, "Bytes of a file.", 2_097_152, most=1 << 26)
    line_characters: int = _limit(20_000, "Characters of a line.", 40_000, most=1_000_000)
    block_characters: int = _limit(
        50_000,
        "Characters of a paragraph or another block of running text.",
        100_000,
        most=1_000_000,
    )
    nesting: int = _limit(
        60, "How deep lists, quotes and emphasis may be nested.", 80, least=10, most=200
    )
    diagnostics_per_rule: int = _limit(
        200, "Diagnostics of one rule in one file that are listed.", 50, most=1_000_000
    )
    diagnostics: int = _limit(5_000, "Diagnostics of a run that are listed.", 1_000, most=1_000_000)
