"""CL405 empty-level."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum, Unit
from ...settings.severity import Severity
from ...text.globs import matches_exactly

_ANY = frozenset("*?[]!/.")


class EmptyLevel(CurriculumRule):
    """A level without modules looks finished, or lost. One sentence in its readme tells learners
    that it is reserved, and contributors where to begin.
    """

    code = "CL405"
    name = "empty-level"
    summary = "a level with no module whose readme does not say that it is reserved"
    severity = Severity.WARNING
    limits = (
        "A level without a readme is CL101's. Levels around other levels need no modules, and "
        "neither do folders that only a glob such as `*/*` makes levels."
    )
    good = (
        Example(
            "-- first_level/readme.md --\n# First level\n\nReserved for modules about networks.\n",
            frame=Frame.FILES,
        ),
    )
    bad = (
        Example(
            "-- first_level/readme.md --\n# First level\n\nModules about networks.\n",
            finds=("first_level/readme.md:1:1 CL405",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report levels that hold nothing and do not say why."""
        for level in curriculum.levels:
            page = curriculum.page(level)
            if page is None or page.is_reserved or level.children:
                continue
            if _is_meant(curriculum, level) and not _holds_more(curriculum, level):
                message = f"The level `{level.path}` has no module."
                if level.path == ".":
                    message = "The root is a level, but it has no module."
                advice = (
                    "Add one, or say in the readme that the level is reserved, for example "
                    "“Reserved: to be written.”"
                )
                yield Finding(page.path, WHOLE, message, advice)


def _is_meant(curriculum: Curriculum, level: Unit) -> bool:
    """Whether a pattern names the level in words: `*_level`, `*/lessons`, `part1`, `.`."""
    if level.path == ".":
        return True
    return any(
        matches_exactly(pattern, level.path) and set(pattern.rstrip("/").rpartition("/")[2]) - _ANY
        for pattern in curriculum.settings.levels
    )


def _holds_more(curriculum: Curriculum, level: Unit) -> bool:
    """Whether other levels, or units without a number, are inside: CL203 reports those."""
    inside = "" if level.path == "." else f"{level.path}/"
    others = (each.path for each in curriculum.levels if each is not level)
    if any(path.startswith(inside) for path in others):
        return True
    pages = (curriculum.pages.get(stray.readme) for stray in level.strays)
    return any(page is not None and page.outline.exercises for page in pages)
