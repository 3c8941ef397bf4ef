"""The summary that GitHub shows on the page of a workflow run."""

from __future__ import annotations

import os

from ..edits.not_written import RefusedError
from ..edits.overwrite import append
from ..git.prefix import repository_top
from ..report.markdown import LIMIT, markdown_report
from ..report.summary import Report
from ..text.escape import printable
from .output import complain, encode


def append_step_summary(report: Report, root: str) -> None:
    """Append the Markdown summary to the file that ``GITHUB_STEP_SUMMARY`` names, if it is set.

    Trouble with that file is a note: the check itself has done its work.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        _append(path, repository_top(root), report)
    except RefusedError as refused:
        _note(f"the file that GITHUB_STEP_SUMMARY names {refused.reason}")
    except OSError as error:
        _note(error.strerror or type(error).__name__)


def _append(path: str, checkout: str, report: Report) -> None:
    size = 0
    if os.path.exists(path):
        if not os.path.isfile(path):
            return _note("GITHUB_STEP_SUMMARY names something that is not a file")
        size = os.path.getsize(path)
    if size >= LIMIT:
        return _note("the file is full")
    return append(path, checkout, encode("".join(markdown_report(report, LIMIT - size))))


def _note(reason: str) -> None:
    complain(printable(f"Note: the job summary was not written: {reason}."))
