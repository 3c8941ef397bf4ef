"""The JSON Schema of the figures, from the descriptions that their fields carry.

Slow to import: only the generator of ``schema/stats.schema.json`` does.
"""

from __future__ import annotations

from typing import Any

from ..index.schema import schema_of
from .entries import CurriculumStats

_DESCRIPTION = (
    "How much a curriculum holds, as `curriculum-lint stats --output-format json` writes it: "
    "times are in minutes, difficulties in steps of the curriculum's own scale, lines are "
    "1-based, paths are relative to the root."
)


def stats_schema() -> dict[str, Any]:
    """A draft 2020-12 schema of the output."""
    return schema_of(CurriculumStats, "Figures of a curriculum", _DESCRIPTION)
