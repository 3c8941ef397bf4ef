"""What the page writes into readmes: boxes to tick, and what stands below an exercise."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..render.places import Criterion
from ..render.readme import Task


def criterion_box(key: str, criterion: Criterion, count: int) -> str:
    """The box before a criterion. Without a script it is only printed."""
    name = f"Criterion {criterion.place} of {count}"
    return f'<input type="checkbox" data-task="criterion/{escape(key)}" aria-label="{name}"> '


def exercise_box(task: Task) -> str:
    """The box before an exercise that is an item of a list or a row of a table."""
    name = escape(f"{task.number} {task.title}".strip())
    key = escape(task.key)
    label = f"I have done it: {name}"
    return f'<input type="checkbox" data-task="exercise/{key}" aria-label="{label}"> '


def exercise_foot(task: Task, criteria: Sequence[str], command: str | None) -> str:
    """What stands below an exercise: the box for all of it, and the command that checks it."""
    name = escape(f"{task.number} {task.title}".strip())
    box = (
        f'<label class="task"><input type="checkbox" data-task="exercise/{escape(task.key)}" '
        f'aria-label="I have done it: {name}"> I have done it</label>'
    )
    ticked = f'<span class="ticked" data-ticked="{escape(task.key)}"></span>' if criteria else ""
    return f'<div class="exercise-foot scripted">{box}{ticked}{_check(command)}</div>'


def _check(command: str | None) -> str:
    if not command:
        return ""
    return f'<p class="check"><span>Check it:</span> <code dir="ltr">{escape(command)}</code></p>'
