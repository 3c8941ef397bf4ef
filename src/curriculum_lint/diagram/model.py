"""What a diagram shows. Texts are plain, with a line end where a new line was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class BoxShape(StrEnum):
    """The outline of a box."""

    BOX = "box"
    ROUND = "round"
    STADIUM = "stadium"
    SUBROUTINE = "subroutine"
    CYLINDER = "cylinder"
    CIRCLE = "circle"
    DOUBLE_CIRCLE = "double-circle"
    FLAG = "flag"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    LEAN_RIGHT = "lean-right"
    LEAN_LEFT = "lean-left"
    TRAPEZOID = "trapezoid"
    INVERTED_TRAPEZOID = "inverted-trapezoid"
    NOTE = "note"
    START = "start"
    END = "end"
    BAR = "bar"


class Stroke(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DOTTED = "dotted"
    THICK = "thick"
    UNSEEN = "unseen"


class Head(StrEnum):
    """What is at an end of a line."""

    NONE = "none"
    ARROW = "arrow"
    OPEN = "open"
    CIRCLE = "circle"
    CROSS = "cross"


@dataclass(slots=True)
class Box:
    """A box. ``frame`` is the id of the frame that it is in; empty outside of all."""

    id: str
    text: str
    shape: BoxShape = BoxShape.BOX
    frame: str = ""


@dataclass(slots=True)
class Subgraph:
    """A frame around boxes, and perhaps around other frames."""

    id: str
    text: str
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Connection:
    """A line between two boxes or frames. ``length`` is how many ranks it goes at least."""

    source: str
    target: str
    text: str = ""
    line: Stroke = Stroke.SOLID
    tail: Head = Head.NONE
    head: Head = Head.ARROW
    length: int = 1


@dataclass(slots=True)
class Flow:
    """Boxes and lines. ``direction`` is where lines lead: TB, BT, LR or RL."""

    direction: str = "TB"
    title: str = ""
    boxes: dict[str, Box] = field(default_factory=dict)
    frames: dict[str, Subgraph] = field(default_factory=dict)
    lines: list[Connection] = field(default_factory=list)

    def parts(self) -> list[Subgraph | Box]:
        """The frames, then the boxes."""
        return [*self.frames.values(), *self.boxes.values()]


class TurnKind(StrEnum):
    """What happens in a sequence, one below the other."""

    MESSAGE = "message"
    NOTE = "note"
    BEGIN = "begin"
    ELSE = "else"
    FINISH = "finish"
    ACTIVATE = "activate"
    DEACTIVATE = "deactivate"


@dataclass(frozen=True, slots=True)
class Turn:
    """One of them. ``actors`` are two for a message, one or two for a note, else one or none.

    ``side`` of a note is left, right or over; ``word`` names the kind of a block, such as loop.
    """

    kind: TurnKind
    actors: tuple[str, ...] = ()
    text: str = ""
    line: Stroke = Stroke.SOLID
    head: Head = Head.ARROW
    side: str = ""
    word: str = ""


@dataclass(slots=True)
class Sequence:
    """Actors side by side and what goes between them, in time."""

    title: str = ""
    is_numbered: bool = False
    actors: dict[str, str] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)


Diagram = Flow | Sequence
