"""A curriculum at one moment of an editing session."""

from __future__ import annotations

from typing import NamedTuple

from ..check.engine import Coded
from ..model.curriculum import Curriculum
from ..workspace.unsaved import Unsaved


class Snapshot(NamedTuple):
    """The curriculum over one state of the open documents; ``found`` is of the document rules."""

    workspace: Unsaved
    curriculum: Curriculum
    found: list[Coded]
