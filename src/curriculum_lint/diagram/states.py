"""State diagrams: ``stateDiagram-v2``, read as boxes and lines."""

from __future__ import annotations

import re

from .labels import plain_label
from .model import Box, BoxShape, Connection, Flow, Head, Stroke, Subgraph
from .statements import Source, split_lines

HEAD = re.compile(r"stateDiagram(?:-v2)?$")
_NAME = r"(?:\[\*\]|[\w.-]+)"
_MOVE = re.compile(rf"({_NAME})\s*-->\s*({_NAME})(?:\s*:\s*(.*))?$")
_NAMED = re.compile(r'state\s+"([^"]*)"\s+as\s+([\w.-]+)\s*(\{)?$')
_STATE = re.compile(r"state\s+([\w.-]+)\s*(?:<<(choice|fork|join)>>)?\s*(\{)?$")
_SAID = re.compile(r"([\w.-]+)\s*:\s*(.+)$")
_ALONE = re.compile(r"[\w.-]+$")
_NOTE = re.compile(r"note\s+(?:left|right)\s+of\s+([\w.-]+)\s*(?::\s*(.*))?$")
_DIRECTION = re.compile(r"direction\s+(TB|TD|BT|LR|RL)$")
_LOOKS = re.compile(r"(?:classDef|class|style|hide|scale)\s|--$")
_CLASS = re.compile(r":::[\w-]+")
_SHAPES = {"choice": BoxShape.DIAMOND, "fork": BoxShape.BAR, "join": BoxShape.BAR}


def read_states(source: Source) -> Flow | None:
    """The states and what leads from one to another; ``None`` where a line is not understood."""
    if not HEAD.match(source.head):
        return None
    reader = _Reader(Flow(title=source.title))
    lines = iter(split_lines(_CLASS.sub("", source.body)))
    for line in lines:
        note = _NOTE.match(line)
        if note:
            reader.note(
                note[1], note[2] or "\n".join(iter(lambda: next(lines, "end note"), "end note"))
            )
        elif not reader.read(line):
            return None
    return reader.finished()


class _Reader:
    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._open: list[str] = []

    def read(self, line: str) -> bool:
        """Whether the line is understood."""
        if line == "}" and self._open:
            self._open.pop()
            return True
        return bool(self._look(line) or self._move(line) or self._state(line) or self._say(line))

    def note(self, name: str, text: str) -> None:
        """A note beside a state."""
        note = self._node(f" note {len(self._flow.boxes)}")
        note.text, note.shape = plain_label(text), BoxShape.NOTE
        self._node(name)
        edge = Connection(name, note.id, line=Stroke.DOTTED, head=Head.NONE)
        self._flow.lines.append(edge)

    def finished(self) -> Flow | None:
        """The diagram; a state with others in it is a frame."""
        flow = self._flow
        for name, frame in flow.frames.items():
            node = flow.boxes.pop(name, None)
            frame.text = node.text if node and frame.text == name else frame.text
        used = {each.frame for each in flow.parts()}
        is_whole = bool(flow.boxes) and not self._open and flow.frames.keys() <= used
        return flow if is_whole else None

    def _look(self, line: str) -> bool:
        direction = _DIRECTION.match(line)
        if direction and not self._open:
            self._flow.direction = direction[1].replace("TD", "TB")
        return bool(direction or _LOOKS.match(line))

    def _move(self, line: str) -> bool:
        move = _MOVE.match(line)
        if move:
            source, target = self._end(move[1], BoxShape.START), self._end(move[2], BoxShape.END)
            self._flow.lines.append(Connection(source, target, plain_label(move[3] or "")))
        return bool(move)

    def _state(self, line: str) -> bool:
        named, state = _NAMED.match(line), _STATE.match(line)
        if named:
            self._node(named[2]).text = plain_label(named[1])
        elif state:
            node = self._node(state[1])
            node.shape = _SHAPES.get(state[2] or "", node.shape)
            node.text = "" if state[2] else node.text
        if (opened := named or state) and opened[3]:
            self._open_frame(named[2] if named else line.split()[1].rstrip("{"))
        return bool(named or state)

    def _say(self, line: str) -> bool:
        said, alone = _SAID.match(line), _ALONE.match(line)
        if said:
            node = self._node(said[1])
            text = plain_label(said[2])
            node.text = text if node.text in ("", node.id) else f"{node.text}\n{text}"
        elif alone:
            self._node(line)
        return bool(said or alone)

    def _open_frame(self, name: str) -> None:
        text = self._flow.boxes[name].text
        self._flow.frames[name] = Subgraph(name, text, self._open[-1] if self._open else "")
        self._open.append(name)

    def _end(self, name: str, shape: BoxShape) -> str:
        if name != "[*]":
            return self._node(name).id
        inside = self._open[-1] if self._open else ""
        node = self._node(f" {shape} {inside}")
        node.text, node.shape = "", shape
        return node.id

    def _node(self, name: str) -> Box:
        node = self._flow.boxes.setdefault(name, Box(name, name, BoxShape.ROUND))
        node.frame = node.frame or (self._open[-1] if self._open and self._open[-1] != name else "")
        return node
