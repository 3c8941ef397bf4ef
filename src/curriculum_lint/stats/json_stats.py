"""The figures for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ..report.json_text import dumped, encodable
from .entries import CurriculumStats


def json_stats(stats: CurriculumStats) -> Iterator[str]:
    """One object in one line, which `schema/stats.schema.json` describes."""
    yield f"{dumped(asdict(stats, dict_factory=_object))}\n"


def _object(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: _encodable(value) for name, value in fields}


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, tuple):
        return [_encodable(each) for each in value]
    return value
