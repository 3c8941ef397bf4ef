"""The edits by which front matter follows units that get other numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ...edits.edit import Edit
from ...listings.front_matter import Metadatum, metadata
from ...listings.listing import parent_of
from ...model.curriculum import Curriculum
from ...model.reading_order import ReadingOrder, UnitPlace
from ..labels.unit_labels import LabelGrammar, agrees, right_label
from ..units.new_numbers import Renumbered
from .metadata_numbers import TITLES, EvenCount, is_count, line_of, with_value
from .metadata_order import ranked_values


class MetadataEdits:
    """Rewrites the front matter of ``units``, which get other numbers."""

    def __init__(
        self,
        curriculum: Curriculum,
        order: ReadingOrder,
        grammar: LabelGrammar,
        units: Mapping[str, Renumbered],
    ) -> None:
        self._curriculum, self._grammar, self._units = curriculum, grammar, units
        self._order = order
        self._lines: dict[tuple[str, str], EvenCount | None] = {}

    @cached_property
    def _below(self) -> dict[str, list[UnitPlace]]:
        """The units of each level or module; few front matters have to be compared with theirs."""
        found: dict[str, list[UnitPlace]] = {}
        for place in self._order.places.values():
            found.setdefault(parent_of(place).path, []).append(place)
        return found

    def edits(self) -> Iterator[Edit]:
        """The titles with their numbers, and the values that pages are put in order by."""
        for old, new in self._units.values():
            page = self._curriculum.page(old.unit)
            for each in metadata(page) if page else ():
                value = self._value(each, old, new)
                if page and value != each.value:
                    yield with_value(page, each, value)
        for (parent, key), line in self._lines.items():
            if line is None:
                yield from self._ranked(parent, key)

    def _value(self, each: Metadatum, old: UnitPlace, new: UnitPlace) -> str:
        if each.key.casefold() in TITLES:
            return _title(each.value, self._grammar, old, new)
        if not is_count(each):
            return each.value
        key = parent_of(old).path, each.key
        if key not in self._lines:
            self._lines[key] = line_of(self._curriculum, self._below[key[0]], each.key)
        line = self._lines[key]
        return str(line.at(new)) if line and line.at(old) == int(each.value) else each.value

    def _ranked(self, parent: str, key: str) -> Iterator[Edit]:
        """The same values in the new order, where they grow unevenly."""
        places = self._below[parent]
        values = ranked_values(self._curriculum, places, key, self._units)
        for place in places:
            page = self._curriculum.page(place.unit)
            new = values.get(place.unit.path)
            for each in metadata(page) if page and new else ():
                if page and new and each.key == key and each.value != new:
                    yield with_value(page, each, new)


def _title(title: str, grammar: LabelGrammar, old: UnitPlace, new: UnitPlace) -> str:
    label = grammar.read_title(title)
    if label is None or not agrees(label, old):
        return title
    end = label.start + len(label.text)
    return title[: label.start] + right_label(label, new) + title[end:]
