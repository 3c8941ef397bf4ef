"""CL207 list-number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Document, List, ListItem
from ...settings.severity import Severity
from ...text.phrases import listed

_STEPS = "1. Write it.\n2. Run it.\n{}. Read the output.\n"
#: Larger numbers are years, or numbers of laws and articles.
_LARGEST = 999
#: So many numbers of one list are told.
_MOST_TOLD = 5


class _Run(NamedTuple):
    """Items that count on from the number of the first."""

    items: Sequence[ListItem]

    def written(self, index: int) -> int:
        return self.items[index].number or 0

    def right(self, index: int) -> int:
        return self.written(0) + index


class ListNumber(DocumentRule):
    """Markdown counts a list by itself from its first number on: what is written as 4 is shown as
    3. Whoever says “see step 4” then means another step than the reader.
    """

    code = "CL207"
    name = "list-number"
    summary = "a number in an ordered list that is not the one that is shown"
    severity = Severity.WARNING
    fix_changes = PageChange.NUMBERS
    limits = (
        "All wrong numbers of a list are told as one. A list may begin with any number and repeat "
        "it throughout (`1.` `1.` `1.`), and may begin again in the middle. Numbers above 999 are "
        "years or articles, and an entry whose link leads to a folder of the written number is "
        "right where a smaller one is shown: another entry is missing. Lists that melt into each "
        "other, for they are not indented enough, are left alone. The fix is offered where it "
        "changes nothing else: not where a longer number would push an item's second line out of "
        "it."
    )
    good = (
        Example(_STEPS.format(3)),
        Example("1. Write it.\n1. Run it.\n1. Read the output.\n"),
        Example("0. Prepare.\n1. Write it.\n\nThen:\n\n3. Run it.\n4. Read the output.\n"),
    )
    bad = (
        Example(_STEPS.format(4), finds=("3:1 CL207",), fixed=_STEPS.format(3)),
        Example(
            "1) Write it.\n2) Run it.\n2) Read it.\n3) Go.\n",
            finds=("3:1 CL207",),
            fixed="1) Write it.\n2) Run it.\n3) Read it.\n4) Go.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Report each place where the numbers do not go on by one."""
        for each in page.document.lists:
            is_style = _is_style([item.number for item in each.items])
            if each.ordered and not is_style and not _is_melted(page.document, each):
                for run in _runs(each):
                    yield from _findings(page.document, run)


def _is_style(numbers: Sequence[int | None]) -> bool:
    return len(set(numbers)) == 1 or max(number or 0 for number in numbers) > _LARGEST


def _is_melted(document: Document, each: List) -> bool:
    """Whether a list that was meant to be inside another one has melted into it."""
    columns = [document.position(item.marker.start).column for item in each.items]
    return max(columns) > columns[0] + 1


def _runs(each: List) -> Iterator[_Run]:
    """The list, cut where its first number begins to count anew."""
    items = each.items
    start = 0
    for at in range(2, len(items) - 1):
        first = items[0].number
        begins = items[at].number == first and items[at + 1].number == (first or 0) + 1
        if begins and at - start > 1:
            yield _Run(items[start:at])
            start = at
    yield _Run(items[start:])


def _findings(document: Document, run: _Run) -> Iterator[Finding]:
    """One finding for all wrong numbers of a run: the first mistake moves what follows it."""
    wrong = [at for at in range(1, len(run.items)) if run.items[at].number != run.right(at)]
    meant = {at for at in wrong if _is_meant(document, run.items[at])}
    # Where a unit's own number is larger than what is shown, another entry is missing.
    too_low = {at for at in meant if run.written(at) < run.right(at)}
    breaks = {at for at in wrong if run.written(at) != run.written(at - 1) + 1} - meant
    if not (broken := breaks | too_low):
        return
    first = min(broken)
    item, others = (
        run.items[first],
        [at for at in wrong if at > first and at not in meant - too_low],
    )
    message = f"This item is numbered {item.number}, but it is shown as {run.right(first)}"
    message += f"; {_told(run, others)}." if others else "."
    fix = None if meant else _fix(document, run)
    yield Finding(document.path, item.marker, message, _advice(run, first, bool(meant)), fix)


def _told(run: _Run, others: Sequence[int]) -> str:
    """``4 and 5 are shown as 5 and 6``, of the items ``others``."""
    told = others[:_MOST_TOLD]
    more = [f"{len(others) - len(told)} more"] if len(told) < len(others) else []
    written = listed([*(str(run.items[at].number) for at in told), *more])
    right = listed([*(str(run.right(at)) for at in told), *(more and ["so on"])])
    return f"{written} {'are' if others[1:] else 'is'} shown as {right}"


def _advice(run: _Run, at: int, is_meant: bool) -> str:
    if is_meant:
        return f"Take out what stands above it without need, or write {run.right(at)}."
    is_gap = run.written(at) > run.written(at - 1)
    return f"Write {run.right(at)}{', or add what is missing' * is_gap}."


def _is_meant(document: Document, item: ListItem) -> bool:
    """Whether the item is about a unit of the number that is written."""
    for link in document.links:
        if item.span.holds(link.span.start):
            return re.search(rf"(?<!\d)0*{item.number}(?!\d)", link.destination) is not None
    return False


def _fix(document: Document, run: _Run) -> Fix | None:
    """The fix that writes what is shown, or ``None`` where an item would change its shape."""
    edits: list[Edit] = []
    for at, item in enumerate(run.items):
        if item.number != run.right(at):
            edit = _edit(document, item, run.right(at))
            if edit is None:
                return None
            edits.append(edit)
    return Fix("Write the numbers that are shown", Safety.SAFE, tuple(edits))


def _edit(document: Document, item: ListItem, number: int) -> Edit | None:
    text = document.text
    start, end = item.marker.start, item.marker.end - 1
    new = str(number).zfill(end - start if text.startswith("0", start) else 0)
    more = len(new) - (end - start)
    if more > 0 and "\n" in text[start : item.span.end].rstrip():
        return None
    # The marker keeps its width, and so its item the column of its text.
    delimiter = text[end]
    return Edit(document.path, start, end + 1, new + delimiter + " " * max(0, -more))
