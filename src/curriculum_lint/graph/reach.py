"""What leads where over several edges, and which edges say nothing that others do not say."""

from __future__ import annotations

from .graph import Edge, Graph


class Reach:
    """Which nodes each node can be reached from, along edges that lead on in reading order.

    A graph with cycles has edges that lead back: these are left out, so that what is left has no
    cycle.
    """

    def __init__(self, graph: Graph) -> None:
        self._at = {node.id: at for at, node in enumerate(graph.nodes)}
        # Sets of nodes are numbers with a bit for each: thousands of units stay quick.
        self._from = [0] * len(graph.nodes)
        # Whatever leads to a source is known before the edge: targets come in reading order.
        for edge in graph.edges:
            if self.is_forward(edge):
                source, target = self._at[edge.source], self._at[edge.target]
                self._from[target] |= 1 << source | self._from[source]

    def is_forward(self, edge: Edge) -> bool:
        """Whether the edge leads to what is read later."""
        return self._at[edge.source] < self._at[edge.target]

    def sources(self, node: str) -> int:
        """The nodes that lead to ``node``: a bit for each."""
        return self._from[self._at[node]]

    def leads(self, source: str, target: str) -> bool:
        """Whether one node leads to the other."""
        return bool(self.sources(target) >> self._at[source] & 1)

    def bit(self, node: str) -> int:
        """The bit of a node."""
        return 1 << self._at[node]


def reduced(graph: Graph) -> Graph:
    """The graph without the edges that a longer way implies; every edge that leads back stays."""
    reach = Reach(graph)
    implied: dict[str, int] = {}
    for edge in graph.edges:
        if reach.is_forward(edge):
            before = implied.get(edge.target, 0)
            implied[edge.target] = before | reach.sources(edge.source)
    return graph.with_edges(
        edge
        for edge in graph.edges
        if not (reach.is_forward(edge) and reach.bit(edge.source) & implied[edge.target])
    )
