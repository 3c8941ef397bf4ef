"""Flowcharts: ``flowchart LR`` and ``graph TD``, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from .labels import plain_label
from .model import Box, BoxShape, Connection, Flow, Head, Stroke, Subgraph
from .statements import Source, split_statements

HEAD = re.compile(r"(?:flowchart(?:-elk)?|graph)(?:\s+(TB|TD|BT|LR|RL))?\s*$")
_SUBGRAPH = re.compile(r"subgraph(?:\s+(.*))?$", re.DOTALL)
_NAMED_FRAME = re.compile(r"([^\s\[]+)\s*\[(.*)\]$", re.DOTALL)
_DIRECTION = re.compile(r"direction\s+(?:TB|TD|BT|LR|RL)$")
#: How things look and where clicks lead is not drawn.
_LOOKS = re.compile(r"(?:classDef|class|style|linkStyle|click)\s|\w+@\{\s*(?:animat|curve)")

_ID = re.compile(r"(?:[\w.*+!?'/$%]|-(?![-.>])|=(?!=))+")
_CLASS = re.compile(r":::[\w-]+")
_BLANK = re.compile(r"\s*")
_AND = re.compile(r"\s+&\s+")
_ATTRIBUTES = re.compile(r"@\{([^}]*)\}")
_SHAPE_OF = re.compile(r"\bshape\s*:\s*([\w-]+)")
_LABEL_OF = re.compile(r'\blabel\s*:\s*("[^"]*"|[^,}\s]+)')
_QUOTED_OR_BARE = r'("[^"]*"|{bare})'


class _Brackets(NamedTuple):
    pattern: re.Pattern[str]
    shape: BoxShape


def _brackets(left: str, right: str, shape: BoxShape) -> _Brackets:
    bare = r'[^"]*?' if len(left) > 1 else r'[^"\[\]]*?' if right == "]" else r'[^"{}]*?'
    inside = _QUOTED_OR_BARE.replace("{bare}", bare)
    return _Brackets(re.compile(rf"{re.escape(left)}\s*{inside}\s*{re.escape(right)}"), shape)


#: Longer ones first: the first that fits is the one that is meant.
_SHAPES = (
    _brackets("(((", ")))", BoxShape.DOUBLE_CIRCLE),
    _brackets("((", "))", BoxShape.CIRCLE),
    _brackets("([", "])", BoxShape.STADIUM),
    _brackets("[[", "]]", BoxShape.SUBROUTINE),
    _brackets("[(", ")]", BoxShape.CYLINDER),
    _brackets("[/", "/]", BoxShape.LEAN_RIGHT),
    _brackets("[\\", "\\]", BoxShape.LEAN_LEFT),
    _brackets("[/", "\\]", BoxShape.TRAPEZOID),
    _brackets("[\\", "/]", BoxShape.INVERTED_TRAPEZOID),
    _brackets("{{", "}}", BoxShape.HEXAGON),
    _brackets("(", ")", BoxShape.ROUND),
    _brackets("[", "]", BoxShape.BOX),
    _brackets("{", "}", BoxShape.DIAMOND),
    _brackets(">", "]", BoxShape.FLAG),
)
_NAMED_SHAPES = {
    **dict.fromkeys(("rounded", "event"), BoxShape.ROUND),
    **dict.fromkeys(("stadium", "pill", "terminal"), BoxShape.STADIUM),
    **dict.fromkeys(("subproc", "subprocess", "subroutine", "fr-rect"), BoxShape.SUBROUTINE),
    **dict.fromkeys(("cyl", "cylinder", "database", "db"), BoxShape.CYLINDER),
    **dict.fromkeys(("circle", "circ"), BoxShape.CIRCLE),
    **dict.fromkeys(("dbl-circ", "double-circle"), BoxShape.DOUBLE_CIRCLE),
    **dict.fromkeys(("diam", "diamond", "decision", "question"), BoxShape.DIAMOND),
    **dict.fromkeys(("hex", "hexagon", "prepare"), BoxShape.HEXAGON),
    **dict.fromkeys(("lean-r", "lean-right", "in-out"), BoxShape.LEAN_RIGHT),
    **dict.fromkeys(("lean-l", "lean-left", "out-in"), BoxShape.LEAN_LEFT),
    **dict.fromkeys(("odd",), BoxShape.FLAG),
    **dict.fromkeys(("f-circ", "junction", "start", "sm-circ"), BoxShape.START),
    **dict.fromkeys(("fr-circ", "stop", "framed-circle"), BoxShape.END),
    **dict.fromkeys(("fork", "join"), BoxShape.BAR),
}

_LINK = re.compile(
    r"(?:\w+@)?(?P<tail>[<ox])?"
    r"(?:(?P<solid>--+)(?P<h1>[->ox])|(?P<thick>==+)(?P<h2>[=>ox])"
    r"|-(?P<dots>\.+)-(?P<h3>[>ox])?|(?P<unseen>~~~+))(?:\s*\|(?P<text>\"[^\"]*\"|[^|]*)\|)?"
)
_LINK_WITH_TEXT = re.compile(
    r"(?:\w+@)?(?P<tail>[<ox])?"
    r"(?:--\s*(?P<t1>\"[^\"]*\"|[^\n|]+?)\s*(?P<solid>--+)(?P<h1>[->ox])"
    r"|==\s*(?P<t2>\"[^\"]*\"|[^\n|]+?)\s*(?P<thick>==+)(?P<h2>[=>ox])"
    r"|-\.\s*(?P<t3>\"[^\"]*\"|[^\n|]+?)\s*(?P<dots>\.+)-(?P<h3>[>ox])?)"
)
_STROKES = {"thick": Stroke.THICK, "dots": Stroke.DOTTED, "unseen": Stroke.UNSEEN}
_HEADS = {">": Head.ARROW, "<": Head.ARROW, "o": Head.CIRCLE, "x": Head.CROSS}


class _NotUnderstoodError(Exception):
    """A statement that is none of a flowchart, as far as this reader knows them."""


def read_flowchart(source: Source) -> Flow | None:
    """The boxes and lines; ``None`` where a statement is not understood."""
    head = HEAD.match(source.head)
    if head is None:
        return None
    direction = (head[1] or "TB").replace("TD", "TB")
    reader = _Reader(Flow(direction, source.title))
    try:
        for statement in split_statements(source.body):
            reader.read(statement)
    except _NotUnderstoodError:
        return None
    return reader.finished()


class _Reader:
    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._open: list[str] = []

    def read(self, statement: str) -> None:
        opened = _SUBGRAPH.match(statement)
        if opened:
            self._open_frame((opened[1] or "").strip())
        elif statement == "end":
            if not self._open:
                raise _NotUnderstoodError
            self._open.pop()
        elif not _DIRECTION.match(statement) and not _LOOKS.match(statement):
            self._chain(statement)

    def finished(self) -> Flow | None:
        """The diagram without boxes that stand for frames, and frames without boxes as boxes."""
        flow = self._flow
        if self._open or not flow.boxes:
            return None
        for name in flow.boxes.keys() & flow.frames.keys():
            del flow.boxes[name]
        for name in list(_empty_frames(flow)):
            frame = flow.frames.pop(name)
            flow.boxes[name] = Box(name, frame.text, frame=frame.frame)
        return flow

    def _open_frame(self, written: str) -> None:
        named = _NAMED_FRAME.match(written)
        name = named[1] if named else plain_label(written) or f" {len(self._flow.frames)}"
        text = plain_label(named[2] if named else written)
        inside = self._open[-1] if self._open else ""
        self._flow.frames.setdefault(name, Subgraph(name, text, inside))
        self._open.append(name)

    def _chain(self, statement: str) -> None:
        """``a & b -->|text| c --> d``."""
        scanner = _Scanner(statement)
        sources = self._nodes(scanner)
        while not scanner.is_at_end():
            link = scanner.link()
            targets = self._nodes(scanner)
            self._flow.lines += (
                _edge(link, source, target) for source, target in product(sources, targets)
            )
            sources = targets

    def _nodes(self, scanner: _Scanner) -> list[str]:
        names = [self._node(scanner)]
        while scanner.take(_AND):
            names.append(self._node(scanner))
        return names

    def _node(self, scanner: _Scanner) -> str:
        name = scanner.name()
        node = self._flow.boxes.setdefault(name, Box(name, name))
        shape = scanner.shape()
        if shape:
            node.text, node.shape = shape
        self._attributes(scanner, node)
        scanner.take(_CLASS)
        node.frame = node.frame or (self._open[-1] if self._open else "")
        return name

    def _attributes(self, scanner: _Scanner, node: Box) -> None:
        """``@{ shape: diamond, label: "text" }``."""
        found = scanner.take(_ATTRIBUTES)
        if not found:
            return
        shape, label = _SHAPE_OF.search(found[1]), _LABEL_OF.search(found[1])
        node.shape = _NAMED_SHAPES.get(shape[1], BoxShape.BOX) if shape else node.shape
        node.text = plain_label(label[1]) if label else node.text


class _Scanner:
    """Takes one part of a statement after the other."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def is_at_end(self) -> bool:
        self.take(_BLANK)
        return self._at == len(self._text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands here, if it is that."""
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def name(self) -> str:
        self.take(_BLANK)
        found = self.take(_ID)
        if not found:
            raise _NotUnderstoodError
        return found[0]

    def shape(self) -> tuple[str, BoxShape] | None:
        """The text and the outline behind a name, if they are said here."""
        for each in _SHAPES:
            found = self.take(each.pattern)
            if found:
                return plain_label(found[1]), each.shape
        return None

    def link(self) -> re.Match[str]:
        found = self.take(_LINK) or self.take(_LINK_WITH_TEXT)
        if not found:
            raise _NotUnderstoodError
        return found


def _edge(link: re.Match[str], source: str, target: str) -> Connection:
    parts = link.groupdict()
    text = next((t for t in map(parts.get, ("text", "t1", "t2", "t3")) if t), "")
    end = next((h for h in map(parts.get, ("h1", "h2", "h3")) if h), "")
    kind, mark = next((k, parts[k]) for k in ("solid", "thick", "dots", "unseen") if parts[k])
    return Connection(
        source=source,
        target=target,
        text=plain_label(text),
        line=_STROKES.get(kind, Stroke.SOLID),
        tail=_HEADS.get(parts["tail"] or "", Head.NONE),
        head=_HEADS.get(end, Head.NONE),
        length=_length(kind, mark),
    )


def _length(kind: str, mark: str) -> int:
    """``-->`` goes one rank, ``--->`` two."""
    return {"dots": len(mark), "unseen": 1}.get(kind, len(mark) - 1)


def _empty_frames(flow: Flow) -> Iterator[str]:
    used = {each.frame for each in flow.parts()}
    return (name for name in flow.frames if name not in used)
