"""A call of the system that fails, at any place: the old state or the new one, and a true sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.edits import exchange
from curriculum_lint.edits import journal as journals
from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.not_written import NotWritten, Reason
from curriculum_lint.edits.plan import Plan
from curriculum_lint.edits.recover import recover
from tests.edits.interference import CALLS, CHANGING, Around, interposed
from tests.edits.plans import OLD, PLANS, fresh
from tests.edits.trees import state_of

CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EROFS]
_write = os.write


def failing(at: int, code: int, *, once: bool) -> Around:
    """Call number ``at`` fails, or all from there on."""
    count = iter(range(10**6))

    def around(_name: str, call: partial[Any]) -> Any:
        number = next(count)
        if number == at or (number > at and not once):
            raise OSError(code, os.strerror(code))
        return call()

    return around


def needs_room(name: str, arguments: tuple[Any, ...]) -> bool:
    """Whether a call needs room on the disk."""
    return name in {"write", "mkdir", "link"} or (name == "open" and arguments[1] & os.O_CREAT > 0)


def counted(root: Path, plan: Plan, calls: tuple[str, ...]) -> int:
    fresh(root)
    seen: list[str] = []

    def around(name: str, call: partial[Any]) -> Any:
        seen.append(name)
        return call()

    with interposed(around, calls):
        assert apply_plan(str(root), plan) == []
    return len(seen)


def new_state(root: Path, plan: Plan) -> dict[str, bytes]:
    fresh(root)
    assert apply_plan(str(root), plan) == []
    return state_of(root)


def old_state() -> dict[str, bytes]:
    return {path: text.encode() for path, text in OLD.items()}


def assert_true(root: Path, plan: Plan, problems: list[NotWritten], new: dict[str, bytes]) -> None:
    """What is said of the tree is so."""
    old, after = old_state(), state_of(root)
    reasons = {each.reason for each in problems}
    if Reason.UNFINISHED in reasons:
        assert any(journals.folders(str(root)))
        assert not any(each.is_open for each in recover(str(root)))
        after = state_of(root)
        assert after in (old, new) or not plan.is_whole, after
    elif not problems:
        assert after == new
    elif plan.is_whole or Reason.NOT_DONE in reasons:
        assert after == old, problems
    for path, text in after.items():
        assert text in (old.get(path), new.get(path))
    refused = {each.path for each in problems} - {"."}
    assert all(after.get(path) == old.get(path) for path in refused), (problems, after)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("once", [True, False])
def test_a_call_that_fails_leaves_the_old_or_the_new(tmp_path: Path, name: str, once: bool) -> None:
    root, plan = tmp_path / "root", PLANS[name]
    new, endings = new_state(root, plan), set()
    for at in range(counted(root, plan, CHANGING)):
        fresh(root)
        with interposed(failing(at, CODES[at % len(CODES)], once=once), CHANGING):
            problems = apply_plan(str(root), plan)
        assert_true(root, plan, problems, new)
        endings.add(bool(problems))
        if once and not any(each.reason is Reason.UNFINISHED for each in problems):
            # What a run could not tidy up is tidied by the next one, which says so.
            assert {each.reason for each in apply_plan(str(root), Plan(()))} <= {Reason.OUTDATED}
            assert not list(journals.folders(str(root)))
    assert endings == {True, False}


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("system", ["at once", "in steps"])
def test_on_a_full_disk_nothing_is_left_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, system: str
) -> None:
    """Everything that is needed to undo a change is prepared before it is begun."""
    root, plan = tmp_path / "root", PLANS[name]
    if system == "in steps":
        monkeypatch.setattr(exchange, "_call", lambda *_: errno.ENOSYS)
    new = new_state(root, plan)
    for at in range(counted(root, plan, CHANGING)):
        count = iter(range(10**6))

        def around(
            call_name: str, call: partial[Any], at: int = at, count: Iterator[int] = count
        ) -> Any:
            if next(count) >= at and needs_room(call_name, call.args):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call()

        fresh(root)
        with interposed(around, CHANGING):
            problems = apply_plan(str(root), plan)
        assert not any(each.reason is Reason.UNFINISHED for each in problems), (at, problems)
        assert_true(root, plan, problems, new)


@pytest.mark.parametrize("name", PLANS)
def test_an_interruption_leaves_the_old_or_the_new(tmp_path: Path, name: str) -> None:
    root, plan = tmp_path / "root", PLANS[name]
    new = new_state(root, plan)
    for at in range(counted(root, plan, CALLS)):
        count = iter(range(10**6))

        def around(
            _name: str, call: partial[Any], at: int = at, count: Iterator[int] = count
        ) -> Any:
            if next(count) == at:
                raise KeyboardInterrupt
            return call()

        fresh(root)
        try:
            with interposed(around):
                apply_plan(str(root), plan)
        except KeyboardInterrupt:
            pass
        recover(str(root))
        after = state_of(root)
        assert after in (old_state(), new) or not plan.is_whole, (at, after)
        assert not list(journals.folders(str(root)))
        for path, text in after.items():
            assert text in (old_state().get(path), new.get(path))


def test_a_system_that_takes_little_at_once_gets_all(tmp_path: Path) -> None:
    root, plan = tmp_path / "root", PLANS["together"]
    new = new_state(root, plan)
    fresh(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda handle, data: _write(handle, bytes(data)[:1]))
        assert apply_plan(str(root), plan) == []
    assert state_of(root) == new


def test_a_tree_that_is_gone_is_said(tmp_path: Path) -> None:
    (problem,) = apply_plan(str(tmp_path / "gone"), PLANS["together"])
    assert problem.message == "Nothing was changed: No such file or directory."
