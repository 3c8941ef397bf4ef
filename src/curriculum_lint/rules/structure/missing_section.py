"""CL104 missing-section."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page, Unmet, UnmetKind
from ...readme_schema.readme_data import EXERCISES
from ...refactor.drafts.section_text import section_text
from ...settings.exercise_settings import ExerciseForm
from ...settings.severity import Severity
from ..wording import quoted_list, sentence_start
from ._section_place import SectionPlaces

_STEPS = "**Build steps:**\n\n1. Write `hello.js`.\n"
_CRITERIA = "**Acceptance criteria:**\n\n- `node hello.js` prints `hello`.\n"


class MissingSection(DocumentRule):
    """A learner who has built something needs to know when it is done; one who starts needs to
    know what for. The schema of the readme says which sections there must be.
    """

    code = "CL104"
    name = "missing-section"
    summary = "a section that the schema requires is absent"
    severity = Severity.ERROR
    fix_changes = PageChange.ADDED
    limits = (
        "A section is found in every layout: as a heading, as a bold label in its own paragraph, "
        "behind a line break, or swallowed by a list item. What an unclosed code fence hides is "
        "not reported as missing. The fix begins the section where the schema wants it, written as "
        "its siblings are, with `TODO` for its content: CL116 goes on reminding of it."
    )
    good = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}\n{_CRITERIA}",
            frame=Frame.EXERCISE,
        ),
    )
    bad = (
        Example(
            f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}",
            finds=("1:4 CL104",),
            fixed=(
                f"## 1) Say hello\n\n**Goal:** Print a greeting.\n\n{_STEPS}\n"
                "**Acceptance criteria:**\n\n- TODO\n"
            ),
            frame=Frame.EXERCISE,
            unsafe=True,
        ),
        Example(
            "# Start\n\nComing.\n\n## Best practices\n\n- Test it.\n",
            ("1:3 CL104",),
            None,
            Frame.MODULE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report what the schema misses."""
        missing = [unmet for unmet in page.unmet if unmet.kind is UnmetKind.MISSING]
        places = SectionPlaces(page) if missing else None
        for unmet in missing:
            message, advice = _words(page, unmet)
            is_plain = unmet.key != EXERCISES and not unmet.found
            fix = _fix(page, unmet, places) if places and is_plain else None
            yield Finding(page.path, unmet.span, message, advice, fix)


#: How exercises are written, for each form that a curriculum may have first.
_HOW = {
    ExerciseForm.HEADING: "Begin each exercise with a heading such as `## 1) Title`.",
    ExerciseForm.BOLD: "Begin each exercise with bold words such as `**Exercise 1:**`.",
    ExerciseForm.TABLE: "Write each exercise as a row of a table below `## {}`.",
    ExerciseForm.CHECKLIST: "Write each exercise as an item such as `- [ ] …` below `## {}`.",
    ExerciseForm.LIST: "Write each exercise as an item of a list below `## {}`.",
}


def _words(page: Page, unmet: Unmet) -> tuple[str, str]:
    """What is missing, and what to do about it."""
    if unmet.found:
        message = f"The title “{unmet.found}” is the name of a section, and no section has it."
        return message, f"Write `## {unmet.found}`, and above it a title that names {_this(unmet)}."
    if unmet.key == EXERCISES:
        message = f"{sentence_start(unmet.subject)} has no exercises."
        form = next(iter(page.vocabulary.exercise_forms), ExerciseForm.HEADING)
        return message, _HOW[form].format(page.vocabulary.preferred(EXERCISES))
    names = page.vocabulary.names(unmet.key)
    message = f"{sentence_start(unmet.subject)} has no section “{names[0]}”."
    return message, f"Add a line `**{names[0]}:**` or a heading with its content{_also(names)}."


def _fix(page: Page, unmet: Unmet, places: SectionPlaces) -> Fix | None:
    """The fix that writes the section, with a mark for its content."""
    offset = places.offset(unmet)
    if offset is None:
        return None
    name = page.vocabulary.preferred(unmet.key)
    opening, is_label = places.opening(unmet, name)
    text = section_text(opening, unmet.form, unmet.items, is_label=is_label)
    text = places.lead(offset) + text + ("" if places.is_end(offset) else "\n")
    edit = Edit(page.path, offset, offset, text)
    return Fix(f"Begin a section “{name}”", Safety.UNSAFE, (edit,))


def _this(unmet: Unmet) -> str:
    return unmet.subject.replace("this ", "the ", 1)


def _also(names: tuple[str, ...]) -> str:
    return f"; {quoted_list(names[1:])} would do as well" if len(names) > 1 else ""
