"""Mermaid itself, as npm has it: fetched once into a cache, and known by its checksum."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from tools.fences.toolchain import cache_folder

#: What GitHub draws with, and the newest; to update one, say its version and the new checksum.
CHECKSUMS = {
    "11.17.2": "581ed7d74bd9048d0e3a91363927d72ef22942d7722546b27f7cc29e35390eb8",
    "12.3.0": "336df803d87a38b70a01e736e666c8f7601d2ce42f5e47c8fafe5d721074b9a3",
}
MEMBER = "package/dist/mermaid.min.js"


class NoMermaidError(Exception):
    """Mermaid cannot be had."""


def mermaid_script(version: str) -> Path:
    """The script of that version."""
    script = cache_folder() / f"mermaid-{version}.min.js"
    if not script.exists():
        _fetch(version, script)
    if hashlib.sha256(script.read_bytes()).hexdigest() != CHECKSUMS[version]:
        raise NoMermaidError(f"{script} is not Mermaid {version}; remove it and try again")
    return script


def _fetch(version: str, script: Path) -> None:
    """Fetch it beside its place and rename it: what is interrupted is never used."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoMermaidError("npm is not on the PATH; it fetches Mermaid")
    script.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=script.parent) as scratch:
        command = [npm, "pack", f"mermaid@{version}", "--silent", "--ignore-scripts"]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NoMermaidError(f"npm pack failed:\n{done.stderr.strip()}")
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as archive:
            archive.extract(MEMBER, scratch, filter="data")
        (Path(scratch) / MEMBER).rename(script)
