"""CL211 number-mismatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Fix, Safety
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import ReadingOrder, UnitPlace, order_of
from ...parse.document import Heading
from ...refactor.headings.new_headings import (
    CannotRewriteError,
    heading_edits,
    offset_in_heading,
    with_replaced,
)
from ...refactor.labels.unit_labels import LabelGrammar, UnitLabel, agrees, right_label
from ...settings.severity import Severity
from ...text.source import Span
from ..sample import ANY_README, curriculum_of
from ._entry_numbers import entry_findings
from ._exercise_prefixes import prefix_findings
from ._listed_order import order_findings


def _files(entry: str, title: str, exercise: str) -> str:
    """Two modules; the second has the given entry, title, and number of its exercise."""
    return (
        f"{ANY_README}-- first_level/readme.md --\n# First level\n\n"
        f"- [Start](1_start/readme.md)\n- {entry}\n"
        "-- first_level/1_start/readme.md --\n# Start\n\n## Exercises\n\n### 1.1 Print\n"
        f"-- first_level/2_files/readme.md --\n# {title}\n\n## Exercises\n\n### {exercise} Read\n"
    )


_GOOD = _files("Module 2: [Files](2_files/readme.md)", "2. Files", "2.1")


def _shells(letter: str, finds: tuple[str, ...] = ()) -> Example:
    """A module with two subsections; the entry of the first has the given letter."""
    index = (
        "1. [Start](1_start/readme.md)\n"
        f"   - {letter}) [Shells](1_start/a_shells/readme.md)\n"
        "   - b) [Pipes](1_start/b_pipes/readme.md)\n"
    )
    return curriculum_of("1_start", "1_start/a_shells", "1_start/b_pipes", finds=finds, index=index)


class _Title(NamedTuple):
    place: UnitPlace
    heading: Heading
    label: UnitLabel


class NumberMismatch(CurriculumRule):
    """Folders are renumbered, and the numbers in titles, entries and exercises stay behind. Then
    “module 4” is one unit to the mentor and another one to the learner.
    """

    code = "CL211"
    name = "number-mismatch"
    summary = "a number or letter in a title, an entry or an exercise that is not the folder's"
    severity = Severity.ERROR
    fix_changes = PageChange.NUMBERS
    limits = (
        "Numbers that all differ from the folders’, such as those of weeks, count something else. "
        "An ordered list is compared if it holds all modules of a level and they are numbered from "
        "1 on. Exercise numbers are compared if other readmes have those of their units; `1.1`, "
        "`2.1`, … in one readme number its parts. The fix rewrites links to headings that it "
        "changes."
    )
    good = (Example(_GOOD, frame=Frame.FILES),)
    bad = (
        Example(
            _files("Module 3: [Files](2_files/readme.md)", "4. Files", "5.1"),
            finds=(
                "first_level/readme.md:4:10 CL211",
                "first_level/2_files/readme.md:1:3 CL211",
                "first_level/2_files/readme.md:5:5 CL211",
            ),
            fixed=_GOOD,
            frame=Frame.FILES,
        ),
        _shells("b", finds=("readme.md:4:6 CL211",))._replace(fixed=_shells("a").text),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look at titles, entries, the order of lists, and exercises."""
        order = order_of(curriculum)
        grammar = LabelGrammar(curriculum.skeleton)
        yield from _titles(curriculum, order, grammar)
        yield from entry_findings(curriculum, grammar)
        yield from order_findings(curriculum, order)
        yield from prefix_findings(curriculum, order)


def _titles(
    curriculum: Curriculum, order: ReadingOrder, grammar: LabelGrammar
) -> Iterator[Finding]:
    labelled = [
        (place, page, title, label)
        for place in order.places.values()
        if (page := curriculum.page(place.unit)) is not None
        and (title := page.outline.title) is not None
        and (label := grammar.read(title.text)) is not None
    ]
    verdicts = [agrees(label, place) for place, _, _, label in labelled]
    counting = _words_that_count(
        grammar, [(label, verdict) for (*_, label), verdict in zip(labelled, verdicts, strict=True)]
    )
    for (place, page, title, label), verdict in zip(labelled, verdicts, strict=True):
        if verdict is False and label.word in counting:
            yield _title(curriculum, page, _Title(place, title, label))


def _words_that_count(
    grammar: LabelGrammar, verdicts: Sequence[tuple[UnitLabel, bool | None]]
) -> set[str]:
    """The words whose numbers are those of the units.

    The curriculum's own are, unless all of their numbers differ; others where most agree.
    """
    sure = {"", *grammar.words}
    own = [verdict for label, verdict in verdicts if label.word in sure]
    counting = set() if own.count(False) > 1 and True not in own else sure
    for word in {label.word for label, _ in verdicts} - sure:
        said = [verdict for label, verdict in verdicts if label.word == word]
        if said.count(True) > max(1, said.count(False)):
            counting = counting | {word}
    return counting


def _title(curriculum: Curriculum, page: Page, each: _Title) -> Finding:
    label, right = each.label, right_label(each.label, each.place)
    unit = each.place.unit
    message = (
        f"The title says {label.text}, but the {unit.form} `{unit.basename}` is {each.place.label}."
    )
    start = each.heading.content.start + label.start
    span = Span(start, start + len(label.text))
    try:
        at = offset_in_heading(each.heading, label.text, span)
        new = with_replaced(page, each.heading, at, label.text, right)
        edits = heading_edits(curriculum, page, {each.heading: new})
    except CannotRewriteError:
        return Finding(page.path, each.heading.span, message, f"Write {right}.")
    return Finding(page.path, span, message, fix=Fix(f"Write {right}", Safety.SAFE, edits))
