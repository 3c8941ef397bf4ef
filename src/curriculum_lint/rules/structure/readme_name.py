"""CL102 readme-name."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Move
from ...model.curriculum import Curriculum
from ...refactor.paths.rename import Renaming
from ...settings.severity import Severity

_FILES = (
    "-- README.md --\n# A curriculum\n\nBegin with the [first level](first_level/{0}).\n"
    "-- first_level/{0} --\n# First level\n\nReserved.\n"
)


class ReadmeName(CurriculumRule):
    """GitHub shows a readme whatever its case is, but links to it are case-sensitive there: with
    `README.md` in one folder and `readme.md` in the next, every link becomes a guess.
    """

    code = "CL102"
    name = "readme-name"
    summary = "a readme whose name differs in case from the configured one"
    severity = Severity.WARNING
    fix_changes = PageChange.ADDRESSES
    limits = (
        "The readme of the root may have any case, such as `README.md`. The fix renames the file "
        "and rewrites the links to it in Markdown."
    )
    good = (Example("-- README.md --\n# A curriculum\n", frame=Frame.FILES),)
    bad = (
        Example(
            _FILES.format("ReadMe.md"),
            finds=("first_level/ReadMe.md:1:1 CL102",),
            fixed=_FILES.format("readme.md"),
            frame=Frame.FILES,
            unsafe=True,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare every unit's readme with the configured name."""
        wanted, renaming = curriculum.settings.readme, Renaming(curriculum)
        for unit in curriculum.units():
            if unit.readme is None or unit.path in (unit.readme, "."):
                continue
            name = unit.readme.rpartition("/")[2]
            if name.casefold() != wanted.casefold():
                # Its text is in another file than its readme: the settings say so.
                continue
            if name != wanted:
                message = f"This readme is called {name}, where the curriculum uses {wanted}."
                move = Move(unit.readme, unit.readme.removesuffix(name) + wanted)
                fix = renaming.fix(move, f"Rename it to {wanted}")
                yield Finding(unit.readme, WHOLE, message, f"Rename it to {wanted}.", fix)
