"""Parts of a graph: what is around some units, and what is below a folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ..settings.index_settings import GraphOf
from .graph import Edge, EdgeKind, Graph, NodeKind


def around(graph: Graph, units: Collection[str]) -> Graph:
    """What leads to some units and what they lead to; they are chosen.

    Over any number of edges between units. Concepts are many, and so it is the next ones there:
    the concepts that the units require, and the units that require theirs.
    """
    if graph.of is GraphOf.CONCEPTS:
        part = _with_neighbours(graph, units)
    else:
        onward = _followed(units, ((edge.source, edge.target) for edge in graph.edges))
        backward = _followed(units, ((edge.target, edge.source) for edge in graph.edges))
        part = graph.only(onward | backward)
    nodes = (replace(node, chosen=node.id in units) for node in part.nodes)
    return replace(part, nodes=tuple(nodes))


def below(graph: Graph, folder: str) -> Graph:
    """The units below a folder, with what they require elsewhere, which is outside."""
    if not folder:
        return graph
    inside = _inside(graph, folder)
    part = _with_edges(graph, inside, [edge for edge in graph.edges if edge.target in inside])
    around_it = {node.parent for node in part.nodes if node.id in inside}
    outside = {node.id for node in part.nodes} - inside - around_it
    nodes = (replace(node, outside=node.id in outside) for node in part.nodes)
    return replace(part, nodes=tuple(nodes))


def _with_neighbours(graph: Graph, units: Collection[str]) -> Graph:
    own = {node.id for node in graph.nodes if node.id in units or node.parent in units}
    edges = [edge for edge in graph.edges if edge.source in own or edge.target in own]
    return _with_edges(graph, own, edges)


def _with_edges(graph: Graph, ids: Collection[str], edges: Collection[Edge]) -> Graph:
    """Some nodes, and those at the ends of some edges; concepts with the units that teach them."""
    needed = {edge.source for edge in edges} | {edge.target for edge in edges}
    taught = {e for e in graph.edges if e.kind is EdgeKind.TEACHES and e.target in needed}
    kept = taught.union(edges)
    return replace(graph, edges=tuple(e for e in graph.edges if e in kept)).only(needed.union(ids))


def without_subsections(graph: Graph) -> Graph:
    """The modules alone; what requires a subsection requires its module instead."""
    owner, module = {}, ""
    for node in graph.nodes:
        module = node.id if node.kind is NodeKind.MODULE else module
        owner[node.id] = module if node.kind is NodeKind.SUBSECTION else node.id
    kept = {node.id for node in graph.nodes if node.kind is NodeKind.MODULE}
    moved = (replace(edge, source=owner[edge.source]) for edge in graph.edges)
    edges = {edge for edge in moved if edge.target in kept and edge.source != edge.target}
    return replace(graph, edges=()).with_edges(edges).only(kept)


def _inside(graph: Graph, folder: str) -> set[str]:
    inside: set[str] = set()
    for node in graph.nodes:
        is_below = f"{node.id}/".startswith(f"{folder}/") and node.kind is not NodeKind.LEVEL
        if is_below or (node.kind is NodeKind.CONCEPT and node.parent in inside):
            inside.add(node.id)
    return inside


def _followed(start: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """Everything that the steps lead to from ``start``, over any number of them."""
    leads: dict[str, list[str]] = {}
    for one, other in steps:
        leads.setdefault(one, []).append(other)
    found, waiting = set(start), list(start)
    while waiting:
        for each in leads.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found
