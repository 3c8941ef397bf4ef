"""An editor that saves while a command runs: at every moment that the command touches the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import Result, invoke
from tests.curricula import FIRST, SECOND, readme, write_clean
from tests.edits.interference import acting, interposed, save_by_replacing, save_in_place
from tests.edits.trees import state_of
from tests.races.soak import every

Save = Callable[[Path, str], None]


def swallowed(title: str) -> str:
    """A readme with something to fix: labels inside the last step."""
    return readme(title).replace("2. Run it.\n\n**Acc", "2. Run it.\n**Acc")


#: Words that no command writes by itself, in a text that has something to fix.
WORDS = "Run it with my own words"
MINE = swallowed("Files").replace("Run it", WORDS)
COMMANDS = {
    "fix": ("check", "--fix", "--no-cache"),
    "move": ("move", "2", "--to", "1"),
    "new exercise": ("new", "exercise", "One more", "--in", "2"),
    "index": ("index",),
}


def begin(root: Path) -> None:
    """Make the tree anew: two readmes to fix, an index to write."""
    write_clean(root)
    (root / FIRST).write_text(swallowed("Start"))
    (root / SECOND).write_text(swallowed("Files"))
    marks = "<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->\n"
    (root / "README.md").write_text(f"# Course\n\n{marks}")
    (root / "curriculum-lint.toml").write_text('[index]\njson = "index.json"\n')


def run_with_saves(
    root: Path, command: tuple[str, ...], path: str, save: Save, moment: int
) -> tuple[Result, bool, int]:
    """Run the command; whether something was saved, and how many moments there were."""
    saved: list[int] = []
    last = [0]

    def act(number: int) -> None:
        last[0] = number
        # Where the folder has been moved, the editor cannot save, and knows it.
        if number == moment and (root / path).exists():
            save(root / path, MINE)
            saved.append(number)

    with interposed(acting(act)):
        done = invoke(*command, "--root", str(root))
    return done, bool(saved), last[0]


def texts_of_mine(root: Path) -> set[str]:
    """The texts that hold the editor's words."""
    texts = {text.decode() for text in state_of(root).values()}
    return {text for text in texts if WORDS in text}


def check_one(
    root: Path, command: tuple[str, ...], save: Save, moment: int, whole: set[str]
) -> int:
    """What was saved is there: as it was saved, or as the command makes it. How many moments."""
    begin(root)
    done, is_saved, last = run_with_saves(root, command, SECOND, save, moment)
    assert done.exit_code in (0, 1, 2), done
    assert "Internal error" not in done.stderr, done
    assert texts_of_mine(root) <= whole, (moment, done)
    assert bool(texts_of_mine(root)) is is_saved, (moment, done)
    assert not [each.name for each in root.iterdir() if each.name.startswith(".repair")]
    return last


def whole_texts(root: Path, command: tuple[str, ...]) -> set[str]:
    """The text as the editor saves it, and as the command makes it."""
    begin(root)
    (root / SECOND).write_text(MINE)
    done = invoke(*command, "--root", str(root))
    assert done.exit_code == 0, done
    return {MINE, *texts_of_mine(root)}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("save", [save_in_place, save_by_replacing])
def test_what_is_saved_during_a_command_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, save: Save
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    command = COMMANDS[name]
    whole = whole_texts(tmp_path / "whole", command)
    count = check_one(tmp_path / "none", command, save, -1, whole)
    for moment in range(len(name), count, every(count, 25)):
        check_one(tmp_path / f"root{moment}", command, save, moment, whole)
