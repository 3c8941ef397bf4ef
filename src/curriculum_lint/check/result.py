"""What a run of all rules found: the one result that views, reports, fixes and the cache share."""

from __future__ import annotations

from typing import NamedTuple

from .diagnostic import Diagnostic


class Counts(NamedTuple):
    """How much was checked."""

    files: int
    modules: int
    subsections: int
    exercises: int


class Result(NamedTuple):
    """Every finding of a run, sorted, and what was checked.

    Nothing is left out here: what is shown of it is for `views` to say. ``failed`` is true where
    a rule broke down; ``has_levels`` is false where nothing but links and text could be checked.
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    failed: bool
    has_levels: bool
