"""What a run of all rules found: the result that reports, fixes and the cache share."""

from __future__ import annotations

from typing import NamedTuple

from .diagnostic import Diagnostic


class Counts(NamedTuple):
    """How much was checked."""

    files: int
    modules: int
    subsections: int
    exercises: int


class Run(NamedTuple):
    """Sorted diagnostics, and what was checked.

    ``hidden`` counts diagnostics beyond the limits of a run; ``failed`` is true where a rule broke
    down; ``has_levels`` is false where nothing but links and text could be checked.
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    hidden: int
    failed: bool
    has_levels: bool
