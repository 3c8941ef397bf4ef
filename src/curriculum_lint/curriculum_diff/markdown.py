"""The comparison as a table for a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..report.markdown_text import plain
from ..text.utf_8 import utf_8
from .item import CurriculumItem, ItemChange
from .runs import ChangeEntry, entries
from .tested import Tested, tested_words
from .words import NO_CHANGES, entry_name, summary, told

#: GitHub takes 65 536 characters in a comment.
_LIMIT = 60_000
_ROWS = 300
_MOST_CRITERIA = 10
_LONGEST = 200


def markdown_changes(changes: Sequence[ItemChange], tested: Tested | None = None) -> Iterator[str]:
    """A heading, the figures and the table, cut before it grows too long for a comment."""
    if not changes:
        yield f"{NO_CHANGES}\n{_sentence(tested)}"
        return
    yield f"### Changes to the curriculum\n\n{summary(changes)}\n\n{_sentence(tested)}"
    yield "| What | Change | Acceptance criteria before | after |\n|:--|:--|:--|:--|\n"
    rows = list(entries(changes))
    left = _LIMIT
    for at, entry in enumerate(rows):
        row = _row(entry)
        left -= len(utf_8(row))
        if left < 0 or at == _ROWS:
            yield f"\nand {len(rows) - at} more, which `curriculum-lint changes` lists.\n"
            return
        yield row


def _sentence(tested: Tested | None) -> str:
    words = tested_words(tested)
    return f"{words}\n\n" if words else ""


def _row(entry: ChangeEntry) -> str:
    before, after, _ = entry.change
    same = before is not None and after is not None and before.criteria == after.criteria
    cells = [
        f"{_cell(entry_name(entry))}<br>{_cell(entry.change.item.path)}",
        _cell(told(entry)),
        "" if same else _criteria(before),
        "" if same else _criteria(after),
    ]
    return f"| {' | '.join(cells)} |\n"


def _criteria(item: CurriculumItem | None) -> str:
    lines = item.criteria if item else ()
    shown = [f"• {_cell(line)}" for line in lines[:_MOST_CRITERIA]]
    if len(lines) > _MOST_CRITERIA:
        shown.append(f"and {len(lines) - _MOST_CRITERIA} more")
    return "<br>".join(shown)


def _cell(words: str) -> str:
    return plain(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
