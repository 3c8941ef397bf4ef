"""The graph as Mermaid text, which GitHub and GitLab draw.

Nothing that a stranger wrote is more than text in quotes: ids are made up, and in labels every
character that could mean something to Mermaid, Markdown or HTML is written as an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from .caption import described, heading
from .graph import Edge, EdgeKind, Graph, Node, NodeKind
from .label import label_of, legible
from .layout import direction, frames

#: What GitHub draws at most, which is what Mermaid does without other configuration.
MOST_CHARACTERS = 50_000
MOST_EDGES = 500

#: Everything but letters, digits and the punctuation that titles have. Of that, what begins a list
#: in Markdown or names an icon; and Mermaid obeys "direction LR" and "style" wherever they stand.
_ACTIVE = re.compile(
    r"[^\w ,.:;!?()'/+\u0080-\U0010ffff-]|_|(?<=\d)\.(?= )|:(?! )"
    r"|d(?=irection\s)|(?<=styl)e|(?<=classDe)f"
)
#: Mermaid writes entities with these on the way, and would take them for its own.
_OWN = str.maketrans({"ﬂ": "fl", "¶": "⁋"})
_NAMED = {'"': "quot", "&": "amp", "<": "lt", ">": "gt"}
_UNSPOKEN = re.compile(r"[^\w ,.()'/+&-]|_")
_ARROWS = {
    EdgeKind.REQUIRES: "-->",
    EdgeKind.FOLLOWS: "-.->",
    EdgeKind.PART: "-.-",
    EdgeKind.TEACHES: "---",
}
_SHAPES = {NodeKind.CONCEPT: "([{}])"}
_LETTERS = {NodeKind.LEVEL: "l", NodeKind.CONCEPT: "c"}
#: Narrower than Mermaid's own, so that less is scaled down to the width of a page.
_SPACING = (
    '%%{init: {"flowchart": {"nodeSpacing": 20, "rankSpacing": 40, "wrappingWidth": 180, '
    '"subGraphTitleMargin": {"bottom": 16}}}}%%'
)
#: Grey that can be read on white and on black.
_CLASSES = {
    "optional": "stroke-dasharray:6 4",
    "outside": "fill:none,stroke:#767676,color:#767676",
    "chosen": "stroke-width:4px",
}


def mermaid(graph: Graph) -> str:
    """The text of a flowchart; every line ends with a line end."""
    return "".join(f"{line}\n" for line in _Flowchart(graph).lines())


def is_drawn(text: str, edges: int) -> bool:
    """Whether GitHub draws a flowchart of that text and number of edges."""
    return drawn_length(text) <= MOST_CHARACTERS and edges <= MOST_EDGES


def drawn_length(text: str) -> int:
    """The characters of ``text`` as JavaScript counts them: rare ones twice."""
    return len(text.encode("utf-16-le", "replace")) // 2


class _Flowchart:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        counters = {letter: count(1) for letter in "luc"}
        self._names = {
            node.id: f"{letter}{next(counters[letter])}"
            for node in graph.nodes
            for letter in [_LETTERS.get(node.kind, "u")]
        }

    def lines(self) -> Iterator[str]:
        yield _SPACING
        yield f"flowchart {direction(self._graph)}"
        yield f"  accTitle: {heading(_spoken(legible(self._graph.title)))}"
        yield f"  accDescr: {_spoken(described(self._graph))}"
        for level, nodes in frames(self._graph).items():
            yield from self._frame(level, nodes)
        for edge in self._graph.edges:
            yield f"  {self._arrow(edge)}"
        yield from self._classes()

    def _frame(self, level: Node | None, nodes: list[Node]) -> Iterator[str]:
        if level is not None:
            yield f'  subgraph {self._names[level.id]}["{escaped(label_of(level))}"]'
        indent = "  " if level is None else "    "
        for node in nodes:
            shape = _SHAPES.get(node.kind, "[{}]").format(f'"{escaped(label_of(node))}"')
            yield f"{indent}{self._names[node.id]}{shape}"
        if level is not None:
            yield "  end"

    def _arrow(self, edge: Edge) -> str:
        return f"{self._names[edge.source]} {_ARROWS[edge.kind]} {self._names[edge.target]}"

    def _classes(self) -> Iterator[str]:
        for name, style in _CLASSES.items():
            members = [self._names[n.id] for n in self._graph.nodes if getattr(n, name)]
            if members:
                yield f"  classDef {name} {style}"
                yield f"  class {','.join(members)} {name}"


def escaped(text: str) -> str:
    """``text`` for a label in quotes."""
    return _ACTIVE.sub(_entity, text.translate(_OWN))


def _entity(match: re.Match[str]) -> str:
    return f"#{_NAMED.get(match[0]) or ord(match[0])};"


def _spoken(text: str) -> str:
    """``text`` for a description, in which Mermaid knows no entities."""
    return " ".join(_UNSPOKEN.sub(" ", text).split())
