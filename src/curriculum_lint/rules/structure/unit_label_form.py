"""CL126 unit-label-form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum, Page
from ...model.outline import LabelOfUnit
from ...settings.severity import Severity
from ..sample import ANY_README

_MOST = 2 / 3
#: Fewer units that agree are no custom.
_LEAST = 3


class _Use(NamedTuple):
    page: Page
    form: LabelOfUnit

    @property
    def written(self) -> str:
        """The label as the unit writes it."""
        return f"**{self.form.text}{':' if self.form.colon else ''}**"


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
            if (page := curriculum.page(unit)) is not None:
                for form in page.outline.label_forms:
                    uses.setdefault(form.key, []).append(_Use(page, form))
        for each in uses.values():
            yield from _unlike(each)


def _unlike(uses: list[_Use]) -> Iterator[Finding]:
    counts = Counter(use.written for use in uses)
    usual = max(counts, key=counts.__getitem__)
    count = counts[usual]
    if count < max(_LEAST, len(uses) * _MOST):
        return
    for use in uses:
        if use.written != usual:
            message = (
                f"This unit writes the label as `{use.written}`; {count} others write `{usual}`."
            )
            yield Finding(use.page.path, use.form.span, message, f"Write `{usual}`.")
