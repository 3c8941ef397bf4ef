"""The graph as plain data: what is drawn, and what leads to what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from ..settings.index_settings import GraphOf


class NodeKind(StrEnum):
    """What a node stands for."""

    LEVEL = "level"
    MODULE = "module"
    SUBSECTION = "subsection"
    CONCEPT = "concept"


class EdgeKind(StrEnum):
    """Why one node leads to another."""

    #: The target states that it requires the source.
    REQUIRES = "requires"
    #: The target has the next number; drawn only where no unit states what it requires.
    FOLLOWS = "follows"
    #: The target is a subsection of the source, and nothing that is stated leads there from it.
    PART = "part"
    #: The target is a concept of the source.
    TEACHES = "teaches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A level, unit or concept. ``parent`` is the level of a unit, or the unit of a concept.

    ``id`` is the path of a level or unit, or the id of a concept; ``label`` is number and letter
    ("4b"). What is ``outside`` is not of the part that was asked for, but required there; what is
    ``chosen`` was asked for by name.
    """

    id: str
    kind: NodeKind
    title: str
    label: str = ""
    parent: str | None = None
    optional: bool = False
    outside: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """From what comes first to what it leads to; both ends are ids of nodes."""

    source: str
    target: str
    kind: EdgeKind = EdgeKind.REQUIRES


@dataclass(frozen=True, slots=True)
class Graph:
    """``nodes`` in reading order, parents first; ``edges`` in the order of their targets."""

    of: GraphOf
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def units(self) -> list[Node]:
        """The modules and subsections."""
        kinds = (NodeKind.MODULE, NodeKind.SUBSECTION)
        return [node for node in self.nodes if node.kind in kinds]

    def has(self, kind: EdgeKind) -> bool:
        """Whether there is an edge of that kind."""
        return any(edge.kind is kind for edge in self.edges)

    def only(self, ids: Collection[str]) -> Graph:
        """The nodes of those ids with their parents, and the edges between all of these."""
        parents = {node.id: node.parent for node in self.nodes}
        kept: set[str] = set()
        for id_ in ids:
            at: str | None = id_
            while at is not None and at not in kept:
                kept.add(at)
                at = parents.get(at)
        return replace(
            self,
            nodes=tuple(node for node in self.nodes if node.id in kept),
            edges=tuple(e for e in self.edges if {e.source, e.target} <= kept),
        )

    def with_edges(self, edges: Iterable[Edge]) -> Graph:
        """The same nodes with other edges, those to one target next to each other."""
        at = {node.id: number for number, node in enumerate(self.nodes)}
        ordered = sorted(edges, key=lambda each: (at[each.target], at[each.source]))
        return replace(self, edges=tuple(ordered))
