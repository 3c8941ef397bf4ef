"""What a diagnostic has to do with the change under review."""

from __future__ import annotations

from enum import IntEnum


class Concern(IntEnum):
    """How close a diagnostic is to the change; the closest comes first."""

    #: It is at a line, or in a file, that is new or modified.
    TOUCHED = 0
    #: The change causes it at a place that it does not touch.
    CAUSED = 1
    #: It was there before, or there is no change to compare it with.
    OTHER = 2
