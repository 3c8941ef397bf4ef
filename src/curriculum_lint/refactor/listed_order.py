"""Modules whose names hold no numbers: their order stands in the files of the setting ``order``."""

from __future__ import annotations

from ..model.curriculum import Unit
from .order_steps import give_order
from .restructuring import Restructuring
from .units.new_order import order_with
from .units.siblings import Siblings


def move_in_list(work: Restructuring, siblings: Siblings, unit: Unit, to: int) -> None:
    """Bring a unit to another place among those that a list names. Raises `Refusal`."""
    order = iter(order_with(siblings, unit, to) or siblings.units)
    own = {each.path for each in siblings.units}
    listed = work.curriculum.skeleton.order
    wanted = tuple(next(order).path if path in own else path for path in listed)
    if wanted != listed:
        give_order(work, wanted, unit.path)


def begin_in_list(work: Restructuring, siblings: Siblings, unit: Unit, at: int) -> None:
    """Give a unit that no list names yet the place ``at`` among ``siblings``."""
    wanted = list(work.curriculum.skeleton.order)
    behind = at > 1
    beside = siblings.units[at - 2 if behind else 0].path
    wanted.insert(wanted.index(beside) + behind, unit.path)
    work.put_in_order(wanted)
