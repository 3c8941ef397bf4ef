"""A diagram as JSON, for the script that draws it. Boxes go by their places, not by their ids."""

from __future__ import annotations

import json

from .model import Connection, Diagram, Flow, Sequence, Turn


def diagram_json(diagram: Diagram) -> str:
    """The same diagram gives the same text."""
    data = _flow(diagram) if isinstance(diagram, Flow) else _sequence(diagram)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _flow(flow: Flow) -> dict[str, object]:
    places = {each.id: place for place, each in enumerate(flow.parts())}
    return {
        "kind": "flow",
        "direction": flow.direction,
        "groups": [[each.text, places.get(each.frame, -1)] for each in flow.frames.values()],
        "nodes": [
            [each.text, each.shape, places.get(each.frame, -1)] for each in flow.boxes.values()
        ],
        "edges": [_edge(each, places) for each in flow.lines],
    }


def _edge(edge: Connection, places: dict[str, int]) -> dict[str, object]:
    return {
        "from": places[edge.source],
        "to": places[edge.target],
        "text": edge.text,
        "line": edge.line,
        "tail": edge.tail,
        "head": edge.head,
        "length": edge.length,
    }


def _sequence(sequence: Sequence) -> dict[str, object]:
    places = {name: place for place, name in enumerate(sequence.actors)}
    return {
        "kind": "sequence",
        "numbered": sequence.is_numbered,
        "actors": list(sequence.actors.values()),
        "steps": [_step(each, places) for each in sequence.turns],
    }


def _step(step: Turn, places: dict[str, int]) -> dict[str, object]:
    return {
        "kind": step.kind,
        "actors": [places[each] for each in step.actors],
        "text": step.text,
        "line": step.line,
        "head": step.head,
        "side": step.side,
        "word": step.word,
    }
