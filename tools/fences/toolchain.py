"""Gets Node.js and the packages of package.json into a cache folder, once per package.json."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
INPUTS = ("package.json", ".npmrc")
NODE_PACKAGES = {24: "node", 22: "node22"}


class ToolchainError(Exception):
    """Node.js or a package cannot be had."""


@dataclass(frozen=True, slots=True)
class Toolchain:
    """An installed node_modules folder and the Node.js release to use from it."""

    node_modules: Path
    release: int
    npm: Path

    @property
    def node(self) -> Path:
        """The Node.js program."""
        return self.node_modules / NODE_PACKAGES[self.release] / "bin" / "node"

    @property
    def path(self) -> str:
        """A PATH on which the right Node.js comes first."""
        folders = [self.node.parent, self.npm.parent, "/usr/local/bin", "/usr/bin", "/bin"]
        return os.pathsep.join(map(str, folders))


def prepare(release: int) -> Toolchain:
    """The tools, installed if package.json changed since the last time."""
    npm = shutil.which("npm")
    if npm is None:
        raise ToolchainError("npm is not on the PATH; it brings the Node.js that the fences need")
    with _lock(cache_folder()):
        home = cache_folder() / _fingerprint()
        if not home.exists():
            _install(npm, home)
    toolchain = Toolchain(home / "node_modules", release, Path(npm))
    if not toolchain.node.exists():
        raise ToolchainError(f"npm did not bring Node.js {release}; remove {home} and try again")
    return toolchain


def cache_folder() -> Path:
    """Where installations are kept; FENCES_CACHE names another folder."""
    default = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("FENCES_CACHE") or default / "curriculum-fences")


def _fingerprint() -> str:
    content = b"\0".join((FOLDER / name).read_bytes() for name in INPUTS)
    return hashlib.sha256(content).hexdigest()[:16]


def _install(npm: str, home: Path) -> None:
    """Install beside `home` and rename: an interrupted installation is never used."""
    with tempfile.TemporaryDirectory(dir=home.parent) as scratch:
        work = Path(scratch) / "work"
        work.mkdir()
        for name in INPUTS:
            shutil.copy(FOLDER / name, work / name)
        command = [npm, "install", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ToolchainError(f"npm install failed:\n{done.stderr.strip()}")
        work.rename(home)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Let one checker at a time install."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
