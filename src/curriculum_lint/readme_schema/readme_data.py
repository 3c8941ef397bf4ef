"""A readme as plain data: the instance that its JSON Schema is checked against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model.outline import Exercise, Outline, Section
from ..model.template import NameParts

EXERCISES = "exercises"


def readme_data(kind: str, name: NameParts, outline: Outline) -> dict[str, Any]:
    """The instance for one readme; ``schema/README.md`` describes it for people."""
    data: dict[str, Any] = {"kind": kind, "title": outline.title.text if outline.title else ""}
    if name.number is not None:
        data["number"] = name.number
    if name.letter is not None:
        data["letter"] = name.letter
    data |= _sections(outline.sections)
    data[EXERCISES] = [_exercise(each) for each in outline.exercises]
    return data


def _exercise(exercise: Exercise) -> dict[str, Any]:
    data: dict[str, Any] = {"title": exercise.title}
    if exercise.number:
        data["number"] = exercise.number
    return data | _sections(exercise.sections)


def _sections(sections: Iterable[Section]) -> dict[str, Any]:
    """The first section of each key, with its shape."""
    data: dict[str, Any] = {}
    for section in sections:
        texts = [item.text for item in section.items]
        data.setdefault(
            section.key, {"form": str(section.form), "items": len(texts), "texts": texts}
        )
    return data
