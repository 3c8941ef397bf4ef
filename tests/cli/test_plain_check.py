"""``check`` alone is done without click: as click would have it done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.cli import check as command
from curriculum_lint.cli.commands import commands
from curriculum_lint.cli.request import CheckRequest
from tests.curricula import write_clean


def test_what_check_alone_asks_for_is_what_its_options_say(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(command, "run_check", lambda *given: asked.append(given) or 0)
    commands.main(["check"], standalone_mode=False)
    assert asked == [(CheckRequest(), None)]


def test_check_alone_loads_no_click(tmp_path: Path) -> None:
    root = write_clean(tmp_path / "repository")
    probe = "import sys; from curriculum_lint.cli.main import run; print(run(['check']))"
    done = subprocess.run(
        [sys.executable, "-c", f"{probe}; print('click' in sys.modules)"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-2:] == ["0", "False"]


def test_a_shell_that_asks_for_words_is_answered(tmp_path: Path) -> None:
    root = write_clean(tmp_path / "repository")
    done = subprocess.run(
        [sys.executable, "-m", "curriculum_lint", "check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={"_CURRICULUM_LINT_COMPLETE": "zsh_source", "PATH": "", "HOME": str(tmp_path)},
    )
    assert "compdef" in done.stdout
