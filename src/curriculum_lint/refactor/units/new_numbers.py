"""Units with other numbers or letters: the names of their folders, and what follows from that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from ...edits.edit import Move
from ...model.curriculum import Curriculum, Unit
from ...model.reading_order import ReadingOrder, UnitPlace
from ...model.template import NameParts, Template
from ...text.numerals import numeral_like
from ..headings.new_headings import CannotRewriteError

_DIGITS = re.compile(r"\d+")
_LEADING = re.compile(r"(?P<number>\d{1,3})[-_. ](?!\d)")


class Renumbered(NamedTuple):
    """A unit whose number or letter changes, or that of its module, as it is and as it will be."""

    old: UnitPlace
    new: UnitPlace


def renumbered_units(order: ReadingOrder, names: Mapping[str, NameParts]) -> dict[str, Renumbered]:
    """What becomes of each unit that ``names`` renames (by path), and of its subsections."""
    found: dict[str, Renumbered] = {}
    for place in _inside(order, names):
        module, unit = place.module, place.unit
        new_module = _named(module, names.get(module.path))
        if unit is module:
            new_unit = new_module
        else:
            new_unit = _named(unit, names.get(unit.path) or _in(new_module, unit))
        if (new_module.name, new_unit.name) != (module.name, unit.name):
            found[unit.path] = Renumbered(place, UnitPlace(place.level, new_module, new_unit))
    return found


def _inside(order: ReadingOrder, paths: Iterable[str]) -> Iterator[UnitPlace]:
    """The modules that are at ``paths`` or around them, with their subsections.

    No other unit is looked at: a curriculum has hundreds of fixes, and each is for a few units.
    """
    places = filter(None, map(order.places.get, paths))
    for path, module in {place.module.path: place.module for place in places}.items():
        yield from (order.places[each] for each in (path, *(c.path for c in module.children)))


def new_names(curriculum: Curriculum, units: Mapping[str, Renumbered]) -> Iterator[Move]:
    """The moves of the units' folders or files. Raises ``CannotRewriteError``."""
    skeleton = curriculum.skeleton
    folders: dict[str, str] = {}
    for path, (old, new) in units.items():
        is_module = old.unit is old.module
        template = skeleton.module_template if is_module else skeleton.subsection_template
        name = _written(template, old.unit, new.unit.name)
        around = path.rpartition("/")[0]
        around = folders.get(around, around)
        target = f"{around}/{name}" if around else name
        folders[path] = target
        if name != old.unit.basename:
            yield Move(path, target)
        yield from _numbered_inside(curriculum, old, new, target)


def _numbered_inside(
    curriculum: Curriculum, old: UnitPlace, new: UnitPlace, folder: str
) -> Iterator[Move]:
    """What lies in the folder of a module and has its number too: `04_files/04_files.md`.

    Where other numbers stand beside it, they number something else.
    """
    before, after = old.unit.name.number, new.unit.name.number
    if old.unit is not old.module or before == after or after is None:
        return
    known = {child.path for child in old.unit.children}
    entries = [each for each in curriculum.tree.children(old.unit.path) if each.path not in known]
    found = [(each, match) for each in entries if (match := _LEADING.match(each.name))]
    if any(int(match["number"]) != before for _, match in found):
        return
    own, width = _DIGITS.findall(old.unit.basename), _DIGITS.findall(folder.rpartition("/")[2])
    for each, match in found:
        written = match["number"]
        # As many digits as the name of the folder has, where it had as many before.
        is_alike = written in own and len(width) == len(own)
        number = width[own.index(written)] if is_alike else numeral_like(written, after)
        if number != written:
            yield Move(each.path, f"{folder}/{number}{each.name[match.end('number') :]}")


def transferred(
    curriculum: Curriculum, old: UnitPlace, new: UnitPlace
) -> tuple[dict[str, Renumbered], list[Move]]:
    """What becomes of a unit below another level or module, and of its subsections."""
    skeleton, unit = curriculum.skeleton, new.unit
    is_module = unit is new.module
    template = skeleton.module_template if is_module else skeleton.subsection_template
    around = new.level.path if is_module else new.module.around
    written = template.write(unit.name)
    if template.read(written) != unit.name:
        raise _unclear(old.unit)
    target = written if around == "." else f"{around}/{written}"
    moves = [Move(old.unit.path, target)]
    units = {old.unit.path: Renumbered(old, new)}
    for child in old.unit.children:
        name = _in(unit, child)
        named = replace(child, name=name)
        place = UnitPlace(old.level, old.unit, child)
        units[child.path] = Renumbered(place, UnitPlace(new.level, unit, named))
        basename = _written(skeleton.subsection_template, child, name)
        if basename != child.basename:
            moves.append(Move(child.path, f"{target}/{basename}"))
    return units, moves


def _named(unit: Unit, name: NameParts | None) -> Unit:
    return unit if name is None else replace(unit, name=name)


def _in(module: Unit, unit: Unit) -> NameParts:
    """A subsection's name may repeat the number of its module: `4a_shells`."""
    return unit.name if unit.name.number is None else unit.name._replace(number=module.name.number)


def _written(template: Template, unit: Unit, name: NameParts) -> str:
    if unit.follows:
        if template.write(unit.name) != unit.basename:
            raise _unclear(unit)
        return template.write(name)
    return _respelt(unit, name)


def _respelt(unit: Unit, name: NameParts) -> str:
    """A name that does not follow its template, with nothing but the number or letter new."""
    text, old = unit.basename, unit.name
    digits = _DIGITS.search(text)
    if old.number != name.number:
        if digits is None or int(digits[0]) != old.number:
            raise _unclear(unit)
        number = str(name.number).zfill(len(digits[0]) if digits[0].startswith("0") else 1)
        text = text[: digits.start()] + number + text[digits.end() :]
    if old.letter != name.letter:
        if text[:1].casefold() != old.letter or name.letter is None:
            raise _unclear(unit)
        text = (name.letter.upper() if text[0].isupper() else name.letter) + text[1:]
    return text


def _unclear(unit: Unit) -> CannotRewriteError:
    return CannotRewriteError(f"It is not clear how {unit.path} would be called.")
