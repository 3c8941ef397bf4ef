"""What entries say that have come to other places, or have others beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...edits.edit import Edit, Fix, Safety
from ...edits.moves import Moves
from ...model.curriculum import Curriculum
from .group_cells import group_cell_edits
from .parent_cells import parent_cell_edits
from .running_numbers import running_number_edits

_FIND = {
    "Name groups of rows in the first": group_cell_edits,
    "Name the level in which it is now": parent_cell_edits,
    "Let numbers run on": running_number_edits,
}


def fix_entries(
    before: Curriculum, now: Callable[[], Curriculum], moves: Moves
) -> Iterator[list[Fix]]:
    """The fixes, each for the curriculum as it is ``now`` that those before it are made."""
    for title, find in _FIND.items():
        edits = tuple[Edit, ...](find(before, now(), moves))
        yield [Fix(title, Safety.SAFE, edits)] if edits else []
