"""Files that hold exercises of a unit: ``assignment.md``, ``exercises/01-loops.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..settings.exercise_words import EXERCISE_WORDS
from ..text.globs import matches_exactly
from ..text.late_pattern import late_pattern
from ..text.natural import natural_key
from ..text.translation import without_language
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind, Tree

#: What stands for the name of the unit in a pattern.
UNIT = "{unit}"
READMES = ("readme", "index", "_index")
_WILD = frozenset("*?[")
_WORDS = (*EXERCISE_WORDS, "exercises", "tasks", "ex", "hw", "exo", "problem", "project", "quiz")
_SOLUTION = late_pattern(
    r"solutions?|answers?|solved|l(?:ö|oe)sung|soluci[oó]n|soluç[aã]o|soluzion|corrig[eé]|решени|解答|"
    r"答案|풀이",
    re.IGNORECASE,
)
_NUMBER = late_pattern(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})[-_ ]?)?"
    r"0*(?P<number>\d{1,3})(?=[-_ ]|\.(?!\d)|\Z)",
    re.IGNORECASE,
)


def exercise_files(
    tree: Tree, folder: str, name: str, patterns: Sequence[str], others: Iterable[str]
) -> tuple[str, ...]:
    """The files below ``folder`` that the patterns mean, for the unit called ``name``.

    ``others`` are its own readme, and units in it: their files are no exercises of this one.
    """
    left_out = tuple(others)
    found: dict[str, None] = {}
    for pattern in patterns:
        if _is_of_one(folder, name, pattern):
            paths = _matching(tree, folder, pattern.replace(UNIT, name))
            found |= dict.fromkeys(_texts(paths, pattern))
    return tuple(path for path in found if not any(_is_in(path, each) for each in left_out))


def _is_of_one(folder: str, name: str, pattern: str) -> bool:
    """Whether the files belong to one unit: a unit that is a file shares its folder with others."""
    return UNIT in pattern or folder.rpartition("/")[2] == name


def _matching(tree: Tree, folder: str, pattern: str) -> list[str]:
    *folders, name = pattern.split("/")
    around = [folder]
    for each in folders:
        around = [path for one in around for path in _folders(tree, one, each)]
    return [
        entry.path
        for one in dict.fromkeys(around)
        for entry in tree.children(one)
        if entry.kind is EntryKind.FILE and matches_exactly(name, entry.name)
    ]


def _folders(tree: Tree, around: str, pattern: str) -> Iterator[str]:
    if pattern == "**":
        yield around
    for entry in tree.children(around):
        if entry.kind is EntryKind.FOLDER and pattern == "**":
            yield from _folders(tree, entry.path, pattern)
        elif entry.kind is EntryKind.FOLDER and matches_exactly(pattern, entry.name):
            yield entry.path


def _texts(paths: Sequence[str], pattern: str) -> list[str]:
    """Those of ``paths`` that hold exercises, in natural order.

    A readme beside others that a wildcard finds is about them; a translation is no other one, and
    a solution none at all.
    """
    texts = {path for path in paths if path.lower().endswith(MARKDOWN_SUFFIXES)}
    texts = {path for path in texts if not is_solution(path)}
    texts = {path for path in texts if without_language(path) not in texts - {path}}
    if _WILD & set(pattern.rpartition("/")[2]):
        own = [path for path in texts if not is_readme(path)]
        with_others = {path.rpartition("/")[0] for path in own}
        texts -= {path for path in texts - {*own} if path.rpartition("/")[0] in with_others}
    return sorted(texts, key=natural_key)


def is_readme(path: str) -> bool:
    """Whether a file is what its folder is about."""
    return path.rpartition("/")[2].rpartition(".")[0].casefold() in READMES


def is_solution(path: str) -> bool:
    """Whether a file or folder is called as solutions are."""
    return _SOLUTION.search(path.rpartition("/")[2]) is not None


def number_of(path: str) -> int | None:
    """The number in the name of an exercise's file, or of its folder: 3 of ``03-loops.md``."""
    folder, _, name = path.rpartition("/")
    match = _NUMBER.match(folder.rpartition("/")[2] if is_readme(path) else name)
    return int(match["number"]) if match else None


def name_of(path: str) -> str:
    """The words in the name of an exercise's file, or of its folder: "Loops" of ``03-loops.md``."""
    folder, _, name = path.rpartition("/")
    stem = folder.rpartition("/")[2] if is_readme(path) else name.rpartition(".")[0]
    match = _NUMBER.match(stem)
    words = re.sub(r"[-_ ]+", " ", stem[match.end() if match else 0 :]).strip() or stem
    return words[:1].upper() + words[1:]


def _is_in(path: str, other: str) -> bool:
    return path == other or path.startswith(f"{other}/")
