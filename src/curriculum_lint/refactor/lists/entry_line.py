"""The line of a new entry: in the form of the one beside it, with none of its words."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from ...listings.listing import IndexEntry, ListingForm, UnitEntry, UnitIndex, parent_of
from ...listings.read import ListingReader
from ...model.curriculum import Curriculum
from ...model.reading_order import UnitPlace
from ...parse.document import Link, LinkKind
from ...parse.tables import rows_of
from ...text.numerals import numeral_like
from ...text.source import Span
from ..labels.index_labels import IndexLabels
from ..labels.label_forms import label_around
from ..labels.page_title import title_of
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import agrees, labelled_like, right_label
from ..labels.written_links import escape_brackets
from ..units.unit_link import leading_to
from .entry_parts import core_of, lead_of, link_at, open_marks, tags_in, tail_of, whole_link
from .entry_text import numbered_units, own_number
from .parent_cells import parent_names, plain_cell
from .running_numbers import runs_on

_TASK = re.compile(r"\[[ xX]\][ \t]+")
_TICKED = re.compile(r"\[[xX]\]")
_BEHIND_MARKER = re.compile(r"[ \t\xa0]*(?:\[[ xX]\][ \t]+)?")
_WRAP = re.compile(r"(?P<mark>\*{1,3}|_{1,3}|`+)(?P<text>.*)(?P=mark)\Z", re.DOTALL)
#: What programs make of a text: pictures, tags and macros.
_MADE = re.compile(r"!\[|[<{$]")
_WORD = re.compile(r"\w")
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_OWN = "\0"


class Description(NamedTuple):
    """What an entry says besides the name of its unit: behind it, or in the ``cells`` of a row.

    It stands at a ``line`` of the page at ``path``, in the ``nth`` index of that form there.
    """

    form: ListingForm
    text: str
    cells: tuple[str, ...]
    path: str
    line: int
    nth: int
    #: Which of the cells has the name of the unit.
    name_cell: int = -1
    #: Whether the page is the readme of what is around the unit.
    is_home: bool = False

    def lost_in(self, written: str) -> str:
        """Its words that are not in what is ``written`` instead; numbers may differ."""
        cells = (cell for at, cell in enumerate(self.cells) if at != self.name_cell)
        parts = list(cells) if self.cells else [self.text]
        there = _DIGITS.sub("", written)
        lost = (each for each in parts if _DIGITS.sub("", each.strip()) not in there)
        return " ".join(" ".join(each for each in lost if _LETTER.search(each)).split())


class EntryLine:
    """Writes the line by which an index lists the unit at ``place``, which has a ``title``.

    ``described`` is what an entry said of it elsewhere: it goes along to an index of that form.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        place: UnitPlace,
        title: str,
        described: Sequence[Description] = (),
    ) -> None:
        self._curriculum, self._place, self._title = curriculum, place, title
        self._descriptions = described
        self._described: Description | None = None
        self._grammar = grammar_of(curriculum)

    def entry(self, index: UnitIndex, model: UnitEntry, nth: int) -> str | None:
        """The entry without its marker; ``None`` where the form of ``model`` is not certain.

        The index is the ``nth`` of its form on its page.
        """
        self._described = self._chosen(index, nth)
        if index.form is ListingForm.ROW:
            return self._row(index, model)
        line = self._line(index, model)
        is_wrapped = index.form is ListingForm.BLOCK and model.entry.start != model.entry.span.start
        if line is None or is_wrapped:
            return None
        if index.form is ListingForm.SECTION:
            return self._section(index, model, line)
        return self._behind_marker(index, model.entry) + line

    def _behind_marker(self, index: UnitIndex, entry: IndexEntry) -> str:
        """What stands between a marker and the words: blanks, and a box that nobody has ticked."""
        if entry.marker is None:
            return ""
        text = index.page.document.text[entry.marker.end : entry.start]
        return _TICKED.sub("[ ]", text) if _BEHIND_MARKER.fullmatch(text) else " "

    def _chosen(self, index: UnitIndex, nth: int) -> Description | None:
        """What was said of the unit on the same page, or else in an index that stood alike."""
        found = [each for each in self._descriptions if each.form is index.form]
        is_home = index.page.path == parent_of(self._place).readme

        def unlike(each: Description) -> tuple[bool, bool, int]:
            return each.path != index.page.path, each.is_home != is_home, abs(each.nth - nth)

        return min(found, key=unlike, default=None)

    def _section(self, index: UnitIndex, model: UnitEntry, line: str) -> str | None:
        document, entry = index.page.document, model.entry
        (level,) = (h.level for h in document.headings if h.span.start == entry.span.start)
        heading = f"{'#' * level} {line}"
        link = None if self._described else self._link_in(index, model)
        if link is None or link.span.start < entry.start + len(entry.line):
            return heading
        written = self._link(index, model, link, self._title)
        return None if written is None else f"{heading}\n\n{written}"

    def _link_in(self, index: UnitIndex, model: UnitEntry) -> Link | None:
        """The first link of an entry to its unit."""
        own = {model.place.unit.path, model.place.unit.readme}
        start, end = model.entry.span
        for target in self._curriculum.targets.get(index.page.path, ()):
            if target.path in own and start <= target.link.span.start < end:
                return target.link
        return None

    def _row(self, index: UnitIndex, model: UnitEntry) -> str | None:
        """A row with the unit and its number; the other cells are for its author."""
        text, entry = index.page.document.text, model.entry
        row = next(r for r in rows_of(text, index.span) if r.span == entry.span)
        line, written = self._line(index, model), text[slice(*entry.span)]
        if line is None:
            return None
        described = self._described
        kept = described.cells if described and len(described.cells) == len(row.cells) else ()
        for at, cell in reversed(list(enumerate(row.cells))):
            new = self._cell(index, model, cell, line) or (kept[at] if kept else "")
            start, end = cell.start - entry.span.start, cell.end - entry.span.start
            written = written[:start] + new.ljust(end - start) + written[end:]
        return written

    def _cell(self, index: UnitIndex, model: UnitEntry, cell: Span, line: str) -> str:
        entry, text = model.entry, index.page.document.text
        own = line if cell.start == entry.start else ""
        if not own and text[slice(*cell)].strip() == self._called(model):
            return escape_brackets(self._title)
        if not own and plain_cell(text[slice(*cell)]) in filter(None, self._around(model)):
            return text[slice(*cell)].strip()
        link = None if own else self._link_in(index, model)
        if link is not None and text[slice(*cell)].strip() == text[slice(*whole_link(index, link))]:
            return self._link(index, model, link) or ""
        marker = entry.marker
        if marker is None or not cell.start <= marker.start < cell.end or own:
            return own
        old = text[slice(*marker)]
        if "." in old and model.place.unit.path not in numbered_units(index):
            return ""
        width = len(old) if old.startswith("0") else 0
        number = own_number(index.form, old, self._place, width)
        return text[cell.start : marker.start] + number + text[marker.end : cell.end]

    def _around(self, model: UnitEntry) -> Sequence[str]:
        """What a cell may call the level or module of both units by."""
        around = parent_of(model.place)
        is_shared = around.path == parent_of(self._place).path
        return parent_names(self._curriculum, around) if is_shared else ()

    def _called(self, model: UnitEntry) -> str | None:
        """The title of the unit of an entry, without its label."""
        page = self._curriculum.page(model.place.unit)
        title = title_of(page) if page else None
        return self._grammar.parts(title.text).name if title else None

    def _line(self, index: UnitIndex, model: UnitEntry) -> str | None:
        core = core_of(index, model.entry)
        link = link_at(index, model.entry.link) if model.entry.leads else None
        if core is None or (link is None and model.entry.leads):
            return None
        if link is not None and core.start == link.span.start:
            name = self._link(index, model, link)
        else:
            name = self._title
        lead = self._lead(index, model)
        described = self._described
        closing = "".join(reversed(list(open_marks(lead))))
        tail = self._tail(index, lead)
        own = tail_of(index, model.entry)
        # What was said elsewhere fits where the same tags have to be closed, and not behind names
        # that stand alone: with other words behind it nobody could tell the name.
        is_alone = not model.entry.leads and not _WORD.search(own)
        if described and not is_alone and tags_in(described.text) == tags_in(own):
            tail = closing + described.text
        return None if name is None else lead + name + tail

    def _lead(self, index: UnitIndex, model: UnitEntry) -> str:
        """What stands in front of the name: as in all entries, or only its label and marks."""
        labels = IndexLabels(self._grammar, index)
        counts = runs_on(index, self._grammar)
        leads = {_with_own(index, labels, each, counts=counts) for each in index.units}
        lead = _with_own(index, labels, model, counts=counts)
        if len(leads) > 1:
            task = _TASK.match(lead)
            marks = "".join(open_marks(lead))
            lead = (task[0] if task else "") + marks + self._label_only(lead)
        elif len(index.units) == 1 and _OWN not in lead and _WORD.search(lead):
            lead = "".join(open_marks(lead))
        label = labels.of(model)
        own = right_label(label, self._place) if label else ""
        return _TICKED.sub("[ ]", lead).replace(_OWN, own)

    def _label_only(self, lead: str) -> str:
        at = lead.find(_OWN)
        if at < 0:
            return ""
        start, end = label_around(lead, at)
        return lead[start:end]

    def _tail(self, index: UnitIndex, lead: str) -> str:
        """What follows the names of all units alike, or what closes the marks of ``lead``."""
        tails = {tail_of(index, each.entry) for each in index.units}
        tail = tails.pop() if len(tails) == 1 else None
        if tail is not None and (len(index.units) > 1 or not _WORD.search(tail)):
            return tail
        if index.form is ListingForm.LINE and lead.startswith("<"):
            return "".join(tags_in(tail or tail_of(index, index.units[0].entry)))
        return "".join(reversed(list(open_marks(lead))))

    def _link(
        self, index: UnitIndex, model: UnitEntry, link: Link, name: str | None = None
    ) -> str | None:
        """A link to the unit, written as ``link`` is."""
        text = index.page.document.text
        destination = self._destination(index, model, link)
        if link.kind is LinkKind.HTML_LINK and link.target is not None:
            end = text.find(">", link.target.end) + 1
            opening = text[link.span.start : link.target.start] + destination
            written = html.escape(name or self._name(model, link))
            return f"{opening}{text[link.target.end : end]}{written}</a>"
        raw = text[link.span.start + 1 : link.target.start - 2] if link.target else link.text
        wrapped = _WRAP.match(raw)
        mark = wrapped["mark"] if wrapped else ""
        # What else is in it, such as a picture or a macro, is not words of the other's title.
        if link.target and _MADE.search(raw):
            return None
        text = escape_brackets(name or self._name(model, link))
        return f"[{mark}{text}{mark}]({destination})"

    def _name(self, model: UnitEntry, link: Link) -> str:
        """The text of the link: the title, or the folder's name where others have that."""
        old, new = model.place.unit, self._place.unit
        names = link.text.rstrip("/").split("/")
        for known, own in ((old.path, new.path), (old.readme or "", new.readme or "")):
            if names != [""] and known.split("/")[-len(names) :] == names:
                return "/".join(own.split("/")[-len(names) :]) + "/" * link.text.endswith("/")
        if link.text.isdecimal() and int(link.text) == old.name.number is not None:
            return numeral_like(link.text, new.name.number or 0)
        return labelled_like(link.text, self._grammar, model.place, self._place, self._title)

    def _destination(self, index: UnitIndex, model: UnitEntry, link: Link) -> str:
        targets = self._curriculum.targets[index.page.path]
        target = next((each for each in targets if each.link.span == link.span), None)
        unit, page = self._place.unit, index.page.path
        if target is None:
            return quote(posixpath.relpath(f"/{unit.place}", f"/{posixpath.dirname(page)}"))
        return leading_to(target, page, model.place.unit, unit)


def nth_of(reader: ListingReader, index: UnitIndex) -> int:
    """The place of an index among those of its form on its page."""
    alike = [each for each in reader.on(index.page) if each.form is index.form]
    return next((at for at, each in enumerate(alike) if each.span == index.span), 0)


def _with_own(index: UnitIndex, labels: IndexLabels, unit: UnitEntry, *, counts: bool) -> str:
    """Its lead with a sign in the place of the unit's own number, or of one that ``counts``."""
    lead, label = lead_of(index, unit.entry), labels.of(unit)
    if label is None or label.start + len(label.text) > len(lead):
        return lead
    if not counts and not agrees(label, unit.place):
        return lead
    return lead[: label.start] + _OWN + lead[label.start + len(label.text) :]
