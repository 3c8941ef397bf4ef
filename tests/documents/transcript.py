"""A page of documentation as a session: its commands are run, and what they print is compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.ci.documents import Snippet

_SECONDS = re.compile(r"\b\d+\.\d\d s\b")
_BIN = Path(sys.executable).parent


class Session:
    """A shell that keeps its folder from command to command."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        home = folder.parent / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(
            "[user]\nname = A mentor\nemail = a@example.org\n[init]\ndefaultBranch = main\n"
        )
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "COLUMNS"))}
        self._environment = {
            **kept,
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PATH": f"{_BIN}{os.pathsep}{os.environ['PATH']}",
        }

    def run(self, command: str) -> str:
        """What a command prints, both streams together."""
        script = f"{command}\nstatus=$?\npwd >&3\nexit $status"
        place = self._folder.parent / "folder"
        done = subprocess.run(
            ["bash", "-c", f"exec 3>{place}\n{script}"],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=120,
        )
        self._folder = Path(place.read_text().strip())
        return done.stdout

    def write(self, path: str, text: str) -> None:
        """Write a file that the page shows."""
        (self._folder / path).write_text(text)


def commands_of(shown: str) -> Iterator[str]:
    """The commands of a console, without their answers."""
    return (line[2:] for line in shown.splitlines() if line.startswith("$ "))


def replayed(shown: str, session: Session) -> str:
    """The console as it is when its commands are run."""
    return "".join(f"$ {each}\n{session.run(each)}" for each in commands_of(shown))


def without_seconds(text: str) -> str:
    """``text`` with every time the same."""
    return _SECONDS.sub("0.00 s", text)


def file_before(page: str, snippet: Snippet) -> str:
    """The path of the file whose text a fence is: the sentence before it names it last."""
    before = page[: page.index(f"```{snippet.language}\n{snippet.text}")].rstrip()
    found = re.search(r"in `([^`]+)`:\Z", before)
    assert found, f"{snippet.place} shows a file without a name"
    return found[1]
