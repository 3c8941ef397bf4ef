"""CL102 readme-name."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.diagnostic import Severity
from ...check.example import Example, Frame
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum


class ReadmeName(CurriculumRule):
    """GitHub shows a readme whatever its case is, but links to it are case-sensitive there: with
    `README.md` in one folder and `readme.md` in the next, every link becomes a guess.
    """

    code = "CL102"
    name = "readme-name"
    summary = "a readme whose name differs in case from the configured one"
    severity = Severity.WARNING
    limits = "The readme of the root may have any case, such as `README.md`."
    good = (Example("-- README.md --\n# A curriculum\n", frame=Frame.FILES),)
    bad = (
        Example(
            "-- first_level/ReadMe.md --\n# First level\n\nReserved.\n",
            finds=("first_level/ReadMe.md:1:1 CL102",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare every unit's readme with the configured name."""
        wanted = curriculum.settings.readme
        for unit in curriculum.units():
            if unit.readme is None or unit.path in (unit.readme, "."):
                continue
            name = unit.readme.rpartition("/")[2]
            if name != wanted:
                message = f"This readme is called {name}, where the curriculum uses {wanted}."
                yield Finding(unit.readme, WHOLE, message, f"Rename it to {wanted}.")
