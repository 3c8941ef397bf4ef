"""Sequence diagrams: who says what to whom, in time."""

from __future__ import annotations

import re

from .labels import plain_label
from .model import Head, Sequence, Stroke, Turn, TurnKind
from .statements import Source, split_lines

HEAD = re.compile(r"sequenceDiagram$")
_ACTOR = re.compile(r"(?:create\s+)?(?:participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$")
_ARROW = re.compile(r"(?P<both><<)?(?P<line>--?)(?P<head>>>|>|x|\))\s*(?P<mark>[+-])?")
_NOTE = re.compile(r"[Nn]ote\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.*)$")
_ACTIVE = re.compile(r"(activate|deactivate)\s+(.+)$")
_BEGIN = re.compile(r"(loop|alt|opt|par|critical|break|rect)\b\s*(.*)$")
_ELSE = re.compile(r"(else|and|option)\b\s*(.*)$")
_BOX = re.compile(r"box\b")
_UNDRAWN = re.compile(r"(?:links?|destroy|properties|details)\s")
_TITLE = re.compile(r"title\s*:?\s*(.+)$")
_HEADS = {">>": Head.ARROW, ">": Head.NONE, "x": Head.CROSS, ")": Head.OPEN}
_MARKS = {"+": TurnKind.ACTIVATE, "-": TurnKind.DEACTIVATE}


def read_sequence(source: Source) -> Sequence | None:
    """The actors and steps; ``None`` where a line is not understood."""
    if not HEAD.match(source.head):
        return None
    reader = _Reader(Sequence(source.title))
    understood = all(reader.read(line.rstrip(";").strip()) for line in split_lines(source.body))
    return reader.finished() if understood else None


class _Reader:
    def __init__(self, sequence: Sequence) -> None:
        self._sequence = sequence
        self._open: list[str] = []

    def read(self, line: str) -> bool:
        """Whether the line is understood."""
        readers = (self._plain, self._actor, self._note, self._block, self._active, self._message)
        return any(read(line) for read in readers)

    def finished(self) -> Sequence | None:
        """The diagram, if every block has its end."""
        return None if self._open or not self._sequence.actors else self._sequence

    def _plain(self, line: str) -> bool:
        title = _TITLE.match(line)
        if title:
            self._sequence.title = plain_label(title[1])
        elif line.split(" ", 1)[0] == "autonumber":
            self._sequence.is_numbered = True
        else:
            return not line or bool(_UNDRAWN.match(line))
        return True

    def _actor(self, line: str) -> bool:
        actor = _ACTOR.match(line)
        if actor:
            self._sequence.actors[actor[1]] = plain_label(actor[2] or actor[1])
        return bool(actor)

    def _note(self, line: str) -> bool:
        note = _NOTE.match(line)
        if note:
            actors = tuple(self._known(each.strip()) for each in note[2].split(",")[:2])
            side = note[1].split()[0]
            self._add(Turn(TurnKind.NOTE, actors, plain_label(note[3]), side=side))
        return bool(note)

    def _block(self, line: str) -> bool:
        begin, other = _BEGIN.match(line), _ELSE.match(line)
        if begin:
            self._open.append(begin[1])
            text = "" if begin[1] == "rect" else plain_label(begin[2])
            self._add(Turn(TurnKind.BEGIN, text=text, word=begin[1]))
        elif _BOX.match(line):
            self._open.append("box")
        elif other and self._open:
            self._add(Turn(TurnKind.ELSE, text=plain_label(other[2]), word=other[1]))
        elif line == "end" and self._open:
            if self._open.pop() != "box":
                self._add(Turn(TurnKind.FINISH))
        else:
            return False
        return True

    def _active(self, line: str) -> bool:
        active = _ACTIVE.match(line)
        if active:
            self._add(Turn(TurnKind(active[1]), (self._known(active[2]),)))
        return bool(active)

    def _message(self, line: str) -> bool:
        """``a->>+b: text``."""
        start, _, text = line.partition(":")
        arrow = _ARROW.search(start)
        names = [start[: arrow.start()].strip(), start[arrow.end() :].strip()] if arrow else []
        if not arrow or not all(names):
            return False
        source, target = map(self._known, names)
        line_kind = Stroke.DOTTED if arrow["line"] == "--" else Stroke.SOLID
        head, side = _HEADS[arrow["head"]], "both" if arrow["both"] else ""
        self._add(
            Turn(TurnKind.MESSAGE, (source, target), plain_label(text), line_kind, head, side)
        )
        if arrow["mark"]:
            whose = target if arrow["mark"] == "+" else source
            self._add(Turn(_MARKS[arrow["mark"]], (whose,)))
        return True

    def _known(self, name: str) -> str:
        self._sequence.actors.setdefault(name, plain_label(name))
        return name

    def _add(self, step: Turn) -> None:
        self._sequence.turns.append(step)
