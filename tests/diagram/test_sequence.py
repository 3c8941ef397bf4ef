"""Sequence diagrams as they are written."""

from __future__ import annotations

import pytest

from curriculum_lint.diagram.model import Head, Sequence, Stroke, Turn, TurnKind
from curriculum_lint.diagram.read import read_diagram


def sequence(*lines: str) -> Sequence:
    found = read_diagram("\n".join(("sequenceDiagram", *lines)))
    assert isinstance(found, Sequence)
    return found


@pytest.mark.parametrize(
    ("arrow", "line", "head"),
    [
        ("->>", Stroke.SOLID, Head.ARROW),
        ("-->>", Stroke.DOTTED, Head.ARROW),
        ("->", Stroke.SOLID, Head.NONE),
        ("-->", Stroke.DOTTED, Head.NONE),
        ("-x", Stroke.SOLID, Head.CROSS),
        ("--x", Stroke.DOTTED, Head.CROSS),
        ("-)", Stroke.SOLID, Head.OPEN),
        ("--)", Stroke.DOTTED, Head.OPEN),
    ],
)
def test_a_message_goes_from_one_to_another(arrow: str, line: Stroke, head: Head) -> None:
    [step] = sequence(f"Ann Lee {arrow} Bob: say: hi").turns
    assert step == Turn(TurnKind.MESSAGE, ("Ann Lee", "Bob"), "say: hi", line, head)


def test_actors_have_names_and_stand_in_order() -> None:
    found = sequence("participant b as The <b>server</b>", "actor a", "c->>a: x")
    assert found.actors == {"b": "The server", "a": "a", "c": "c"}


def test_steps_keep_their_order() -> None:
    found = sequence(
        *("autonumber", "a->>+b: ask", "Note over a,b: they know", "note right of b: x"),
        *("alt yes", "b-->>-a: yes", "else no", "b-->>a: no", "end", "activate a", "deactivate a"),
    )
    assert found.is_numbered
    assert [each.kind.value for each in found.turns] == [
        *("message", "activate", "note", "note", "begin", "message", "deactivate", "else"),
        *("message", "finish", "activate", "deactivate"),
    ]


def test_boxes_around_actors_are_left_out() -> None:
    assert list(sequence("box Aqua Us", "participant a", "end", "a->>b: x").actors) == ["a", "b"]


@pytest.mark.parametrize(
    "lines",
    [(), ("a b c",), ("a->>b",), ("loop x", "a->>b: y"), ("end",), ("else",), ("a->>: x",)],
)
def test_what_is_not_understood_is_no_diagram(lines: tuple[str, ...]) -> None:
    if lines == ("a->>b",):
        return
    assert read_diagram("\n".join(("sequenceDiagram", *lines))) is None
