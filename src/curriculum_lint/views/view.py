"""What of a result is reported: one view after the other leaves something out, limits last."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..check.concern import Concern
from ..check.diagnostic import Diagnostic
from ..settings.limits import Limits
from .limits import within_limits
from .paths import AskedPaths
from .split import split


class View(NamedTuple):
    """The findings of a result in four parts, each sorted.

    ``shown`` are listed; ``cut`` are beyond the limits, and counted with them; ``known`` are in
    the baseline; ``elsewhere`` counts those that a change has nothing to do with.
    """

    shown: tuple[Diagnostic, ...]
    cut: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    elsewhere: int


def view(
    diagnostics: Iterable[Diagnostic],
    paths: AskedPaths,
    known: Collection[Diagnostic],
    limits: Limits,
    *,
    changed: bool,
) -> View:
    """The view of ``diagnostics``: with ``changed`` of what concerns a change, then of PATHS."""
    ordered = sorted(diagnostics, key=lambda each: each.order)
    near = split(ordered, lambda each: not changed or each.concern is not Concern.OTHER)
    asked = split(near.shown, paths.hold)
    new = split(asked.shown, lambda each: each not in known)
    listed = within_limits(new.shown, limits)
    return View(listed.shown, listed.left_out, new.left_out, len(near.left_out))
