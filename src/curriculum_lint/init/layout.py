"""How a curriculum is laid out, guessed from the names of its folders and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..text.natural import natural_key
from ..workspace.tree import Entry, EntryKind, Tree
from .levels import levels_for
from .names import (
    NumberedName,
    Shape,
    coverage,
    lettered_template,
    module_template,
    read_name,
    subsection_template,
)

#: Folders that hold copies, or no lessons.
_ASIDE = frozenset(
    [
        *("translations", "translated_images", "i18n", "l10n", "locales"),
        *("archive", "archived", "test", "tests", "templates"),
    ]
)
#: Numbered files inside modules are often more than the modules themselves.
_FILES_PER_FOLDER = 4


class FoundModule(NamedTuple):
    """A folder or file that looks like a module. ``folder`` is the one it is in."""

    entry: Entry
    folder: str
    name: NumberedName


class FoundLayout(NamedTuple):
    """The settings that describe a repository, and how much speaks for them.

    ``modules`` are the folders or files found, ``fitting`` how many follow the pattern;
    ``readmes`` counts the spellings of the readme, ``aside`` folders that look like copies.
    """

    levels: tuple[str, ...]
    module_pattern: str
    subsection_pattern: str | None
    readme: str
    modules: tuple[str, ...]
    fitting: int
    readmes: tuple[tuple[str, int], ...]
    aside: tuple[str, ...]


def find_layout(tree: Tree) -> FoundLayout | None:
    """The layout that most folders follow; ``None`` where no two look like modules."""
    best = _best(list(_candidates(tree)))
    if best is None:
        return None
    names = [each.name for each in best]
    pattern, lettered = module_template(names), lettered_template(names)
    files = bool(names[0].shape.suffix)
    modules = [each for each in best if not (lettered and each.name.is_lettered)]
    readmes = _readmes(tree, [] if files else [each.entry.path for each in best])
    return FoundLayout(
        levels_for(tree, {each.folder for each in best}),
        pattern,
        lettered if files else _subsections(tree, best),
        readmes[0][0] if readmes else "readme.md",
        tuple(sorted((each.entry.path for each in modules), key=natural_key)),
        round(coverage(pattern, [each.name.text for each in modules]) * len(modules)),
        tuple(readmes),
        tuple(sorted({part for entry in tree.markdown() if (part := _aside(entry.path))})),
    )


def _candidates(tree: Tree) -> Iterable[FoundModule]:
    for path, entry in tree.entries.items():
        if path == "." or _is_hidden(path) or _aside(path) or not path.isprintable():
            continue
        is_file = entry.kind is EntryKind.FILE
        if not is_file and not (entry.kind is EntryKind.FOLDER and _texts(tree, path)):
            continue
        name = read_name(entry.name, is_file=is_file)
        if name is not None:
            yield FoundModule(entry, path.rpartition("/")[0] or ".", name)


def _best(candidates: Sequence[FoundModule]) -> list[FoundModule] | None:
    """The largest group of one shape and depth; of equal ones the one nearest to the root."""
    groups: dict[tuple[int, Shape], list[FoundModule]] = {}
    for found in candidates:
        groups.setdefault((found.entry.path.count("/"), found.name.shape), []).append(found)
    ranked = sorted(groups.items(), key=lambda item: (-_weight(item[1]), item[0]))
    return ranked[0][1] if ranked and len(ranked[0][1]) > 1 else None


def _weight(group: Sequence[FoundModule]) -> int:
    return len(group) * (1 if group[0].name.shape.suffix else _FILES_PER_FOLDER)


def _subsections(tree: Tree, modules: Iterable[FoundModule]) -> str | None:
    return subsection_template(
        child.name
        for module in modules
        for child in tree.children(module.entry.path)
        if child.kind is EntryKind.FOLDER and _texts(tree, child.path)
    )


def _readmes(tree: Tree, modules: Iterable[str]) -> list[tuple[str, int]]:
    """The spellings of the readme in ``modules``, the most frequent first."""
    counts = Counter(name for path in modules for name in _texts(tree, path) if name.isprintable())
    totals: Counter[str] = Counter()
    for name, count in counts.items():
        totals[name.casefold()] += count
    if not totals:
        return []
    wanted = max(totals, key=lambda name: (totals[name], name == "readme.md", name))
    spelled = [(name, count) for name, count in counts.items() if name.casefold() == wanted]
    return sorted(spelled, key=lambda item: (-item[1], item[0]))


def _texts(tree: Tree, folder: str) -> list[str]:
    """The names of the Markdown files directly in a folder."""
    return [
        child.name
        for child in tree.children(folder)
        if child.kind is not EntryKind.FOLDER and child.name.lower().endswith((".md", ".markdown"))
    ]


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _aside(path: str) -> str | None:
    """The folder of copies that ``path`` is in, if it is in one."""
    parts = path.split("/")
    at = next((index for index, part in enumerate(parts) if part.casefold() in _ASIDE), None)
    return None if at is None else "/".join(parts[: at + 1])
