"""Runs the tests once, and keeps which lines each of them runs and how long it takes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from coverage import Coverage, CoverageData

from .checkout import FOLDERS, PACKAGE, sources

#: Tests that see the linter from outside, its text, or its speed: they name no line.
LEFT_OUT = (
    *("acceptance", "browser", "ci", "curriculum", "differential", "fences", "hooks", "mutation"),
    *("page", "robustness", "test_start_up.py", "test_structure.py"),
)


class Run(NamedTuple):
    """One test: the seconds of the processor it took, and the lines of modules it ran, as bits.

    The modules were then as in the record's ``sources`` at ``then``.
    """

    seconds: float
    lines: dict[str, int]
    then: int = 0


class Record(NamedTuple):
    """The tests that pass, by node id, and the modules as they were, each time that some ran."""

    runs: dict[str, Run]
    sources: list[dict[str, str]]


def record_runs(root: Path, kept: Path) -> Record:
    """Run the tests in files that ``kept`` does not know as they are, and keep it there."""
    known = json.loads(kept.read_text()) if kept.exists() else {"files": {}, "sources": []}
    digests = {path: digest_of(root, path) for path in _test_files(root)}
    files = {
        path: each for path, each in known["files"].items() if digests.get(path) == each["digest"]
    }
    if missing := [path for path in digests if path not in files]:
        fresh = root / "recorded.json"
        _run_in_child(root, missing, fresh)
        for path, tests in json.loads(fresh.read_text()).items():
            then = len(known["sources"])
            files[path] = {"digest": digests[path], "tests": tests, "then": then}
        now = {path: (root / path).read_text() for path in sources(root)}
        known = {"files": files, "sources": [*known["sources"], now]}
        kept.write_text(json.dumps(known))
    return Record(_runs(files), known["sources"])


def digest_of(root: Path, path: str) -> str:
    """The digest of a file of tests, the data beside it, and rules where these bring its cases."""
    file = root / path
    beside = (each for each in file.parent.rglob("*") if each.is_file())
    read = [file, *sorted(each for each in beside if each.suffix not in {".py", ".pyc"})]
    if b"all_rules()" in file.read_bytes():
        read += sorted((root / PACKAGE / "rules").rglob("*.py"))
    return hashlib.sha256(b"\0".join(each.read_bytes() for each in read)).hexdigest()


def _runs(files: dict[str, Any]) -> dict[str, Run]:
    return {
        name: Run(seconds, {path: int(bits, 16) for path, bits in lines.items()}, each["then"])
        for each in files.values()
        for name, (seconds, lines) in each["tests"].items()
    }


def _test_files(root: Path) -> list[str]:
    tests = root / "tests"
    inside = (path.relative_to(tests) for path in tests.rglob("test_*.py"))
    return sorted(f"tests/{path.as_posix()}" for path in inside if path.parts[0] not in LEFT_OUT)


def _run_in_child(root: Path, files: list[str], target: Path) -> None:
    """In a child, so that this process has not imported what is to be mutated."""
    if (child := os.fork()) == 0:
        arguments = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "--no-header", *files]
        pytest.main(arguments, plugins=[_Recorder(root, files, target)])
        os._exit(0)
    os.waitpid(child, 0)


class _Recorder:
    def __init__(self, root: Path, files: list[str], target: Path) -> None:
        self._root, self._files, self._target = root, files, target
        package = root / PACKAGE
        self._coverage = Coverage(
            data_file=None,
            config_file=False,
            include=[str(package / name / "*") for name in FOLDERS],
        )
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
        # Seconds of the wall say how busy the machine was.
        started = sum(os.times()[:4])
        result = yield
        self._seconds[item.nodeid] = round(sum(os.times()[:4]) - started, 2)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self._failed.add(report.nodeid)

    def _tests_by_file(self) -> dict[str, dict[str, tuple[float, dict[str, str]]]]:
        lines = self._lines()
        tests: dict[str, dict[str, tuple[float, dict[str, str]]]]
        tests = {file: {} for file in self._files}
        for name, seconds in self._seconds.items():
            if name not in self._failed:
                ran = {path: f"{bits:x}" for path, bits in lines.get(name, {}).items()}
                tests[name.partition("::")[0]][name] = (seconds, ran)
        return tests

    def _lines(self) -> dict[str, dict[str, int]]:
        """The lines that each test ran, by module."""
        return lines_by_context(self._coverage.get_data(), self._root)


def lines_by_context(data: CoverageData, root: Path) -> dict[str, dict[str, int]]:
    """The lines that ran in each context, as bits, by module."""
    found: dict[str, dict[str, int]] = {}
    for file in data.measured_files():
        path = Path(file).relative_to(root).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            for context in contexts:
                lines = found.setdefault(context, {})
                lines[path] = lines.get(path, 0) | 1 << line
    return found
