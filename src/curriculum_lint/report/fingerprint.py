"""What makes a finding the same one in the next run, when the lines above it have changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from ..check.diagnostic import Diagnostic
from ..text.renumbered import without_numbers
from .summary import Report

#: Enough text to tell one label "Build steps" from the next, without its whole section.
_CHARACTERS = 100
_LINES = 10
#: An item of a list or a row of a table.
_ENTRY = re.compile(r"\s*(?:[-*+]|\d+[.)]|\|)\s")


def fingerprints(diagnostics: Iterable[Diagnostic], report: Report) -> tuple[str, ...]:
    """``hash:count`` for each diagnostic: equal findings of one file are counted from 1.

    The hash covers rule, path, exercise and the text that begins in the line of the finding, but
    not the line's number or the message, whose words may change with the version. Numbers in the
    path and the text do not count: a finding stays the same when units are moved and renumbered.
    """
    seen: Counter[str] = Counter()
    found: list[str] = []
    for diagnostic in diagnostics:
        digest = _digest(diagnostic, report)
        seen[digest] += 1
        found.append(f"{digest}:{seen[digest]}")
    return tuple(found)


def _digest(diagnostic: Diagnostic, report: Report) -> str:
    name = report.repository.name_of(diagnostic.place.path)
    where = (report.repository.folder, name, diagnostic.exercise)
    parts = (*where, diagnostic.code, _text(diagnostic, report))
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=8).hexdigest()


def _text(diagnostic: Diagnostic, report: Report) -> str:
    """The first characters from the line on that are no blanks."""
    path, start, _ = diagnostic.place
    text = ""
    for number in range(start.line, start.line + _LINES):
        line = report.source_line(path, number)
        if line is None or len(text) >= _CHARACTERS:
            break
        text += "".join(line.split())
        if _ENTRY.match(line):
            # What follows may be another entry when the list is put in another order.
            break
    return without_numbers(text)[:_CHARACTERS]
