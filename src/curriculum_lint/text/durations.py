"""Times for people."""

from __future__ import annotations


def duration(minutes: int) -> str:
    """``20 min``, ``1 h 30 min``, ``2 h``."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return " ".join(parts)


def duration_range(least: int, most: int) -> str:
    """``20 min``, ``2–3 h``, ``45 min–1 h``."""
    if least == most:
        return duration(least)
    if least and not least % 60 and not most % 60:
        return f"{least // 60}–{duration(most)}"
    if most < 60:
        return f"{least}–{duration(most)}"
    return f"{duration(least)}–{duration(most)}"
