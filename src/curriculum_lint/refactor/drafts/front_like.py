"""Front matter for a new unit, with the keys of that beside it and none of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from ...listings.front_matter import Metadatum
from ...model.curriculum import Curriculum, Page, Unit
from ...model.reading_order import UnitPlace
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ...text.whole_words import find_whole
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import labelled_as_most
from ..metadata.metadata_numbers import ORDERS, TITLES, EvenCount, is_count, line_of, number_of
from ..paths.path_names import stem
from .front_blocks import FrontBlock, FrontMatter, front_matter_of
from .section_text import PLACEHOLDER

_Thing = TypeVar("_Thing")
#: The share of the pages beside it that have what it has too.
_MOST = 0.75
_NUMBER = late_pattern(r"\d{1,6}")
#: What says nothing of what a page is about: it may be copied from a single one.
_FORMAL = frozenset({"layout", "template", "type", "draft", "toc", "math", "published", "lang"})
#: Switches, dates and tables: what differs there is for a person to choose.
_CHOSEN = late_pattern(r"(?:true|false|yes|no|on|off)\Z|\d{4}-\d\d|\{|[&*!]", re.IGNORECASE)
_SCALAR_BLOCK = late_pattern(r"[|>][+-]?\d?")
_ITEM = late_pattern(r"(?P<lead>[ \t]*-[ \t]+)\S")
_LEAD = late_pattern(r"(?P<lead>[ \t]+)")
_TITLE = late_pattern(r"^[\"']?title[\"']?[ \t]*[:=]", re.IGNORECASE | re.MULTILINE)
_GAP = "\0"


class Beside(NamedTuple):
    """A unit beside the new one, and its front matter."""

    place: UnitPlace
    front: FrontMatter


class FrontLike(NamedTuple):
    """Front matter with the blank line behind it; ``lacks`` are keys of order without a value."""

    text: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def has_title(self) -> bool:
        """Whether it says what the page is called."""
        return _TITLE.search(self.text) is not None


def front_like(
    curriculum: Curriculum, pages: Sequence[tuple[UnitPlace, Page]], new: UnitPlace, title: str
) -> FrontLike:
    """The front matter of ``new``; none where most of those beside it have none."""
    found = [Beside(at, front) for at, page in pages if (front := front_matter_of(page))]
    if not found or 2 * len(found) < len(pages):
        return FrontLike()
    writer = _Writer(curriculum, found, new, title)
    model = nearest([(each.place, each) for each in found], new).front
    lines = [text for each in model.blocks if (text := writer.block(each)) is not None]
    text = "\n".join([model.fence, *lines, model.end, "", ""]) if lines else ""
    return FrontLike(text, tuple(writer.lacks))


def nearest(found: Sequence[tuple[UnitPlace, _Thing]], new: UnitPlace) -> _Thing:
    """What the unit right before the new one has, or the first one behind it."""
    ranked = sorted(found, key=lambda each: number_of(each[0]))
    before = [each for each in ranked if number_of(each[0]) < number_of(new)]
    return (before[-1] if before else ranked[0])[1]


class _Writer:
    """Writes the blocks of one front matter; ``lacks`` is known when all are written."""

    def __init__(
        self, curriculum: Curriculum, beside: Sequence[Beside], new: UnitPlace, title: str
    ) -> None:
        self._curriculum, self._beside, self._new, self._title = curriculum, beside, new, title
        self._grammar = grammar_of(curriculum)
        self.lacks: list[str] = []

    def block(self, block: FrontBlock) -> str | None:
        """What the new unit has for a key; ``None`` where it has nothing."""
        alike = [(e.place, b) for e in self._beside if (b := e.front.block(block.key))]
        if len(alike) < _MOST * len(self._beside):
            return None
        if block.key.casefold() in TITLES:
            return block.with_value(self._titled(alike))
        if _is_count(block):
            return self._counted(block, alike)
        is_sole = len(alike) == 1 and block.key.casefold() not in _FORMAL
        if not is_sole and all(other.text == block.text for _, other in alike):
            return block.text
        if block.inner:
            return self._table(block, alike)
        named = self._named(alike)
        return block.with_value(named) if named is not None else _placeholder(block, alike)

    def _table(
        self, block: FrontBlock, alike: Sequence[tuple[UnitPlace, FrontBlock]]
    ) -> str | None:
        """The keys below a key, each for itself."""
        fronts = [
            Beside(place, FrontMatter("", "", each.inner)) for place, each in alike if each.inner
        ]
        writer = _Writer(self._curriculum, fronts, self._new, self._title)
        lines = [text for each in block.inner if (text := writer.block(each)) is not None]
        self.lacks += writer.lacks
        return "\n".join([block.lines[0], *lines]) if lines else None

    def _titled(self, alike: Sequence[tuple[UnitPlace, FrontBlock]]) -> str:
        """The title with the label that most have."""
        models = ((place, each.plain) for place, each in alike)
        return labelled_as_most(models, self._grammar, self._new, self._title)

    def _counted(
        self, block: FrontBlock, alike: Sequence[tuple[UnitPlace, FrontBlock]]
    ) -> str | None:
        """The next value, where all grow evenly; the same where all are the same."""
        if len(alike) > 1 and all(each.text == block.text for _, each in alike):
            return block.text
        count = line_of(self._curriculum, [each.place for each in self._beside], block.key)
        if isinstance(count, EvenCount):
            return block.with_value(str(count.at(self._new)))
        self.lacks += [block.key] if block.key.casefold() in ORDERS else []
        return None

    def _named(self, alike: Sequence[tuple[UnitPlace, FrontBlock]]) -> str | None:
        """A value in which every unit has its own name or number: `slug: files`."""
        is_path = not any(" " in each.plain for _, each in alike)
        for part in (_stem, _slug, _number) if is_path else (_number,):
            own = [(part(place.unit), each.plain) for place, each in alike]
            forms = {_with_gap(value, name) for name, value in own if name}
            if len(forms) == 1 and all(name for name, _ in own) and _GAP in (form := forms.pop()):
                return form.replace(_GAP, part(self._new.unit))
        return None


def _is_count(block: FrontBlock) -> bool:
    return is_count(Metadatum(block.key, block.plain, Span(0, 0)))


def _stem(unit: Unit) -> str:
    return stem(unit.basename)


def _slug(unit: Unit) -> str:
    return unit.name.slug


def _number(unit: Unit) -> str:
    return str(unit.name.number) if unit.name.number is not None else ""


def _with_gap(value: str, name: str) -> str:
    """``value`` with a gap where ``name`` stands."""
    at = find_whole(value, name)
    return value[:at] + _GAP + value[at + len(name) :] if at >= 0 else value


def _placeholder(block: FrontBlock, alike: Sequence[tuple[UnitPlace, FrontBlock]]) -> str | None:
    """A block that is still to be filled, of the same form."""
    if not block.value or _SCALAR_BLOCK.fullmatch(block.value):
        lead = (_LEAD if block.value else _ITEM).match(block.lines[1] if block.lines[1:] else "")
        return f"{block.lines[0]}\n{lead['lead']}{PLACEHOLDER}" if lead else None
    if all(_NUMBER.fullmatch(each.plain) for _, each in alike):
        return f"{block.with_value('0')} # {PLACEHOLDER}"
    if block.value.startswith("["):
        return block.with_value("[]") if block.value.endswith("]") else None
    return None if _CHOSEN.match(block.value) else block.with_value(PLACEHOLDER)
