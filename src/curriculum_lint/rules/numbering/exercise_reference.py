"""CL210 exercise-reference."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ..sample import ANY_README
from ._exercise_search import ExerciseSearch

_BEFORE = (
    f"{ANY_README}-- first_level/readme.md --\n# First level\n\n- [Start](1_start/readme.md)\n"
    "-- first_level/1_start/readme.md --\n# Start\n\n## Exercises\n\n"
)
_PLACE = "first_level/1_start/readme.md"


def _two(prefix: str, use: str, finds: tuple[str, ...] = ()) -> Example:
    """Two exercises, of which the second uses another one."""
    text = f"### {prefix}1) Print\n\nOne line.\n\n### {prefix}2) Read\n\nUse {use}.\n"
    places = tuple(f"{_PLACE}:11:{find} CL210" for find in finds)
    return Example(_BEFORE + text, places, frame=Frame.FILES)


class ExerciseReferenceRule(CurriculumRule):
    """Exercises build on each other: “continue with the server of exercise 21”. When exercises
    are moved or renumbered, such numbers stay behind, and learners search for an exercise that
    does not exist.
    """

    code = "CL210"
    name = "exercise-reference"
    summary = "a number in the text, such as “exercise 21” or “see #7”, that no exercise has"
    severity = Severity.WARNING
    limits = (
        "A number without a dot is one of the same readme; `4a.2` is exercise 2 of the unit 4a. "
        "Code, links and numbers with another owner (“exercise 3 of the book”) are not looked at, "
        "and neither is a number that is missing between two exercises: that is CL206's. The word "
        "must be the one that the headings use, if they use one. `#7` counts behind “see”, “reuse” "
        "and the like, if the readme has about as many exercises. Where whole units are called "
        "“Exercise 3”, only numbers with a dot are looked up."
    )
    good = (
        _two("", "exercise 1, or see #1, and run it 3 times"),
        _two("1.", "exercise 1.1, not exercise 3.2 of SICP"),
    )
    bad = (
        _two("", "exercises 1 and 21", finds=("21",)),
        _two("1.", "ex. 1.3 (reuse #4)", finds=("9", "21")),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look up every reference of the readmes of units."""
        search = ExerciseSearch(curriculum)
        for page in curriculum.pages.values():
            if page.kind.is_readme:
                for reference in page.outline.references:
                    message = search.complaint(page, reference)
                    if message is not None:
                        advice = "Write the number of the exercise that is meant."
                        yield Finding(page.path, reference.span, message, advice)
