"""CL123 malformed-task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import BlockKind, ListItem
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.source import Span
from .._plain_text import lines_of, plain_text

_MAYBE = late_pattern(r"(?:\A|[\r\n])[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]*\[[ \txX✓✔√☑]{0,3}\]")
#: What there is of that in any case: it begins with a bracket, and is found at once.
_BOX = late_pattern(r"\[[ \txX✓✔√☑]{0,3}\]")
#: Boxes that GitHub shows as they are written.
_NO_BOX = late_pattern(
    r"(?P<box>\[(?P<mark>[ \t]*[xX✓✔√☑]?[ \t]*)\])(?P<blank>[ \t]*)(?=[^\W_]|[*_`\"“«])"
)
_NAMED = late_pattern(r"[A-Za-z]|[ \t]+(?:is|are|means?)\b")
_INDENTED_BELOW = late_pattern(r"[ \t]*(?:\r\n|\n|\r)(?:[ \t>]*(?:\r\n|\n|\r))*[ >]*(?:  |\t)")
_BLANKS = late_pattern(r"[ \t\0]*")
_BOXES = frozenset({"[ ]", "[x]", "[X]"})
_GLUED = late_pattern(r"(?P<marker>[-*+])(?P<box>\[[ xX]\])(?P<blank>[ \t]*)(?=[^\W_]|[*_`\"“«])")


_Boxes = Sequence["re.Match[str] | None"]


class MalformedTask(DocumentRule):
    """A task box is `[ ]` or `[x]`, with one blank before and behind it. Any other is no box but
    brackets in the text, and nobody can tick it off.
    """

    code = "CL123"
    name = "malformed-task"
    summary = "`- []`, `-[ ]` or `- [ ]text`: a task whose box is shown as brackets"
    severity = Severity.WARNING
    fix_changes = PageChange.MARKS
    limits = (
        "Only in lists of which every item begins with such a box, or one with a right one, and "
        "in lines `-[ ]`: in `- [] is an empty array` and `- {} is an empty object` the brackets "
        "say something else. Text about Markdown is not looked at."
    )
    good = (
        Example("# Notes\n\n- [ ] Read\n- [x] Write\n\nValues:\n\n- [] is empty\n- {} is, too\n"),
    )
    bad = (
        Example(
            "# Notes\n\n- [] Read\n- [ ] Write\n- [x]Run\n",
            finds=("3:3 CL123",),
            fixed="# Notes\n\n- [ ] Read\n- [ ] Write\n- [x] Run\n",
        ),
        Example(
            "# Notes\n\n-[ ] Read\n-[x] Write\n",
            finds=("3:2 CL123",),
            fixed="# Notes\n\n- [ ] Read\n- [x] Write\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at lists of boxes, and at lines that would be items of one."""
        document = page.document
        if not (_BOX.search(document.text) and _MAYBE.search(document.text)):
            return
        plain = plain_text(document, BlockKind.PARAGRAPH)
        for each in document.lists:
            boxes = [_wrong_box(plain, item) for item in each.items]
            if _are_tasks(each.items, boxes):
                yield from _findings(page, boxes, Safety.SAFE)
            elif len(boxes) == 1 and _may_be_task(plain, boxes[0]):
                yield from _findings(page, boxes, Safety.UNSAFE)
        for block in document.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                lines = [line.span for line in lines_of(document, block)]
                glued = [_GLUED.match(plain, *line) for line in lines]
                if _are_glued_tasks(glued, in_item=bool(block.depth)):
                    # What is indented below would be part of the last task.
                    is_last = _INDENTED_BELOW.match(document.text, block.span.end) is None
                    yield from _findings(page, glued, Safety.SAFE if is_last else Safety.UNSAFE)


def _text_start(plain: str, item: ListItem) -> int:
    blanks = _BLANKS.match(plain, item.marker.end)
    return blanks.end() if blanks else item.marker.end


def _are_tasks(items: Sequence[ListItem], boxes: _Boxes) -> bool:
    """Whether a list is one of tasks: all its items are boxes, or one is a right one.

    Of a single item the brackets have to hold what a box holds.
    """
    if any(item.task for item in items):
        return True
    if len(boxes) == 1:
        return boxes[0] is not None and boxes[0]["box"] in _BOXES
    return all(boxes)


def _may_be_task(plain: str, box: re.Match[str] | None) -> bool:
    """Whether a box that is the only one is none of a type's brackets (`[]int`) or a value."""
    return box is not None and _NAMED.match(plain, box.end("box")) is None


def _are_glued_tasks(glued: _Boxes, *, in_item: bool) -> bool:
    """Whether the lines of a paragraph are tasks; those of an item may go on with its text."""
    if in_item:
        return glued[0] is None and all(glued[1:]) and any(glued)
    return all(glued) and (len(glued) > 1 or (glued[0] is not None and glued[0]["box"] == "[ ]"))


def _wrong_box(plain: str, item: ListItem) -> re.Match[str] | None:
    box = None if item.task else _NO_BOX.match(plain, _text_start(plain, item))
    # One that is written rightly is no task for its place: in a list that begins inside a line.
    is_right = box is not None and box["box"] in _BOXES and box["blank"] != ""
    return None if is_right else box


def _findings(page: Page, boxes: _Boxes, safety: Safety) -> Iterator[Finding]:
    """The wrong boxes of one list, told as one."""
    wrong = [box for box in boxes if box is not None]
    if not wrong:
        return
    first = wrong[0]
    times = f" {len(wrong)} times" if len(wrong) > 1 else ""
    written = page.document.text[first.start() : first.end("box")]
    message = f"GitHub shows `{written}` as it is written{times}: it is not a task's box."
    span = Span(first.start("box"), first.end("box"))
    fix = Fix("Write a box", safety, tuple(_edit(page, box) for box in wrong))
    meant = _meant(first)
    yield Finding(page.path, span, message, f"Write `- {meant} …`.", fix)


def _meant(box: re.Match[str]) -> str:
    return "[x]" if box["box"].strip("[ \t]") else "[ ]"


def _edit(page: Page, box: re.Match[str]) -> Edit:
    is_glued = box.start("box") > box.start()
    written = f"{' ' if is_glued else ''}{_meant(box)} "
    return Edit(page.path, box.start("box"), box.end("blank"), written)
