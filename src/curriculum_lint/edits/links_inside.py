"""Symbolic links on the way to a file: those in a checkout may be anybody's.

It imports next to nothing, because it is asked before anything else is loaded.
"""

from __future__ import annotations

import os

_MOST_LINKS = 40


def leads_through_link(path: str, checkout: str, left: int = _MOST_LINKS) -> bool:
    """Whether the way to the absolute ``path`` goes through a link inside, or too many."""
    folder = os.path.dirname(path)
    if folder == path:
        return False
    if leads_through_link(folder, checkout, left):
        return True
    if not os.path.islink(path):
        return False
    around = os.path.realpath(folder)
    if not left or is_inside(around, checkout):
        return True
    target = os.path.normpath(os.path.join(around, os.readlink(path)))
    return leads_through_link(target, checkout, left - 1)


def is_inside(place: str, folder: str) -> bool:
    """Whether the real path ``place`` is ``folder`` or in it."""
    try:
        return os.path.commonpath((place, folder)) == folder
    except ValueError:  # two drives
        return False
