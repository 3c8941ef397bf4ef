"""Units that are counted together: the modules of a level, or the subsections of a module."""

from __future__ import annotations

from typing import NamedTuple

from ..model.curriculum import Curriculum, Kind, Skeleton, Unit
from ..model.numbering import counted_modules, letter, letter_number, letter_series
from ..model.template import NameParts, Template
from .refusal import Refusal

#: Numbers that a name in the template would need besides its own.
_MORE = frozenset({"part", "track"})


class Siblings(NamedTuple):
    """The counted units below ``parent``, in their order; ``kind`` is what they are."""

    parent: Unit
    kind: Kind
    units: tuple[Unit, ...]

    @property
    def numbers(self) -> list[int]:
        """Their numbers; letters count from 0."""
        return [self.number(unit) for unit in self.units]

    @property
    def first(self) -> int:
        """What the first one is mostly numbered."""
        return 1 if self.kind is Kind.MODULE else 0

    def number(self, unit: Unit) -> int:
        """The number of one of them."""
        if self.kind is Kind.MODULE:
            return unit.name.number or 0
        return letter_number(unit.name)

    def renamed(self, name: NameParts, number: int) -> NameParts:
        """``name`` with another number or letter. Raises `Refusal` behind z."""
        if self.kind is Kind.MODULE:
            return name._replace(number=number)
        if letter(number) is None:
            raise Refusal(f"{self.parent.path} has a subsection z: there is no letter behind it.")
        return name._replace(letter=letter(number))

    def shown(self, number: int) -> str:
        """The number or letter as people write it."""
        return str(number) if self.kind is Kind.MODULE else letter(number) or "?"

    def read(self, word: str) -> int:
        """The number or letter that ``word`` is. Raises `Refusal`."""
        word = word.strip()
        if self.kind is Kind.MODULE and word.isascii() and word.isdigit() and len(word) < 5:
            return int(word)
        if self.kind is Kind.SUBSECTION and len(word) == 1 and word.isascii() and word.isalpha():
            return ord(word.lower()) - ord("a")
        what = "number such as 4" if self.kind is Kind.MODULE else "letter such as b"
        raise Refusal(f"“{word}” is no place for a {self.kind}: write a {what}.")


def modules_of(skeleton: Skeleton, level: Unit) -> Siblings:
    """The modules of a level, without a 99 that only comes last. Raises `Refusal`."""
    if skeleton.module_template.fields & _MORE or "number" not in skeleton.module_template.fields:
        pattern = skeleton.module_template.text
        raise Refusal(f"Modules that are named by the pattern `{pattern}` are not renumbered.")
    units = [unit for unit in level.children if unit.name.number is not None]
    return Siblings(level, Kind.MODULE, counted_modules(units))


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
            found = modules_of(curriculum.skeleton, level)
        for module in level.children:
            if unit in module.children:
                found = subsections_of(curriculum.skeleton, module)
        if found is not None and unit in found.units:
            return found
    raise Refusal(f"{unit.path} has no number or letter that others follow.")
