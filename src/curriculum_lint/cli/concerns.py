"""Which diagnostics concern the pull request that ``check`` runs for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from ..check.diagnostic import Diagnostic
from ..report.concern import Concern
from ..report.formats import OutputFormat
from ..settings.settings import Settings
from .changed import Change
from .formats import Output


def concerns_of(
    shown: Sequence[Diagnostic],
    change: Change | None,
    outputs: Sequence[Output],
    settings: Settings,
    texts: Mapping[str, str],
) -> Mapping[Diagnostic, Concern]:
    """What ``change`` knows; without it, what GitHub's annotations need to know, if they do.

    ``texts`` stand in the place of files. Nothing is said where the base is not to be had: the
    annotations are then in the order of the report.
    """
    if change is not None:
        return change.concerns
    if not os.environ.get("GITHUB_BASE_REF") or not _is_for_github(outputs):
        return {}
    from ..report.annotations import has_too_many

    return _touched(shown, settings, texts) if has_too_many(shown) else {}


def _is_for_github(outputs: Sequence[Output]) -> bool:
    return any(output.format is OutputFormat.GITHUB for output in outputs)


def _touched(
    shown: Sequence[Diagnostic], settings: Settings, texts: Mapping[str, str]
) -> dict[Diagnostic, Concern]:
    from ..git.calls import GitFailure
    from ..views.changed.selection import touched_by
    from ..views.changed.versions import open_versions

    try:
        with open_versions(settings, None) as versions:
            return dict.fromkeys(touched_by(shown, versions, texts), Concern.TOUCHED)
    except GitFailure:
        return {}
