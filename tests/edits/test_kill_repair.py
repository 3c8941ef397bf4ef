"""A process that is killed while it renames: the tree becomes wholly the old or the new one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: One interpreter forks all victims. Each is killed before a certain call that changes the disk,
#: and so is each run that brings its work to an end: at another call, again and again.
_EXPERIMENT = """
import os, random, shutil, signal, sys
from curriculum_lint.edits import exchange
from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.plan import NewText, Plan
from curriculum_lint.edits.recover import recover
from curriculum_lint.edits.temporary import is_temporary

root, mode, system = sys.argv[1:]
OLD = {
    "l/1_a/readme.md": "one", "l/2_b/readme.md": "two", "l/2_b/a_x/readme.md": "two a",
    "l/3_c/readme.md": "three", "l/3_c/data.bin": "data", "l/4_d.md": "four", "readme.md": "root",
}
NEW = {
    "l/1_a/readme.md": "one", "l/3_b/readme.md": "TWO", "l/3_b/b_x/readme.md": "two a",
    "l/2_c/readme.md": "THREE", "l/2_c/data.bin": "data", "l/4_D.md": "four", "readme.md": "ROOT",
    "l/5_e/readme.md": "five",
}
PLAN = Plan(
    tuple(
        NewText(path, text, False, old and digest(old.encode()))
        for path, text, old in [
            ("l/2_b/readme.md", "TWO", "two"), ("l/3_c/readme.md", "THREE", "three"),
            ("readme.md", "ROOT", "root"), ("l/5_e/readme.md", "five", None),
        ]
    ),
    (Move("l/2_b", "l/3_b"), Move("l/2_b/a_x", "l/3_b/b_x"), Move("l/3_c", "l/2_c"),
     Move("l/4_d.md", "l/4_D.md")),
)
CALLS = ("rename", "replace", "link", "write", "unlink", "mkdir", "rmdir", "open", "fsync", "chmod")

def write():
    shutil.rmtree(root, ignore_errors=True)
    for path, text in OLD.items():
        os.makedirs(os.path.dirname(f"{root}/{path}"), exist_ok=True)
        with open(f"{root}/{path}", "w") as file:
            file.write(text)

def read():
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), root)
            if not any(map(is_temporary, path.split(os.sep))):
                with open(os.path.join(folder, name)) as file:
                    found[path] = file.read()
    return found

def doomed(work, at, failing_at=None):
    '''Run ``work`` in a process that is killed before its call number ``at``; whether it was.'''
    pid = os.fork()
    if not pid:
        count = iter(range(10**6))
        def wrap(whole):
            def call(*arguments, **options):
                number = next(count)
                if number == at:
                    os.kill(os.getpid(), signal.SIGKILL)
                if number == failing_at:
                    raise OSError(28, "No space left on device")
                # A killed process loses nothing that the disk has not got yet.
                return None if whole is fsync else whole(*arguments, **options)
            return call
        fsync = os.fsync
        for name in CALLS:
            setattr(os, name, wrap(getattr(os, name)))
        if system == "in steps":
            exchange._call = lambda *_: 38
        else:
            exchange._call = wrap(exchange._call)
        try:
            work()
        except OSError:
            pass
        finally:
            os._exit(0)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)

def endings(at, failing_at=None):
    write()
    was_killed = doomed(lambda: apply_plan(root, PLAN), at, failing_at)
    between = read()
    for text in between.values():
        assert text in (*OLD.values(), *NEW.values()), text
    chance = random.Random(at)
    for _ in range(3):
        doomed(lambda: recover(root), chance.randrange(40))
    os.fsync = lambda handle: None
    for each in recover(root):
        assert not each.is_open, each.message
    left = [name for name in os.listdir(root) if is_temporary(name)]
    assert not left, left
    after = read()
    assert after in (OLD, NEW), after
    return was_killed, after == NEW

seen = set()
at = 0
if mode == "failing":
    later = random.Random(1)
    for at in range(0, 80, 2):
        seen.add(endings(at + later.randrange(1, 25), at)[1])
else:
    was_killed = True
    while was_killed:
        was_killed, is_new = endings(at)
        seen.add(is_new)
        at += 1
    assert is_new
    assert at > 40, at
assert seen == {True, False}, seen
print("survived", at)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the experiment forks its victims")
@pytest.mark.parametrize("system", ["at once", "in steps"])
@pytest.mark.parametrize("mode", ["killed", "failing"])
def test_a_repair_that_is_killed_at_any_step_is_done_or_undone(
    tmp_path: Path, mode: str, system: str
) -> None:
    """In the mode ``failing`` a call fails first, so that the kill comes while things go back."""
    run = subprocess.run(
        [sys.executable, "-c", _EXPERIMENT, str(tmp_path / "root"), mode, system],
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.startswith("survived ")
