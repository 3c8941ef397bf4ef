"""Diagnostics in two parts: what is shown, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..check.diagnostic import Diagnostic


class Split(NamedTuple):
    """The two parts, each in the order it came in."""

    shown: tuple[Diagnostic, ...]
    left_out: tuple[Diagnostic, ...]


def split(diagnostics: Iterable[Diagnostic], is_shown: Callable[[Diagnostic], bool]) -> Split:
    """``diagnostics`` that ``is_shown`` holds for, and the others."""
    shown: list[Diagnostic] = []
    left_out: list[Diagnostic] = []
    for each in diagnostics:
        (shown if is_shown(each) else left_out).append(each)
    return Split(tuple(shown), tuple(left_out))
