"""A unit goes from one level or module to another: its folder, its numbers, its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..edits.edit import Edit, Fix, Safety
from ..edits.moves import Moves
from ..links.rewrite import with_path
from ..listings.listing import ListingForm, UnitEntry, UnitIndex, parent_of
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Kind, Page, Unit
from ..model.reading_order import UnitPlace
from ..model.target import Outcome, Target
from ..parse.tables import rows_of
from ..settings.unit_words import UNIT_WORDS
from ..text.source import Span
from ..text.whole_words import find_whole
from ..workspace.entry import EntryKind
from .headings.new_headings import CannotRewriteError
from .labels.written_links import place_in_text
from .lists.entry_line import Description, nth_of
from .lists.entry_parts import core_of, open_marks
from .lists.removal import outermost, without_entries
from .units.editions import Holds, everywhere
from .units.new_numbers import transferred
from .units.refusal import Refusal
from .units.siblings import Siblings, template_of
from .units.unit_link import leading_to

#: Words of a link that leads out of a unit, and those that say no more than that.
_UP = re.compile(
    r"\b(?:back|up|home|return|overview|index|contents|volver|inicio|zurück|retour|indietro|terug|"
    r"voltar|назад)\b|[↑⬆🔼🏠]|返回|戻る",
    re.IGNORECASE,
)
_GENERIC = frozenset({*UNIT_WORDS, "the", "this", "a", "to", "readme", "page"})
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 30
_LED_TO = frozenset({Outcome.FOUND, Outcome.WRONG_CASE})


class Described(NamedTuple):
    """What entries say of a unit, and the edits that take them out."""

    descriptions: list[Description]
    edits: list[Edit]


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


def moves_of(curriculum: Curriculum, old: UnitPlace, new: UnitPlace) -> Moves:
    """The moves by which the unit comes to its new place. Raises `Refusal`."""
    try:
        return Moves(transferred(curriculum, old, new)[1])
    except CannotRewriteError as error:
        raise Refusal(str(error)) from None


def descriptions(
    curriculum: Curriculum, unit: Unit, parent: Unit, moves: Moves, holds: Holds = everywhere
) -> Described:
    """What the entries of a unit say, written for the readme of ``parent`` after the ``moves``.

    ``holds`` says which pages are looked at; those of the unit only name it on the way elsewhere.
    An index that also lists what is in ``parent`` keeps its entry: it has another place there.
    """
    reader, path = reader_of(curriculum), parent.readme or parent.path
    own = {unit.path, *(child.path for child in unit.children)}
    found: list[Description] = []
    edits: list[Edit] = []
    for index in filter(lambda each: holds(each.page.path), reader.everywhere()):
        entries = [each for each in index.units if each.place.unit.path in own]
        others = {each.place.unit.path for each in index.units}
        is_listed = any(each.place.unit.path == unit.path for each in entries)
        is_own = index.page.path.startswith(f"{unit.path}/")
        if is_own or not is_listed or others & {child.path for child in parent.children}:
            continue
        words = _Words(curriculum, index, path, moves)
        nth = nth_of(reader, index)
        found += [words.description(e, nth) for e in entries if e.place.unit.path == unit.path]
        gone = [any(entry is each.entry for each in entries) for entry in index.entries]
        edits += without_entries(index, gone)
    return Described(found, outermost(edits))


def parent_links(curriculum: Curriculum, unit: Unit, old: Unit, new: Unit) -> Iterator[Fix]:
    """“Back to the level” leads to the other level, and a link with its title."""
    pages = (curriculum.page(each) for each in (unit, *unit.children))
    names = [_title(curriculum, each) for each in (old, new)]
    for page in pages if new.readme else ():
        for target in curriculum.targets.get(page.path, ()) if page else ():
            is_there = target.path in (old.path, old.readme) and target.outcome in _LED_TO
            if page and is_there and target.link.target and _leads_up(page, target, names[0]):
                edits = [
                    Edit(page.path, *target.link.target, leading_to(target, page.path, old, new))
                ]
                edits += _renamed(page, target, names[0], names[1])
                yield Fix("Lead back to where it is now", Safety.UNSAFE, tuple(sorted(edits)))


def _leads_up(page: Page, target: Target, title: str) -> bool:
    """Whether a link is one to what is around the unit, by its words or those before it."""
    link = target.link
    text = page.document.text
    before = text[max(text.rfind("\n", 0, link.span.start) + 1, link.span.start - _REACH) :]
    before = before[: link.span.start - (len(text) - len(before))]
    words = {word.casefold() for word in _WORD.findall(link.text)}
    is_named = find_whole(link.text, title) >= 0
    is_generic = bool(words) and words <= _GENERIC
    return is_named or _UP.search(before + link.text) is not None or is_generic


def _renamed(page: Page, target: Target, old: str, new: str) -> Iterator[Edit]:
    """The title of what is around it, in the text of a link."""
    begin = find_whole(target.link.text, old) if new else -1
    at = place_in_text(target.link, page.document, begin, len(old)) if begin >= 0 else -1
    if at >= 0:
        yield Edit(page.path, at, at + len(old), new)


def _title(curriculum: Curriculum, unit: Unit) -> str:
    page = curriculum.page(unit)
    return page.outline.title.text if page and page.outline.title else ""


class _Words(NamedTuple):
    """What entries of an index say, with links that lead on from the page at ``path``."""

    curriculum: Curriculum
    listing: UnitIndex
    path: str
    moves: Moves

    def description(self, unit: UnitEntry, nth: int) -> Description:
        """What one entry says besides the name of its unit."""
        core = core_of(self.listing, unit.entry)
        rows = self._cells(unit)
        own = next((at for at, cell in enumerate(rows) if cell.holds(unit.entry.start)), -1)
        # What stands in the other cells of a row is kept by itself.
        end = rows[own].end if own >= 0 else unit.entry.span.end
        span = Span(core.end if core else end, end)
        text = self.listing.page.document.text
        marks = list(open_marks(text[unit.entry.start : core.start])) if core else []
        tail = self._written(span).removeprefix("".join(reversed(marks)))
        cells = tuple(self._written(cell) for cell in rows)
        page = self.listing.page
        line = page.document.line(unit.entry.start)
        is_home = page.path == parent_of(unit.place).readme
        return Description(self.listing.form, tail, cells, page.path, line, nth, own, is_home)

    def _cells(self, unit: UnitEntry) -> Sequence[Span]:
        """The cells of a row."""
        if self.listing.form is not ListingForm.ROW:
            return ()
        rows = rows_of(self.listing.page.document.text, self.listing.span)
        return next(each.cells for each in rows if each.span == unit.entry.span)

    def _written(self, span: Span) -> str:
        source, (text, end) = self.listing.page.path, (self.listing.page.document.text, span.end)
        for target in reversed(self.curriculum.targets.get(source, ())):
            link, leads = target.link, self.moves.new(target.path)
            is_here = span.start <= link.span.start < span.end and target.outcome in _LED_TO
            if link.target is None or not is_here or (source, target.path) == (self.path, leads):
                continue
            entry = self.curriculum.tree.entries.get(target.path)
            is_folder = entry is not None and entry.kind is EntryKind.FOLDER
            new = with_path(link, self.path, leads, target.path, folder=is_folder)
            text = text[: link.target.start] + new + text[link.target.end :]
            end += len(new) - (link.target.end - link.target.start)
        return text[span.start : end]


def _level_of(curriculum: Curriculum, parent: Unit) -> Unit:
    return next(each for each in curriculum.levels if parent == each or parent in each.children)
