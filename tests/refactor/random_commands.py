"""Random commands, what takes each of them back, and what has to hold after every one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from curriculum_lint.check.pages_in_memory import PagesInMemory
from curriculum_lint.fix.repair import write
from curriculum_lint.model.curriculum import Kind, Unit
from curriculum_lint.refactor import steps
from curriculum_lint.refactor.inverse import commands_back, do_words
from curriculum_lint.refactor.restructuring import Restructuring, Words
from curriculum_lint.refactor.transfer_steps import transfer_unit
from curriculum_lint.refactor.units.refusal import Refusal
from curriculum_lint.rules.index.index_out_of_date import IndexOutOfDate
from curriculum_lint.rules.structure.stated_count import StatedCountMismatch
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk

Act = Callable[[Restructuring], object]
#: The rules whose fixes generate the index, and those whose fixes count.
GENERATED = ((IndexOutOfDate(),), (StatedCountMismatch(),))
_LINK = re.compile(r"\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)|href=\"([^\"]+)\"", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} (.+?)\r?$", re.MULTILINE)


#: No two new units are called alike by chance.
_SOUNDS = ("ba", "fe", "di", "go", "ku", "la", "me", "no", "pi", "su", "va", "xe")


class Command(NamedTuple):
    """A kind of command, and three numbers that say to what it is done."""

    kind: str
    one: int
    two: int
    three: int


KINDS = (
    *("move", "move", "move", "transfer", "transfer", "new", "new inner", "new exercise"),
    *("retitle", "rename heading", "rename exercise", "rename folder", "remove", "renumber"),
    "remove exercise",
)


def drawn_command(random: Random) -> Command:
    """A command that ``random`` stands for."""
    return Command(random.choice(KINDS), *(random.randint(0, 11) for _ in range(3)))


def act_of(command: Command) -> Act:
    """What a command does to the curriculum that it finds."""
    kind, one, two, three = command
    acts: Mapping[str, Callable[[Restructuring, Unit], object]] = {
        "move": lambda w, u: steps.move_unit(w, u.path, _place(w, u, two)),
        "transfer": lambda w, u: _transfer(w, u, two, three),
        "new": lambda w, u: steps.add_module(w, *_beginning(w, one, two, three)),
        "new inner": lambda w, u: steps.add_subsection(
            w,
            _modules(w)[two % len(_modules(w))].path,
            steps.Beginning(f"Zulu inner {'pqrs'[three % 4]}{two}"),
        ),
        "new exercise": lambda w, u: steps.add_exercise(w, "Yes", u.path, str(two % 3 + 1)),
        "retitle": lambda w, u: steps.rename_title(w, u.path, f"Other {_sound(command)} words"),
        "rename heading": lambda w, u: steps.rename_heading(w, u.path, "Exercises", "Practice"),
        "rename exercise": lambda w, u: steps.rename_exercise(
            w, u.path, str(two % 2 + 1), "Try it"
        ),
        "rename folder": lambda w, u: steps.rename_unit(w, u.path, f"name{two}"),
        "remove": lambda w, u: steps.remove_unit(w, u.path, keep_gap=three > 9),
        "remove exercise": lambda w, u: steps.remove_exercise(w, u.path, str(two % 2 + 1)),
        "renumber": lambda w, u: steps.renumber_units(w, None),
    }

    def act(work: Restructuring) -> None:
        units = [u for u in work.curriculum.units() if u.kind is not Kind.LEVEL]
        if units:
            acts[kind](work, units[one % len(units)])

    return act


def _modules(work: Restructuring) -> list[Unit]:
    return [unit for level in work.curriculum.levels for unit in level.children]


def _place(work: Restructuring, unit: Unit, number: int) -> str:
    for level in work.curriculum.levels:
        if unit in level.children:
            return str(number % len(level.children) + 1)
        for module in level.children:
            if unit in module.children:
                return "abcdefghij"[number % len(module.children)]
    raise AssertionError(unit)


def _transfer(work: Restructuring, unit: Unit, two: int, three: int) -> None:
    """To another level, or into a module, at the end or at a place."""
    levels = [level for level in work.curriculum.levels if unit not in level.children]
    modules = [m for m in _modules(work) if unit not in m.children and unit is not m]
    parents = [*levels, *modules] if two % 3 else levels or modules
    if not parents:
        raise Refusal("There is nothing else.")
    parent = parents[two % len(parents)]
    count = len(parent.children)
    at = three % (count + 2)
    place = None if at > count else "abcdefghij"[at] if parent in modules else str(at + 1)
    transfer_unit(work, unit.path, parent.path, place)


def _beginning(work: Restructuring, one: int, two: int, three: int) -> tuple[str, steps.Beginning]:
    level = work.curriculum.levels[one % len(work.curriculum.levels)]
    at = two % (len(level.children) + 1) + 1
    words = f"{_sound(Command('new', one, two, three))} words"
    return level.path, steps.Beginning(words.title(), str(at))


def _sound(command: Command) -> str:
    return "".join(_SOUNDS[each] for each in command[1:])


def settle(root: Path) -> None:
    """Generate what is generated, before anything else is done."""
    known = load_settings(str(root), root=str(root)).settings
    assert write(known, Restructuring(Disk(known)).end((), *GENERATED).repair) == []


def undo(root: Path, commands: Iterable[Words], pages: PagesInMemory | None = None) -> None:
    """Do what a restructuring prints to be taken back."""
    for words in commands:
        _do(root, lambda work, words=words: do_words(work, words), pages, lambda _: ())


def run(root: Path, act: Act, pages: PagesInMemory | None = None) -> tuple[Words, ...] | None:
    """Do it, on the disk: how it is taken back, or ``None`` where nothing was done.

    ``pages`` are kept from one command to the next, as a cache does.
    """
    return _do(root, act, pages, lambda work: commands_back(work, *GENERATED))


def _do(
    root: Path,
    act: Act,
    pages: PagesInMemory | None,
    back: Callable[[Restructuring], tuple[Words, ...]],
) -> tuple[Words, ...] | None:
    known = load_settings(str(root), root=str(root)).settings
    work = Restructuring(Disk(known), known=pages)
    try:
        act(work)
    except Refusal:
        return None
    if not work.is_begun:
        return None
    done = work.end((), *GENERATED)
    assert done.faults == (), done.faults
    undo = back(work)
    assert write(known, done.repair) == []
    return undo


def broken(files: Mapping[str, bytes]) -> Iterator[str]:
    """Links that lead nowhere, emphasis that is not closed, mixed line ends: seen from outside."""
    folders = {posixpath.dirname(path) for path in files}
    texts = {path: content.decode() for path, content in files.items() if path.endswith(".md")}
    anchors = {path: set(map(_anchor, _HEADING.findall(text))) for path, text in texts.items()}
    for path, text in texts.items():
        for match in _LINK.finditer(text):
            target, _, fragment = next(filter(None, match.groups())).partition("#")
            leads = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            leads = leads if target else path
            if leads not in files and leads not in folders:
                yield f"{path}: {match[0]} leads nowhere"
            elif fragment and fragment not in anchors.get(leads, ()):
                yield f"{path}: {match[0]} leads to no heading"
        if text.count("**") % 2:
            yield f"{path}: ** is not closed"
        if len({"\r" in each for each in re.findall(r"\r?\n", text)}) > 1:
            yield f"{path}: line ends differ"


def _anchor(heading: str) -> str:
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", plain.casefold()).replace(" ", "-")
