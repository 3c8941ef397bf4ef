"""A diagram in words, for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from .model import Diagram, Flow, Head, Sequence, TurnKind


def said(diagram: Diagram) -> str:
    """What leads where, or who says what to whom."""
    lines = _of_flow(diagram) if isinstance(diagram, Flow) else _of_sequence(diagram)
    title = [diagram.title] if diagram.title else []
    return ". ".join(" ".join(line.split()) for line in (*title, *lines) if line.strip())


def _of_flow(flow: Flow) -> Iterator[str]:
    texts = {each.id: each.text for each in flow.parts()}
    ends = {name for edge in flow.lines for name in (edge.source, edge.target)}
    for edge in flow.lines:
        source, target = texts[edge.source] or "•", texts[edge.target] or "•"
        joint = "–" if edge.head is Head.NONE else "→"
        yield f"{source} {joint} {target}" + (f": {edge.text}" if edge.text else "")
    yield from (node.text for node in flow.boxes.values() if node.id not in ends)


def _of_sequence(sequence: Sequence) -> Iterator[str]:
    for step in sequence.turns:
        names = [sequence.actors[each] for each in step.actors]
        if step.kind is TurnKind.MESSAGE:
            yield f"{names[0]} → {names[1]}: {step.text}"
        elif step.kind in (TurnKind.BEGIN, TurnKind.ELSE):
            yield f"{step.word} {step.text}"
        elif step.kind is TurnKind.NOTE:
            yield f"{', '.join(names)}: {step.text}"
