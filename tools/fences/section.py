"""Judges the fences under one heading, in their order, in one scratch project."""

import difflib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from . import javascript, shell
from .conventions import require_conventions
from .extract import Fence
from .languages import parser_for
from .process import TIMEOUT_SECONDS, Outcome
from .project import Project, scratch_project
from .supplied import require_use
from .toolchain import Toolchain
from .verdict import FenceError, How, Skip, Verdict


def check_section(fences: Sequence[Fence], toolchain: Toolchain | None) -> list[Verdict]:
    """The verdicts on fences that share a heading."""
    verdicts: list[Verdict] = []
    compared = [follower.is_output for _, follower in pairwise(fences)] + [False]
    with scratch_project(toolchain) as project:
        for fence, has_output in zip(fences, compared, strict=True):
            before = verdicts[-1] if verdicts else None
            verdict = _judge(fence, project, before, compared=has_output)
            verdicts.append(_demand_use(verdict, fences))
    return verdicts


def _demand_use(verdict: Verdict, section: Sequence[Fence]) -> Verdict:
    try:
        require_use(verdict.fence, section)
    except FenceError as error:
        return replace(verdict, failure=verdict.failure or str(error))
    return verdict


def _judge(fence: Fence, project: Project, before: Verdict | None, *, compared: bool) -> Verdict:
    how: How = "executed" if fence.runs else "compared" if fence.is_output else "parsed"
    try:
        require_conventions(fence)
        _require_release(fence, project)
        if fence.is_output:
            _compare(fence, before)
        elif fence.runs:
            return _execute(fence, project, compared=compared)
        else:
            _parse(fence, project)
    except Skip as skip:
        return Verdict(fence, "skipped", reason=str(skip))
    except FenceError as error:
        return Verdict(fence, how, failure=str(error))
    return Verdict(fence, how)


def _require_release(fence: Fence, project: Project) -> None:
    needed = int(fence.options.get("node", "0"))
    if project.toolchain and needed > project.toolchain.release:
        raise Skip(f"needs Node.js {needed}")


def _execute(fence: Fence, project: Project, *, compared: bool) -> Verdict:
    if fence.language == "sh":
        outcome = shell.execute(fence, project, compared=compared)
    else:
        outcome = javascript.execute(fence, project)
    try:
        _require_exit(fence, project, outcome)
    except FenceError as error:
        return Verdict(fence, "executed", failure=str(error), printed=outcome.stdout)
    return Verdict(fence, "executed", printed=outcome.stdout)


def _require_exit(fence: Fence, project: Project, outcome: Outcome) -> None:
    """Raise unless a program ended by itself, with the code that the fence states."""
    expected = int(fence.options.get("exit", "0"))
    if outcome.code == expected:
        return
    what = f"exit code {outcome.code}, expected {expected}"
    if outcome.code is None:
        what = f"still running after {TIMEOUT_SECONDS:.0f} s"
    raise FenceError(f"{what}\n{project.tidy(outcome.stdout + outcome.stderr)}")


def _parse(fence: Fence, project: Project) -> None:
    if fence.file is not None:
        project.write(fence.file, fence.text)
    parser_for(fence)(fence, project)


def _compare(fence: Fence, before: Verdict | None) -> None:
    """Raise unless the fence states what the fence before it printed."""
    if before is not None and before.how == "skipped" and before.fence.runs:
        raise Skip(before.reason)
    if before is None or before.printed is None:
        raise FenceError("the fence before this output was not executed")
    expected, printed = _lines(fence.text), _lines(before.printed)
    if expected != printed:
        diff = difflib.unified_diff(expected, printed, "written here", "printed", lineterm="")
        raise FenceError("the output differs\n" + "\n".join(diff))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]
