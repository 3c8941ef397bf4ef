"""Runs a program with a time limit and leaves nothing of it behind."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

TIMEOUT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finished program left; `code` is None when it was stopped by the time limit."""

    code: int | None
    stdout: str
    stderr: str


def run(
    command: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str],
    merge: bool = False,
    timeout: float = TIMEOUT_SECONDS,
) -> Outcome:
    """Run a program in its own process group; `merge` sends stderr where stdout goes.

    The output goes to files: a background process that keeps a pipe open cannot hold us up.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT if merge else err,
            start_new_session=True,
        )
        code = _wait(process, timeout)
        return Outcome(code, _text(out), _text(err))


def _wait(process: subprocess.Popen[bytes], timeout: float) -> int | None:
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")
