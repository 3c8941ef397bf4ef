"""The graph in a readme: a block that GitHub is sure to draw."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..index.entries import CurriculumIndex
from ..settings.index_settings import GraphOf
from .build import concept_graph, unit_graph
from .caption import caption, sizes
from .graph import EdgeKind, Graph, NodeKind
from .mermaid import MOST_EDGES, is_drawn, mermaid
from .narrow import below, without_subsections
from .order import reading_path

_EMPTY = "There are no modules here yet.\n"


class GraphBlocks:
    """Blocks for several readmes of one curriculum: its graphs are built once."""

    def __init__(self, index: CurriculumIndex, of: GraphOf) -> None:
        self._index, self._of = index, of

    def block(self, folder: str) -> str:
        """The graph of the units below ``folder`` ("" is the root), fenced, with its caption.

        What they require elsewhere is grey. A graph that GitHub would not draw gives way to a
        smaller one, and that to a sentence. Where no unit is below the folder, the whole
        curriculum is shown; a level without units says so. Lines end with a line feed.
        """
        if not self._units.nodes or _is_reserved(self._index, folder):
            return _EMPTY
        largest: Graph | None = None
        for graph in self._ever_smaller(folder):
            text = _drawn(graph)
            if text is not None:
                return f"```mermaid\n{text}```\n\n{_told(graph, largest)}".rstrip("\n") + "\n"
            largest = largest or graph
        assert largest is not None
        command = "`curriculum-lint graph --unit UNIT` draws what one of them needs and leads to"
        return f"{_too_many(largest)}. {command}.\n"

    @cached_property
    def _units(self) -> Graph:
        return unit_graph(self._index)

    @cached_property
    def _concepts(self) -> Graph:
        return concept_graph(self._index)

    def _ever_smaller(self, folder: str) -> Iterator[Graph]:
        if self._of is GraphOf.CONCEPTS:
            yield _below(self._concepts, folder)
        units = _below(self._units, folder)
        yield units
        yield without_subsections(units)


def _drawn(graph: Graph) -> str | None:
    """The text, if GitHub draws it."""
    if len(graph.edges) > MOST_EDGES:
        return None
    text = mermaid(graph)
    return text if is_drawn(text, len(graph.edges)) else None


def _is_reserved(index: CurriculumIndex, folder: str) -> bool:
    """Whether the folder is, or is in, a level whose modules are still to come."""
    levels = (level for level in index.levels if not level.modules)
    return any(f"{folder}/".startswith(f"{level.path}/") for level in levels)


def _below(graph: Graph, folder: str) -> Graph:
    part = below(graph, folder)
    if not part.units():
        return graph
    if (
        part.of is GraphOf.UNITS
        and not part.has(EdgeKind.REQUIRES)
        and not part.has(EdgeKind.FOLLOWS)
    ):
        return reading_path(part)
    return part


def _told(graph: Graph, largest: Graph | None) -> str:
    """The caption, and what has given way."""
    told = [caption(graph)]
    if largest is not None:
        has_subsections = any(node.kind is NodeKind.SUBSECTION for node in graph.nodes)
        told.append(
            f"{_too_many(largest)}: the {'units' if has_subsections else 'modules'} are shown."
        )
    return " ".join(filter(None, told)) + "\n"


def _too_many(graph: Graph) -> str:
    return f"{sizes(graph)} are too many for a picture here"
