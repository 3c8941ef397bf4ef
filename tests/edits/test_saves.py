"""Nothing that an editor saves while files are changed is lost, at whatever moment it saves."""

from __future__ import annotations

import errno
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from curriculum_lint.edits import exchange
from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.not_written import NotWritten, Reason
from curriculum_lint.edits.plan import Plan
from tests.edits.interference import (
    acting,
    append_in_place,
    interposed,
    remove_and_save,
    save_by_replacing,
    save_in_place,
)
from tests.edits.plans import PLANS, fresh
from tests.edits.trees import state_of
from tests.races.soak import SOAK

Save = Callable[[Path, str], None]

MINE = "mine\n"
SAVES = [save_in_place, save_by_replacing, remove_and_save, append_in_place]
CASES = [
    *(("at once", name, save) for name in ("each for itself", "with moves") for save in SAVES),
    *(("in steps", name, SAVES[0]) for name in ("together", "with moves")),
]
if SOAK:
    CASES = [
        (system, name, save)
        for system in ("at once", "in steps")
        for name in PLANS
        for save in SAVES
    ]


def be_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange names."""
    monkeypatch.setattr(exchange, "_call", lambda *_: errno.ENOSYS)


def run(root: Path, plan: Plan, act: Callable[[int], None]) -> list[NotWritten]:
    fresh(root)
    with interposed(acting(act)):
        return apply_plan(str(root), plan)


def boundaries(root: Path, plan: Plan) -> int:
    seen = [0]
    assert run(root, plan, seen.append) == []
    return len(seen) - 1


@pytest.mark.parametrize(("system", "name", "save"), CASES)
@pytest.mark.parametrize("path", ["a/readme.md", "d.md"])
def test_a_save_at_any_moment_survives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, name: str, save: Save, path: str
) -> None:
    root, plan = tmp_path / "root", PLANS[name]
    if system == "in steps":
        be_in_steps(monkeypatch)
    outcomes = set()
    for moment in range(boundaries(root, plan)):
        saved: list[str] = []

        def act(number: int, moment: int = moment, saved: list[str] = saved) -> None:
            place = root / path
            if number == moment and place.exists():
                save(place, MINE)
                saved.append(place.read_text())

        problems = run(root, plan, act)
        after = state_of(root)
        outcomes.add(bool(problems))
        if not saved:
            assert problems == []
            continue
        words = [text for text in after.values() if MINE.encode() in text]
        assert len(words) == 1 or is_the_gap(system, save), (moment, after, problems)
        assert_nothing_is_mixed(after, plan, problems)
        assert not [each.name for each in root.iterdir() if each.name.startswith(".")]
    if path == "a/readme.md":
        assert outcomes == {True, False}


def is_the_gap(system: str, save: Save) -> bool:
    """In steps, what replaces the file between two of them is overwritten: this is documented."""
    return system == "in steps" and save in (save_by_replacing, remove_and_save)


def assert_nothing_is_mixed(
    after: dict[str, bytes], plan: Plan, problems: list[NotWritten]
) -> None:
    """Apart from the editor's file, a whole plan is made or not."""
    others = {text for text in after.values() if MINE.encode() not in text}
    if plan.is_whole:
        assert others <= (
            {b"a\n", b"b\n", b"c\n"} if problems else {b"A\n", b"B\n", b"D\n", b"c\n"}
        )


def saving_at(
    place: Path, moments: list[int], save: Save, saved: list[str]
) -> Callable[[int], None]:
    def act(number: int) -> None:
        if number in moments and place.exists():
            saved.append(f"{MINE}{len(saved)}")
            save(place, saved[-1])

    return act


@pytest.mark.parametrize("name", PLANS)
def test_saves_at_any_two_moments_leave_the_later_one(tmp_path: Path, name: str) -> None:
    root, plan = tmp_path / "root", PLANS[name]
    count, chance = boundaries(root, plan), random.Random(1)
    for _ in range(120):
        moments = sorted(chance.sample(range(count), 2))
        save = chance.choice(SAVES[:3])
        last: list[str] = []
        problems = run(root, plan, saving_at(root / "a/readme.md", moments, save, last))
        words = [text.decode() for text in state_of(root).values() if b"mine" in text]
        # Where folders change their names, the same path is another file later.
        assert words == last[-1:] or (plan.moves and last[-1] in words), (moments, save, problems)


def test_saves_at_every_moment_leave_the_last_one(tmp_path: Path) -> None:
    for save in SAVES[:3]:
        last: list[str] = []

        def act(number: int, save: Save = save, last: list[str] = last) -> None:
            with suppress(FileNotFoundError):
                save(tmp_path / "root/a/readme.md", f"{MINE}{number}")
                last.append(f"{MINE}{number}")

        assert run(tmp_path / "root", PLANS["one file"], act) != []
        assert (tmp_path / "root/a/readme.md").read_text() == last[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone can tell")
def test_a_file_that_is_open_for_writing_is_left_alone(tmp_path: Path) -> None:
    fresh(tmp_path)
    with open(tmp_path / "a/readme.md", "a") as file:
        (problem,) = apply_plan(str(tmp_path), PLANS["one file"])
        assert problem.reason is Reason.IN_USE
        file.write("more\n")
    assert (tmp_path / "a/readme.md").read_text() == "a\nmore\n"


def test_a_file_that_is_open_for_reading_is_written(tmp_path: Path) -> None:
    fresh(tmp_path)
    with open(tmp_path / "a/readme.md"):
        assert apply_plan(str(tmp_path), PLANS["one file"]) == []
    assert (tmp_path / "a/readme.md").read_text() == "A\n"


@pytest.mark.parametrize("system", ["at once", "in steps"])
def test_the_file_is_there_at_every_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    root = tmp_path / "root"
    if system == "in steps":
        be_in_steps(monkeypatch)
    seen: set[str] = set()
    for name in ("one file", "each for itself", "together"):
        run(root, PLANS[name], lambda _: seen.add((root / "a/readme.md").read_text()))
        assert seen == {"a\n", "A\n"}
