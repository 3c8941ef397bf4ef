"""Random curricula in all forms, random commands, then the inverse: every byte is as it was."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.fix.repair import write
from curriculum_lint.refactor import steps
from curriculum_lint.refactor.order_steps import unit_at
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.edits.trees import state_of
from tests.refactor.indexes import FORMS, Lesson, curriculum, lessons
from tests.repository import write_files

NAMES = ("alpha", "bravo", "carol", "delta", "echo", "foxtrot", "golf")
Act = Callable[[Restructuring], object]


class Command(NamedTuple):
    """What is done, and what takes it back."""

    name: str
    do: Act
    undo: Act


def neighbours(found: list[Lesson], at: int, style: str) -> str:
    """What a lesson says about the ones beside it."""
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    to = {each: f"../{each.readme}" for each in (before, after) if each}
    if style == "section":
        text = f"Go on with [{after.title}]({to[after]})." if after else "That was the last one."
        return f"\n## Next\n\n{text}\n"
    parts = [f"[← Previous]({to[before]})"] if before else []
    parts += [f"[Next: {after.title}]({to[after]})"] if after else []
    return f"\n---\n\n{' | '.join(parts)}\n" if style == "line" and parts else ""


def files_of(count: int, forms: list[str], style: str) -> dict[str, str]:
    """A level whose readme lists its lessons in several forms."""
    found = lessons(*NAMES[:count])
    files = curriculum(found, lambda each: "\n\n## More\n\n".join(FORMS[f](each) for f in forms))
    for at, each in enumerate(found):
        path = f"a_level/{each.readme}"
        exercises = "".join(
            f"### Exercise {each.number}.{n}: Do {each.slug} {n}\n\nDo it.\n\n" for n in (1, 2)
        )
        files[path] = (
            f"# {each.title}\n\n{each.words}, as in exercise {each.number}.2.\n\n"
            f"## Exercises\n\n{exercises}{neighbours(found, at, style).lstrip()}"
        )
    return files


def module(work: Restructuring, number: int) -> str:
    """The path of the module with a number."""
    (level,) = work.curriculum.levels
    return next(unit.path for unit in level.children if unit.name.number == number)


def moved(one: int, other: int) -> Command:
    return Command(
        f"move {one} to {other}",
        lambda work: steps.move_unit(work, module(work, one), str(other)),
        lambda work: steps.move_unit(work, module(work, other), str(one)),
    )


def begun(at: int) -> Command:
    return Command(
        f"new at {at}",
        lambda work: steps.add_module(work, "a_level", steps.Beginning("Zulu extra", str(at))),
        lambda work: steps.remove_unit(work, module(work, at)),
    )


def exercise_begun(of: int, at: int) -> Command:
    return Command(
        f"new exercise {at} in {of}",
        lambda work: steps.add_exercise(work, "Yes", module(work, of), str(at)),
        lambda work: steps.remove_exercise(work, module(work, of), f"{of}.{at}"),
    )


def retitled(number: int) -> Command:
    titles: list[str] = []

    def do(work: Restructuring) -> None:
        path = module(work, number)
        unit = unit_at(work.curriculum, path)
        page = work.curriculum.page(unit)
        assert page is not None and page.outline.title is not None
        titles.append(page.outline.title.text)
        steps.rename_title(work, path, f"{titles[0].split()[0]} anew")

    return Command(
        f"rename {number}",
        do,
        lambda work: steps.rename_title(work, module(work, number), titles[0]),
    )


@st.composite
def sequences(draw: st.DrawFn) -> tuple[dict[str, str], list[Command]]:
    count = draw(st.integers(2, len(NAMES)))
    forms = draw(st.lists(st.sampled_from(sorted(FORMS)), min_size=1, max_size=3, unique=True))
    style = draw(st.sampled_from(("none", "section", "line")))
    numbers = st.integers(1, count)
    command = st.one_of(
        st.builds(moved, numbers, numbers),
        st.builds(retitled, numbers),
        st.builds(exercise_begun, numbers, st.integers(1, 2)),
    )
    commands = draw(st.lists(command, min_size=1, max_size=10))
    # A module that is begun is removed as the last one of all: it has nothing to say yet.
    if style == "none" and draw(st.booleans()):
        commands.append(begun(draw(st.integers(1, count + 1))))
    return files_of(count, forms, style), commands


def run(root: Path, act: Act) -> None:
    known = load_settings(str(root), root=str(root)).settings
    work = Restructuring(Disk(known))
    act(work)
    if not work.is_begun:
        return
    done = work.end((), ())
    assert done.faults == ()
    assert write(known, done.repair) == []


@settings(
    max_examples=int(os.environ.get("CURRICULUM_LINT_SOAK", "") or 15),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(sequences())
def test_commands_and_their_inverse_leave_every_byte(
    given: tuple[dict[str, str], list[Command]],
) -> None:
    files, commands = given
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_files(root, files)
        before = state_of(root)
        for command in commands:
            run(root, command.do)
        for command in reversed(commands):
            run(root, command.undo)
        assert state_of(root) == before, [command.name for command in commands]
