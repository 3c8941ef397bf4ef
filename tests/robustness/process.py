"""The command line as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-m", "curriculum_lint"]


def start(root: Path, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start a process in ``root``; ``env`` adds variables."""
    env = {**os.environ, **options.pop("env", {})}
    return subprocess.Popen([*COMMAND, *arguments], cwd=root, env=env, **options)


def finish(root: Path, *arguments: str, **options: Any) -> tuple[int, bytes, bytes]:
    """Run a process to its end: exit code, standard output, standard error."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    with start(root, *arguments, **options) as process:
        out, err = process.communicate(timeout=60)
    err = err or b""
    assert b"Traceback" not in err, err.decode()
    assert b"Exception ignored" not in err, err.decode()
    return process.returncode, out or b"", err
