"""Exercises that were all renumbered by the same step, as one entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .item import Change, ItemChange, ItemKind

_SHORTEST = 3


class ChangeEntry(NamedTuple):
    """A change, or the first of a run of exercises up to ``last``."""

    change: ItemChange
    last: ItemChange | None = None


def entries(changes: Iterable[ItemChange]) -> Iterator[ChangeEntry]:
    """``changes`` with three or more renumbered exercises in a row put together."""
    run: list[ItemChange] = []
    for change in changes:
        if run and not _continues(run[-1], change):
            yield from _entries(run)
            run = []
        run.append(change)
    yield from _entries(run)


def _entries(run: list[ItemChange]) -> Iterator[ChangeEntry]:
    if len(run) < _SHORTEST:
        yield from map(ChangeEntry, run)
    else:
        yield ChangeEntry(run[0], run[-1])


def _continues(change: ItemChange, following: ItemChange) -> bool:
    return (
        change.changes == following.changes == (Change.RENUMBERED,)
        and change.item.kind is following.item.kind is ItemKind.EXERCISE
        and change.item.parent == following.item.parent
        and _step(change) == _step(following) != 0
    )


def _step(change: ItemChange) -> int:
    """By how much the last part of a number changed; 0 where that cannot be said."""
    before, after = (_ordinal(each.number) if each else None for each in change[:2])
    return 0 if before is None or after is None else after - before


def _ordinal(number: str) -> int | None:
    digits = number.rpartition(".")[2]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None
