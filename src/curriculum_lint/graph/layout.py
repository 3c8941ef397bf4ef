"""How a graph is laid out: what is in a frame, and in which direction arrows lead."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from .graph import Graph, Node, NodeKind

#: About how much of a page's width a box takes with the room beside it, where arrows lead down,
#: and with the arrow that leaves it, where they lead to the right.
_WIDTH_DOWN, _WIDTH_RIGHT = 170, 210


class Direction(StrEnum):
    """Where arrows lead."""

    DOWN = "TB"
    RIGHT = "LR"


def frames(graph: Graph) -> dict[Node | None, list[Node]]:
    """The units and concepts by the level that they are drawn in.

    A single level has no frame: it would say nothing.
    """
    levels = [node for node in graph.nodes if node.kind is NodeKind.LEVEL]
    if len(levels) < 2:
        return {None: [node for node in graph.nodes if node.kind is not NodeKind.LEVEL]}
    framed: dict[Node | None, list[Node]] = {}
    level: Node | None = None
    for node in graph.nodes:
        if node.kind is NodeKind.LEVEL:
            level = node
        else:
            framed.setdefault(level, []).append(node)
    return framed


def direction(graph: Graph) -> Direction:
    """The direction that keeps the picture narrow, so that its text can be read on a page."""
    ranks = _ranks(graph)
    beside = max(Counter(ranks.values()).values(), default=0)
    one_by_one = max(ranks.values(), default=0) + 1
    is_wide = beside * _WIDTH_DOWN > one_by_one * _WIDTH_RIGHT
    return Direction.RIGHT if is_wide else Direction.DOWN


def _ranks(graph: Graph) -> dict[str, int]:
    """How many nodes come before each, one after the other, as far as edges lead on."""
    ranks = {node.id: 0 for node in graph.nodes if node.kind is not NodeKind.LEVEL}
    at = {id_: number for number, id_ in enumerate(ranks)}
    for edge in graph.edges:
        if at[edge.source] < at[edge.target]:
            ranks[edge.target] = max(ranks[edge.target], ranks[edge.source] + 1)
    return ranks
