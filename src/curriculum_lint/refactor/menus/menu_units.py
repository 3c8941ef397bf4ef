"""What the navigation of a site says of units: their titles, their numbers and their paths."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...model.curriculum import Unit
from ...model.reading_order import UnitPlace
from ...model.unit_order import letters_of
from ...text.numerals import numeral_like
from ...text.source import Span
from ..labels.unit_labels import LabelGrammar, UnitLabel, agrees, labelled_like, right_label
from ..lists.index_order import Rank
from ..paths.path_names import stem
from .menu_words import stripped

#: A string, or what an item consists of.
_STRING = re.compile(
    r'"(?P<double>[^"\r\n]+)"|\'(?P<single>[^\'\r\n]+)\'|(?P<plain>[^"\',\[\]{}#:\r\n]+)'
)


class MenuUnit(NamedTuple):
    """A unit before and afterwards, each with its rank and the title of its readme."""

    old: UnitPlace | None
    new: UnitPlace | None
    ranks: tuple[Rank | None, Rank | None]
    titles: tuple[str, str]


class MenuTitles:
    """Writes titles of units as they are afterwards."""

    def __init__(self, grammar: LabelGrammar) -> None:
        self._grammar = grammar

    def retitled(self, title: str, unit: MenuUnit) -> str:
        """A title of the unit in the navigation, as it is afterwards."""
        if unit.old is None or unit.new is None:
            return title
        if title == unit.titles[0]:
            return unit.titles[1] or title
        label = self._grammar.read(title)
        right = _renumbered(label, unit.old, unit.new) if label else None
        if label and right:
            title = title[: label.start] + right + title[label.start + len(label.text) :]
        parts, (old, new) = self._grammar.parts(title), map(self._grammar.parts, unit.titles)
        return parts.named(new.name) if old.name and parts.name == old.name else title

    def new_title(self, model: str, beside: MenuUnit, unit: MenuUnit) -> str | None:
        """The title of a new unit with the label that the one beside it has in its title."""
        name = self._grammar.parts(unit.titles[1]).name
        if beside.new is None or unit.new is None or not name:
            return None
        return labelled_like(model, self._grammar, beside.new, unit.new, name)


def _renumbered(label: UnitLabel, old: UnitPlace, new: UnitPlace) -> str | None:
    """The label of a unit, or of a part of it (2.1 in unit 2), with its other number."""
    if agrees(label, old):
        return right_label(label, new)
    is_part = old.unit is old.module and label.around == (old.module.name.number,)
    if not is_part or old.module.name.part is not None:
        return None
    own, _, rest = label.text.partition(".")
    return f"{numeral_like(own, new.module.name.number or 0)}.{rest}"


def led_span(line: str, beside: MenuUnit, unit: MenuUnit) -> tuple[Span, str] | None:
    """Where ``line`` has the path of the unit beside, and what that of the new one is there."""
    if beside.new is None or unit.new is None:
        return None
    old, new = beside.new.unit, unit.new.unit
    inside = [(each.readme or each.path)[len(each.path) :] for each in (old, new)]
    ways = [(old.basename + inside[0], new.basename + inside[1]), (old.basename, new.basename)]
    ways += [(stem(one), stem(other)) for one, other in ways]
    for one, other in ways:
        found = _find_path(one, line)
        if found is not None:
            return found, other
    return None


def is_titled(written: str, name: str) -> bool:
    """Whether a list names a folder by a title, not by its name: ``BABY STEPS``."""
    return written != name and letters_of(written) == letters_of(name)


def title_like(written: str, name: str, title: str = "") -> str:
    """What names the folder ``name`` in a list as ``written`` names another one."""
    words = title if letters_of(title) == letters_of(name) else re.sub(r"[\W_]+", " ", name).strip()
    if written.isupper():
        return words.upper()
    return words if words == title or not written.istitle() else words.title()


def titled_span(line: str, beside: MenuUnit, unit: MenuUnit) -> tuple[Span, str] | None:
    """Where ``line`` names the unit beside by its title, and what names the new one so."""
    if beside.new is None or unit.new is None:
        return None
    name = beside.new.unit.basename
    for match in _STRING.finditer(line):
        span = stripped(line, Span(*match.span(match.lastgroup or 0)))
        written = line[slice(*span)]
        if letters_of(written) == letters_of(name):
            return span, title_like(written, unit.new.unit.basename, unit.titles[1])
    return None


def names_readme(line: str, unit: Unit) -> bool:
    """Whether ``line`` has the path of the unit's readme or folder, and of nothing else in it."""
    inside = (unit.readme or unit.path)[len(unit.path) :]
    ways = (unit.basename + inside, unit.basename)
    return any(_find_path(way, line) for each in ways for way in (each, stem(each)))


def _find_path(name: str, line: str) -> Span | None:
    """Where a path ends with ``name`` in ``line``."""
    found = re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])(?!/\w)(?!\.\w)", line)
    return Span(*found.span()) if found else None
