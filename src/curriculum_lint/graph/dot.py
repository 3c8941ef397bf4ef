"""The graph as DOT text, which Graphviz draws: for graphs of any size."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping

from .caption import heading
from .graph import EdgeKind, Graph, Node, NodeKind
from .label import label_of, legible
from .layout import direction, frames

#: Characters in a line of a label; Graphviz breaks no lines itself.
_LINE = 26
#: What ends a string or begins an escape or an entity in it, or a command in the log of a workflow.
_ACTIVE = re.compile(r'["\\&]|#(?=#\[)')
_WRITTEN = {'"': '\\"', "\\": "\\\\", "&": "&amp;", "#": "&#35;"}
_ARROWS: Mapping[EdgeKind, Mapping[str, str]] = {
    EdgeKind.REQUIRES: {},
    EdgeKind.FOLLOWS: {"style": "dotted"},
    EdgeKind.TEACHES: {"arrowhead": "none"},
    EdgeKind.PART: {"style": "dotted", "arrowhead": "none"},
}
_FONT = {"fontname": "Helvetica,Arial,sans-serif"}
_GREY = {"color": "#767676", "fontcolor": "#767676"}


def dot(graph: Graph) -> str:
    """The text of a directed graph; every line ends with a line end."""
    return "".join(f"{line}\n" for line in _Digraph(graph).lines())


def quoted(text: str) -> str:
    """``text`` as a string in which nothing is obeyed."""
    lines = (_ACTIVE.sub(lambda match: _WRITTEN[match[0]], line) for line in text.split("\n"))
    return '"' + "\\n".join(lines) + '"'


class _Digraph:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}

    def lines(self) -> Iterator[str]:
        yield "digraph curriculum {"
        title = heading(legible(self._graph.title))
        shown = {"rankdir": str(direction(self._graph)), "label": title}
        yield f"  graph{_attributes(shown | _FONT)};"
        yield f"  node{_attributes({'shape': 'box'} | _FONT)};"
        for level, nodes in frames(self._graph).items():
            yield from self._frame(level, nodes)
        for edge in self._graph.edges:
            ends = f"{self._names[edge.source]} -> {self._names[edge.target]}"
            yield f"  {ends}{_attributes(_ARROWS[edge.kind])};"
        yield "}"

    def _frame(self, level: Node | None, nodes: list[Node]) -> Iterator[str]:
        if level is not None:
            yield f"  subgraph cluster_{self._names[level.id]} {{"
            yield f"    graph{_attributes(_look(level))};"
        indent = "  " if level is None else "    "
        for node in nodes:
            yield f"{indent}{self._names[node.id]}{_attributes(_look(node))};"
        if level is not None:
            yield "  }"


def _look(node: Node) -> dict[str, str]:
    look = {"label": "\n".join(textwrap.wrap(label_of(node), _LINE))}
    styles = ["rounded"] if node.kind is NodeKind.CONCEPT else []
    styles += ["dashed"] if node.optional else []
    styles += ["bold"] if node.chosen else []
    if styles:
        look["style"] = ",".join(styles)
    return look | (_GREY if node.outside else {})


def _attributes(values: Mapping[str, str]) -> str:
    written = ", ".join(f"{key}={quoted(value)}" for key, value in values.items())
    return f" [{written}]" if written else ""
