"""CL402 unlisted-unit."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import WHOLE, CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum
from ...model.menus import left_out_of_menus
from ...settings.severity import Severity
from ..sample import curriculum_of
from ._missed_units import missed_units

_INDEX = "- [Start](1_start/readme.md)\n- [Loops](2_loops/readme.md)\n"
_FIRST = (
    "Begin with:\n\n- [Start](1_start/readme.md)\n\n"
    "[Loops](2_loops/readme.md) and [files](3_files/readme.md) follow.\n"
)
_UNITS = ("1_start", "2_loops", "3_files")


class UnlistedUnit(CurriculumRule):
    """Learners find units through the index. One that it misses is hardly ever read, and nobody
    notices, because everything else works.
    """

    code = "CL402"
    name = "unlisted-unit"
    summary = "a module or subsection that a hand-written index misses"
    severity = Severity.ERROR
    limits = (
        "An index is a list of which at least half of the items name units, in an overview: the "
        "readme of the root or of a level, or a page in a level's folder or around it that is "
        "called like a table of contents, such as `index.md`, `SUMMARY.md`, `_sidebar.md` or "
        "`syllabus.md`. It must list at least half of the modules of a level (or of its "
        "subsections) before one is missed, and a link anywhere on the page is enough. Generated "
        "indexes are CL401's, folders without a readme CL101's. The menu of a site (`mkdocs.yml`, "
        "`_toc.yml`, `_quarto.yml`, `myst.yml`, `docs.json`, `sidebars.js`) is looked at where it "
        "names at least half of the modules of a level, and three, and neither names globs nor "
        "hides pages; what it misses is a warning."
    )
    good = (
        curriculum_of(*_UNITS),
        curriculum_of(*_UNITS, index=_FIRST),
    )
    bad = (curriculum_of(*_UNITS, index=_INDEX, finds=("readme.md:3:1 CL402",)),)

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare each index with the units of the levels that it is about."""
        for page, span, unit in missed_units(curriculum):
            message = f"This index does not list {unit.label}, `{unit.basename}`."
            note = Note(unit.place, WHOLE, "The unit.")
            yield Finding(
                page.path, span, message, "Add an entry with a link to it.", None, (note,)
            )
        for path, span, unit in left_out_of_menus(curriculum):
            message = f"The menu of the site does not list {unit.label}, `{unit.basename}`."
            note = Note(unit.place, WHOLE, "The unit.")
            advice = "Add it where the site is to show it."
            yield Finding(path, span, message, advice, None, (note,), Severity.WARNING)
