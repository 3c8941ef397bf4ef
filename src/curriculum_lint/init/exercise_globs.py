"""Which files beside the texts of units hold exercises, as globs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.curriculum import Unit
from ..model.exercise_files import UNIT, is_readme, is_solution
from ..settings.exercise_words import EXERCISE_SECTIONS, EXERCISE_WORDS
from ..text.translation import original_of
from ..workspace.tree import MARKDOWN_SUFFIXES, Entry, EntryKind, Tree

_NAMES = frozenset(
    [
        *EXERCISE_SECTIONS,
        *EXERCISE_WORDS,
        *(
            "project",
            "projects",
            "mini project",
            "hw",
            "ex",
            "labs",
            "practice",
            "capstone",
            "tp",
            "td",
        ),
        *("exo", "exos", "pset", "psets", "worksheet", "worksheets"),
    ]
)
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]{2,}(?:[-_ ][^\W\d_]{2,})?)[-_ ]?\d{1,3}(?=[-_ .]|\Z)")
#: So many of the units must have them.
_LEAST_SHARE = 0.2
_FEWEST = 2


class CountedGlob(NamedTuple):
    """A glob of files, counted from the folder of a unit, and how many units have some."""

    glob: str
    units: int


def find_exercise_globs(tree: Tree, units: Sequence[Unit]) -> list[CountedGlob]:
    """The globs that a fair share of the units have, those that most have first."""
    found: Counter[str] = Counter()
    for unit in units:
        seen = _of_file(tree, unit) if unit.is_file else _of_folder(tree, unit)
        found.update(set(seen))
    least = max(_FEWEST, _LEAST_SHARE * len(units))
    usual = [CountedGlob(glob, count) for glob, count in found.items() if count >= least]
    return sorted(usual, key=lambda each: (-each.units, each.glob))


def _of_folder(tree: Tree, unit: Unit) -> Iterator[str]:
    others = {unit.readme, *(each.path for each in unit.children)}
    for entry in tree.children(unit.path):
        if entry.path in others or is_solution(entry.path):
            continue
        if entry.kind is EntryKind.FOLDER:
            yield from _in_folder(tree, entry)
        elif _is_text(tree, entry) and not is_readme(entry.path):
            stem, _, suffix = entry.name.rpartition(".")
            numbered = _NUMBERED.match(stem)
            if _is_name(stem):
                yield entry.name
            elif numbered and _is_name(numbered["word"]):
                yield f"{numbered['word']}*.{suffix}"


def _in_folder(tree: Tree, folder: Entry) -> Iterator[str]:
    numbered = _NUMBERED.match(folder.name)
    if numbered and _is_name(numbered["word"]):
        yield from (f"{numbered['word']}*/{name}" for name in _readmes(tree, folder))
    elif _is_name(folder.name):
        texts = [each for each in _texts(tree, folder) if not is_readme(each.path)]
        below = [e for e in tree.children(folder.path) if e.kind is EntryKind.FOLDER]
        inner = {name for each in below for name in _readmes(tree, each)}
        yield from {f"{folder.name}/*.{each.name.rpartition('.')[2]}" for each in texts}
        yield from (f"{folder.name}/*/{name}" for name in inner)
        if not texts and not inner:
            yield from (f"{folder.name}/{name}" for name in _readmes(tree, folder))


def _of_file(tree: Tree, unit: Unit) -> Iterator[str]:
    """Files that are called as the unit is, beside it or in a folder for exercises."""
    stem = unit.basename.rpartition(".")[0]
    for entry in tree.children(unit.around):
        if entry.kind is EntryKind.FOLDER and _is_name(entry.name):
            own = (each.name for each in _texts(tree, entry))
            yield from (f"{entry.name}/{UNIT}.{n[len(stem) + 1 :]}" for n in own if _of(stem, n))
        elif _is_text(tree, entry) and entry.name.startswith(stem):
            rest, _, suffix = entry.name[len(stem) :].rpartition(".")
            if rest and _is_name(rest[1:]):
                yield f"{UNIT}{rest}.{suffix}"


def _of(stem: str, name: str) -> bool:
    return name.rpartition(".")[0] == stem


def _readmes(tree: Tree, folder: Entry) -> list[str]:
    return [each.name for each in _texts(tree, folder) if is_readme(each.path)]


def _texts(tree: Tree, folder: Entry) -> list[Entry]:
    return [each for each in tree.children(folder.path) if _is_text(tree, each)]


def _is_text(tree: Tree, entry: Entry) -> bool:
    is_markdown = entry.kind is EntryKind.FILE and entry.name.lower().endswith(MARKDOWN_SUFFIXES)
    is_own = original_of(entry.path, tree.entries) == entry.path
    return is_markdown and is_own and entry.name.isprintable() and not set(entry.name) & set("*?[")


def _is_name(stem: str) -> bool:
    return re.sub(r"[-_ ]+", " ", stem).casefold() in _NAMES
