"""A process in which the linter is a mutant, to be asked what it sees."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from select import select
from signal import SIGKILL
from types import TracebackType
from typing import IO, Any

from tests.golden.observe import observe
from tools.mutation.mutants import Mutant
from tools.mutation.patch import patch
from tools.mutation.places import MODULE

#: Seconds of the wall that an answer may take, and of the processor that a process may.
_PATIENCE, _MOST_CPU = 20, 60
_MEMORY = 4 << 30


class Mutated:
    """A living mutant. What it crashes or hangs on is seen as nothing, like no true answer."""

    def __init__(self, root: Path, copy: Path, mutant: Mutant) -> None:
        self._asked: IO[str]
        self._answers: IO[str]
        self._process: subprocess.Popen[str] | None = None
        if mutant.function == MODULE:
            self._start_anew(copy, mutant)
        else:
            self._start_here(mutant, str(root / mutant.path))

    def see(self, files: dict[str, str], aspect: str) -> list[str] | None:
        """What the mutant sees, or nothing if it does not live."""
        try:
            self._asked.write(json.dumps([files, aspect]) + "\n")
            self._asked.flush()
        except OSError:
            return None
        if not select([self._answers], [], [], _PATIENCE)[0]:
            return None
        answer: Any = json.loads(self._answers.readline() or "null")
        return answer if isinstance(answer, list) else None

    def __enter__(self) -> Mutated:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        if self._process is None:
            os.kill(self._child, SIGKILL)
            os.waitpid(self._child, 0)
        else:
            self._process.kill()
            self._process.wait()
        self._answers.close()
        with suppress(OSError):
            self._asked.close()

    def _start_here(self, mutant: Mutant, file: str) -> None:
        asked, ask = os.pipe()
        answers, answer = os.pipe()
        sys.stdout.flush()
        self._child = os.fork()
        if self._child == 0:
            try:
                os.close(ask)
                os.close(answers)
                patch(mutant, file)
                serve(os.fdopen(asked), os.fdopen(answer, "w"))
            finally:
                os._exit(1)
        os.close(asked)
        os.close(answer)
        self._asked, self._answers = os.fdopen(ask, "w"), os.fdopen(answers)

    def _start_anew(self, copy: Path, mutant: Mutant) -> None:
        """What runs at import needs another process, which reads the mutant from the disk."""
        path = copy / mutant.path
        path.write_text(mutant.mutated)
        process = self._process = subprocess.Popen(
            [sys.executable, "-B", "-c", "from tools.golden.mutated import main; main()"],
            cwd=copy,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._asked, self._answers = process.stdin, process.stdout
        self.see({}, "findings")
        path.write_text(mutant.original)


def serve(asked: IO[str], answers: IO[str]) -> None:
    """Answer until nobody asks any more."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_CPU, _MOST_CPU))
    for line in asked:
        files, aspect = json.loads(line)
        try:
            seen = observe(files, aspect)
        except BaseException as error:
            seen = [f"{type(error).__name__}"]
        answers.write(json.dumps(seen) + "\n")
        answers.flush()


def main() -> None:
    """Serve on standard input and output."""
    serve(sys.stdin, sys.stdout)
