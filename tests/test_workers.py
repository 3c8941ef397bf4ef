"""Several processes read what one would read; without them everything still is read."""

from __future__ import annotations

import concurrent.futures
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from curriculum_lint import workers
from curriculum_lint.check.rule import DocumentRule, Rule
from curriculum_lint.discover.read import FileText
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.readmes import Role
from curriculum_lint.model.template import UnitName
from curriculum_lint.reading import DocumentReader, SourceFile
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import Settings
from tests.command import Result, invoke
from tests.curricula import LEVEL, clean_files, readme
from tests.repository import write_files

BROKEN = "**Goal:** a\n**Steps:** b [c](none.md#d)\n\ncaf\u00e9 \U0001f9ea <a id='e'>\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A curriculum with findings in every file, for which two workers are started."""
    files = clean_files()
    files |= {f"{LEVEL}/{at}_more/readme.md": readme(f"More {at}") + BROKEN for at in range(3, 9)}
    files |= {f"notes/{at}.md": BROKEN for at in range(4)}
    root = tmp_path / "repository"
    write_files(root, files)
    monkeypatch.setattr(workers, "_MANY_FILES", 2)
    monkeypatch.setattr(workers, "_BATCH_CHARACTERS", 500)
    monkeypatch.setenv(workers.WORKERS_VARIABLE, "2")
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    return root


def check(root: Path, *options: str) -> Result:
    return invoke("check", "--root", str(root), "--output-format", "json", *options)


@pytest.fixture
def expected(root: Path) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(workers.WORKERS_VARIABLE, "1")
        return check(root, "--no-cache")


def test_workers_find_what_one_process_finds(root: Path, expected: Result) -> None:
    assert expected.exit_code == 1
    assert check(root, "--no-cache") == expected


def test_what_workers_read_is_remembered(
    root: Path, expected: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(root) == expected
    monkeypatch.setattr(DocumentReader, "read", lambda _self, file: pytest.fail(file.path))
    (root / "notes" / "0.md").unlink()
    assert check(root).exit_code == 1


def test_a_file_that_a_worker_cannot_read_is_reported_as_ever(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = DocumentReader.read

    def fail(self: DocumentReader, file: SourceFile) -> object:
        if file.path == "notes/2.md":
            raise RecursionError("too deep")
        return whole(self, file)

    monkeypatch.setattr(DocumentReader, "read", fail)
    several = check(root, "--no-cache")
    monkeypatch.setenv(workers.WORKERS_VARIABLE, "1")
    assert several == check(root, "--no-cache")
    assert (several.exit_code, "RecursionError" in several.stdout) == (2, True)


def die(_files: object) -> None:
    os._exit(1)


def test_workers_that_die_are_done_without(
    root: Path, expected: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_read_batch", die)
    assert check(root, "--no-cache") == expected


@pytest.mark.parametrize("error", [OSError, ImportError, NotImplementedError, PermissionError])
def test_a_system_without_processes_is_done_without(
    root: Path, expected: Result, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", refuse)
    assert check(root, "--no-cache") == expected


def files(count: int, text: str = "x") -> list[SourceFile]:
    role = Role(Kind.PAGE, UnitName())
    return [SourceFile(f"{at}.md", FileText(text, False, ""), role) for at in range(count)]


def test_few_files_need_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(workers.WORKERS_VARIABLE, "2")
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    assert not workers.are_many(files(59), all_rules())
    assert workers.are_many(files(60), all_rules())
    assert workers.are_many(files(2, "x" * 500_000), all_rules())
    assert not workers.are_many(files(1, "x" * 2_000_000), all_rules())
    monkeypatch.setattr(workers, "_can_fork", lambda: False)
    assert not workers.are_many(files(299), all_rules())
    assert workers.are_many(files(300), all_rules())


class Foreign(DocumentRule):
    """A rule of a plugin."""


Foreign.__module__ = "another_package.rules"


@pytest.mark.parametrize(
    ("setting", "rules", "daemon"),
    [("1", (), False), ("0", (), False), ("2", (Foreign(),), False), ("2", (), True)],
)
def test_when_one_process_does_it(
    monkeypatch: pytest.MonkeyPatch, setting: str, rules: tuple[Rule, ...], daemon: bool
) -> None:
    monkeypatch.setenv(workers.WORKERS_VARIABLE, setting)
    monkeypatch.setattr(workers, "_is_daemon", lambda: daemon)
    assert not workers.are_many(files(1_000), [*all_rules(), *rules])


@pytest.mark.parametrize(
    ("setting", "count"), [("3", 3), ("9999999", 16), ("１", None), ("-1", None)]
)
def test_the_number_of_workers_can_be_set(
    monkeypatch: pytest.MonkeyPatch, setting: str, count: int | None
) -> None:
    monkeypatch.delenv(workers.WORKERS_VARIABLE, raising=False)
    usual = workers._worker_count()
    assert 1 <= usual <= 4
    monkeypatch.setenv(workers.WORKERS_VARIABLE, setting)
    assert workers._worker_count() == (count or usual)


def test_a_new_process_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: False)
    monkeypatch.setenv(workers.WORKERS_VARIABLE, "2")
    some = files(4, BROKEN)
    reader = DocumentReader(Settings(root="/"), all_rules(), {})
    read = workers.read_in_workers(reader, some)
    assert read == {file.path: workers._try_to_encode(reader, file) for file in some}


SCRIPT = """
import os, sys
from curriculum_lint import workers
from tests.test_workers import files, DocumentReader, Settings
def stall(batch):
    print(os.getpid(), flush=True)
    while True: pass
workers._read_batch = stall
workers._BATCH_CHARACTERS = 1
workers.read_in_workers(DocumentReader(Settings(root="/"), [], {}), files(4))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_no_worker_outlives_who_started_it() -> None:
    environment = {**os.environ, workers.WORKERS_VARIABLE: "2"}
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        started = [int(process.stdout.readline()) for _ in range(2)]
        process.send_signal(signal.SIGKILL)
        # The workers hold the other end: it is closed when the last of them has gone.
        assert process.stdout.read() == b""
    assert len(set(started)) == 2
