"""The order of modules as a path, for where nothing else is stated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from ..text.natural import natural_key
from .graph import Edge, EdgeKind, Graph, Node, NodeKind


def reading_path(graph: Graph) -> Graph:
    """The graph of units with an edge from each module to the next of its level."""
    modules: dict[str | None, list[Node]] = {}
    for node in graph.nodes:
        if node.kind is NodeKind.MODULE and node.label:
            modules.setdefault(node.parent, []).append(node)
    steps = [step for each in modules.values() for step in _steps(each)]
    return graph.with_edges([*graph.edges, *steps])


def _steps(modules: list[Node]) -> Iterator[Edge]:
    """One step from each number to the next."""
    ordered = sorted(modules, key=lambda module: natural_key(module.label))
    numbers = [list(each) for _, each in groupby(ordered, key=lambda module: module.label)]
    for one, other in pairwise(numbers):
        # A number that occurs twice is of paths side by side, and nothing says which is which.
        if len(one) == len(other) == 1:
            yield Edge(one[0].id, other[0].id, EdgeKind.FOLLOWS)
