"""How a restructuring is taken back: by the commands that do it, or by what git has."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..edits.moves import Moves, folders_around, is_within_any
from ..edits.temporary import is_removal
from ..text.phrases import counted, listed

if TYPE_CHECKING:
    from ..edits.plan import Plan
    from .request import RestructureRequest

_MOST_NAMED = 5


class BeyondGit(NamedTuple):
    """What git could not give back: it lacks some of it, or does not know it at all.

    ``lost`` will be changed or removed; ``carried`` only goes elsewhere, by its new path.
    """

    lost: Sequence[str]
    carried: dict[str, str]


def find_beyond_git(root: str, plan: Plan) -> BeyondGit | None:
    """What git has not, before ``plan`` is made; ``None`` without git."""
    from ..git.uncommitted import uncommitted

    texts = {each.path for each in plan.texts if each.expected_digest is not None}
    kept, removed = _moved(plan)
    found = uncommitted(root, [*texts, *kept, *removed], untracked=True)
    if found is None:
        return None
    changed = {*texts, *(uncommitted(root, [*texts, *kept]) or [])}
    # A readme that git does not know is not there for `git restore` to name.
    lost = [e for e in found if e in changed or is_within_any(e, removed) or e.endswith(".md")]
    moves = Moves(plan.moves)
    return BeyondGit(lost, {moves.new(path): path for path in found if path not in lost})


def say_commands(
    root: str, plan: Plan, commands: Iterable[tuple[str, ...]], request: RestructureRequest
) -> str:
    """The commands that take a restructuring back, as they are typed where it was."""
    where = [word for word in ("--root", "--config") if getattr(request, word[2:]) is not None]
    more = [each for word in where for each in (word, getattr(request, word[2:]))]
    more += ["--force"] * _is_changed(root, plan)
    every = [f"`{shlex.join(('curriculum-lint', *each, *more))}`" for each in commands]
    return f"To take it back: {', then '.join(every)}."


def say_git(root: str, plan: Plan, beyond: BeyondGit | None) -> str:
    """How git takes a restructuring back, and what it cannot."""
    if beyond is None:
        return ""
    is_crossed = bool(beyond.carried.keys() & set(beyond.carried.values()))
    if beyond.lost or is_crossed or len(beyond.carried) > _MOST_NAMED:
        named = [*beyond.lost, *beyond.carried.values()]
        rest = [counted(len(named) - _MOST_NAMED, "other")] * (len(named) > _MOST_NAMED)
        what = listed([*named[:_MOST_NAMED], *rest])
        return f"Git cannot take it back: it lacks what was in {what}."
    new = {move.target for move in plan.moves if not is_removal(move.target)}
    new |= {each.path for each in plan.texts if each.expected_digest is None}
    old = {move.source for move in plan.moves}
    old |= {each.path for each in plan.texts if each.expected_digest is not None}
    commands = [_git(root, "restore", old)]
    here = ((_here(root, new), _here(root, old)) for new, old in beyond.carried.items())
    commands += [shlex.join(("mv", *each)) for each in here]
    commands += [_git(root, "clean -fd", new)] if new else []
    return f"To take it back: {listed([f'`{each}`' for each in commands])}."


def _is_changed(root: str, plan: Plan) -> bool:
    """Whether a command would not start over what ``plan`` has changed just now."""
    from ..git.uncommitted import uncommitted

    moves, (kept, _) = Moves(plan.moves), _moved(plan)
    begun = [each.path for each in plan.texts if each.expected_digest is None]
    texts = [each.path for each in plan.texts if each.expected_digest is not None]
    changed = [*map(moves.new, (*texts, *kept))]
    is_seen = bool(changed and uncommitted(root, changed))
    return is_seen or bool(begun and uncommitted(root, begun, untracked=True))


def _moved(plan: Plan) -> tuple[list[str], list[str]]:
    """What goes elsewhere, and what is removed."""
    kept = [move.source for move in plan.moves if not is_removal(move.target)]
    return kept, [move.source for move in plan.moves if is_removal(move.target)]


def _git(root: str, command: str, paths: set[str]) -> str:
    shortest = sorted(p for p in paths if paths.isdisjoint(folders_around(p)))
    return f"git {command} -- {shlex.join(_here(root, path) for path in shortest)}"


def _here(root: str, path: str) -> str:
    """A path from the working folder."""
    return os.path.relpath(os.path.join(root, path)).replace(os.sep, "/")
