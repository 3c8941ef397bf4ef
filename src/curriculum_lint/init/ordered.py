"""Units without numbers, whose order stands in a list, a table or a site's navigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..parse.front_matter import front_matter_numbers
from ..text.about_repository import is_contents
from ..text.natural import natural_key
from ..workspace.read import FileText
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind
from .course import Course, is_readme
from .evidence import weigh_word
from .runs import Numbering, NumberingStyle
from .unit_texts import UnitText, find_unit_text

#: A list of fewer is no course.
_LEAST = 3
#: So many of what could be a unit in the same folders must be in the list.
_MOST = 0.6
_MOST_LISTS = 60
#: Keys by which the generators of sites order pages, and so many must have one.
_KEYS = frozenset({"weight", "sidebar_position", "nav_order", "order", "position", "menu_order"})
_MOST_WEIGHED = 0.8


class OrderedUnits(NamedTuple):
    """The units that the list ``source`` names, in its order; in no known order without one.

    ``weights`` is the style of numbers that stand in front matter.
    """

    source: str | None
    paths: tuple[str, ...]
    pattern: str
    text: UnitText | None
    weights: NumberingStyle | None = None


def find_ordered(course: Course) -> Iterator[OrderedUnits]:
    """For each list of a course, the units of a kind that it names; and folders that are alike."""
    for source in course.hubs.roots[:_MOST_LISTS]:
        for units in (*_groups(course, course.hubs.of(source)), _chapters(course, source)):
            found = _units(course, source, units)
            if found is not None:
                yield found
    yield from _alike(course)
    yield from _weighed(course)


def _alike(course: Course) -> Iterator[OrderedUnits]:
    """Folders beside each other that hold a file of one name, and that no list need name."""
    folders: dict[str, list[str]] = {}
    for path, entry in course.tree.entries.items():
        if entry.kind is EntryKind.FOLDER and path != "." and not course.asides.kind(path):
            folders.setdefault(path.rpartition("/")[0], []).append(path)
    for paths in folders.values():
        text = find_unit_text(course.tree, course.asides, paths) if len(paths) > _LEAST else None
        if text is not None and text.having >= 0.8 * len(paths) and not text.name.startswith("*"):
            units = tuple(path for path in paths if course.text_of(path, text))
            if not any(map(str.isdigit, "".join(units))):
                yield OrderedUnits(None, units, "{name}", text)


def _weighed(course: Course) -> Iterator[OrderedUnits]:
    """Equally deep files or folders whose texts have a number in front matter."""
    groups: dict[tuple[int, str, bool], list[str]] = {}
    for path in course.lessons:
        folder, _, name = path.rpartition("/")
        unit = folder if is_readme(name) else path
        if unit:
            key = (unit.count("/"), unit.partition("/")[0], unit == path)
            groups.setdefault(key, []).append(unit)
    for (*_, is_file), units in groups.items():
        text = None if is_file else find_unit_text(course.tree, course.asides, units)
        weights = _weights(course, units, text) if len(units) >= _LEAST else None
        if weights is not None and (is_file or text is not None):
            suffix = "." + units[0].rpartition(".")[2] if is_file else ""
            ordered = tuple(sorted(units, key=natural_key))
            yield OrderedUnits(None, ordered, f"{{name}}{suffix}", text, weights)


def _weights(course: Course, units: Sequence[str], text: UnitText | None) -> NumberingStyle | None:
    """The key that says of most of ``units`` where they come, each of them elsewhere."""
    found: dict[str, dict[tuple[str, float], str]] = {}
    for unit in units:
        file = course.text_of(unit, text)
        read = course.workspace.read(file) if file else None
        numbers = front_matter_numbers(read.text) if isinstance(read, FileText) else {}
        for key, number in numbers.items():
            if key in _KEYS:
                found.setdefault(key, {})[unit.rpartition("/")[0], number] = unit
    best = max(found, key=lambda key: len(found[key]), default=None)
    if best is None or len(found[best]) < _MOST_WEIGHED * len(units):
        return None
    numbers_found = [int(number) for _, number in found[best]]
    kept = len(found[best]) / len(units)
    return NumberingStyle(Numbering.WEIGHTS, min(numbers_found), max(numbers_found), kept, key=best)


def _groups(course: Course, listed: Mapping[str, int]) -> Iterator[Sequence[str]]:
    """What a list names, by depth and kind: the files, and the folders that are named by them."""
    groups: dict[tuple[int, bool], list[str]] = {}
    for path in listed:
        for unit, is_file in _readings(course, path):
            known = groups.setdefault((unit.count("/"), is_file), [])
            if unit not in known:
                known.append(unit)
    yield from groups.values()


def _chapters(course: Course, source: str) -> Sequence[str]:
    """The pages of the outermost entries of a book's contents, if they lie at several depths."""
    found = course.hubs.outermost(source) if is_contents(source.rpartition("/")[2]) else ()
    pages = [path for named in found for path, is_file in _readings(course, named) if is_file]
    pages = [path for path in pages if weigh_word("", [path.rpartition("/")[0]]) >= 0]
    return pages if len({path.count("/") for path in pages}) > 1 else ()


