"""What takes a restructuring back: commands that were seen to leave every byte as it was."""

from __future__ import annotations

from collections.abc import Sequence

from ..check.rule import Rule
from . import steps
from .restructuring import Restructuring, Words
from .transfer_steps import transfer_unit
from .units.refusal import Refusal


def commands_back(
    work: Restructuring, index: Sequence[Rule] = (), counts: Sequence[Rule] = ()
) -> tuple[Words, ...]:
    """The commands that take ``work``, which has ended, back; one after the other.

    They are tried in memory, with the rules that `Restructuring.end` had: there are none where a
    single byte would be another one.
    """
    after = work
    for words in work.ways_back:
        after = after.again()
        try:
            do_words(after, words)
            after.follow(index, counts)
        except Refusal:
            return ()
    bold = ("--unsafe-fixes",) * work.is_bold
    return tuple((*words, *bold) for words in work.ways_back) if after.is_as_ever() else ()


def do_words(work: Restructuring, words: Words) -> None:
    """Do what the command of those words does. Raises `Refusal`."""
    match words:
        case ("move", path, "--to", to):
            steps.move_unit(work, path, to)
        case ("move", path, "--name", slug):
            steps.rename_unit(work, path, slug)
        case ("move", path, "--level" | "--of", parent, "--to", to):
            transfer_unit(work, path, parent, to)
        case ("remove", path, "--exercise", number):
            steps.remove_exercise(work, path, number)
        case ("remove", path, *gap):
            steps.remove_unit(work, path, keep_gap=bool(gap))
        case ("rename", path, "--title", title):
            steps.rename_title(work, path, title)
        case ("rename", path, "--heading", old, "--to", new):
            steps.rename_heading(work, path, old, new)
        case ("rename", path, "--exercise", number, "--to", new):
            steps.rename_exercise(work, path, number, new)
        case _:
            raise AssertionError(words)
