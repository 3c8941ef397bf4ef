"""Which file holds the text of a unit, found from what most of their folders have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind, Tree
from .aside import Asides
from .names import read_name

#: Names of what is beside a lesson, and not the lesson.
_BESIDE = frozenset(
    [
        *("homework", "assignment", "assignments", "solution", "solutions", "lessonplan", "makeme"),
        *("exercise", "exercises", "quiz", "notes", "license", "changelog", "contributing"),
        *("task", "rubric", "hints", "agents", "resources", "slides", "project"),
    ]
)
_FAVOURITES = (
    *("readme", "index", "_index", "lesson", "lecture", "article", "chapter", "instructions"),
    *("introduction", "problem"),
)
_READMES = _FAVOURITES[:3]
#: So many of the units must have the file.
_MOST = 0.6
ANY = "*.md"


class UnitText(NamedTuple):
    """The file that holds the text of units: the setting, and how many have it.

    ``is_readme`` is true for a name that the setting ``readme`` takes. ``spelled`` counts how it
    is written.
    """

    name: str
    having: int
    is_readme: bool
    spelled: tuple[tuple[str, int], ...] = ()


def find_unit_text(tree: Tree, asides: Asides, folders: Sequence[str]) -> UnitText | None:
    """The file that most of the units' ``folders`` have; ``None`` where there is none."""
    own = [(folder, _texts(tree, asides, folder)) for folder in folders]
    named = _named([names for _, names in own], len(folders))
    if named is not None:
        return named
    only = [names[0] for _, names in own if len(names) == 1]
    if len(only) >= _MOST * len(folders):
        return _only(only)
    return _below(tree, asides, folders)


def _only(names: Sequence[str]) -> UnitText:
    """What the only files of folders are called: by one name, or else by any."""
    name, count = Counter(names).most_common(1)[0]
    if count == len(names):
        return UnitText(name, count, is_readme=False)
    are_mdx = all(each.endswith(".mdx") for each in names)
    return UnitText("*.mdx" if are_mdx else ANY, len(names), is_readme=False)


def _named(texts: Sequence[Sequence[str]], folders: int) -> UnitText | None:
    spelled = Counter(name for names in texts for name in names if _may_be_the_text(name))
    folded: Counter[str] = Counter()
    for name, count in spelled.items():
        folded[name.casefold()] += count
    ranked = sorted(folded, key=lambda name: (_rank(name), -folded[name], name))
    for name in ranked:
        if folded[name] >= _MOST * folders or (_rank(name) == 0 and folded[name] >= folders / 2):
            counts = [(each, n) for each, n in spelled.items() if each.casefold() == name]
            counts.sort(key=lambda item: (-item[1], item[0]))
            return UnitText(counts[0][0], folded[name], _stem(name) in _READMES, tuple(counts))
    return None


def _below(tree: Tree, asides: Asides, folders: Sequence[str]) -> UnitText | None:
    """A file one folder further down: ``docs/en.md``."""
    found: Counter[str] = Counter()
    for folder in folders:
        for entry in tree.children(folder):
            is_plain = entry.name.isprintable() and read_name(entry.name, is_file=False) is None
            if entry.kind is EntryKind.FOLDER and is_plain:
                texts = filter(_may_be_the_text, _texts(tree, asides, entry.path))
                found.update(f"{entry.name}/{name}" for name in texts)
    best = min(found, key=lambda path: (-found[path], _rank(path), path), default=None)
    if best is None or found[best] < _MOST * len(folders):
        return None
    return UnitText(best, found[best], is_readme=False)


def _may_be_the_text(name: str) -> bool:
    """Whether a file is neither something beside a lesson nor one of several numbered pages."""
    return _stem(name) not in _BESIDE and read_name(name, is_file=True) is None


def _texts(tree: Tree, asides: Asides, folder: str) -> list[str]:
    """The names of the Markdown files directly in a folder that are no translations."""
    return [
        child.name
        for child in tree.children(folder)
        if child.kind is not EntryKind.FOLDER
        and child.name.lower().endswith(MARKDOWN_SUFFIXES)
        and child.name.isprintable()
        and not asides.is_translated(child.path)
    ]


def _stem(name: str) -> str:
    return name.rpartition(".")[0].casefold()


def _rank(name: str) -> int:
    stem = _stem(name.rpartition("/")[2])
    return _FAVOURITES.index(stem) if stem in _FAVOURITES else len(_FAVOURITES)
