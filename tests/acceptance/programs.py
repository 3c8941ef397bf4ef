"""Programs to check, and the command that checks them."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

from tools.acceptance import PROOF
from tools.fences.toolchain import Toolchain, prepare

CHECK = PROOF.with_name("check.mjs")


@cache
def node(release: int) -> Toolchain:
    return prepare(release)


def run_node(
    *arguments: str | Path, cwd: Path, release: int = 24, **environment: str
) -> subprocess.CompletedProcess[str]:
    toolchain = node(release)
    return subprocess.run(
        [toolchain.node, *arguments],
        cwd=cwd,
        env={**os.environ, "PATH": toolchain.path, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def check(
    folder: Path, *arguments: str, release: int = 24, **environment: str
) -> subprocess.CompletedProcess[str]:
    return run_node(CHECK, *arguments, cwd=folder, release=release, **environment)


def write_solution(exercise: str, folder: Path) -> Path:
    """Write the program as it is after an exercise."""
    states = (PROOF.parent / "kit" / "states.mjs").as_uri()
    code = (
        f"import {{ writeSolution }} from '{states}'; writeSolution('{exercise}', process.argv[1]);"
    )
    done = run_node("--input-type=module", "--eval", code, str(folder), cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    return folder
