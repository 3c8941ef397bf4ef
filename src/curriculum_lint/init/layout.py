"""How a curriculum is laid out: every layout that something speaks for, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..text.natural import natural_key
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind, Tree
from ..workspace.workspace import Workspace
from .aside import AsideKind
from .course import Course
from .evidence import Evidence, count_titles, weigh_word
from .families import Family, find_families, without_strays
from .levels import levels_for
from .names import coverage, lettered_template, module_template, subsection_template
from .nesting import weigh_nesting
from .ordered import OrderedUnits, find_ordered
from .runs import NumberingStyle, read_compound_style, read_style
from .unit_texts import UnitText, find_unit_text

#: Less than this explains nothing.
_LEAST = 4.2
#: So many of the second-best layouts are shown.
_MOST_SHOWN = 5


class FoundLayout(NamedTuple):
    """The settings that describe a repository, and what speaks for them.

    ``modules`` are the folders or files found, ``fitting`` how many follow the pattern;
    ``readmes`` counts the spellings of the readme, ``aside`` has folders that hold no units.
    """

    levels: tuple[str, ...]
    module_pattern: str
    subsection_pattern: str | None
    readme: str
    unit_file: str | None
    order: tuple[str, ...]
    modules: tuple[str, ...]
    fitting: int
    readmes: tuple[tuple[str, int], ...]
    evidence: Evidence
    aside: Mapping[str, AsideKind]


def find_layouts(workspace: Workspace) -> list[FoundLayout]:
    """The layouts that something speaks for, the best first; none where nothing explains the tree.

    Layouts with the same units are one.
    """
    course = Course(workspace)
    found = [*_numbered(course), *_ordered(course)]
    found = weigh_nesting([each for each in found if _has_texts(each)])
    found.sort(key=lambda each: (-round(each.evidence.score, 3), not each.order, each.modules))
    return list(_different([each for each in found if each.evidence.score >= _LEAST]))[:_MOST_SHOWN]


def _has_texts(each: FoundLayout) -> bool:
    """Whether the units are more than folders around others: a third have a text of their own."""
    return 3 * each.evidence.texts >= each.evidence.units


def _different(found: Sequence[FoundLayout]) -> Iterator[FoundLayout]:
    """Without those whose units are mostly those of a better one."""
    seen: list[set[str]] = []
    for each in found:
        modules = set(each.modules)
        if all(len(modules & other) < 0.7 * len(modules) for other in seen):
            seen.append(modules)
            yield each


def _numbered(course: Course) -> Iterator[FoundLayout]:
    for family in find_families(course.tree, course.asides):
        layout = _of_family(course, without_strays(family))
        if layout is not None:
            yield layout


def _of_family(course: Course, family: Family) -> FoundLayout | None:
    names = [unit.name for unit in family.units]
    compound = _compound_style(family)
    style = compound or read_style(family.runs)
    if not compound and _are_versions(family):
        return None
    pattern = module_template(names, compound=compound is not None)
    lettered = lettered_template(names) if family.are_files else None
    units = [unit for unit in family.units if not (lettered and unit.name.is_lettered)]
    if len(units) < 2:
        return None
    paths = sorted((unit.entry.path for unit in units), key=natural_key)
    text = None if family.are_files else find_unit_text(course.tree, course.asides, paths)
    titles = [
        (file, unit.name.rest, int(unit.name.number))
        for unit in units
        if (file := course.text_of(unit.entry.path, text))
    ]
    evidence = _evidence(course, paths, text, style, count_titles(course.workspace, titles))
    every = [unit.entry.path for unit in family.units]
    evidence = evidence._replace(explained=course.explained(every))
    word = weigh_word(names[0].word, family.folders)
    fitting = round(coverage(pattern, [unit.name.text for unit in units]) * len(units))
    return FoundLayout(
        levels_for(course.tree, set(family.folders)),
        pattern,
        lettered if family.are_files else _subsections(course.tree, paths),
        _readme(course, text, family),
        None if text is None or text.is_readme else text.name,
        (),
        tuple(paths),
        fitting,
        text.spelled if text else (),
        evidence._replace(word=word),
        course.asides.folders,
    )


def _evidence(
    course: Course,
    paths: Sequence[str],
    text: UnitText | None,
    style: NumberingStyle | None,
    titles: tuple[int, int],
) -> Evidence:
    whole, inside, where = course.listed(paths)
    are_files = course.tree.entries[paths[0]].kind is not EntryKind.FOLDER
    return Evidence(
        units=len(paths),
        texts=len(paths) if are_files else (text.having if text else 0),
        listed=whole,
        listed_inside=inside,
        listed_in=where,
        explained=course.explained(paths),
        files=len(course.lessons),
        titled=titles[0],
        titles=titles[1],
        style=style,
        word=0.0,
        depth=paths[0].count("/"),
    )


def _compound_style(family: Family) -> NumberingStyle | None:
    """The style of numbers such as 1.2, where they go on as those of units do."""
    pairs = [
        (int(unit.name.number), part)
        for unit in family.units
        if (part := unit.name.second) is not None
    ]
    if len(pairs) < 0.8 * len(family.units) or len(family.folders) > 1:
        return None
    firsts = {number for number, _ in pairs}
    style = read_compound_style(pairs)
    return style if 1 < len(firsts) < len(pairs) and style.kept >= 0.7 else None


def _are_versions(family: Family) -> bool:
    """Whether the names are those of versions: ``7.0_notes``."""
    dotted = [unit for unit in family.units if unit.name.shape.joint == "."]
    return 2 * sum(unit.name.second is not None for unit in dotted) > len(family.units)


def _readme(course: Course, text: UnitText | None, family: Family) -> str:
    """The name of the readmes of units and levels."""
    if text is not None and text.is_readme:
        return text.name
    return course.readme_of(family.folders)


def _subsections(tree: Tree, modules: Sequence[str]) -> str | None:
    return subsection_template(
        child.name
        for module in modules
        for child in tree.children(module)
        if child.kind is EntryKind.FOLDER and _holds_text(tree, child.path)
    )


def _holds_text(tree: Tree, folder: str) -> bool:
    return any(each.name.lower().endswith(MARKDOWN_SUFFIXES) for each in tree.children(folder))


def _ordered(course: Course) -> Iterator[FoundLayout]:
    for units in find_ordered(course):
        yield _of_list(course, units)


def _of_list(course: Course, units: OrderedUnits) -> FoundLayout:
    titles = [
        (file, path.rpartition("/")[2], None)
        for path in units.paths
        if (file := course.text_of(path, units.text))
    ]
    evidence = _evidence(
        course, units.paths, units.text, None, count_titles(course.workspace, titles)
    )
    text = units.text
    folders = {path.rpartition("/")[0] or "." for path in units.paths}
    is_readme = text is not None and text.is_readme
    return FoundLayout(
        levels_for(course.tree, folders),
        units.pattern,
        None,
        text.name if text and is_readme else course.readme_of(sorted(folders)),
        None if text is None or is_readme else text.name,
        (units.source,) if units.source else (),
        tuple(units.paths),
        len(units.paths),
        text.spelled if text else (),
        evidence._replace(word=weigh_word("", folders)),
        course.asides.folders,
    )
