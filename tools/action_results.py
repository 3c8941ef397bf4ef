"""What the action hands on to later steps: the counts, the exit code and the reports.

It runs after the linter: ``python -I tools/action_results.py FOLDER EXIT_CODE``, by the Python
that has the linter installed. ``FOLDER`` has ``report.json`` and ``report.sarif``, if the linter
wrote them; ``GITHUB_OUTPUT``, ``GITHUB_WORKSPACE`` and ``INPUT_SARIF_FILE`` are as the workflow
sets them. Ends with ``EXIT_CODE``, or 2 where the SARIF report cannot be put where it is wanted.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from curriculum_lint.text.escape import printable
from curriculum_lint.text.private_names import is_private

_COUNTS = ("errors", "warnings", "infos")
_WRONG_USAGE = 2


class Refused(Exception):  # noqa: N818 - it says what happened
    """The SARIF report cannot be put where it is wanted: one line for people."""


def main(folder: Path, exit_code: int) -> int:
    """Write the outputs; the result is the exit code of the step."""
    results = _counted(folder / "report.json")
    sarif = folder / "report.sarif"
    if sarif.is_file():
        try:
            results["sarif-file"] = _published(sarif)
        except Refused as refused:
            print(printable(str(refused)), file=sys.stderr)
            exit_code = _WRONG_USAGE
    results["exit-code"] = str(exit_code)
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8", newline="\n") as file:
        file.write(as_outputs(results))
    return exit_code


def _counted(report: Path) -> dict[str, str]:
    """The outputs of a JSON report; none where there is no report."""
    if not report.is_file():
        return {}
    summary = json.loads(report.read_text("utf-8"))["summary"]
    counts = {name: summary[name] for name in _COUNTS}
    figures = {**counts, "findings": sum(counts.values())}
    return {"json-file": str(report), **{name: str(count) for name, count in figures.items()}}


def _published(report: Path) -> str:
    wanted = os.environ["INPUT_SARIF_FILE"]
    try:
        return publish(report, wanted, os.environ["GITHUB_WORKSPACE"])
    except OSError as error:
        raise Refused(f"sarif-file: {wanted} cannot be written: {error.strerror}.") from None


def publish(report: Path, wanted: str, workspace: str) -> str:
    """Copy ``report`` to the path ``wanted``, relative to ``workspace``; the result is absolute.

    The workspace may be the work of strangers: no symbolic link in it may lead the copy elsewhere.
    Raises `Refused` where one would, and `OSError`.
    """
    top = os.path.realpath(workspace)
    target = Path(top, wanted)
    folder = os.path.realpath(target.parent)
    if not Path(wanted).is_absolute() and not Path(folder).is_relative_to(top):
        raise Refused(f"sarif-file: {wanted} is outside the workspace.")
    if any(map(is_private, Path(folder, target.name).parts)):
        raise Refused(f"sarif-file: {wanted} is inside a .git folder.")
    os.makedirs(folder, exist_ok=True)
    copy = Path(folder, target.name)
    copy.unlink(missing_ok=True)
    shutil.copyfile(report, copy, follow_symlinks=False)
    return str(copy)


def as_outputs(results: Mapping[str, str]) -> str:
    """The text for ``GITHUB_OUTPUT``: no value can end itself and begin another output."""
    delimiter = secrets.token_hex(16)
    return "".join(
        f"{name}<<{delimiter}\n{value}\n{delimiter}\n" for name, value in results.items()
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
