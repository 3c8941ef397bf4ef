"""Units that are counted together: the modules of a level, or the subsections of a module."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...model.curriculum import Curriculum, Kind, Skeleton, Unit
from ...model.numbering import counted_modules, letter, letter_number, letter_series
from ...model.template import NameParts, Template
from ...text.phrases import listed
from .refusal import Refusal

#: Numbers that a name in the template would need besides its own.
_MORE = frozenset({"part", "track"})
_PART = re.compile(r"(\d{1,4})\.\d{1,4}")


class Siblings(NamedTuple):
    """The counted units below ``parent``, in their order; ``kind`` is what they are.

    ``of`` holds the number and the track whose parts they are: 1.1, 1.2, …. The numbers of those
    that ``are_listed`` are their places in a list: their names hold none.
    """

    parent: Unit
    kind: Kind
    units: tuple[Unit, ...]
    of: NameParts | None = None
    are_listed: bool = False

    @property
    def numbers(self) -> list[int]:
        """Their numbers; letters count from 0."""
        if self.are_listed:
            return list(range(1, len(self.units) + 1))
        return [self.number(unit) for unit in self.units]

    @property
    def first(self) -> int:
        """What the first one is mostly numbered."""
        return 1 if self.kind is Kind.MODULE else 0

    def number(self, unit: Unit) -> int:
        """The number of one of them."""
        if self.are_listed:
            return self.units.index(unit) + 1
        if self.of is not None:
            return unit.name.part or 0
        if self.kind is Kind.MODULE:
            return unit.name.number or 0
        return letter_number(unit.name)

    def renamed(self, name: NameParts, number: int) -> NameParts:
        """``name`` with another number or letter. Raises `Refusal` behind z."""
        if self.are_listed:
            return name
        if self.of is not None:
            return name._replace(number=self.of.number, track=self.of.track, part=number)
        if self.kind is Kind.MODULE:
            return name._replace(number=number)
        if letter(number) is None:
            raise Refusal(f"{self.parent.path} has a subsection z: there is no letter behind it.")
        return name._replace(letter=letter(number))

    def shown(self, number: int) -> str:
        """The number or letter as people write it."""
        if self.of is not None:
            return f"{self.of.number}.{number}"
        return str(number) if self.kind is Kind.MODULE else letter(number) or "?"

    def read(self, word: str) -> int:
        """The number or letter that ``word`` is. Raises `Refusal`."""
        word = word.strip()
        if self.of is not None:
            word = word.removeprefix(f"{self.of.number}.")
        if self.kind is Kind.MODULE and word.isascii() and word.isdigit() and len(word) < 5:
            return int(word)
        if self.kind is Kind.SUBSECTION and len(word) == 1 and word.isascii() and word.isalpha():
            return ord(word.lower()) - ord("a")
        if self.of is not None:
            raise Refusal(
                f"“{word}” is no place among the parts of {self.of.number}: write one such as "
                f"{self.of.number}.2."
            )
        what = "number such as 4" if self.kind is Kind.MODULE else "letter such as b"
        raise Refusal(f"“{word}” is no place for a {self.kind}: write a {what}.")


def parts_of(level: Unit, of: NameParts) -> Siblings:
    """The modules of a level that are the parts of one number, of one track."""
    units = [
        unit
        for unit in level.children
        if (unit.name.number, unit.name.track) == (of.number, of.track)
        and unit.name.part is not None
    ]
    ordered = sorted(units, key=lambda unit: unit.name.part or 0)
    return Siblings(level, Kind.MODULE, tuple(ordered), of)


def modules_of(skeleton: Skeleton, level: Unit, at: str | None = None) -> Siblings:
    """The modules of a level, without a 99 that only comes last. Raises `Refusal`.

    Where names have parts, those that are counted with the place ``at``: 1.3.
    """
    if "part" in skeleton.module_template.fields:
        match = _PART.fullmatch((at or "").strip())
        number = int(match[1]) if match else None
        beside = next((u for u in level.children if u.name.number == number), None)
        if match is None or beside is None:
            last = level.children[-1].name if level.children else NameParts(1, part=0)
            place = f"{last.number}.{(last.part or 0) + 1}"
            raise Refusal(f"Modules of {level.path} have parts: write a place such as {place}.")
        return parts_of(level, beside.name)
    if "number" not in skeleton.module_template.fields:
        return _listed_in(skeleton, level)
    if skeleton.module_template.fields & _MORE:
        pattern = skeleton.module_template.text
        raise Refusal(f"Modules that are named by the pattern `{pattern}` are not renumbered.")
    units = [unit for unit in level.children if unit.name.number is not None]
    return Siblings(level, Kind.MODULE, counted_modules(units))


def _listed_in(skeleton: Skeleton, level: Unit) -> Siblings:
    """The modules of a level that a list of the setting ``order`` names. Raises `Refusal`."""
    listed = set(skeleton.order)
    units = tuple(unit for unit in level.children if unit.path in listed)
    if not units:
        pattern = skeleton.module_template.text
        raise Refusal(
            f"Modules that are named by the pattern `{pattern}` have no numbers, and no list says "
            f"the order of those in {level.path}: name the file that lists them in the setting "
            "`order`."
        )
    return Siblings(level, Kind.MODULE, units, are_listed=True)


def subsections_of(skeleton: Skeleton, module: Unit) -> Siblings:
    """The subsections of a module. Raises `Refusal`."""
    if "letter" not in skeleton.subsection_template.fields:
        pattern = skeleton.subsection_template.text
        raise Refusal(f"Subsections that are named by the pattern `{pattern}` have no letters.")
    return Siblings(module, Kind.SUBSECTION, letter_series(module).units)


def template_of(skeleton: Skeleton, kind: Kind) -> Template:
    """The template of the names of modules or subsections."""
    return skeleton.module_template if kind is Kind.MODULE else skeleton.subsection_template


def siblings_of(curriculum: Curriculum, unit: Unit) -> Siblings:
    """The units that ``unit`` is counted with, itself among them. Raises `Refusal`."""
    for level in curriculum.levels:
        found = None
        if unit in level.children:
            is_part = unit.name.part is not None
            skeleton = curriculum.skeleton
            found = parts_of(level, unit.name) if is_part else modules_of(skeleton, level)
        for module in level.children:
            if unit in module.children:
                found = subsections_of(curriculum.skeleton, module)
        if found is not None and unit in found.units:
            return found
    if unit.kind is Kind.MODULE and "number" not in curriculum.skeleton.module_template.fields:
        lists = listed(curriculum.settings.order, "nor")
        raise Refusal(f"{lists} does not list {unit.path}: list it where it belongs.")
    raise Refusal(f"{unit.path} has no number or letter that others follow.")
