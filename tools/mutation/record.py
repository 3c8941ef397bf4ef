"""Runs the tests once, and keeps which functions each of them runs and how long it takes."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from coverage import Coverage

from .checkout import FOLDERS, PACKAGE
from .functions import function_at, function_spans

#: Tests that see the linter from outside, its text, or its speed: they name no function.
LEFT_OUT = (
    *("acceptance", "browser", "ci", "curriculum", "differential", "fences", "hooks", "mutation"),
    *("online", "page", "robustness", "test_start_up.py", "test_structure.py"),
)


class Run(NamedTuple):
    """One test: the seconds it took, and the functions it ran, each as ``path::name``."""

    seconds: float
    functions: frozenset[str]


def record_runs(root: Path, kept: Path) -> dict[str, Run]:
    """The tests that pass, by node id. Files of tests that ``kept`` knows are not run again."""
    known = json.loads(kept.read_text()) if kept.exists() else {}
    digests = {path: _digest(root / path) for path in _test_files(root)}
    files = {path: each for path, each in known.items() if digests.get(path) == each["digest"]}
    missing = [path for path in digests if path not in files]
    if missing:
        fresh = root / "recorded.json"
        _run_in_child(root, missing, fresh)
        for path, tests in json.loads(fresh.read_text()).items():
            files[path] = {"digest": digests[path], "tests": tests}
        kept.write_text(json.dumps(files))
    return {
        name: Run(seconds, frozenset(functions))
        for each in files.values()
        for name, (seconds, functions) in each["tests"].items()
    }


def _test_files(root: Path) -> list[str]:
    tests = root / "tests"
    inside = (path.relative_to(tests) for path in tests.rglob("test_*.py"))
    return sorted(f"tests/{path.as_posix()}" for path in inside if path.parts[0] not in LEFT_OUT)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run_in_child(root: Path, files: list[str], target: Path) -> None:
    """In a child, so that this process has not imported what is to be mutated."""
    if (child := os.fork()) == 0:
        arguments = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "--no-header", *files]
        pytest.main(arguments, plugins=[_Recorder(root, files, target)])
        os._exit(0)
    os.waitpid(child, 0)


class _Recorder:
    def __init__(self, root: Path, files: list[str], target: Path) -> None:
        self._files, self._target = files, target
        package = root / PACKAGE
        self._coverage = Coverage(
            data_file=None,
            config_file=False,
            include=[str(package / name / "*") for name in FOLDERS],
        )
        self._root = root
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        self._coverage.start()
        result = yield
        self._coverage.stop()
        self._target.write_text(json.dumps(self._tests_by_file()))
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        started = time.perf_counter()
        result = yield
        self._seconds[item.nodeid] = round(time.perf_counter() - started, 4)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self._failed.add(report.nodeid)

    def _tests_by_file(self) -> dict[str, dict[str, tuple[float, list[str]]]]:
        functions = self._functions()
        tests: dict[str, dict[str, tuple[float, list[str]]]] = {file: {} for file in self._files}
        for name, seconds in self._seconds.items():
            if name not in self._failed:
                ran = sorted(functions.get(name, ()))
                tests[name.partition("::")[0]][name] = (seconds, ran)
        return tests

    def _functions(self) -> dict[str, set[str]]:
        """The functions that each test ran."""
        data = self._coverage.get_data()
        found: dict[str, set[str]] = {}
        for file in data.measured_files():
            path = Path(file).relative_to(self._root).as_posix()
            spans = function_spans(Path(file).read_text())
            for line, tests in data.contexts_by_lineno(file).items():
                name = f"{path}::{function_at(spans, line)}"
                for test in tests:
                    found.setdefault(test, set()).add(name)
        return found
