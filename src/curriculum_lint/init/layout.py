"""How a curriculum is laid out: every layout that something speaks for, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.template import Template
from ..text.natural import natural_key
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind, Tree
from ..workspace.workspace import Workspace
from .course import Course
from .evidence import Evidence, count_titles, weigh_word
from .families import Family, NamedUnit, find_families, without_strays
from .found_layout import FoundLayout
from .levels import levels_for
from .names import lettered_template, module_template, subsection_template
from .nesting import weigh_nesting
from .ordered import OrderedUnits, find_ordered
from .runs import NumberingStyle, read_compound_style, read_style
from .unit_texts import UnitText, find_unit_text

#: Less than this explains nothing.
_LEAST = 4.2
#: So many of the second-best layouts are shown.
_MOST_SHOWN = 5


def find_layouts(workspace: Workspace) -> list[FoundLayout]:
    """The layouts that something speaks for, the best first; none where nothing explains the tree.

    Layouts with the same units are one.
    """
    course = Course(workspace)
    found = [*_numbered(course), *_ordered(course)]
    found = [each for each in weigh_nesting(found) if _has_texts(each)]
    found.sort(key=lambda each: (-round(each.evidence.score, 3), _rank(course, each)))
    return list(_different([each for each in found if each.evidence.score >= _LEAST]))[:_MOST_SHOWN]


def _rank(course: Course, each: FoundLayout) -> tuple[int, tuple[str, ...]]:
    """Of equally good layouts, what a site follows comes before what a readme lists."""
    if not each.order:
        return 2, each.modules
    return int(not course.hubs.is_navigation(each.order[0])), each.modules


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
    compound = _compound_style(family)
    names = _names(family, compound=compound is not None)
    units = names.units
    if not _may_be_units(course, family, names, compound):
        return None
    folders = [unit.entry.path for unit in units if not unit.name.shape.suffix]
    text = find_unit_text(course.tree, course.asides, sorted(folders)) if folders else None
    style = compound or read_style(family.runs)
    paths = tuple(sorted((unit.entry.path for unit in units), key=natural_key))
    evidence = _evidence(course, paths, text, style, _titles(course, units, text))
    evidence = evidence._replace(
        explained=course.explained([unit.entry.path for unit in family.units]),
        word=weigh_word(units[0].name.word, family.folders),
    )
    return _with_texts(course, paths, text, family.folders, evidence)._replace(
        module_pattern=names.patterns[0],
        other_patterns=names.patterns[1:],
        subsection_pattern=names.lettered or _subsections(course.tree, folders),
        fitting=names.fitting,
    )


def _may_be_units(
    course: Course, family: Family, names: _Names, compound: NumberingStyle | None
) -> bool:
    """Whether there are several that are neither versions nor what a program keeps in order."""
    if len(names.units) < 2 or not names.fitting or (compound is None and _are_versions(family)):
        return False
    has_word = weigh_word(names.units[0].name.word, family.folders) >= 1
    rests = [unit.name.rest for unit in names.units]
    return has_word or course.purpose.may_be_lessons(family.folders, rests)


def _with_texts(
    course: Course,
    paths: tuple[str, ...],
    text: UnitText | None,
    folders: Sequence[str],
    evidence: Evidence,
) -> FoundLayout:
    """The layout of the units at ``paths``, without what their names say."""
    return FoundLayout(
        levels=levels_for(course.tree, folders),
        readme=_readme(course, text, folders),
        unit_file=None if text is None or text.is_readme else text.name,
        modules=paths,
        fitting=len(paths),
        readmes=text.spelled if text else (),
        evidence=evidence,
        aside=course.asides.folders,
    )


def _titles(course: Course, units: Sequence[NamedUnit], text: UnitText | None) -> tuple[int, int]:
    """How many units call themselves what their names say, of how many."""
    named = [
        (file, unit.name.rest, int(unit.name.number))
        for unit in units
        if (file := course.text_of(unit.entry.path, text))
    ]
    return count_titles(course.workspace, named)


class _Names(NamedTuple):
    """What the units of a family are called, and those that are modules."""

    patterns: tuple[str, ...]
    lettered: str | None
    units: tuple[NamedUnit, ...]
    fitting: int


def _names(family: Family, *, compound: bool) -> _Names:
    repeated = any(len(set(run)) < len(run) for run in family.runs)
    patterns = tuple(
        module_template([unit.name for unit in kind], compound=compound, repeated=repeated)
        for kind in family.kinds
    )
    names = [unit.name for unit in family.units]
    lettered = lettered_template(names) if family.are_files else None
    units = tuple(unit for unit in family.units if not (lettered and unit.name.is_lettered))
    read = Template(patterns[0], patterns[1:]).read
    return _Names(patterns, lettered, units, sum(read(u.name.text) is not None for u in units))


def _evidence(
    course: Course,
    paths: Sequence[str],
    text: UnitText | None,
    style: NumberingStyle | None,
    titles: tuple[int, int],
) -> Evidence:
    whole, inside, where = course.listed(paths)
    files = sum(course.tree.entries[path].kind is not EntryKind.FOLDER for path in paths)
    return Evidence(
        units=len(paths),
        texts=files + (text.having if text else 0),
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
    found = [(unit, part) for unit in family.units if (part := unit.name.second) is not None]
    pairs = [(int(unit.name.number), part) for unit, part in found]
    # In several folders, each must have a first number of its own: `Unit 1/Unit 1 Lesson 2`.
    numbered = {(unit.folder, unit.name.number) for unit, _ in found}
    if len(family.folders) > 1 and len(numbered) > len(family.folders):
        return None
    firsts = {number for number, _ in pairs}
    if len(pairs) < 0.8 * len(family.units) or len(set(pairs)) < 0.8 * len(pairs):
        return None
    style = read_compound_style(pairs)
    return style if 1 < len(firsts) < len(pairs) and style.kept >= 0.7 else None


def _are_versions(family: Family) -> bool:
    """Whether the names are those of versions: ``7.0_notes``."""
    dotted = [unit for unit in family.units if unit.name.shape.joint == "."]
    return 2 * sum(unit.name.second is not None for unit in dotted) > len(family.units)


def _readme(course: Course, text: UnitText | None, folders: Sequence[str]) -> str:
    """The name of the readmes of units and levels."""
    if text is not None and text.is_readme:
        return text.name
    return course.readme_of(folders)


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
        found = _of_list(course, units)
        files = filter(None, (course.text_of(path, units.text) for path in found.modules))
        in_order = bool(found.order or found.order_by)
        is_meant = course.purpose.may_be_named(found.modules, in_order=in_order)
        if is_meant and not course.purpose.are_collections(files):
            yield found


def _of_list(course: Course, units: OrderedUnits) -> FoundLayout:
    titles = [
        (file, path.rpartition("/")[2], None)
        for path in units.paths
        if (file := course.text_of(path, units.text))
    ]
    counted = count_titles(course.workspace, titles)
    folders = list(dict.fromkeys(path.rpartition("/")[0] or "." for path in units.paths))
    evidence = _evidence(course, units.paths, units.text, units.weights, counted)
    evidence = evidence._replace(word=weigh_word("", folders))
    return _with_texts(course, units.paths, units.text, folders, evidence)._replace(
        module_pattern=units.pattern,
        order=(units.source,) if units.source else (),
        order_by=units.weights.key if units.weights else None,
    )
