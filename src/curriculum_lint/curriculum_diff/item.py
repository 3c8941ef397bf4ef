"""What is compared: levels, modules, subsections and exercises, and how one of them changed."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ItemKind(StrEnum):
    """What an item is."""

    LEVEL = "level"
    MODULE = "module"
    SUBSECTION = "subsection"
    EXERCISE = "exercise"


class Change(StrEnum):
    """One way in which an item may have changed."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    #: Its folder has another name, numbers aside.
    RENAMED = "renamed"
    RETITLED = "retitled"
    CRITERIA = "criteria"
    TIME = "time"


class CurriculumItem(NamedTuple):
    """A unit or an exercise. ``parent`` is the path of the unit around it, ``path`` its readme's.

    ``slug`` is a folder's name without its number; ``minutes`` the least and the most stated.
    """

    kind: ItemKind
    number: str
    title: str
    parent: str
    path: str
    slug: str = ""
    criteria: tuple[str, ...] = ()
    minutes: tuple[int, int] | None = None


class ItemChange(NamedTuple):
    """An item before and after, ``None`` where it was not there, and what is different."""

    before: CurriculumItem | None
    after: CurriculumItem | None
    changes: tuple[Change, ...]

    @property
    def item(self) -> CurriculumItem:
        """The item as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found


def change_of(
    before: CurriculumItem | None, after: CurriculumItem | None, *, moved: bool = False
) -> ItemChange:
    """What is different; ``moved`` says whether it is in another unit than before."""
    if before is None or after is None:
        return ItemChange(before, after, (Change.ADDED if before is None else Change.REMOVED,))
    different = {
        Change.MOVED: moved,
        Change.RENUMBERED: before.number != after.number,
        Change.RENAMED: before.slug != after.slug,
        Change.RETITLED: before.title != after.title,
        Change.CRITERIA: before.criteria != after.criteria,
        Change.TIME: before.minutes != after.minutes,
    }
    return ItemChange(before, after, tuple(kind for kind, is_so in different.items() if is_so))
