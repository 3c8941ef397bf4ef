"""The index → the graph of its units, or of its concepts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..index.entries import CurriculumIndex, IndexedUnit, Level, Subsection
from ..settings.index_settings import GraphOf
from .graph import Edge, EdgeKind, Graph, Node, NodeKind
from .order import reading_path
from .reach import Reach, reduced

#: The concepts by unit and id.
Concepts = dict[str, dict[str, Node]]


def unit_graph(index: CurriculumIndex, *, reduce: bool = True) -> Graph:
    """Which unit leads to which.

    With ``reduce`` there is no edge that others imply. Where no unit states what it requires, the
    edges are the order of the modules.
    """
    graph = _stated_graph(index)
    if reduce:
        graph = reduced(graph)
    return _with_parts(graph if graph.edges else reading_path(graph))


def _stated_graph(index: CurriculumIndex) -> Graph:
    """The units, and every edge that is stated between them."""
    graph = Graph(GraphOf.UNITS, index.title, tuple(_units(index)), ())
    known = {node.id for node in graph.nodes}
    ends = {
        (each.unit, unit.path)
        for unit in index.units()
        for each in unit.requires
        if each.unit in known
    }
    return graph.with_edges(Edge(*each) for each in ends)


def concept_graph(index: CurriculumIndex, *, reduce: bool = True) -> Graph:
    """Which unit teaches which concept, and which unit requires it.

    With ``reduce`` only concepts that some unit requires. A curriculum without concepts gives the
    graph of its units.
    """
    concepts = _concepts(index)
    if not concepts:
        return unit_graph(index, reduce=reduce)
    required = {
        (each.concept or each.unit, unit.path) for unit in index.units() for each in unit.requires
    }
    if reduce and required:
        concepts = _required(concepts, {source for source, _ in required})
    nodes = [each for unit in _units(index) for each in (unit, *concepts.get(unit.id, {}).values())]
    graph = Graph(GraphOf.CONCEPTS, index.title, tuple(nodes), ())
    known = {node.id for node in nodes}
    edges = [Edge(*ends) for ends in required if ends[0] in known]
    edges += [
        Edge(node.parent or "", node.id, EdgeKind.TEACHES)
        for node in nodes
        if node.kind is NodeKind.CONCEPT
    ]
    graph = graph.with_edges(edges)
    return graph if graph.has(EdgeKind.REQUIRES) else reading_path(graph)


def _with_parts(graph: Graph) -> Graph:
    """The graph of units with an edge to every subsection that its module does not lead to."""
    reach = Reach(graph)
    module, parts = "", []
    for node in graph.units():
        if node.kind is NodeKind.MODULE:
            module = node.id
        elif not reach.leads(module, node.id):
            parts.append(Edge(module, node.id, EdgeKind.PART))
    return graph.with_edges([*graph.edges, *parts])


def _units(index: CurriculumIndex) -> Iterator[Node]:
    for level in index.levels:
        if not level.modules:
            continue
        yield _level(level)
        for module in level.modules:
            yield _unit(module, level)
            for subsection in module.subsections:
                yield _unit(subsection, level)


def _level(level: Level) -> Node:
    return Node(id=level.path, kind=NodeKind.LEVEL, title=level.title)


def _unit(unit: IndexedUnit, level: Level) -> Node:
    node = Node(
        id=unit.path,
        kind=NodeKind.MODULE,
        title=unit.title,
        label=unit.label,
        parent=level.path,
    )
    if isinstance(unit, Subsection):
        return replace(node, kind=NodeKind.SUBSECTION, optional=True)
    return node


def _concepts(index: CurriculumIndex) -> Concepts:
    """Those that a unit lists, then others that are required of it."""
    found: Concepts = {}
    for unit in index.units():
        for concept in unit.concepts:
            _add(found, unit.path, concept.id, concept.title)
    for unit in index.units():
        for each in unit.requires:
            if each.concept is not None:
                _add(found, each.unit, each.concept, each.title)
    return found


def _required(concepts: Concepts, required: Collection[str]) -> Concepts:
    return {
        unit: {id_: node for id_, node in each.items() if id_ in required}
        for unit, each in concepts.items()
    }


def _add(found: Concepts, unit: str, id_: str, title: str) -> None:
    node = Node(id=id_, kind=NodeKind.CONCEPT, title=title, parent=unit)
    found.setdefault(unit, {}).setdefault(id_, node)
