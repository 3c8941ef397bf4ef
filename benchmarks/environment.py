"""Installs what is timed, as users install it: this checkout as a wheel, and its peers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_PEERS = _HERE / "peers"


class Tools(NamedTuple):
    """The programs; a peer that its registry does not have is ``None``."""

    python: Path
    ours: Path
    rumdl: Path | None
    lychee: Path | None
    markdownlint: Path | None
    node_modules: Path


def install(folder: Path) -> Tools:
    """Everything in ``folder``; peers that are there already stay, this checkout is built anew."""
    binaries = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    if not binaries.is_dir():
        _run(sys.executable, "-m", "venv", str(folder / "venv"))
    pip = (str(binaries / "python"), "-m", "pip", "install", "--quiet")
    _run(*pip, str(_HERE.parent))
    _run(*pip, "--force-reinstall", "--no-deps", str(_HERE.parent))
    for requirement in (_PEERS / "requirements.txt").read_text("utf-8").splitlines():
        _run(*pip, requirement, required=False)
    node = folder / "node"
    if not (node / "node_modules").is_dir() and shutil.which("npm"):
        node.mkdir(parents=True, exist_ok=True)
        shutil.copy(_PEERS / "package.json", node)
        _run("npm", "install", "--silent", "--no-package-lock", "--prefix", str(node))
    return Tools(
        binaries / "python",
        binaries / "curriculum-lint",
        _existing(binaries / "rumdl"),
        _existing(binaries / "lychee"),
        _existing(node / "node_modules" / ".bin" / "markdownlint-cli2"),
        node / "node_modules",
    )


def _run(*command: str, required: bool = True) -> None:
    subprocess.run(command, check=required, stdout=subprocess.DEVNULL)


def _existing(program: Path) -> Path | None:
    return program if program.exists() else None
