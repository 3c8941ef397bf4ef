"""Streams that are closed, full or narrow, and a run that is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.robustness.process import COMMAND, finish, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a shell")

REPORTS = [
    ("check",),
    ("check", "--output-format", "json"),
    ("check", "--diff", "--unsafe-fixes"),
    ("check", "--output-format", "github"),
    ("check", "--statistics"),
    ("rule", "CL104"),
    ("config",),
    ("--help",),
    ("--version",),
]


@pytest.fixture
def root(root: Path) -> Path:
    """The curriculum with something to show in a diff."""
    (root / "first_level/2_files/readme.md").write_text(
        "# Files\n\n## 1) é\n\n**Goal:** Go.\n**Build steps:**\n1. é\n**Acceptance criteria:**\n- é\n"
    )
    return root


def ids(arguments: tuple[str, ...]) -> str:
    return " ".join(arguments)


@pytest.mark.parametrize("arguments", REPORTS, ids=ids)
def test_full_disk_is_said_in_one_line(root: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        code, _, err = finish(root, *arguments, stdout=full)
    assert code == 2, err
    assert len(err.splitlines()) == 1, err
    assert b"Standard output cannot be written" in err


@pytest.mark.parametrize("arguments", REPORTS, ids=ids)
def test_closed_standard_output_ends_in_an_exit_code(
    root: Path, arguments: tuple[str, ...]
) -> None:
    code, _, err = finish(root, *arguments, stdout=None, preexec_fn=lambda: os.close(1))
    assert code in (0, 1, 2), err
    assert len(err.splitlines()) <= 1, err


@pytest.mark.parametrize("arguments", REPORTS, ids=ids)
def test_closed_standard_error_ends_in_an_exit_code(root: Path, arguments: tuple[str, ...]) -> None:
    code, _, _ = finish(root, *arguments, "--nonsense", stderr=None, preexec_fn=lambda: os.close(2))
    assert code == 2


def test_everything_closed_ends_in_an_exit_code(root: Path) -> None:
    for arguments, expected in ((("check",), 1), (("check", "--nonsense"), 2)):
        code, _, _ = finish(
            root,
            *arguments,
            stdout=None,
            stderr=None,
            preexec_fn=lambda: os.closerange(0, 3),
        )
        assert code == expected


@pytest.mark.parametrize("arguments", REPORTS, ids=ids)
def test_reader_that_goes_away_is_no_failure(root: Path, arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        code, _, err = finish(root, *arguments, stdout=write)
    finally:
        os.close(write)
    assert (code in (0, 1), err) == (True, b"")


def test_pipe_into_head_is_quiet(root: Path) -> None:
    (root / "many.md").write_text("[a](x.md)\n\n" * 5_000)
    line = f"{' '.join(COMMAND)} check --output-format concise | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=root, capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"1"


@pytest.mark.parametrize("arguments", REPORTS[:4:2], ids=ids)
@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "utf-8:strict"},
        {"PYTHONIOENCODING": "utf-16"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "LANG": ""},
    ],
    ids=str,
)
def test_narrow_encoding_is_no_failure(
    root: Path, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    (root / "\udcff\udcfe.md").write_text("#### é 🧪\n\n[“a”](ü.md)\n")
    code, out, err = finish(root, *arguments, env=env)
    assert (code in (0, 1), err) == (True, b"")
    assert out


def test_ascii_locale_finds_the_same(root: Path) -> None:
    (root / "é.md").write_text("#### é 🧪\n\n[“a”](ü.md)\n")
    narrow = {"LC_ALL": "C", "LANG": "", "PYTHONIOENCODING": "ascii"}
    arguments = ("check", "--output-format", "json", "--no-cache")
    assert finish(root, *arguments, env=narrow)[1] == finish(root, *arguments)[1]


@pytest.mark.parametrize("arguments", [("check",), ("config",), ("--version",)], ids=ids)
def test_without_a_home_it_runs(root: Path, arguments: tuple[str, ...]) -> None:
    env = {key: value for key, value in os.environ.items() if key in ("PATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=root, env=env, capture_output=True, timeout=60
    )
    assert done.returncode in (0, 1)
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", [("check",), ("config",)], ids=ids)
@pytest.mark.parametrize("folder", ["relative", "/nowhere"])
def test_working_folder_that_is_gone_is_said(
    tmp_path: Path, arguments: tuple[str, ...], folder: str
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    line = 'rmdir "$PWD"; exec "$@"'
    done = subprocess.run(
        ["bash", "-c", line, "-", *COMMAND, *arguments],
        cwd=gone,
        env={**os.environ, "CURRICULUM_LINT_CACHE_DIR": folder},
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


SLOW = """
import sys
from curriculum_lint.rules.structure.missing_title import MissingTitle
def check(self, page):
    while True:
        pass
    yield
MissingTitle.check = check
from curriculum_lint.__main__ import main
sys.stdout.write("ready\\n"); sys.stdout.flush()
main()
"""


@pytest.mark.parametrize("wait", [0.05, 0.2, 0.5])
def test_interrupt_is_one_line_and_exit_2(root: Path, wait: float) -> None:
    command = [sys.executable, "-c", SLOW, "check", "--no-cache"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (2, b"")
    # The empty line ends the one in which a terminal shows ^C.
    assert err in (b"", b"Interrupted.\n", b"\nInterrupted.\n")


def test_interrupt_of_a_fix_leaves_every_file_whole(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    for wait in (0.05, 0.15, 0.25):
        with start(
            root, "check", "--fix", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as one:
            time.sleep(wait)
            one.send_signal(signal.SIGINT)
            one.communicate(timeout=20)
    assert {path.name for path in root.rglob("*")} == {
        *(path.name for path in before),
        *("first_level", "1_start", "2_files", "a_streams"),
    }
