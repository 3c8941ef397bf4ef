"""A layout that something speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .aside import AsideKind
from .evidence import Evidence


class FoundLayout(NamedTuple):
    """The settings that describe a repository, and what speaks for them.

    ``modules`` are the folders or files found, ``fitting`` how many follow one of the patterns;
    ``readmes`` counts the spellings of the readme, ``aside`` has folders that hold no units.
    """

    levels: tuple[str, ...]
    readme: str
    unit_file: str | None
    modules: tuple[str, ...]
    fitting: int
    readmes: tuple[tuple[str, int], ...]
    evidence: Evidence
    aside: Mapping[str, AsideKind]
    module_pattern: str = "{name}"
    other_patterns: tuple[str, ...] = ()
    subsection_pattern: str | None = None
    order: tuple[str, ...] = ()
    order_by: str | None = None
