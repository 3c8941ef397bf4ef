"""Pairs what is the same in two versions: by exact keys first, then by how alike two texts are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

#: Texts are compared in pairs: beyond this, only equal ones are found.
_MOST_PAIRS = 4_000
_LONGEST = 200
_LEAST_RATIO = 0.6


class Pairing(Generic[T]):
    """Items of two versions; what has a pair is asked for no more."""

    def __init__(self, before: Iterable[T], after: Iterable[T]) -> None:
        self.before, self.after = list(before), list(after)
        self.pairs: list[tuple[T, T]] = []

    def by_key(self, old: Callable[[T], Hashable], new: Callable[[T], Hashable]) -> None:
        """Pair items with equal keys where one has it on each side; what is empty is no key."""
        olds, news = list(map(old, self.before)), list(map(new, self.after))
        counts, others = Counter(olds), Counter(news)
        places = {key: at for at, key in enumerate(news)}
        self._take(
            (at, places[key])
            for at, key in enumerate(olds)
            if key and counts[key] == 1 and others[key] == 1
        )

    def in_turn(self, key: Callable[[T], Hashable]) -> None:
        """Pair items with equal keys, the first with the first; what is empty is no key."""
        news = {key: at for at, key in enumerate(_numbered(self.after, key))}
        self._take(
            (at, news[each])
            for at, each in enumerate(_numbered(self.before, key))
            if each[0] and each in news
        )

    def by_likeness(self, text: Callable[[T], str]) -> None:
        """Pair items whose texts are alike, the most alike first."""
        if not self.before or not self.after:
            return
        if len(self.before) * len(self.after) > _MOST_PAIRS:
            return
        ranked = sorted(
            (-ratio, at, other)
            for at, mine in enumerate(map(text, self.before))
            for other, theirs in enumerate(map(text, self.after))
            if (ratio := likeness(mine, theirs)) >= _LEAST_RATIO
        )
        taken: set[int] = set()
        pairs: dict[int, int] = {}
        for _, at, other in ranked:
            if at not in pairs and other not in taken:
                pairs[at] = other
                taken.add(other)
        self._take(pairs.items())

    def _take(self, places: Iterable[tuple[int, int]]) -> None:
        chosen = sorted(places)
        self.pairs += [(self.before[at], self.after[other]) for at, other in chosen]
        self.before = _without(self.before, {at for at, _ in chosen})
        self.after = _without(self.after, {other for _, other in chosen})


def likeness(text: str, other: str) -> float:
    """From 0 to 1, case ignored."""
    from difflib import SequenceMatcher

    if not text or not other:
        return 0.0
    mine, theirs = text[:_LONGEST].casefold(), other[:_LONGEST].casefold()
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST_RATIO or matcher.quick_ratio() < _LEAST_RATIO:
        return 0.0
    return matcher.ratio()


def _numbered(items: Sequence[T], key: Callable[[T], Hashable]) -> list[tuple[Hashable, int]]:
    """Each key, and how many equal ones were before it."""
    seen: Counter[Hashable] = Counter()
    found: list[tuple[Hashable, int]] = []
    for item in items:
        value = key(item)
        found.append((value, seen[value]))
        seen[value] += 1
    return found


def _without(items: Sequence[T], places: set[int]) -> list[T]:
    return [item for at, item in enumerate(items) if at not in places]
