"""Which findings of a run are known, which are new, and which known ones are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ...check.diagnostic import INTERNAL_ERROR, Diagnostic
from .fingerprint import Fingerprint

#: How often each finding is known.
Entries = Mapping[Fingerprint, int]


class Comparison(NamedTuple):
    """The diagnostics of a run in two parts, each in the order they came.

    ``added`` counts the fingerprints of the new ones that a baseline may hold, ``gone`` the
    entries that nothing was found for.
    """

    new: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    added: Counter[Fingerprint]
    gone: Counter[Fingerprint]


def compare(
    diagnostics: Iterable[Diagnostic],
    fingerprint: Callable[[Diagnostic], Fingerprint],
    entries: Entries,
) -> Comparison:
    """Match ``diagnostics`` with ``entries``: of equal ones, the first are the known ones."""
    left = Counter(entries)
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    added: Counter[Fingerprint] = Counter()
    for diagnostic in diagnostics:
        if diagnostic.code == INTERNAL_ERROR:
            new.append(diagnostic)
            continue
        taken = fingerprint(diagnostic)
        if left[taken] > 0:
            left[taken] -= 1
            known.append(diagnostic)
        else:
            added[taken] += 1
            new.append(diagnostic)
    return Comparison(tuple(new), tuple(known), added, +left)


def updated(entries: Entries, comparison: Comparison, gone: Entries, *, accept: bool) -> Entries:
    """``entries`` without the ``gone`` ones and, with ``accept``, with the new ones."""
    kept = Counter(entries)
    kept.subtract(gone)
    return +(kept + comparison.added) if accept else +kept
