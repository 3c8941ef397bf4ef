"""Completion in the shells that are installed, driven as a person at a prompt drives them."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import write_clean

BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb"}

needs = {
    shell: pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")
    for shell in ("bash", "zsh", "fish")
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_clean(tmp_path / "course")


def in_bash(root: Path, *words: str) -> list[str]:
    """What bash offers for the last of ``words``."""
    script = f"""
        eval "$(curriculum-lint completion bash)"
        COMP_WORDS=({" ".join(words)}) COMP_CWORD={len(words) - 1}
        _curriculum_lint_completion curriculum-lint
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    return _run(root, "bash", "-c", script)


def in_fish(root: Path, *words: str) -> list[str]:
    """What fish offers, without the help beside it."""
    script = f"curriculum-lint completion fish | source; complete -C '{' '.join(words)}'"
    return [line.split("\t")[0] for line in _run(root, "fish", "-c", script)]


def _run(root: Path, *command: str) -> list[str]:
    environment = {**ENVIRONMENT, "HOME": str(root.parent)}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return [line for line in done.stdout.split("\n") if line]


SHELLS = [pytest.param(in_bash, marks=needs["bash"]), pytest.param(in_fish, marks=needs["fish"])]


@pytest.mark.parametrize("complete", SHELLS)
def test_commands_options_rules_formats_and_units_are_offered(complete, root: Path) -> None:
    def offered(*words: str) -> set[str]:
        return set(complete(root, "curriculum-lint", *words))

    assert offered("re") == {"remove", "rename", "renumber"}
    assert offered("new", "m") == {"module"}
    assert {"--stdin-filename", "--statistics"} <= offered("check", "--st")
    assert offered("rule", "CL30") >= {"CL301", "CL302"}
    assert offered("rule", "broken-l") == {"broken-link"}
    assert offered("check", "--output-format", "s") == {"sarif"}
    assert offered("check", "--output-format", "github,s") == {"github,sarif"}
    assert offered("check", "--select", "CL301,CL10") >= {"CL301,CL101", "CL301,CL104"}
    assert offered("check", "--fail-level", "e") == {"error"}
    assert offered("move", "2") == {"2", "2a"}
    assert offered("rename", "first_level/1") == {"first_level/1_start"}
    assert offered("new", "module", "x", "--level", "f") == {"first_level"}


@pytest.mark.parametrize("complete", SHELLS)
def test_a_broken_configuration_breaks_no_prompt(complete, root: Path) -> None:
    (root / "curriculum-lint.toml").write_text("levels = 3\n")
    assert set(complete(root, "curriculum-lint", "mov")) == {"move"}
    assert not complete(root, "curriculum-lint", "move", "2")


@needs["zsh"]
def test_zsh_completes_a_command_and_a_rule(root: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**ENVIRONMENT, "HOME": str(root.parent), "PS1": "> "}
    process = subprocess.Popen(
        ["zsh", "-f", "-i"], cwd=root, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    try:
        _type(ours, "autoload -U compinit; compinit -D\n", "> ")
        _type(ours, 'eval "$(curriculum-lint completion zsh)"; echo ready\n', "ready")
        assert "curriculum-lint renumber" in _type(ours, "curriculum-lint renu\t", "renumber")
        _type(ours, "\x15curriculum-lint rule duplicate-con\t", "duplicate-concept")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _type(terminal: int, keys: str, wanted: str) -> str:
    """Type ``keys`` and read until ``wanted`` is shown."""
    os.write(terminal, keys.encode())
    shown, end = "", time.monotonic() + 30
    while wanted not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
    assert wanted in shown
    return shown


def test_another_shell_is_told_which_there_are() -> None:
    answer = invoke("completion", "bsh")
    assert answer.exit_code == 2
    assert "Did you mean bash?" in answer.stderr
