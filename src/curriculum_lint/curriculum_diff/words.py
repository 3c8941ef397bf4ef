"""What has changed, in words for people. Nothing is escaped here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..text.durations import duration_range
from ..text.phrases import counted, listed
from .item import Change, CurriculumItem, ItemChange, ItemKind
from .runs import ChangeEntry

NO_CHANGES = "No changes to the curriculum."
_TOTALS = {
    Change.CRITERIA: "with other acceptance criteria",
    Change.TIME: "with another time",
}


def summary(changes: Iterable[ItemChange]) -> str:
    """One sentence with the figures."""
    counts = Counter((each.item.kind, change) for each in changes for change in each.changes)
    parts = [
        f"{counted(counts[kind, change], kind)} {_TOTALS.get(change, change)}"
        for kind in ItemKind
        for change in Change
        if counts[kind, change]
    ]
    return f"{listed(parts)}." if parts else NO_CHANGES


def name(item: CurriculumItem) -> str:
    """``module 3: Persistence``."""
    number = f" {item.number}" if item.number else ""
    return f"{item.kind}{number}: {item.title}" if item.title else f"{item.kind}{number}"


def entry_name(entry: ChangeEntry) -> str:
    """The name of an item, or of the exercises of a run."""
    if entry.last is None:
        return name(entry.change.item)
    return f"exercises {entry.change.item.number} to {entry.last.item.number}"


def told(entry: ChangeEntry) -> str:
    """What happened, without the acceptance criteria."""
    change, last = entry.change, entry.last
    if last is not None and change.before and last.before:
        return f"renumbered from {change.before.number} to {last.before.number}"
    return ", ".join(_told(each, change) for each in change.changes)


def time(minutes: tuple[int, int] | None) -> str:
    """``20 min``, ``1 h 30 min``, ``2–3 h``."""
    if minutes is None:
        return "no time"
    return duration_range(*minutes)


def _told(kind: Change, change: ItemChange) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return _whole(kind, change.item)
    return {
        Change.MOVED: f"moved from {before.parent or before.path}",
        Change.RENUMBERED: f"renumbered from {before.number or 'no number'}",
        Change.RENAMED: f"folder renamed from “{before.slug}”",
        Change.RETITLED: f"retitled from “{before.title}”",
        Change.CRITERIA: _criteria(len(before.criteria), len(after.criteria)),
        Change.TIME: f"time {time(before.minutes)} → {time(after.minutes)}",
    }.get(kind, str(kind))


def _whole(kind: Change, item: CurriculumItem) -> str:
    details = [str(kind)]
    if item.kind is ItemKind.EXERCISE:
        criteria = ("acceptance criterion", "acceptance criteria")
        details.append(counted(len(item.criteria), *criteria))
    if item.minutes:
        details.append(time(item.minutes))
    return ", ".join(details)


def _criteria(before: int, after: int) -> str:
    return (
        "other acceptance criteria"
        if before == after
        else f"acceptance criteria {before} → {after}"
    )
