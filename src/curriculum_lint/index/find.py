"""Which unit a person means: by its path, its key, its readme or its label."""

from __future__ import annotations

from ..text.phrases import listed
from ..text.suggest import closest
from .entries import CurriculumIndex, IndexedUnit

_MOST_NAMED = 5


class UnitNotFound(Exception):  # noqa: N818 - it says what failed
    """No unit is called so, or several are: one line for people."""


def find_unit(index: CurriculumIndex, word: str) -> IndexedUnit:
    """The unit that ``word`` names. Raises `UnitNotFound`."""
    wanted = word.strip().removeprefix("./").rstrip("/")
    units = index.units()
    for unit in units:
        if wanted in (unit.path, unit.key, unit.readme):
            return unit
    found = [unit for unit in units if wanted.casefold() in _short_names(unit)]
    if len(found) == 1:
        return found[0]
    raise UnitNotFound(_ambiguous(word, found) if found else _unknown(word, units))


def _short_names(unit: IndexedUnit) -> set[str]:
    """Its label and the name of its folder, where it has them."""
    return {unit.label.casefold(), unit.path.rpartition("/")[2].casefold()} - {""}


def _ambiguous(word: str, units: list[IndexedUnit]) -> str:
    paths = [unit.path for unit in units[:_MOST_NAMED]]
    more = ["…"] if len(units) > _MOST_NAMED else []
    said = f"{len(units)} units are called “{word}”; write the path of one"
    return f"{said}: {listed(paths + more, 'or')}."


def _unknown(word: str, units: list[IndexedUnit]) -> str:
    # A path and a key of one unit are alike: neither would be clearly the one that is meant.
    near = closest(word, {unit.path for unit in units}) or closest(
        word, {name for unit in units for name in (unit.key, unit.label)}
    )
    advice = f"did you mean {near}?" if near else "write its path, or its label such as 4b."
    return f"There is no unit “{word}”; {advice}"
