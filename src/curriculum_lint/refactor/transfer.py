"""A unit goes from one level or module to another: its folder, its numbers, its entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..edits.edit import Edit, Fix, Safety
from ..links.rewrite import with_path
from ..listings.listing import ListingForm, UnitEntry, UnitIndex
from ..listings.page_units import place_of
from ..listings.read import ListingReader
from ..listings.rows import rows_of
from ..model.curriculum import Curriculum, Kind, Unit
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.target import Outcome
from .entry_line import Description, core_of, open_marks
from .refusal import Refusal
from .removal import without_entries
from .siblings import Siblings, template_of
from .unit_link import leading_to
from .written_links import place_in_text

_LED_TO = frozenset({Outcome.FOUND, Outcome.WRONG_CASE})


def new_place(curriculum: Curriculum, old: UnitPlace, siblings: Siblings, number: int) -> UnitPlace:
    """Where the unit will be: among ``siblings``, with that number. Raises `Refusal`."""
    unit = old.unit
    if siblings.kind is Kind.SUBSECTION and unit.children:
        raise Refusal(
            f"{unit.path} has subsections of its own, such as {unit.children[0].path}: move them "
            "out first, for a subsection has none."
        )
    template = template_of(curriculum.skeleton, siblings.kind)
    around = siblings.parent.name.number if siblings.kind is Kind.SUBSECTION else None
    if "number" not in template.fields:
        around = None
    plain = unit.name._replace(number=around, letter=None, part=None)
    named = replace(unit, kind=siblings.kind, name=siblings.renamed(plain, number))
    level = _level_of(curriculum, siblings.parent)
    return UnitPlace(level, named if siblings.kind is Kind.MODULE else siblings.parent, named)


def descriptions(
    curriculum: Curriculum, unit: Unit, parent: Unit, path: str
) -> tuple[list[Description], list[Edit]]:
    """What the entries of a unit say, written for the page ``path``, and the edits without them.

    An index that also lists what is in ``parent`` keeps its entry: it only has another place there.
    """
    reader = ListingReader(curriculum)
    own = {unit.path, *(child.path for child in unit.children)}
    found: list[Description] = []
    edits: list[Edit] = []
    for index in reader.everywhere():
        entries = [each for each in index.units if each.place.unit.path in own]
        others = {each.place.unit.path for each in index.units}
        if not entries or others & {child.path for child in parent.children}:
            continue
        found += [
            Description(index.form, _tail(curriculum, index, each, path), _cells(index, each))
            for each in entries
            if each.place.unit.path == unit.path
        ]
        gone = [any(entry is each.entry for each in entries) for entry in index.entries]
        edits += without_entries(index, gone)
    return found, edits


def parent_links(curriculum: Curriculum, unit: Unit, old: Unit, new: Unit) -> Iterator[Fix]:
    """“Back to the level” leads to the other level: links of the unit that have its title."""
    pages = (curriculum.page(each) for each in (unit, *unit.children))
    names = [_title(curriculum, each) for each in (old, new)]
    for page in pages:
        for target in curriculum.targets.get(page.path, ()) if page else ():
            is_up = target.path in (old.path, old.readme) and target.outcome in _LED_TO
            if not is_up or not page or not new.readme or target.link.target is None:
                continue
            written = leading_to(target, page.path, old, new)
            edits = [Edit(page.path, *target.link.target, written)]
            link, (one, other) = target.link, names
            begin = link.text.find(one) if one and other else -1
            at = place_in_text(link, page.document, begin, len(one)) if begin >= 0 else -1
            if at >= 0:
                edits.append(Edit(page.path, at, at + len(one), other))
            yield Fix("Lead back to where it is now", Safety.UNSAFE, tuple(sorted(edits)))


def _title(curriculum: Curriculum, unit: Unit) -> str:
    page = curriculum.page(unit)
    return page.outline.title.text if page and page.outline.title else ""


def _tail(curriculum: Curriculum, index: UnitIndex, unit: UnitEntry, path: str) -> str:
    """The entry behind the name of its unit, with links that lead on from ``path``."""
    document, source = index.page.document, index.page.path
    core = core_of(index, unit.entry)
    start = core.end if core else unit.entry.span.end
    text, end = document.text, unit.entry.span.end
    order = ReadingOrder(curriculum)
    for target in reversed(curriculum.targets.get(source, ())):
        link = target.link
        if (
            link.target is None
            or not start <= link.span.start < end
            or target.outcome not in _LED_TO
        ):
            continue
        if place_of(order, target) is None or source != path:
            new = with_path(link, path, target.path, target.path, folder=False)
            text = text[: link.target.start] + new + text[link.target.end :]
            end += len(new) - (link.target.end - link.target.start)
    marks = list(open_marks(text[unit.entry.start : core.start])) if core else []
    return text[start:end].removeprefix("".join(reversed(marks)))


def _cells(index: UnitIndex, unit: UnitEntry) -> tuple[str, ...]:
    """The texts of the cells of a row."""
    text = index.page.document.text
    if index.form is not ListingForm.ROW:
        return ()
    row = next(each for each in rows_of(text, index.span) if each.span == unit.entry.span)
    return tuple(text[slice(*cell)] for cell in row.cells)


def _level_of(curriculum: Curriculum, parent: Unit) -> Unit:
    return next(each for each in curriculum.levels if parent == each or parent in each.children)
