"""The comparison for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..report.json_text import dumped, encodable
from .item import CurriculumItem, ItemChange
from .tested import Tested

VERSION = 1


def json_changes(
    changes: Sequence[ItemChange], base: str, commit: str | None, tested: Tested | None = None
) -> Iterator[str]:
    """One object in one line: the base, and every change with the item before and after."""
    data = {
        "version": VERSION,
        "base": {"name": encodable(base), "commit": commit},
        "changes": [_change(each) for each in changes],
        "tested_criteria": tested and {"before": tested.before, "after": tested.after},
    }
    yield f"{dumped(data)}\n"


def _change(change: ItemChange) -> dict[str, Any]:
    return {
        "kind": change.item.kind,
        "changes": change.changes,
        "before": _item(change.before),
        "after": _item(change.after),
    }


def _item(item: CurriculumItem | None) -> dict[str, Any] | None:
    if item is None:
        return None
    time = item.minutes and {"least": item.minutes[0], "most": item.minutes[1]}
    return {
        "number": encodable(item.number),
        "title": encodable(item.title),
        "unit": encodable(item.parent),
        "path": encodable(item.path),
        "acceptance_criteria": [encodable(line) for line in item.criteria],
        "minutes": time,
    }
