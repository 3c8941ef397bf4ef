"""The items of one list of a menu as pieces of text, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..lists.index_order import Rank
from .menu_units import MenuUnit

#: A comma, a comment behind it, the rest of the line, and comments on lines of their own.
_BETWEEN = re.compile(
    r"(?P<comma>(?:[ \t]*,)?)(?P<trail>[ \t]*(?:#|//|/\*)[^\r\n]*)?(?P<line>[ \t]*(?:\r\n|\r|\n)?)"
    r"(?P<notes>(?:.*[\r\n])?)(?P<indent>[ \t]*)",
    re.DOTALL,
)

_LINE = re.compile(r"[\r\n]")


class MenuPart(NamedTuple):
    """An item as it is written, with its unit.

    ``short`` is the item with only that for the readme of its unit in it, where others are too.
    ``trail`` is a comment behind it on its line, and ``notes`` are those on lines above it.
    ``lead``, ``comma`` and ``rest`` belong to its place: what else stands before and behind it, up
    to the next line.
    """

    lead: str
    body: str
    unit: MenuUnit | None
    short: str = ""
    trail: str = ""
    notes: str = ""
    comma: str = ""
    rest: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.notes}{self.lead}{self.body}{self.comma}{self.trail}{self.rest}"

    def behind(self, text: str) -> tuple[MenuPart, str, str]:
        """The item with what stands behind it; comments above the next one, and its indentation."""
        match = _BETWEEN.fullmatch(text)
        if match is None:
            return self._replace(rest=text), "", ""
        notes = match["notes"]
        line = match["line"] + ("" if notes.strip() else notes)
        part = self._replace(comma=match["comma"], trail=match["trail"] or "", rest=line)
        return part, notes if notes.strip() else "", match["indent"]

    def at(self, place: MenuPart) -> MenuPart:
        """The item at another place of its list."""
        return self._replace(lead=place.lead, comma=place.comma, rest=place.rest)


def is_in_lines(parts: Sequence[MenuPart]) -> bool:
    """Whether a comment behind an item can go with it: each has a line of its own then."""
    has_trail = any(part.trail for part in parts)
    return not has_trail or all(_LINE.search(part.rest) for part in parts[:-1])


def without(parts: Sequence[MenuPart], gone: Sequence[bool]) -> list[MenuPart]:
    """The items without some of them; comments above one that goes stay above the next one."""
    kept: list[MenuPart] = []
    notes = ""
    for part, is_gone in zip(parts, gone, strict=True):
        notes += part.notes
        if not is_gone:
            kept.append(part._replace(notes=notes))
            notes = ""
    if kept:
        kept[0] = kept[0]._replace(lead=parts[0].lead)
    if kept and gone[-1]:
        kept[-1] = kept[-1]._replace(comma=parts[-1].comma, rest=parts[-1].rest)
    return kept


def in_order(parts: Sequence[MenuPart], moved: MenuUnit | None) -> list[MenuPart]:
    """The items of units in the order of these, in the places that they have among others."""
    bare = [part._replace(notes="") for part in parts]
    places = [at for at, part in enumerate(parts) if part.unit and part.unit.ranks[1]]
    ordered = sorted(places, key=lambda at: _rank_of(parts[at]))
    origin = dict(zip(places, ordered, strict=True))
    owners = {_owner(parts, at, moved): part.notes for at, part in enumerate(parts) if part.notes}
    return [
        bare[origin.get(at, at)].at(part)._replace(notes=owners.get(origin.get(at, at), ""))
        for at, part in enumerate(parts)
    ]


def _owner(parts: Sequence[MenuPart], at: int, moved: MenuUnit | None) -> int:
    """Above which item a comment stays: one that moves leaves it to the next."""
    is_left = moved is not None and parts[at].unit == moved and at + 1 < len(parts)
    return at + 1 if is_left and not parts[at + 1].notes else at


def with_new(parts: Sequence[MenuPart], new: MenuPart, at: int) -> list[MenuPart]:
    """The items with a new one, which has what stands behind it between others."""
    later = parts[1].lead if len(parts) > 1 else parts[0].lead
    if at == 0:
        return [new._replace(lead=parts[0].lead), parts[0]._replace(lead=later), *parts[1:]]
    new = new._replace(lead=later)
    if at < len(parts):
        return [*parts[:at], new, *parts[at:]]
    last = parts[-1]._replace(comma=new.comma, rest=new.rest)
    return [*parts[:-1], last, new._replace(comma=parts[-1].comma, rest=parts[-1].rest)]


def _rank_of(part: MenuPart) -> Rank:
    rank = part.unit.ranks[1] if part.unit else None
    return rank or (0, 0, 0, "")
