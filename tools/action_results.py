"""What the action hands on to later steps: the counts, the exit code and the reports.

It runs from the action's own checkout with the standard library alone, after the linter:
``python -I tools/action_results.py FOLDER EXIT_CODE``. ``FOLDER`` has ``report.json`` and perhaps
``report.sarif``; ``GITHUB_OUTPUT``, ``GITHUB_WORKSPACE`` and ``INPUT_SARIF_FILE`` are as the
workflow sets them. Exits with 1 and one line for people where the SARIF file cannot be written.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

_COUNTS = ("errors", "warnings", "infos")


class Refused(Exception):  # noqa: N818 - it says what happened
    """The SARIF file cannot be written where it was asked for: one line for people."""


def main(folder: Path, exit_code: str) -> None:
    """Write the outputs; those of a report only where there is one."""
    results = {"exit-code": exit_code, **_counted(folder / "report.json")}
    sarif = folder / "report.sarif"
    if sarif.is_file():
        target = published(sarif, os.environ["INPUT_SARIF_FILE"], os.environ["GITHUB_WORKSPACE"])
        results["sarif-file"] = str(target)
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8", newline="\n") as file:
        file.write(as_outputs(results))


def _counted(report: Path) -> dict[str, str]:
    if not report.is_file():
        return {}
    summary = json.loads(report.read_text("utf-8"))["summary"]
    counts = {name: summary[name] for name in _COUNTS}
    figures = {**counts, "findings": sum(counts.values())}
    return {"json-file": str(report), **{name: str(count) for name, count in figures.items()}}


def published(report: Path, wanted: str, workspace: str) -> Path:
    """Copy ``report`` to the path ``wanted``, relative to ``workspace``. Raises `Refused`.

    The workspace may be the work of strangers: no symbolic link in it may lead the copy elsewhere.
    """
    top = os.path.realpath(workspace)
    target = Path(top, wanted)
    folder = os.path.realpath(target.parent)
    if not Path(wanted).is_absolute() and os.path.commonpath([top, folder]) != top:
        raise Refused(f"sarif-file: {wanted!r} is outside the workspace.")
    try:
        os.makedirs(folder, exist_ok=True)
        copy = Path(folder, target.name)
        copy.unlink(missing_ok=True)
        shutil.copyfile(report, copy, follow_symlinks=False)
    except OSError as error:
        raise Refused(f"sarif-file: {wanted!r} cannot be written: {error.strerror}.") from None
    return copy


def as_outputs(results: Mapping[str, str]) -> str:
    """The text for ``GITHUB_OUTPUT``: no value can end itself and begin another output."""
    delimiter = secrets.token_hex(16)
    return "".join(f"{name}<<{delimiter}\n{value}\n{delimiter}\n" for name, value in results.items())


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), sys.argv[2])
    except Refused as error:
        sys.exit(str(error))
