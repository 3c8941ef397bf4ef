"""A process that is killed while it rewrites a file: the file is always the old or the new one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 60

#: One interpreter forks all victims: starting one for each would take most of the time.
_EXPERIMENT = """
import os, random, select, signal, sys
from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.plan import NewText, Plan

root, kills = sys.argv[1], int(sys.argv[2])
texts = ["old " * 50_000, "new " * 60_000]
digests = [digest(text.encode()) for text in texts]
target = os.path.join(root, "readme.md")
chance = random.Random(1)
left = []

def current():
    with open(target, "rb") as file:
        return digests.index(digest(file.read()))

def rewrite_for_ever(ready):
    state = current()
    while True:
        new = NewText("readme.md", texts[1 - state], False, digests[state])
        refused = apply_plan(root, Plan((new,)))
        assert not refused, refused
        state = 1 - state
        os.write(ready, b".")

with open(target, "w") as file:
    file.write(texts[0])
for _ in range(kills):
    hear, ready = os.pipe()
    victim = os.fork()
    if not victim:
        try:
            rewrite_for_ever(ready)
        finally:
            os._exit(9)
    os.read(hear, 1)
    # An idle wait for a time that nobody can predict.
    select.select([], [], [], chance.uniform(0, 0.006))
    os.kill(victim, signal.SIGKILL)
    _, status = os.waitpid(victim, 0)
    assert os.WIFSIGNALED(status), status
    os.close(hear)
    os.close(ready)
    current()  # a ValueError here is a file that is neither
    left.append(len(os.listdir(root)) - 1)
state = current()
assert apply_plan(root, Plan((NewText("readme.md", "end", False, digests[state]),))) == []
print("survived", sum(left) > 0, os.listdir(root))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the experiment forks its victims")
def test_a_killed_run_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _EXPERIMENT, str(tmp_path), str(KILLS)],
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    # True: some kill came while a file was written, or nothing would be proven. And the next run
    # that writes has removed what the killed ones had left behind.
    assert (run.stdout, run.stderr) == ("survived True ['readme.md']\n", "")
