"""The summary that GitHub shows on the page of a workflow run."""

from __future__ import annotations

import os

from ..report.markdown import LIMIT, markdown_report
from ..report.summary import Report
from ..text.escape import printable
from .output import complain


def append_step_summary(report: Report) -> None:
    """Append the Markdown summary to the file that ``GITHUB_STEP_SUMMARY`` names, if it is set.

    Trouble with that file is a note: the check itself has done its work.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        _append(path, report)
    except OSError as error:
        _note(error.strerror or type(error).__name__)


def _append(path: str, report: Report) -> None:
    if os.path.exists(path) and not os.path.isfile(path):
        return _note("GITHUB_STEP_SUMMARY names something that is not a file")
    with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        room = LIMIT - file.tell()
        if room <= 0:
            return _note("the file is full")
        file.writelines(markdown_report(report, room))
    return None


def _note(reason: str) -> None:
    complain(printable(f"Note: the job summary was not written: {reason}."))
