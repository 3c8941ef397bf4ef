"""All that can be seen of a curriculum, aspect by aspect, as lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from curriculum_lint.check.diagnostic import Diagnostic, Place
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import read_curriculum, run
from curriculum_lint.edits.diff import unified_diff
from curriculum_lint.edits.edit import Fix, Safety
from curriculum_lint.fix.repair import Repair, repair
from curriculum_lint.index.build import build_index
from curriculum_lint.index.json_index import json_index
from curriculum_lint.index.listing import list_text
from curriculum_lint.model.curriculum import Unit
from curriculum_lint.refactor import steps
from curriculum_lint.refactor.inverse import commands_back
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.refactor.units.refusal import Refusal
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.load import settings_in
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.draft import Draft
from curriculum_lint.workspace.workspace import Workspace
from tools.fuzz.memory import Memory, new_pages

from .stages import links, listings, outlines

#: The tree of a case: what files hold, by their paths.
Files = Mapping[str, str]
_CONFIGURATION, _ROOT = "curriculum-lint.toml", "/curriculum"
_ONLINE = "CL320"
_DRAWN = re.compile(r"(?<=\.curriculum-lint-)[0-9a-f]+(?=\.tmp)")
_RULES: Sequence[Rule] = [rule for rule in all_rules() if rule.code != _ONLINE]


def observe(files: Files, aspect: str) -> list[str]:
    """What is seen of ``files`` under ``aspect``, which `ASPECTS` knows."""
    try:
        seen = "\n".join(ASPECTS[aspect](_workspace(files)))
    except (SettingsError, Refusal) as error:
        seen = f"{type(error).__name__}: {error}"
    # Where a folder waits to be removed is another place each time.
    return _DRAWN.sub("drawn", seen).split("\n")


def _workspace(files: Files) -> Workspace:
    written = settings_in(files.get(_CONFIGURATION, ""), _CONFIGURATION, _ROOT)
    data = {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}
    return Memory(written or Settings(root=_ROOT), data)


def _findings(workspace: Workspace) -> Iterator[str]:
    for each in run(workspace, _RULES, pages=new_pages()).diagnostics:
        yield from _finding(each)


def _finding(each: Diagnostic) -> Iterator[str]:
    yield f"{_place(each.place)} {each.severity} {each.code} {each.message}"
    if each.help:
        yield f"  help: {each.help}"
    for related in each.related:
        yield f"  see: {_place(related.place)} {related.message}"
    if each.fix:
        yield from _fix(each.fix)


def _place(place: Place) -> str:
    path, start, end = place
    return f"{path}:{start.line}:{start.column}-{end.line}:{end.column}"


def _fix(fix: Fix) -> Iterator[str]:
    yield f"  fix: {fix.safety}, {fix.title}" + (f" ({fix.caution})" if fix.caution else "")
    yield from (f"    {e.path}:{e.start}-{e.end} {e.text!r}" for e in fix.edits)
    yield from (f"    {move.source} → {move.target}" for move in fix.moves)
    yield from (f"    {write.path} = {write.text!r}" for write in fix.writes)


def _repaired(safeties: set[Safety]) -> Callable[[Workspace], Iterator[str]]:
    def observe_repair(workspace: Workspace) -> Iterator[str]:
        pages = new_pages()
        done = repair(
            Draft(workspace),
            lambda each: each.fix is not None and each.fix.safety in safeties,
            lambda each: run(each, _RULES, pages=pages),
        )
        yield f"{done.fixed} fixed"
        yield from _changes(done, workspace)

    return observe_repair


def _changes(done: Repair, workspace: Workspace) -> Iterator[str]:
    for label, told in (("unsettled", done.unsettled), ("caution", done.cautions)):
        yield from (f"{label}: {each}" for each in told)
    yield from (f"refused: {each.message}" for each in done.refused)
    yield from (f"{old} → {new}" for new, old in sorted(done.moved_files().items()))
    yield from (f"{path} is taken away" for path in done.removed_files())
    for path, text in sorted(done.after.items()):
        before = done.draft.before(path)
        lines = unified_diff(path, before.text if before else None, text)
        yield from (line.rstrip("\n") for line in lines)


def _index(workspace: Workspace) -> Iterator[str]:
    index = build_index(read_curriculum(workspace))
    yield list_text(index, ".", workspace.settings.index)
    yield json_index(index)


def _restructured(*acts: Callable[[Restructuring], object]) -> Callable[..., Iterator[str]]:
    def observe_commands(workspace: Workspace) -> Iterator[str]:
        for act in acts:
            try:
                yield from _restructuring(workspace, act)
            except Refusal as error:
                yield f"refused: {error}"

    return observe_commands


def _restructuring(workspace: Workspace, act: Callable[[Restructuring], object]) -> Iterator[str]:
    work = Restructuring(workspace)
    yield f"{act.__name__.strip('_').replace('_', ' ')}:"
    act(work)
    if not work.is_begun:
        return
    done = work.end((), ())
    back = " ".join(word for words in commands_back(work) for word in words)
    yield f"{done.rewritten} rewritten; back with {back}"
    for told in (*done.cautions, *done.notes, *done.faults, *done.said, *done.left):
        yield f"told: {told}"
    yield from _changes(done.repair, workspace)


def _modules(work: Restructuring) -> list[Unit]:
    """The modules of the first level that has any."""
    for level in work.curriculum.levels:
        if level.children:
            return list(level.children)
    raise Refusal("There is no module.")


def _move_the_last_to_the_first(work: Restructuring) -> None:
    first, last = _modules(work)[0], _modules(work)[-1]
    steps.move_unit(work, last.path, str(first.name.number))


def _move_the_first_behind_the_next(work: Restructuring) -> None:
    first, following = _modules(work)[0], _modules(work)[:2][-1]
    steps.move_unit(work, first.path, str(following.name.number))


def _remove_the_first(work: Restructuring) -> None:
    steps.remove_unit(work, _modules(work)[0].path)


def _remove_the_last(work: Restructuring) -> None:
    last = _modules(work)[-1]
    steps.remove_unit(work, [last, *last.children][-1].path, keep_gap=True)


def _begin_a_module(work: Restructuring) -> None:
    level = _modules(work)[0].path.rpartition("/")[0] or "."
    steps.add_module(work, level, steps.Beginning("Zulu & more", "2"))


def _begin_a_subsection(work: Restructuring) -> None:
    steps.add_subsection(work, _modules(work)[0].path, steps.Beginning("Yankee", "a"))


def _retitle_the_first(work: Restructuring) -> None:
    steps.rename_title(work, _modules(work)[0].path, "Another *title*")


def _retitle_the_first_exercise(work: Restructuring) -> None:
    steps.rename_exercise(work, _modules(work)[0].path, "1", "Do it anew")


def _begin_an_exercise(work: Restructuring) -> None:
    steps.add_exercise(work, "Yes", _modules(work)[0].path, "1")


def _remove_an_exercise(work: Restructuring) -> None:
    steps.remove_exercise(work, _modules(work)[0].path, "1")


def _close_the_gaps(work: Restructuring) -> None:
    steps.renumber_units(work, None)


ASPECTS: dict[str, Callable[[Workspace], Iterator[str]]] = {
    "findings": _findings,
    "safely repaired": _repaired({Safety.SAFE}),
    "repaired": _repaired({Safety.SAFE, Safety.UNSAFE}),
    "index": _index,
    "outlines": outlines,
    "links": links,
    "listings": listings,
    "moved": _restructured(_move_the_last_to_the_first, _move_the_first_behind_the_next),
    "removed": _restructured(_remove_the_first, _remove_the_last),
    "begun": _restructured(_begin_a_module, _begin_a_subsection),
    "renamed": _restructured(_retitle_the_first, _retitle_the_first_exercise, _close_the_gaps),
    "exercises": _restructured(_begin_an_exercise, _remove_an_exercise),
}
