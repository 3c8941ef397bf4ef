"""What a picture of the graph shows, in words: for a caption, and for people who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.phrases import counted, listed
from .graph import EdgeKind, Graph, NodeKind


def heading(title: str) -> str:
    """``What leads to what in Backend Program``."""
    return f"What leads to what in {title or 'the curriculum'}"


def caption(graph: Graph) -> str:
    """How to read the picture, in sentences about what is in it."""
    return " ".join(_sentences(graph))


def described(graph: Graph) -> str:
    """What is in the picture, and how to read it."""
    return f"{sizes(graph) or 'No modules'}. {caption(graph)}".strip()


def sizes(graph: Graph) -> str:
    """``10 modules, 2 subsections and 70 concepts``."""
    kinds = (NodeKind.MODULE, NodeKind.SUBSECTION, NodeKind.CONCEPT)
    counts = [(kind, sum(node.kind is kind for node in graph.nodes)) for kind in kinds]
    return listed(counted(number, kind) for kind, number in counts if number)


def _sentences(graph: Graph) -> Iterator[str]:
    if graph.has(EdgeKind.REQUIRES):
        yield "An arrow leads from what is needed to the unit that requires it."
    if graph.has(EdgeKind.PART):
        yield "A dotted line joins a module and its subsection where no arrows do."
    if graph.has(EdgeKind.TEACHES):
        yield "A plain line leads from a unit to a concept that it teaches."
    if graph.has(EdgeKind.FOLLOWS):
        yield "Dotted arrows show the order of the modules, as none states what it requires."
    if any(node.optional for node in graph.nodes):
        yield "Units with a dashed border are optional."
    if any(node.outside for node in graph.nodes):
        yield "What is grey is taught elsewhere."
    if any(node.chosen for node in graph.nodes):
        yield "The thick border marks what was asked for."
