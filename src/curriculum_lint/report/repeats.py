"""Diagnostics that say the same → the first of them, with how often it is said."""

from __future__ import annotations

from collections.abc import Sequence

from ..check.diagnostic import Diagnostic
from ..settings.severity import Severity
from ..text.phrases import counted, listed

#: So many of one kind are told one by one.
_MOST = 2
#: So many lines of the others are named.
_MOST_LINES = 8


def told_once(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``diagnostics`` without those that say of a file what another has said of it.

    What is only for information says it of all files. The first of each kind tells in its help
    how many there are.
    """
    kinds: dict[tuple[str, ...], list[Diagnostic]] = {}
    for each in diagnostics:
        kinds.setdefault(_kind(each), []).append(each)
    told: list[Diagnostic] = []
    for each in diagnostics:
        alike = kinds[_kind(each)]
        if len(alike) <= _MOST:
            told.append(each)
        elif each is alike[0]:
            told.append(_with_count(alike))
    return tuple(told)


def _kind(each: Diagnostic) -> tuple[str, ...]:
    path = "" if each.severity is Severity.INFO else each.place.path
    return (each.code, each.severity, each.message, path)


def _with_count(alike: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = alike
    elsewhere = {each.place.path for each in others} - {first.place.path}
    if elsewhere:
        files = counted(len(elsewhere), "more file")
        more = f"It is so {counted(len(others), 'more time')}, in {files}."
    else:
        more = f"It is so on {_lines(others)} as well."
    return first._replace(help=f"{first.help} {more}" if first.help else more)


def _lines(others: Sequence[Diagnostic]) -> str:
    lines = list(dict.fromkeys(str(each.place.start.line) for each in others))
    shown = lines[:_MOST_LINES]
    if len(shown) < len(lines):
        shown.append(f"{len(lines) - len(shown):,} more")
    return f"{'line' if len(lines) == 1 else 'lines'} {listed(shown)}"
