"""Numbered folders and files that belong together: each family may be the units of the course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..text.natural import natural_key
from ..workspace.tree import Entry, EntryKind, Tree
from .aside import Asides
from .evidence import weigh_word
from .names import NumberedName, read_name
from .runs import read_style

_MOST_SPLITS = 12


class NamedUnit(NamedTuple):
    """A folder or file whose name holds a number. ``folder`` is the one it is in."""

    entry: Entry
    folder: str
    name: NumberedName


class Family(NamedTuple):
    """Units that count together: mostly of one kind, with one word before their numbers.

    Those of several kinds are called otherwise for the most part, but share one run of numbers.
    """

    units: tuple[NamedUnit, ...]

    @property
    def kinds(self) -> list[tuple[NamedUnit, ...]]:
        """The units by how they are called: the most frequent kind first, or else the last one."""
        found: dict[tuple[object, ...], list[NamedUnit]] = {}
        for unit in self.units:
            found.setdefault(_key(unit)[1:], []).append(unit)
        kinds = [tuple(units) for units in found.values()]
        return sorted(kinds, key=lambda units: (-len(units), -_highest(units)))

    @property
    def folders(self) -> list[str]:
        """The folders that the units are in."""
        return sorted({unit.folder for unit in self.units}, key=natural_key)

    @property
    def are_files(self) -> bool:
        """Whether all the units are files."""
        return all(unit.name.shape.suffix for unit in self.units)

    @property
    def runs(self) -> list[list[int]]:
        """The numbers in each folder; the letters of one number are no repetitions."""
        found: dict[str, list[int]] = {folder: [] for folder in self.folders}
        lettered: set[tuple[str, int]] = set()
        for unit in self.units:
            number = int(unit.name.number)
            if not unit.name.is_lettered or (unit.folder, number) not in lettered:
                found[unit.folder].append(number)
            lettered.add((unit.folder, number))
        return list(found.values())


def find_families(tree: Tree, asides: Asides) -> Iterator[Family]:
    """All families, and the parts of each that lie in folders of one name or in one folder."""
    groups: dict[tuple[object, ...], list[NamedUnit]] = {}
    for unit in _named(tree, asides):
        groups.setdefault(_key(unit), []).append(unit)
    for units in groups.values():
        yield from _split(units)
    yield from _at_all_depths(groups)
    yield from _grown(groups)
    yield from _of_several_kinds(groups)


def _at_all_depths(groups: dict[tuple[object, ...], list[NamedUnit]]) -> Iterator[Family]:
    """Units with one word before their numbers, in courses of which some lie deeper."""
    by_name: dict[tuple[object, ...], list[list[NamedUnit]]] = {}
    for (_, *key), units in groups.items():
        if units[0].name.word:
            by_name.setdefault(tuple(key), []).append(units)
    for found in by_name.values():
        if len(found) > 1 and min(map(len, found)) > 2:
            yield Family(tuple(unit for units in found for unit in units))


def _grown(groups: dict[tuple[object, ...], list[NamedUnit]]) -> Iterator[Family]:
    """Units of which some became themes of units of their own, and all count on."""
    for (_, *key), units in groups.items():
        inner = groups.get((units[0].entry.path.count("/") + 1, *key), [])
        themes = {unit.entry.path for unit in units} & {unit.folder for unit in inner}
        own = [unit for unit in units if unit.entry.path not in themes]
        below = [unit for unit in inner if unit.folder in themes]
        numbers = sorted(int(unit.name.number) for unit in (*own, *below))
        if own and themes and len(set(numbers)) == len(numbers):
            yield Family((*own, *below))


def _of_several_kinds(groups: dict[tuple[object, ...], list[NamedUnit]]) -> Iterator[Family]:
    """Units that are called otherwise and go on counting: `week1` to `week4`, then `05-files`."""
    by_depth: dict[object, list[NamedUnit]] = {}
    for key, units in groups.items():
        by_depth.setdefault(key[0], []).extend(units)
    for units in by_depth.values():
        folders: dict[str, list[NamedUnit]] = {}
        for unit in units:
            folders.setdefault(unit.folder, []).append(unit)
        found = [merged for each in folders.values() if (merged := _merged(each))]
        yield from map(Family, found)
        if len(found) > 1:
            yield Family(tuple(unit for merged in found for unit in merged))


def _merged(units: Sequence[NamedUnit]) -> tuple[NamedUnit, ...]:
    """The units of several kinds in one folder that share one run of numbers; or none."""
    kinds = [kind for kind in Family(tuple(units)).kinds if weigh_word(kind[0].name.word, ()) >= 0]
    taken: list[NamedUnit] = []
    numbers: set[int] = set()
    for kind in kinds:
        own = {int(unit.name.number) for unit in kind}
        if len(own) == len(kind) and not own & numbers:
            taken += kind
            numbers |= own
    several = len({_key(unit) for unit in taken}) > 1
    return tuple(taken) if several and read_style([list(numbers)]).kept >= 1 else ()


def _highest(units: Iterable[NamedUnit]) -> int:
    return max(int(unit.name.number) for unit in units)


def _named(tree: Tree, asides: Asides) -> Iterator[NamedUnit]:
    holding = _folders_with_texts(tree)
    for path, entry in tree.entries.items():
        if path == "." or not path.isprintable():
            continue
        is_file = entry.kind is EntryKind.FILE
        if not is_file and (entry.kind is not EntryKind.FOLDER or path not in holding):
            continue
        folder = path.rpartition("/")[0]
        if asides.kind(folder if is_file else path) or (is_file and asides.is_translated(path)):
            continue
        name = read_name(entry.name, is_file=is_file)
        if name is not None and not _is_readme(name):
            yield NamedUnit(entry, folder or ".", name)


def _folders_with_texts(tree: Tree) -> set[str]:
    folders: set[str] = set()
    for entry in tree.markdown():
        parts = entry.path.split("/")
        folders.update("/".join(parts[:at]) for at in range(1, len(parts)))
    return folders


def _is_readme(name: NumberedName) -> bool:
    """Whether a file such as ``0-README.md`` tells of its folder."""
    return bool(name.shape.suffix) and name.rest.casefold() in ("readme", "index", "_index")


def _key(unit: NamedUnit) -> tuple[object, ...]:
    name = unit.name
    is_bare = not name.shape.joint and (not name.rest or name.is_lettered)
    return (unit.entry.path.count("/"), name.shape.suffix.casefold(), name.word, is_bare)


def _split(units: Sequence[NamedUnit]) -> Iterator[Family]:
    """The whole group, and its parts: by the folder, its name, the one around it, the top one."""
    seen: set[frozenset[str]] = set()
    for part in _parts(units):
        paths = frozenset(unit.entry.path for unit in part)
        if len(part) > 1 and paths not in seen:
            seen.add(paths)
            yield Family(tuple(part))


def _parts(units: Sequence[NamedUnit]) -> Iterator[list[NamedUnit]]:
    yield list(units)
    for at in range(4):
        keys = [_split_keys(unit.folder)[at] for unit in units]
        for key, _ in Counter(keys).most_common(_MOST_SPLITS):
            yield [unit for unit, own in zip(units, keys, strict=True) if own == key]


def _split_keys(folder: str) -> tuple[str, str, str, str]:
    around, _, name = folder.rpartition("/")
    return name, folder.partition("/")[0], around, folder


def without_strays(family: Family) -> Family:
    """The family without folders in which a single high number stands: `03_loops_starter`."""
    runs: dict[str, list[NamedUnit]] = {}
    for unit in family.units:
        runs.setdefault(unit.folder, []).append(unit)
    kept = [unit for run in runs.values() if not _is_stray(run) for unit in run]
    return Family(tuple(kept)) if len(kept) > 1 else family


def _is_stray(run: Iterable[NamedUnit]) -> bool:
    """Whether a folder holds one unit, with the number that the folder itself begins with."""
    first, *others = run
    around = read_name(first.folder.rpartition("/")[2], is_file=False)
    return not others and around is not None and int(around.number) == int(first.name.number)
