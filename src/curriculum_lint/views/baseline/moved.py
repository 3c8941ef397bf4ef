"""Entries of a baseline for a folder that is elsewhere now: they follow it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .compare import Entries
from .fingerprint import Fingerprint

_ROOT = "."


class FolderMove(NamedTuple):
    """Where a folder was, and where it is: names without numbers, empty for the root."""

    before: str
    after: str


def follow_moves(entries: Entries, units: Iterable[str]) -> Entries:
    """``entries`` with the names that their units have now; ``units`` are all that are there.

    Only a folder of which nothing is left counts as moved: the one that most entries agree on.
    """
    now = set(units)
    gone = sorted({each.unit for each in entries} - now - {_ROOT})
    if not gone:
        return entries
    folders = {folder for unit in now for folder in _around(unit)}
    by_name: dict[str, list[list[str]]] = {}
    for unit in now:
        by_name.setdefault(unit.rpartition("/")[2], []).append(unit.split("/"))
    votes = Counter(move for unit in gone for move in _possible(unit, by_name, folders))
    if not votes:
        return entries
    move = min(votes, key=lambda each: (-votes[each], each))
    found: Counter[Fingerprint] = Counter()
    for each, count in entries.items():
        found[each._replace(unit=_followed(each.unit, move, now))] += count
    return found


def _possible(
    unit: str, by_name: Mapping[str, list[list[str]]], folders: set[str]
) -> Iterator[FolderMove]:
    """The moves that would bring ``unit`` to what has its name now."""
    names = unit.split("/")
    for others in by_name.get(names[-1], ()):
        same = len(posixpath.commonprefix([names[::-1], others[::-1]]))
        before = "/".join(names[:-same])
        if (before or names[0]) not in folders:
            yield FolderMove(before, "/".join(others[:-same]))


def _followed(unit: str, move: FolderMove, now: set[str]) -> str:
    """The name of ``unit`` after the move, if it took part in it."""
    if unit in now:
        return unit
    inside = "" if unit == _ROOT else unit
    if move.before:
        if inside != move.before and not inside.startswith(f"{move.before}/"):
            return unit
        inside = inside[len(move.before) :].lstrip("/")
    new = "/".join(filter(None, (move.after, inside))) or _ROOT
    return new if new in now else unit


def _around(unit: str) -> Iterator[str]:
    """``unit`` and the folders around it."""
    while unit:
        yield unit
        unit = unit.rpartition("/")[0]
