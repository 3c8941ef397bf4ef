"""CL126 unit-label-form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum, Page
from ...parse.document import Label
from ...settings.severity import Severity
from ..sample import ANY_README
from ._labels import labelled_sections

_MOST = 2 / 3
#: Fewer units that agree are no custom.
_LEAST = 3


class _Form(NamedTuple):
    """How a unit writes one label: its words, and whether a colon follows them."""

    text: str
    colon: bool

    def __str__(self) -> str:
        return f"**{self.text}{':' if self.colon else ''}**"


class _Use(NamedTuple):
    page: Page
    label: Label
    form: _Form


def _unit(number: int, label: str) -> str:
    return (
        f"-- first_level/{number}_part/readme.md --\n# Part\n\n## 1) Say {number}\n\n"
        f"**Goal:** Print it.\n\n{label}\n\n1. Write it.\n\n"
        f"**Acceptance criteria:**\n\n- It prints `{number}`.\n\n"
        "## Best practices\n\n- Test it.\n"
    )


_FILES = f"{ANY_README}-- first_level/readme.md --\n# First level\n\n" + "".join(
    f"- [Part](<{number}_part/readme.md>)\n" for number in (1, 2, 3, 4)
)
_THREE = "".join(_unit(number, "**Build steps:**") for number in (1, 2, 3))


class UnitLabelForm(CurriculumRule):
    """Whoever has done three units looks for “Build steps:” in the fourth. That its author wrote
    “Instructions” there is nothing that a learner should have to find out.
    """

    code = "CL126"
    name = "unit-label-form"
    summary = "a label that a unit writes unlike most units of the curriculum"
    severity = Severity.INFO
    limits = (
        "Told once for a label and a unit, where at least three units, and two thirds of all, "
        "write it alike. A readme with two forms is `label-form`'s. A label that says more in "
        "parentheses is left alone."
    )
    good = (Example(f"{_FILES}{_THREE}{_unit(4, '**Build steps:**')}", frame=Frame.FILES),)
    bad = (
        Example(
            f"{_FILES}{_THREE}{_unit(4, '**Instructions**')}",
            finds=("first_level/4_part/readme.md:7:1 CL126",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare the form that each unit has for a label with that of most units."""
        uses: dict[str, list[_Use]] = {}
        for unit in curriculum.units():
            page = curriculum.page(unit)
            for key, use in _own_forms(page).items() if page else ():
                uses.setdefault(key, []).append(use)
        for each in uses.values():
            yield from _unlike(each)


def _own_forms(page: Page) -> dict[str, _Use]:
    """The labels of a readme by key, with the one form that it has for each."""
    found: dict[str, list[_Use]] = {}
    for section in labelled_sections(page.outline):
        label = section.label
        if label is not None and "(" not in label.text:
            form = _Form(label.text.strip().rstrip(":："), label.colon)
            found.setdefault(section.key, []).append(_Use(page, label, form))
    alike = {key: uses for key, uses in found.items() if len({use.form for use in uses}) == 1}
    return {key: uses[0] for key, uses in alike.items()}


def _unlike(uses: list[_Use]) -> Iterator[Finding]:
    usual, count = Counter(use.form for use in uses).most_common(1)[0]
    if count < _LEAST or count < len(uses) * _MOST:
        return
    for page, label, form in uses:
        if form != usual:
            message = f"This unit writes the label as `{form}`; {count} others write `{usual}`."
            yield Finding(page.path, label.span, message, f"Write `{usual}`.")
