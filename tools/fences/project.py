"""A scratch project: the folder in which the fences of one section live."""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .process import Outcome, run
from .toolchain import Toolchain
from .verdict import Skip


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a package.json, the installed packages and a database for sql fences."""

    folder: Path
    home: Path
    database: sqlite3.Connection
    toolchain: Toolchain | None

    def write(self, name: str, text: str) -> Path:
        """Write one file of the project."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def node(self, *arguments: str) -> Outcome:
        """Run Node.js in the project."""
        if self.toolchain is None:
            raise Skip("tool missing: node")
        return self.run([str(self.toolchain.node), *arguments])

    def bash(self, *arguments: str) -> Outcome:
        """Run bash in the project; what it prints is in one stream, as on a terminal."""
        bash = shutil.which("bash")
        if bash is None:
            raise Skip("tool missing: bash")
        return self.run([bash, "--noprofile", "--norc", *arguments], merge=True)

    def run(self, command: Sequence[str], *, merge: bool = False) -> Outcome:
        """Run a program with an environment that inherits nothing."""
        return run(command, cwd=self.folder, env=self._environment(), merge=merge)

    def tidy(self, text: str) -> str:
        """A program's words without the path of the scratch folder."""
        return text.replace(f"{self.folder}/", "").strip()

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": self.toolchain.path if self.toolchain else "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "TMPDIR": str(self.home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "NO_COLOR": "1",
            "npm_config_update_notifier": "false",
        }


@contextmanager
def scratch_project(toolchain: Toolchain | None) -> Iterator[Project]:
    """A project that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="fences-") as scratch:
        folder, home = Path(scratch, "project"), Path(scratch, "home")
        folder.mkdir()
        home.mkdir()
        (folder / "package.json").write_text(json.dumps({"type": "module"}), encoding="utf-8")
        if toolchain:
            (folder / "node_modules").symlink_to(toolchain.node_modules)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            yield Project(folder, home, database, toolchain)
