"""What ``check`` finds at the changed lines of the pull request that it runs for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Set

from ..check.concern import Concern
from ..check.diagnostic import Diagnostic
from ..report.formats import OutputFormat
from ..views.view import View
from ..workspace.workspace import Workspace
from .request import CheckRequest


def with_touched(seen: View, request: CheckRequest, workspace: Workspace) -> View:
    """``seen`` with what GitHub's annotations need to know, if they do: the best come first.

    Nothing is known where the base is not to be had: the
    annotations are then in the order of the report.
    """
    if not os.environ.get("GITHUB_BASE_REF") or not _is_for_github(request):
        return seen
    from ..report.annotations import has_too_many

    found = (*seen.shown, *seen.cut)
    touched = _touched(found, workspace) if has_too_many(found) else set()
    return seen._replace(shown=_marked(seen.shown, touched), cut=_marked(seen.cut, touched))


def _is_for_github(request: CheckRequest) -> bool:
    return any(output.format is OutputFormat.GITHUB for output in request.outputs)


def _touched(found: Iterable[Diagnostic], workspace: Workspace) -> Set[Diagnostic]:
    from ..git.calls import GitFailure
    from ..views.changed.selection import touched_by
    from ..views.changed.versions import open_versions

    try:
        with open_versions(workspace, None) as versions:
            return touched_by(found, versions, workspace)
    except GitFailure:
        return set()


def _marked(found: Iterable[Diagnostic], touched: Set[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        each._replace(concern=Concern.TOUCHED) if each in touched else each for each in found
    )
