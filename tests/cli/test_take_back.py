"""What a restructuring says takes it back does so: it is done word by word here, as it is printed."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.changed.history import commit, git
from tests.command import invoke
from tests.curricula import write_clean
from tests.edits.trees import state_of
from tests.repository import write_files

FILES = "first_level/2_files"
COMMANDS = (
    ("move", FILES, "--to", "1"),
    ("move", FILES, "--name", "documents"),
    ("move", FILES, "--to", "1", "--name", "documents"),
    ("move", f"{FILES}/a_streams", "--level", "first_level"),
    ("move", FILES, "--to", "1", "--redirects"),
    ("move", FILES, "--to", "1", "--unsafe-fixes"),
    ("move", FILES, "--name", "documents", "--redirects"),
    ("rename", FILES, "--title", "Documents"),
    ("rename", FILES, "--title", "Documents", "--folder"),
    ("rename", FILES, "--exercise", "1", "--to", "Say it"),
    ("new", "module", "Nets", "--at", "2"),
    ("new", "subsection", "Nets", "--of", FILES),
    ("new", "exercise", "Nets", "--in", FILES),
    ("remove", FILES),
    ("remove", FILES, "--exercise", "1"),
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two modules, of which the second has a subsection, all of it committed."""
    root = write_clean(tmp_path / "clean")
    with (root / FILES / "readme.md").open("a", encoding="utf-8") as readme:
        readme.write("\nModule 1 comes before module 2.\n")
    git(root, "init", "--quiet")
    commit(root)
    monkeypatch.chdir(root)
    return root


def kept(root: Path) -> dict[str, bytes]:
    """The files, without those of git and of the cache."""
    found = state_of(root)
    return {p: data for p, data in found.items() if not p.startswith((".git/", ".curriculum-lint"))}


def restructure(*command: str) -> list[str]:
    """Do it: the commands that are said to take it back."""
    done = invoke(*command)
    assert done.exit_code == 0, done.stderr
    (said,) = (each for each in done.stderr.splitlines() if "take it back" in each)
    return re.findall(r"`([^`]+)`", said)


def follow(commands: list[str], root: Path) -> None:
    for words in map(shlex.split, commands):
        if words[0] == "curriculum-lint":
            done = invoke(*words[1:])
            assert done.exit_code == 0, done.stderr
        else:
            subprocess.run(words, cwd=root, check=True)


@pytest.mark.parametrize("command", COMMANDS, ids=shlex.join)
def test_what_is_said_takes_it_back_at_once(command: tuple[str, ...], root: Path) -> None:
    before = kept(root)
    commands = restructure(*command)
    assert kept(root) != before
    follow(commands, root)
    assert kept(root) == before


@pytest.mark.parametrize("command", COMMANDS, ids=shlex.join)
def test_what_is_said_takes_it_back_from_another_folder(
    command: tuple[str, ...], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(root, {"more/x.txt": "x\n"})
    commit(root)
    monkeypatch.chdir(root / "more")
    before = kept(root)
    commands = restructure(*command)
    follow(commands, root / "more")
    assert kept(root) == before


def test_what_git_does_not_know_goes_back_with_the_folder(root: Path) -> None:
    write_files(root, {f"{FILES}/notes.txt": "mine\n", f"{FILES}/a_streams/.env": "mine too\n"})
    before = kept(root)
    commands = restructure("remove", "first_level/1_start")
    assert [each.split()[0] for each in commands] == ["git", "mv", "mv", "git"]
    follow(commands, root)
    assert kept(root) == before


def test_what_git_lacks_is_said_instead_of_a_command(root: Path) -> None:
    write_files(root, {"first_level/readme.md": "# Other\n\n- [F](2_files/readme.md)\n"})
    done = invoke("remove", FILES, "--force")
    assert "Git cannot take it back: it lacks what was in first_level/readme.md.\n" in done.stderr
    assert "To take it back" not in done.stderr


def test_without_git_nothing_is_said_of_it(tmp_path: Path) -> None:
    root = write_clean(tmp_path / "clean")
    done = invoke("remove", FILES, "--root", str(root))
    assert done.exit_code == 0
    assert "take it back" not in done.stderr
