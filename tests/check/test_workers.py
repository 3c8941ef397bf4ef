"""However a child ends, every document is read once, and nothing of the child is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.check import workers
from curriculum_lint.check.encoded import EncodedPage
from curriculum_lint.check.workers import JOBS_VARIABLE, Sent, count_jobs, read_shared
from tests.curricula import readme

DOCUMENTS = 60

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="children are made on Linux only")


def _record(index: int) -> Sent:
    body = f"{index}:".encode() * 2_000
    return Sent(EncodedPage((len(body),), 1, body), [f"shape {index}"] if index % 7 == 0 else [])


class Reading:
    """Reads documents; what `misfortune` does happens in children only."""

    def __init__(self, misfortune: Callable[[int], object]) -> None:
        self.own: dict[int, Sent] = {}
        self._misfortune, self._parent = misfortune, os.getpid()

    def read(self, index: int) -> Sent:
        if os.getpid() != self._parent:
            self._misfortune(index)
        else:
            time.sleep(0.001)
        self.own[index] = _record(index)
        return self.own[index]


def _raise(index: int) -> None:
    if index % 3 == 0:
        raise ValueError(index)


def _end(index: int) -> None:
    if index > DOCUMENTS // 2:
        sys.exit(3)


def _kill(index: int) -> None:
    if index > DOCUMENTS // 2:
        os.kill(os.getpid(), signal.SIGKILL)


def _stop(index: int) -> None:
    if index > DOCUMENTS // 3:
        os.kill(os.getpid(), signal.SIGSTOP)


MISFORTUNES: dict[str, Callable[[int], object]] = {
    "none": lambda _: None,
    "raises": _raise,
    "ends": _end,
    "is killed": _kill,
    "is stopped": _stop,
    "is killed at once": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "is slow": lambda _: time.sleep(0.05),
}


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("misfortune", MISFORTUNES)
def test_every_document_is_read(misfortune: str, jobs: int) -> None:
    reading = Reading(MISFORTUNES[misfortune])
    sent = read_shared(DOCUMENTS, jobs, reading.read)
    assert sorted({*sent, *reading.own}) == list(range(DOCUMENTS))
    assert all(record == _record(index) for index, record in sent.items())
    assert len(sent) + len(reading.own) == DOCUMENTS
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_child_does_a_share() -> None:
    reading = Reading(MISFORTUNES["none"])
    assert len(read_shared(DOCUMENTS, 2, reading.read)) > DOCUMENTS // 4


def test_without_a_child_everything_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    before = set(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "fork", fork)
    reading = Reading(MISFORTUNES["none"])
    assert read_shared(DOCUMENTS, 2, reading.read) == {}
    assert len(reading.own) == DOCUMENTS
    assert set(os.listdir("/proc/self/fd")) == before
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_what_cannot_be_read_is_left_out() -> None:
    def read(index: int) -> Sent:
        raise ValueError(index)

    assert read_shared(DOCUMENTS, 2, read) == {}


def test_few_documents_are_read_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    monkeypatch.setenv(JOBS_VARIABLE, "4")
    assert [count_jobs(count) for count in (0, 99, 100, 199, 5_000)] == [1, 1, 2, 3, 4]
    monkeypatch.setenv(JOBS_VARIABLE, "1")
    assert count_jobs(5_000) == 1


def test_several_processes_give_the_bytes_of_one(tmp_path: Path) -> None:
    for number in range(1, 121):
        folder = tmp_path / "first_level" / f"{number}_part"
        folder.mkdir(parents=True)
        links = f"[next](../{number + 1}_part/readme.md#solve-it) TODO\n\n"
        text = readme(f"Part {number}") + links
        (folder / "readme.md").write_text(text if number % 9 else "# A [broken](x.md)\n")
    reports = {jobs: _report(tmp_path, jobs) for jobs in "123"}
    assert reports["1"].count(b"CL301") > 10
    assert reports["1"] == reports["2"] == reports["3"]


def _report(root: Path, jobs: str) -> bytes:
    command = [sys.executable, "-m", "curriculum_lint", "check", "--no-cache", "--full"]
    done = subprocess.run(
        [*command, "--output-format", "json"],
        cwd=root,
        env={**os.environ, JOBS_VARIABLE: jobs},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done.stdout
