"""CL108 swallowed-label."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...model.outline import Section
from ...parse.document import Document, ListItem
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.regions import first_in
from ...text.source import Span
from ._labels import gap_before, section_labels, swallowed_labels

_LINE = late_pattern(r"(?P<indent>[ \t]*)(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_CODE_INDENT = 4
_NUMBERED = re.compile(r"[ \t]*(?:\r\n|\r|\n)?[ \t]*\d{1,9}[.)][ \t]")
_START = (
    "## 1) Say hello\n\n**Goal:** Print a greeting.\n\n**Build steps:**\n\n"
    "1. Write it.\n2. Run it.\n"
)
_LIFTED = f"{_START}\n**Acceptance criteria:**\n\n- It prints `hello`.\n"


#: Sections of an exercise, which are never meant as part of one step.
_OF_EXERCISES = frozenset({"goal", "steps", "acceptance_criteria"})


class SwallowedLabel(DocumentRule):
    """Indented text, and text without a blank line before it, belongs to the list item above. So
    the label is shown as the end of the last step, and the list below it has no heading.
    """

    code = "CL108"
    name = "swallowed-label"
    summary = "a label that CommonMark puts inside the list item before it"
    severity = Severity.ERROR
    fix_changes = PageChange.ELEMENTS
    limits = (
        "Only readmes of the curriculum are checked. "
        "A label that begins its own list item is fine, and so is bold text that is no section's "
        "name. The section itself is read as its author meant it."
    )
    good = (Example(_LIFTED, frame=Frame.EXERCISE),)
    bad = (
        Example(
            f"{_START}    **Acceptance criteria:**\n- It prints `hello`.\n",
            finds=("9:5 CL108",),
            fixed=_LIFTED,
            frame=Frame.EXERCISE,
        ),
        Example(
            f"{_START}**Acceptance criteria:**\n\n    - It prints `hello`.\n",
            finds=("9:1 CL108",),
            fixed=_LIFTED,
            frame=Frame.EXERCISE,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report every section label that stands inside a list item it does not begin."""
        swallowed = swallowed_labels(page.outline)
        lists = [each.items for each in page.document.lists if not each.depth]
        outermost = [item for items in lists for item in items]
        inner = [item for items in lists for item in items[:-1]]
        for section, label in section_labels(page):
            if label in swallowed and not _belongs_to_item(page.document, section, inner):
                message = f"The label “{label.text}” is part of the list item above it."
                advice = "Put it at the start of a line, with a blank line before and after it."
                around = outermost[_behind(outermost, label.span.start) - 1]
                fix = _lift(page.document, section, around.span)
                yield Finding(page.path, section.span, message, advice, fix)


def _belongs_to_item(document: Document, section: Section, inner: Sequence[ListItem]) -> bool:
    """Whether a hint or the like is indented in one of ``inner``, behind which its list goes on."""
    at = section.span.start
    before = _behind(inner, at) - 1
    if section.key in _OF_EXERCISES or before < 0 or at >= inner[before].span.end:
        return False
    columns = [document.position(each).column for each in (at, inner[before].marker.start)]
    return columns[0] > columns[1]


def _behind(items: Sequence[ListItem], at: int) -> int:
    """How many of the items begin before ``at``, or there."""
    return bisect_right(items, at, key=lambda item: item.span.start)


def _lift(document: Document, section: Section, around: Span) -> Fix | None:
    """Give the label its own block, and what follows it inside the outermost item ``around`` the
    same indentation.
    """
    gap = gap_before(document, section.span.start)
    if gap is None:
        return None
    end = min(around.end, section.body.end)
    lines = list(_LINE.finditer(document.text, section.span.end, end))
    following = [line for line in lines[1:] if line["text"].strip()]
    width = min((len(line["indent"]) for line in following), default=0)
    edits = [Edit(document.path, gap.start, gap.end, "\n\n")]
    if not (lines and lines[0]["text"].strip()):
        edits += _blank_line(document, section)
    edits += [
        Edit(document.path, line.start(), line.start() + width, "") for line in following if width
    ]
    # What stays indented as deep as code becomes code, and numbers below melt into what is lifted.
    left = len(following[0]["indent"].expandtabs(4)) - width if following else 0
    is_safe = left < _CODE_INDENT and not _NUMBERED.match(document.text, end)
    # Of an item that holds headings, what is not lifted would be torn apart.
    starts = [heading.span.start for heading in document.headings]
    is_safe = is_safe and first_in(around, starts) is None
    safety = Safety.SAFE if is_safe else Safety.UNSAFE
    return Fix("Lift the label out of the list", safety, tuple(edits))


def _blank_line(document: Document, section: Section) -> Iterator[Edit]:
    """A blank line behind a label that stands alone, if a list follows without one."""
    following = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?=[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t])")
    match = following.match(document.text, section.span.end)
    if match is not None:
        yield Edit(document.path, match.end(), match.end(), "\n")
