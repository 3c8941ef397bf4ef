"""CL118 duplicate-exercise."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum, Page
from ...model.outline import Exercise
from ...model.untitled import with_first_called_so
from ...settings.severity import Severity
from ...text.translation import are_translations

_BODY = (
    "\n\n**Goal:** Print it.\n\n**Build steps:**\n\n1. Write it in a file.\n\n"
    "**Acceptance criteria:**\n\n- It prints `{}` and exits with 0.\n"
)
_FIRST = f"## 1) Say hello{_BODY.format('hello')}"


class DuplicateExercise(CurriculumRule):
    """An exercise that was copied to be rewritten, and was not: learners do it twice, or wonder
    what they have missed.
    """

    code = "CL118"
    name = "duplicate-exercise"
    summary = "the same exercise title twice in a readme, or the same text in two places"
    severity = Severity.WARNING
    limits = (
        "Exercises without a title, texts of fewer than twelve words, and readmes that are "
        "translations of each other (`es/…`, `readme.fr.md`) are not compared."
    )
    good = (Example(f"{_FIRST}\n## 2) Say goodbye{_BODY.format('goodbye')}", frame=Frame.EXERCISE),)
    bad = (
        Example(
            f"{_FIRST}\n## 2) Say Hello{_BODY.format('goodbye')}",
            finds=("13:4 CL118",),
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare titles within a readme, and texts everywhere."""
        # Where each text stands first: to keep all exercises would take much memory.
        texts: dict[str, tuple[Page, int]] = {}
        pages = (page for unit in curriculum.units() for page in curriculum.exercise_pages(unit))
        for page in pages:
            for at, exercise, first in with_first_called_so(page):
                here = (page, at)
                where, place = texts.setdefault(exercise.digest, here) if exercise.digest else here
                is_first = where is page and place == at
                if not is_first and not are_translations(page.path, where.path):
                    same = where.outline.exercises[place]
                    yield _finding(page, exercise, where, same, "has the same text as")
                elif first is not exercise:
                    yield _finding(page, exercise, page, first, "has the same title as")


def _finding(
    page: Page, exercise: Exercise, where: Page, other: Exercise, relation: str
) -> Finding:
    place = "" if where is page else f" of {where.path}"
    name = exercise.name[0].upper() + exercise.name[1:]
    return Finding(
        page.path,
        exercise.heading.content,
        f"{name} {relation} {other.name}{place}.",
        "Rewrite it, or remove it.",
        related=(Note(where.path, other.heading.content, "This is the first one."),),
    )
