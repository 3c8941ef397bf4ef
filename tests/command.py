"""One command line, run in this process as the console script runs it."""

from __future__ import annotations

import contextlib
import io
from typing import NamedTuple

from curriculum_lint.cli.main import run


class Result(NamedTuple):
    """The exit code and what was written."""

    exit_code: int
    stdout: str
    stderr: str


def invoke(*arguments: str) -> Result:
    """Run ``curriculum-lint`` with ``arguments``."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    return Result(code, out.getvalue(), err.getvalue())
