"""The diagnostics that concern a change: on what it touches, or caused by it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...check.concern import Concern
from ...check.diagnostic import INTERNAL_ERROR, Diagnostic
from ...report.sources import Sources
from ...workspace.workspace import Workspace
from ..baseline.compare import compare
from ..baseline.fingerprint import Fingerprint, Fingerprints
from .lines import NewLines
from .versions import Versions

#: Added to the help of a diagnostic that would be a riddle at a line nobody has touched.
NOTE = "This change causes it, although it does not touch this place."


def with_concern(
    diagnostics: Iterable[Diagnostic],
    versions: Versions,
    known: Counter[Fingerprint],
    workspace: Workspace,
) -> tuple[Diagnostic, ...]:
    """``diagnostics`` that know what they have to do with the change, the closest last.

    Those that were caused say so in their help. A baseline knows the first of those that look
    alike: it should be one that was there.

    ``known`` counts the fingerprints of the base.
    """
    found = tuple(diagnostics)
    touched = touched_by(found, versions, workspace)
    # Of two that look alike, the one that nobody touched is the one that was there before.
    ordered = (*(d for d in found if d not in touched), *(d for d in found if d in touched))
    take = Fingerprints(versions.settings, Sources(workspace).line).of
    first = compare(ordered, take, known)
    # Another title of an exercise does not make new what is in it.
    untitled = {d: take(d)._replace(exercise="") for d in first.new if d.code != INTERNAL_ERROR}
    second = compare(first.new, untitled.__getitem__, _untitled(first.gone))
    new = {d for d in second.new if d.code != INTERNAL_ERROR}
    return (
        *(d for d in found if d not in touched and d not in new),
        *(_caused(d) for d in found if d in new and d not in touched),
        *(d._replace(concern=Concern.TOUCHED) for d in found if d in touched),
    )


def touched_by(
    found: Iterable[Diagnostic], versions: Versions, workspace: Workspace
) -> set[Diagnostic]:
    """Those of ``found`` that are at new lines or in what is new. Raises `GitFailure`."""
    lines: dict[str, NewLines | None] = {}
    touched: set[Diagnostic] = set()
    for each in found:
        path = each.place.path
        if path not in lines:
            lines[path] = versions.new_lines(path, workspace)
        changed = lines[path]
        if each.code == INTERNAL_ERROR or (
            changed.touch(each.place) if changed else versions.is_new(path)
        ):
            touched.add(each)
    return touched


def _untitled(known: Counter[Fingerprint]) -> Counter[Fingerprint]:
    counts: Counter[Fingerprint] = Counter()
    for fingerprint, count in known.items():
        counts[fingerprint._replace(exercise="")] += count
    return counts


def _caused(diagnostic: Diagnostic) -> Diagnostic:
    advice = f"{diagnostic.help} {NOTE}" if diagnostic.help else NOTE
    return diagnostic._replace(help=advice, concern=Concern.CAUSED)
