"""A run that dies at any call that changes the disk, and the next one, which ends what it began."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.edits import exchange
from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.plan import Plan
from curriculum_lint.edits.recover import Ending, recover
from curriculum_lint.edits.temporary import removal_of
from tests.edits.interference import CHANGING, Killed, dying, interposed
from tests.edits.plans import OLD, PLANS, fresh
from tests.edits.trees import state_of

_TEXTS = PLANS["together"].texts
DYING = {
    **PLANS,
    "with a removal": Plan(_TEXTS[1:], (Move("a", removal_of("a")), Move("c.md", "deep/er/c.md"))),
    "out of a folder": Plan(
        _TEXTS, (Move("a", "b/a"), Move("b", "a"), Move("a/readme.md", "a.md"))
    ),
}
BEFORE = {path: text.encode() for path, text in OLD.items()}


def counted(root: Path, plan: Plan) -> int:
    seen: list[str] = []

    def around(name: str, call: partial[Any]) -> Any:
        seen.append(name)
        return call()

    fresh(root)
    with interposed(around, CHANGING):
        assert apply_plan(str(root), plan) == []
    return len(seen)


def die_at(at: int, work: Callable[[], object]) -> None:
    with suppress(Killed), interposed(dying(at), CHANGING):
        work()


@pytest.fixture(params=["at once", "in steps"])
def root(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    if request.param == "in steps":
        monkeypatch.setattr(exchange, "_call", lambda *_: errno.ENOSYS)
    return tmp_path / "root"


@pytest.mark.parametrize("name", DYING)
@pytest.mark.parametrize("deaths", [1, 2])
def test_the_next_run_ends_it_and_says_how(root: Path, name: str, deaths: int) -> None:
    plan = DYING[name]
    calls = counted(root, plan)
    new = state_of(root)
    said = set()
    for at in range(calls):
        fresh(root)
        die_at(at, lambda: apply_plan(str(root), plan))
        for again in range(1, deaths):
            die_at((7 * at) % 17 + again, lambda: recover(str(root)))
        endings = [each.ending for each in recover(str(root))]
        after = state_of(root)
        if not plan.is_whole:
            assert endings == []
            assert all(text in (BEFORE.get(path), new[path]) for path, text in after.items())
        elif endings:
            assert after == {Ending.FORWARD: new, Ending.BACK: BEFORE}[endings[0]], at
        else:
            assert after in (BEFORE, new)
        assert not [each for each in os.listdir(root) if each.startswith(".")], at
        said |= set(endings)
    assert said == ({Ending.FORWARD} if plan.is_whole else set()) or deaths > 1
