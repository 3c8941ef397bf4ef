"""What chosen fixes change already, so that no other fix changes it as well."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from .edit import Edit, Fix, Write
from .moves import folders_around


class Claims:
    """What has been promised to fixes: characters of files, whole files, and names."""

    def __init__(self) -> None:
        self._edits: dict[str, list[Edit]] = {}
        self._writes: dict[str, Write] = {}
        self._names: set[str] = set()
        self._around: set[str] = set()

    def collide(self, fix: Fix) -> bool:
        """Whether the fix changes what is promised to another one, or touches it."""
        return (
            any(self._takes_characters(edit) for edit in fix.edits)
            or any(self._takes_file(write) for write in fix.writes)
            or any(self._takes_name(name) for move in fix.moves for name in move)
        )

    def add(self, fix: Fix) -> None:
        """Promise to the fix what it changes."""
        for edit in fix.edits:
            self._add_edit(edit)
        self._writes |= {write.path: write for write in fix.writes}
        names = {name for move in fix.moves for name in move}
        self._names |= names
        self._around |= {folder for name in names for folder in folders_around(name)}

    def _takes_characters(self, edit: Edit) -> bool:
        if edit.path in self._writes:
            return True
        claimed = self._edits.get(edit.path, [])
        index = bisect_left(claimed, edit)
        if index < len(claimed) and claimed[index] == edit:
            return False
        return (index > 0 and claimed[index - 1].end >= edit.start) or (
            index < len(claimed) and claimed[index].start <= edit.end
        )

    def _takes_file(self, write: Write) -> bool:
        known = self._writes.get(write.path)
        return write.path in self._edits or (known is not None and known != write)

    def _takes_name(self, name: str) -> bool:
        return name in self._around or not self._names.isdisjoint((name, *folders_around(name)))

    def _add_edit(self, edit: Edit) -> None:
        claimed = self._edits.setdefault(edit.path, [])
        index = bisect_left(claimed, edit)
        if index == len(claimed) or claimed[index] != edit:
            claimed.insert(index, edit)


def is_consistent(fix: Fix) -> bool:
    """Whether the fix changes anything, and nothing twice."""
    edits = sorted(set(fix.edits))
    paths = {edit.path for edit in edits}
    written = [write.path for write in fix.writes]
    return (
        bool(edits or fix.moves or fix.writes)
        and all(a.path != b.path or a.end <= b.start for a, b in pairwise(edits))
        and len(set(written)) == len(written)
        and paths.isdisjoint(written)
        and _are_consistent_moves(fix)
    )


def _are_consistent_moves(fix: Fix) -> bool:
    sources, targets = ({move[side] for move in fix.moves} for side in (0, 1))
    return len(sources) == len(targets) == len(fix.moves) and not any(
        move.source in (move.target, *folders_around(move.target)) for move in fix.moves
    )
