"""The graph for machines; `schema/graph.schema.json` describes it."""

from __future__ import annotations

from typing import Any

from ..report.json_text import dumped, encodable
from .graph import Edge, Graph, Node

VERSION = 1


def json_graph(graph: Graph) -> str:
    """One object in one line: every node, and every edge between two of them."""
    data = {
        "version": VERSION,
        "of": graph.of,
        "title": encodable(graph.title),
        "nodes": [_node(each) for each in graph.nodes],
        "edges": [_edge(each) for each in graph.edges],
    }
    return f"{dumped(data)}\n"


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": encodable(node.id),
        "kind": node.kind,
        "label": encodable(node.label),
        "title": encodable(node.title),
        "parent": None if node.parent is None else encodable(node.parent),
        "optional": node.optional,
        "chosen": node.chosen,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "source": encodable(edge.source),
        "target": encodable(edge.target),
        "kind": edge.kind,
    }
