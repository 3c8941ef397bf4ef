"""What the commands ``move``, ``renumber`` and ``new`` share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from ..edits.temporary import is_removal
from ..text.escape import printable
from ..text.phrases import counted, listed
from ..workspace.disk import Disk
from .loading import load, rules_for
from .named_elsewhere import note_named_elsewhere
from .options import cache_option, settings_options
from .output import complain, write
from .repairs import explain, show_diff
from .request import RestructureRequest
from .sparse import may_write_everything
from .take_back import find_beyond_git, say_commands, say_git
from .uncommitted import may_overwrite
from .unfinished import note_interrupted, recover_interrupted

if TYPE_CHECKING:
    from ..cache.read_pages import PagesToRead
    from ..check.diagnostic import Diagnostic
    from ..check.rule import Rule
    from ..refactor.restructuring import Restructured, Restructuring, Words
    from ..refactor.steps import Begun
    from ..settings.settings import Settings

Command = TypeVar("Command", bound=Callable[..., object])

_MOST_FINDINGS = 10
#: What a template leaves open, for its author to write.
_UNFINISHED = "unfinished-text"


def restructure_options(command: Command) -> Command:
    """``--diff``, ``--unsafe-fixes``, ``--redirects``, ``--force``, and where and what to read."""
    words = "Show what would change, and change nothing."
    bold = "Also rewrite words that likely name a unit, such as “module 7”."
    command = click.option("--unsafe-fixes", is_flag=True, help=bold)(command)
    lead = "Let old addresses lead on: by a readme, or by what the site generator understands."
    command = click.option("--redirects", is_flag=True, help=lead)(command)
    over = "Also change files that have changes that are not committed."
    command = click.option("--force", is_flag=True, help=over)(command)
    command = click.option("--diff", is_flag=True, help=words)(cache_option(command))
    return settings_options(command)


def restructure(
    request: RestructureRequest, act: Callable[[Restructuring], Begun | None], nothing: str
) -> int:
    """Let ``act`` restructure the curriculum, and write or show what changes: the exit code.

    ``act`` gives what it has begun, if anything, and ``nothing`` is said where it had nothing to
    do.
    """
    from ..cache.runs import pages_to_read
    from ..refactor.units.refusal import Refusal

    loaded = load(request.config, request.root)
    disk = Disk(loaded.settings)
    if not (_may_begin(request, disk.settings.root) and may_write_everything(disk.tree)):
        return 2
    known = pages_to_read(disk.settings, no_cache=request.no_cache)
    work = _begin(disk, request, known)
    try:
        begun = act(work)
        done = _end(work, rules_for(loaded), begun, request) if work.is_begun else None
    except Refusal as refusal:
        complain(printable(str(refusal)))
        return 2
    known.save()
    if done is None:
        write([f"{printable(nothing)}\n"])
        return 0
    return _finish(request, disk.settings, done)


class _Done(NamedTuple):
    """What was done, what there is to write now, and the commands that take it back."""

    undo: tuple[Words, ...]
    begun: Begun | None
    result: Restructured


def _begin(disk: Disk, request: RestructureRequest, known: PagesToRead) -> Restructuring:
    from ..refactor.restructuring import Restructuring

    bold, redirects = request.unsafe_fixes, request.redirects
    work = Restructuring(disk, is_bold=bold, redirects=redirects, known=known)
    known.save()
    return work


def _end(
    work: Restructuring, rules: Sequence[Rule], begun: Begun | None, request: RestructureRequest
) -> _Done:
    from ..refactor.inverse import commands_back
    from ..rules.index.index_out_of_date import IndexOutOfDate
    from ..rules.structure.stated_count import StatedCountMismatch

    index, counts = (IndexOutOfDate(),), (StatedCountMismatch(),)
    done = work.end(rules, index, counts)
    return _Done(() if request.diff else commands_back(work, index, counts), begun, done)


def _finish(request: RestructureRequest, settings: Settings, done: _Done) -> int:
    """Write or show what changes, and say what a person should look at: the exit code."""
    plan = done.result.repair.plan
    if not (request.diff or request.force or may_overwrite(settings.root, plan)):
        return 2
    beyond = None if request.diff or done.undo else find_beyond_git(settings.root, plan)
    shown = _shown(done.result) if request.diff else _written(settings, done.result, done.begun)
    if shown != 0:
        return shown
    _note(done.result, done.begun)
    undo = "" if request.diff else say_git(settings.root, plan, beyond)
    if done.undo:
        undo = say_commands(settings.root, plan, done.undo, request)
    if undo:
        complain(printable(undo))
    return _faults(done.result)


def path_of(work: Restructuring, word: str) -> str:
    """The path of the module or subsection that ``word`` names. Raises `Refusal`."""
    from ..index.build import build_index
    from ..index.find import UnitNotFound, find_unit
    from ..model.curriculum import Kind
    from ..refactor.units.refusal import Refusal

    here = _from_root(work, word)
    for unit in work.curriculum.units() if here is not None else ():
        if here in (unit.path, unit.readme) and unit.kind is not Kind.LEVEL:
            return unit.path
    try:
        return find_unit(build_index(work.curriculum), word).path
    except UnitNotFound as unknown:
        raise Refusal(str(unknown)) from None


def level_of(work: Restructuring, word: str | None) -> str:
    """The path of the level that ``word`` names, or of the only one. Raises `Refusal`."""
    from ..refactor.units.refusal import Refusal
    from ..text.suggest import closest

    paths = [level.path for level in work.curriculum.levels]
    if word is None:
        if len(paths) == 1:
            return paths[0]
        which = f"write --level with {listed(paths, 'or')}" if paths else "there is none"
        raise Refusal(f"It is not clear which level is meant: {which}.")
    here = _from_root(work, word)
    for path in paths:
        if path in (here, word.strip().removeprefix("./").rstrip("/")):
            return path
    near = closest(word, paths)
    raise Refusal(f"There is no level “{word}”; did you mean {near or listed(paths, 'or')}?")


def _may_begin(request: RestructureRequest, root: str) -> bool:
    """Whether no run was killed before; what it began is brought to its end.

    From then on a number may name another unit than the one that is meant.
    """
    if request.diff:
        note_interrupted(root)
        return True
    found = recover_interrupted(root)
    if found and not any(each.is_open for each in found):
        complain(
            "Nothing else was done: look at the result, and repeat the command if it is still "
            "needed."
        )
    return found is not None and not found


def _from_root(work: Restructuring, word: str) -> str | None:
    """The path that ``word`` is, seen from the working folder."""
    root = os.path.realpath(work.curriculum.settings.root)
    full = os.path.realpath(word)
    if not os.path.lexists(full):
        return None
    return os.path.relpath(full, root).replace(os.sep, "/")


def _shown(done: Restructured) -> int:
    return 2 if show_diff(done.repair) == 2 else 0


def _written(settings: Settings, done: Restructured, begun: Begun | None) -> int:
    from ..fix.repair import write as apply

    refused = apply(settings, done.repair, whole=True)
    explain(refused)
    if refused:
        if all(each.path != "." for each in refused):
            complain("Nothing was changed.")
        return 2
    write([f"{printable(_told(done, begun))}\n"])
    return 0


def _told(done: Restructured, begun: Begun | None) -> str:
    """One sentence about everything that was done."""
    plan = done.repair.plan
    told = [f"began {begun.what} in {begun.readme}"] if begun else []
    gone = [move.source for move in plan.moves if is_removal(move.target)]
    told += [f"removed {path}" for path in gone if path not in done.cleared]
    told += [f"renamed {_names(done)}"] * (len(gone) < len(plan.moves))
    changed = [text.path for text in plan.texts if text.expected_digest is not None]
    others = [path for path in changed if begun is None or path != begun.readme]
    if done.rewritten:
        what = counted(done.rewritten, "link or number", "links and numbers")
        told.append(f"rewrote {what} in {counted(len(changed), 'file')}")
    elif others:
        told.append(f"changed {counted(len(others), 'file')}")
    if cleared := len(done.cleared.intersection(gone)):
        told.append(f"took away {counted(cleared, 'link', 'links')} that led on from there")
    if done.redirects:
        told.append(f"let {counted(done.redirects, 'old address', 'old addresses')} lead on")
    sentence = listed(told)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _names(done: Restructured) -> str:
    from ..workspace.entry import EntryKind

    entries = done.repair.draft.tree.entries
    moves = [move for move in done.repair.plan.moves if not is_removal(move.target)]
    kinds = {entries[move.target].kind for move in moves}
    if kinds == {EntryKind.FOLDER}:
        return counted(len(moves), "folder")
    noun, plural = ("file", "files") if kinds == {EntryKind.FILE} else ("name", "files and folders")
    return counted(len(moves), noun, plural)


def _note(done: Restructured, begun: Begun | None) -> None:
    """Say what a person should look at."""
    for caution in done.cautions:
        complain(printable(f"Look at this: {caution}"))
    for note in done.notes:
        complain(printable(f"Left to do by hand: {note}."))
    for words in done.said:
        complain(printable(f"{words}."))
    note_named_elsewhere(done.left)
    open_places = [each for each in done.found if _is_open(each, begun)]
    if open_places:
        complain(f"Still to write: {counted(len(open_places), 'place')} marked TODO.")
    for line in _findings([each for each in done.found if not _is_open(each, begun)]):
        complain(line)


def _faults(done: Restructured) -> int:
    """Say what does not hold any more, and give the exit code."""
    if done.faults:
        complain("What was there before and what is there now differ where they should not:")
    for fault in done.faults:
        complain(printable(f"{fault.path}:{fault.line} {fault.what}."))
    return 1 if done.faults else 0


def _is_open(each: Diagnostic, begun: Begun | None) -> bool:
    return each.name == _UNFINISHED and begun is not None and each.place.path == begun.readme


def _findings(found: list[Diagnostic]) -> Iterator[str]:
    from ..report.concise import concise_line

    if found:
        yield f"`curriculum-lint check` now finds {counted(len(found), 'thing')} more:"
        yield from map(concise_line, found[:_MOST_FINDINGS])
    if len(found) > _MOST_FINDINGS:
        yield f"… and {counted(len(found) - _MOST_FINDINGS, 'other')}."
