"""A comparison that is interrupted, or that has nobody to tell, leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness.process import finish

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs signals and /dev/full")

COMMANDS = [("check", "--changed"), ("changes",), ("changes", "--output-format", "json")]

#: Both commands are stopped while git is there to be asked. A suite that was started in the
#: background may have handed down that interrupts are to be ignored.
ENDLESS = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
import curriculum_lint.curriculum_diff.compare as compare
import curriculum_lint.check.run as pipeline
from curriculum_lint.workspace.revision import Revision
run = pipeline.run
def endless():
    sys.stdout.write("ready\\n"); sys.stdout.flush()
    while True:
        pass
def run_here(workspace, *arguments, **options):
    if isinstance(workspace, Revision):
        endless()
    return run(workspace, *arguments, **options)
pipeline.run, compare.compare = run_here, lambda *_: endless()
from curriculum_lint.__main__ import main
main()
"""


def ids(arguments: tuple[str, ...]) -> str:
    return " ".join(arguments)


@pytest.mark.parametrize("arguments", COMMANDS[:2], ids=ids)
def test_interrupt_is_one_line_and_leaves_no_base_and_no_git(
    root: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (root / "notes.md").write_text("# Notes\n\n[y](gone.md)\n")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, *arguments],
        cwd=root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        assert os.listdir(temporary) == []
        process.send_signal(signal.SIGINT)
        # A git that is still there would keep the stream open.
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (2, b"")
    assert err.strip() == b"Interrupted."
    assert os.listdir(temporary) == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=ids)
def test_full_disk_is_said_in_one_line(root: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        code, _, err = finish(root, *arguments, stdout=full)
    assert code == 2
    assert err.splitlines() == [b"Standard output cannot be written: No space left on device"]


@pytest.mark.parametrize("arguments", COMMANDS, ids=ids)
def test_reader_that_goes_away_is_no_failure(root: Path, arguments: tuple[str, ...]) -> None:
    (root / "old.md").write_text("# Old\n\n[x](nowhere.md)\n")
    read, write = os.pipe()
    os.close(read)
    try:
        code, _, err = finish(root, *arguments, "--root", ".", stdout=write)
    finally:
        os.close(write)
    assert code in (0, 1)
    assert b"rror" not in err


@pytest.mark.parametrize("arguments", COMMANDS, ids=ids)
def test_without_git_and_home_it_is_one_line(root: Path, arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "curriculum_lint", *arguments],
        cwd=root,
        env={"PATH": "/nowhere"},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.splitlines()) == 1
    assert b"not installed" in done.stderr
