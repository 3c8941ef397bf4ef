"""``curriculum-lint graph``: what leads to what, as text that is drawn as a picture."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import click

from ..settings.index_settings import GraphOf
from ..text.phrases import counted
from .closest_words import OneOf
from .loading import load, read_without_check
from .options import cache_option, settings_options
from .output import complain, write, write_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..graph.graph import Graph
    from ..index.entries import CurriculumIndex


class Format(StrEnum):
    """How a graph is written."""

    MERMAID = "mermaid"
    DOT = "dot"
    JSON = "json"


@click.command("graph")
@click.option(
    "--of",
    type=OneOf([each.value for each in GraphOf]),
    help="What to draw (default: as configured, units).",
)
@click.option(
    "--output-format",
    type=OneOf([each.value for each in Format]),
    default=Format.MERMAID.value,
    show_default=True,
    help="How to write it.",
)
@click.option("--output-file", metavar="FILE", help="Write it to a file.")
@click.option(
    "--unit",
    "units",
    metavar="UNIT",
    multiple=True,
    help="Only what this unit needs and leads to: a path, a key, or a label such as 4b.",
)
@click.option(
    "--reduce/--no-reduce",
    default=True,
    show_default=True,
    help="Leave out arrows that others imply, and concepts that no unit requires.",
)
@cache_option
@settings_options
def graph(
    *,
    of: str | None,
    output_format: str,
    output_file: str | None,
    units: tuple[str, ...],
    reduce: bool,
    no_cache: bool,
    config: str | None,
    root: str | None,
) -> None:
    """Show which unit or concept leads to which, as text for Mermaid or Graphviz."""
    from ..index.build import build_index

    settings = load(config, root).settings
    wanted = GraphOf(of) if of else settings.index.graph
    index = build_index(read_without_check(settings, no_cache=no_cache))
    found = _part(_whole(index, wanted, reduce=reduce), index, units)
    text = _written(found, Format(output_format))
    if output_file is not None:
        write_file(output_file, settings.root, [text])
    else:
        write([text])
    _note(found, wanted, text if output_format == Format.MERMAID else None)


def _whole(index: CurriculumIndex, of: GraphOf, *, reduce: bool) -> Graph:
    from ..graph.build import concept_graph, unit_graph

    build = concept_graph if of == GraphOf.CONCEPTS else unit_graph
    return build(index, reduce=reduce)


def _part(found: Graph, index: CurriculumIndex, units: Sequence[str]) -> Graph:
    """The graph around the units, if there are any."""
    from ..graph.narrow import around
    from ..index.find import UnitNotFound, find_unit

    try:
        chosen = [find_unit(index, word).path for word in units]
    except UnitNotFound as error:
        raise click.UsageError(str(error)) from None
    return around(found, chosen) if chosen else found


def _written(found: Graph, output_format: Format) -> str:
    if output_format == Format.JSON:
        from ..graph.json_graph import json_graph

        return json_graph(found)
    if output_format == Format.DOT:
        from ..graph.dot import dot

        return dot(found)
    from ..graph.mermaid import mermaid

    return mermaid(found)


def _note(found: Graph, of: GraphOf, mermaid_text: str | None) -> None:
    """Say what is not as the reader would expect."""
    from ..graph.graph import EdgeKind

    if not found.nodes:
        complain("Note: there are no modules, so the graph is empty.")
    elif of == GraphOf.CONCEPTS and found.of is GraphOf.UNITS:
        complain("Note: no unit has a section that lists its concepts, so units are shown.")
    if found.has(EdgeKind.FOLLOWS):
        complain("Note: no unit states what it requires, so the arrows are the order of modules.")
    if mermaid_text is not None:
        _note_limits(found, mermaid_text)


def _note_limits(found: Graph, text: str) -> None:
    from ..graph.mermaid import MOST_CHARACTERS, MOST_EDGES, drawn_length, is_drawn

    if is_drawn(text, len(found.edges)):
        return
    size = f"{counted(len(found.edges), 'arrow')} and {counted(drawn_length(text), 'character')}"
    limits = f"at most {MOST_EDGES:,} and {MOST_CHARACTERS:,} are drawn"
    smaller = "--of units, " if found.of is GraphOf.CONCEPTS else ""
    complain(
        f"Note: GitHub shows an error instead of this graph: it has {size}, and {limits}. "
        f"Use {smaller}--unit UNIT for a part, or --output-format dot for Graphviz."
    )
