"""Which files have another path now: what a finding's path in the base is called today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ...model.unit_names import UnitNames

Lines = Callable[[str], Sequence[str] | None]

#: Pairs of files whose lines are compared.
_MOST_PAIRS = 10_000
_LEAST_SHARED = 0.5


class Renames(NamedTuple):
    """New paths by old ones, and old ones by new ones: files and the folders they were in."""

    new: Mapping[str, str]
    old: Mapping[str, str]


def find_renames(
    removed: Iterable[str],
    added: Iterable[str],
    old: Lines,
    new: Lines,
    names: UnitNames,
    is_moved: Callable[[str, str], bool],
) -> Renames:
    """Pair ``removed`` with ``added`` paths; ``old`` and ``new`` give the lines of a file.

    ``is_moved`` says whether one folder is gone and the other new.

    Units that only have another number come first, then equal files, then those that share half
    of their lines.
    """
    left, right = sorted(removed), sorted(added)
    pairs = _unique(left, right, names.of)
    _take(pairs, left, right)
    pairs |= _alike(left, right, old, new)
    folders = {path: other for path, other in _folders(pairs).items() if is_moved(path, other)}
    pairs |= folders
    return Renames(pairs, {after: before for before, after in pairs.items()})


def _take(pairs: Mapping[str, str], left: list[str], right: list[str]) -> None:
    taken = set(pairs.values())
    left[:] = [path for path in left if path not in pairs]
    right[:] = [path for path in right if path not in taken]


def _unique(left: list[str], right: list[str], key: Callable[[str], str]) -> dict[str, str]:
    """Paths with the same key, where only one on each side has it."""
    counts = Counter(map(key, left)), Counter(map(key, right))
    by_key = {key(path): path for path in right}
    return {
        path: by_key[name]
        for path in left
        if counts[0][name := key(path)] == 1 and counts[1][name] == 1
    }


def _alike(left: list[str], right: list[str], old: Lines, new: Lines) -> dict[str, str]:
    if not 0 < len(left) * len(right) <= _MOST_PAIRS:
        return {}
    olds = {path: _counted(old(path)) for path in left}
    news = {path: _counted(new(path)) for path in right}
    ranked = sorted(
        (-share, path, other)
        for path, lines in olds.items()
        for other, others in news.items()
        if (share := _shared(lines, others)) >= _LEAST_SHARED
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, path, other in ranked:
        if path not in pairs and other not in taken:
            pairs[path] = other
            taken.add(other)
    return pairs


def _counted(lines: Sequence[str] | None) -> Counter[str]:
    return Counter(line.strip() for line in lines or () if line.strip())


def _shared(lines: Counter[str], others: Counter[str]) -> float:
    longer = max(lines.total(), others.total())
    return (lines & others).total() / longer if longer else 0.0


def _folders(pairs: Mapping[str, str]) -> dict[str, str]:
    """Folders whose file of one name is now in another folder: the readme decides, by order."""
    folders: dict[str, str] = {}
    for old, new in pairs.items():
        before, _, name = old.rpartition("/")
        after, _, other = new.rpartition("/")
        if before and after and before != after and name == other:
            folders.setdefault(before, after)
    return folders