def _readings(course: Course, path: str) -> Iterator[tuple[str, bool]]:
    """The unit that a path may stand for: the folder, the file, or the folder that it is in."""
    folder = path.rpartition("/")[0]
    if course.tree.entries[path].kind is EntryKind.FOLDER:
        if not course.asides.kind(path):
            yield path, False
    elif path.lower().endswith(MARKDOWN_SUFFIXES) and not course.asides.kind(folder):
        if folder and f"{folder}.md" not in course.lessons_set:
            yield folder, False
        if path in course.lessons_set and not (folder and is_readme(path.rpartition("/")[2])):
            yield path, True


def _units(course: Course, source: str, paths: Sequence[str]) -> OrderedUnits | None:
    if len(paths) < _LEAST or all(map(_is_in_wiki, paths)):
        return None
    is_file = course.tree.entries[paths[0]].kind is EntryKind.FILE
    text = None if is_file else find_unit_text(course.tree, course.asides, paths)
    if _stand_for_others(course, source, paths, text):
        return None
    could_be = _siblings(course, paths, text, is_file=is_file)
    if len(paths) < _MOST * len(could_be):
        return None
    suffix = "." + paths[0].rpartition(".")[2] if is_file else ""
    return OrderedUnits(source, tuple(paths), f"{{name}}{suffix}", text)


def _is_in_wiki(path: str) -> bool:
    """Whether a page without a number is one of a wiki: it is there to be looked up."""
    return any(each == "wiki" or each.endswith(".wiki") for each in path.casefold().split("/"))


def _stand_for_others(
    course: Course, source: str, paths: Sequence[str], text: UnitText | None
) -> bool:
    """Whether files are each the only one listed of a folder, or folders are parts of chapters."""
    listed_pages = [path.rpartition("/")[0] for path in course.hubs.of(source)]
    if course.tree.entries[paths[0]].kind is EntryKind.FILE:
        return len({path.rpartition("/")[0] for path in paths}) == len(paths)
    if text is None:
        return True
    return not text.is_readme and sum(map(listed_pages.count, paths)) >= 2 * len(paths)


def _siblings(
    course: Course, paths: Sequence[str], text: UnitText | None, *, is_file: bool
) -> set[str]:
    """What a pattern without a number would take for units in the same folders."""
    folders = {path.rpartition("/")[0] or "." for path in paths}
    wanted = EntryKind.FILE if is_file else EntryKind.FOLDER
    return {
        entry.path
        for folder in folders
        for entry in course.tree.children(folder)
        if entry.kind is wanted
        and (entry.path in course.lessons_set if is_file else course.text_of(entry.path, text))
    }
