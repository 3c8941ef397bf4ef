"""Runs tests on mutants: collected once, then one child for each mutant."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from .choose import choose_tests
from .mutants import Mutant
from .only import VARIABLE
from .patch import patch
from .places import MODULE
from .record import Record

#: Seconds that tests of a mutant may take besides ten times those that they took when recorded.
_PATIENCE = 60
_MEMORY = 4 << 30
_UNPATCHED, _FAILED = 3, 1


class Verdict(NamedTuple):
    """What became of a mutant. ``by`` is the test that failed, or nothing if none did."""

    mutant: Mutant
    killed: bool
    by: str
    tests: int
    seconds: float


class Judge:
    """A plugin of pytest that runs mutants in the place of tests."""

    def __init__(
        self,
        root: Path,
        mutants: list[Mutant],
        record: Record,
        budget: float,
        tell: Callable[[Verdict], None],
    ) -> None:
        self._root, self._mutants, self._record = root, mutants, record
        self._runs = record.runs
        self._budget, self._tell = budget, tell
        self._names = root / "tests-to-run"
        self._current = root / "test-that-runs"
        self._reliable: dict[str, bool] = {}
        self._items: dict[str, pytest.Item] = {}
        self._clock = 0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge every mutant."""
        self._items = {item.nodeid: item for item in session.items}
        for name in self._runs.keys() - self._items.keys():
            del self._runs[name]
        for mutant in self._mutants:
            started = time.perf_counter()
            by, tests = self._judge(mutant)
            seconds = time.perf_counter() - started
            self._tell(Verdict(mutant, bool(by), by, tests, seconds))
        return True

    def _judge(self, mutant: Mutant) -> tuple[str, int]:
        """The test that notices, and how many were at hand."""
        while tests := choose_tests(mutant, self._record, self._budget):
            with self._written(mutant):
                by = self._run(mutant, tests)
            if not by or self._is_reliable(by):
                return by, len(tests)
            print(f"\nnot believed, it fails without a mutant too: {by}", file=sys.stderr)
            del self._runs[by]
        return "", 0

    @contextmanager
    def _written(self, mutant: Mutant) -> Iterator[None]:
        """The mutant on disk, for the programs that tests start.

        Python compiles a file anew when its time is another one, in whole seconds.
        """
        path = self._root / mutant.path
        before = path.stat()
        self._clock += 2
        path.write_text(mutant.mutated)
        os.utime(path, (before.st_atime, before.st_mtime + self._clock))
        try:
            yield
        finally:
            path.write_text(mutant.original)
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            shutil.rmtree(self._root / ".hypothesis", ignore_errors=True)

    def _run(self, mutant: Mutant, tests: list[str]) -> str:
        if mutant.function != MODULE:
            file = str(self._root / mutant.path)
            code, by = self._run_in_child(lambda: patch(mutant, file), tests)
            if code != _UNPATCHED:
                return by if code else ""
        return self._run_anew(tests)

    def _is_reliable(self, test: str) -> bool:
        """Whether ``test`` passes where nothing is mutated."""
        if test in self._items and test not in self._reliable:
            self._reliable[test] = self._run_in_child(lambda: True, [test])[0] == 0
        return self._reliable.get(test, True)

    def _run_in_child(self, prepare: Callable[[], bool], tests: list[str]) -> tuple[int, str]:
        """The exit code, and the last test that began."""
        sys.stdout.flush()
        self._current.write_text("no test")
        if (child := os.fork()) == 0:
            try:
                os._exit(self._run_here(tests) if prepare() else _UNPATCHED)
            finally:
                os._exit(_FAILED)
        code = _wait(child, _PATIENCE + 10 * sum(self._runs[test].seconds for test in tests))
        return code, self._current.read_text()

    def _run_here(self, tests: list[str]) -> int:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        null = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(null, stream)
        items = [self._items[test] for test in tests]
        for item, following in zip(items, [*items[1:], None], strict=True):
            self._current.write_text(item.nodeid)
            # Processor time, so that a busy machine kills nobody; the signal's default ends us.
            signal.setitimer(signal.ITIMER_VIRTUAL, 5 + 10 * self._runs[item.nodeid].seconds)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if item.session.testsfailed:
                return _FAILED
        return 0

    def _run_anew(self, tests: list[str]) -> str:
        """Another process, for what runs at import."""
        self._names.write_text("\n".join(tests))
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        options = ["-x", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", only()]
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, *files],
            cwd=self._root,
            env=os.environ | {VARIABLE: str(self._names)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(
                timeout=_PATIENCE + 10 * sum(self._runs[test].seconds for test in tests)
            )
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return "the time limit"
        if process.returncode in (0, pytest.ExitCode.NO_TESTS_COLLECTED):
            return ""
        failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - |$)", said, re.MULTILINE)
        return failed[1] if failed else "the import"


def only() -> str:
    """The name of the plugin that chooses tests."""
    return f"{__package__}.only"


def _wait(child: int, seconds: float) -> int:
    """The exit code of ``child``, which is ended with what it started after ``seconds``."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        time.sleep(0.01)
    else:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(status)
