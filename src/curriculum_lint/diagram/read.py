"""Mermaid text → the diagram."""

from __future__ import annotations

from .flowchart import read_flowchart
from .model import Diagram, Flow
from .sequence import read_sequence
from .statements import read_source
from .states import read_states

#: More than this is no picture that somebody reads.
_MOST_NODES, _MOST_EDGES, _MOST_STEPS = 150, 300, 300


def read_diagram(text: str) -> Diagram | None:
    """``None`` where the text is of another kind, is not understood, or is too much to draw."""
    source = read_source(text)
    if source is None:
        return None
    flow = read_flowchart(source) or read_states(source)
    found = flow or read_sequence(source)
    return found if found and _is_legible(found) else None


def _is_legible(diagram: Diagram) -> bool:
    if isinstance(diagram, Flow):
        boxes = len(diagram.boxes) + len(diagram.frames)
        return boxes <= _MOST_NODES and len(diagram.lines) <= _MOST_EDGES
    return len(diagram.turns) <= _MOST_STEPS and len(diagram.actors) <= _MOST_NODES
