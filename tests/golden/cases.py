"""The cases in files: a curriculum, an aspect, and what was seen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .observe import ASPECTS, observe

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """What is ``seen`` of ``files`` under ``aspect``."""

    files: dict[str, str]
    aspect: str
    seen: list[str]


def load_cases(aspect: str) -> list[Case]:
    """The cases of an aspect, in the order of their file."""
    path = _path(aspect)
    entries = json.loads(path.read_text()) if path.exists() else []
    return [
        Case(
            {path: "\n".join(lines) for path, lines in each["files"].items()}, aspect, each["seen"]
        )
        for each in entries
    ]


def save_cases(cases: Iterable[Case]) -> None:
    """Write all cases, each with what is seen of it now."""
    cases = list(cases)
    FOLDER.mkdir(exist_ok=True)
    for aspect in ASPECTS:
        entries = [
            {
                "files": {path: text.split("\n") for path, text in case.files.items()},
                "seen": observe(case.files, aspect),
            }
            for case in cases
            if case.aspect == aspect
        ]
        _path(aspect).write_text(json.dumps(entries, indent=1) + "\n")


def _path(aspect: str) -> Path:
    return FOLDER / f"{aspect.replace(' ', '-')}.json"
