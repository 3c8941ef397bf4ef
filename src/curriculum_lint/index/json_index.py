"""The index as JSON: the same curriculum gives the same bytes on every system."""

from __future__ import annotations

import json
from dataclasses import asdict

from ..text.utf_8 import writable
from .entries import CurriculumIndex


def json_index(index: CurriculumIndex) -> str:
    """The file ``curriculum.json``, which `schema/curriculum.schema.json` describes."""
    text = json.dumps(asdict(index), indent=2, ensure_ascii=False)
    # What is no character, because its file had bytes that are no UTF-8, cannot be written.
    return writable(text) + "\n"
