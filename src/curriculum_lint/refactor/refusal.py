"""Why something is not restructured."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it says what is refused
    """What was asked for cannot be done: one sentence for people."""
