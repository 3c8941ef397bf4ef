"""Real editors without a screen, where they are installed: Neovim, and Emacs with Eglot."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import write_files
from tests.server.course import files
from tests.server.editor import COMMAND

HERE = Path(__file__).parent
NEOVIM, EMACS = shutil.which("nvim"), shutil.which("emacs")
LINK = "- [The event loop](../1_start/readme.md#the-queue)"


def drive(root: Path, *command: str) -> str:
    """What an editor reports that runs a script of its own."""
    assert COMMAND[0] == sys.executable
    course, report = root / "course", root / "report"
    write_files(course, files())
    known = {"COURSE": str(course), "PYTHON": sys.executable, "REPORT": str(report)}
    done = subprocess.run(
        command,
        env={**os.environ, **known, "XDG_STATE_HOME": str(root), "HOME": str(root)},
        capture_output=True,
        text=True,
        timeout=150,
    )
    assert report.exists(), done.stdout + done.stderr
    return report.read_text()


@pytest.mark.skipif(NEOVIM is None, reason="there is no Neovim here")
def test_neovim_shows_what_is_typed_and_renames(tmp_path: Path) -> None:
    script = f"luafile {HERE / 'nvim.lua'}"
    said = json.loads(drive(tmp_path, NEOVIM or "", "--headless", "-u", "NONE", "-c", script))
    assert said["typed"] == ["45:CL301"]
    assert "Needed by" in said["hover"]["value"]
    assert said["definition"]["uri"].endswith("/1_start/readme.md")
    assert said["renamed"] == "### The queue"
    assert said["link"] == LINK


@pytest.mark.skipif(EMACS is None, reason="there is no Emacs here")
def test_emacs_shows_what_is_typed_and_renames(tmp_path: Path) -> None:
    has_eglot = [EMACS or "", "-Q", "--batch", "-l", str(HERE / "has_eglot.el")]
    if subprocess.run(has_eglot, capture_output=True).returncode:
        pytest.skip("this Emacs has no Eglot")
    said = drive(tmp_path, EMACS or "", "-Q", "--batch", "-l", str(HERE / "eglot.el"))
    assert "gone.md" in said
    assert "Needed by" in said
    assert "### The queue" in said
    assert LINK in said
