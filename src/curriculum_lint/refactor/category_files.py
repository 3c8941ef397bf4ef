"""`_category_.json` in the folder of a unit says its place and its title: both follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..edits.edit import Edit
from ..edits.moves import Moves
from ..listings.read import reader_of
from ..model.curriculum import Curriculum
from ..model.reading_order import UnitPlace
from ..workspace.read import FileText
from ..workspace.workspace import Workspace
from .metadata_numbers import number_of
from .unit_grammar import grammar_of
from .unit_labels import LabelGrammar, agrees, right_label

_NAMES = ("_category_.json", "_category_.yml", "_category_.yaml")
_POSITION = re.compile(r"[\"']?\bposition[\"']?[ \t]*:[ \t]*(?P<value>\d{1,5})(?![\d.])")
_LABEL = re.compile(r"[\"']?\blabel[\"']?[ \t]*:[ \t]*[\"']?(?P<value>[^\"'\r\n]*)")


def category_edits(
    workspace: Workspace, before: Curriculum, after: Curriculum, moves: Moves
) -> Iterator[Edit]:
    """The edits in such files of units whose numbers are others now."""
    places, grammar = reader_of(after).order.places, grammar_of(after)
    for path, old in reader_of(before).order.places.items():
        new = places.get(moves.new(path))
        for name in _NAMES if new is not None and new.key != old.key else ():
            file = f"{moves.new(path)}/{name}"
            read = workspace.read(file) if file in workspace.tree.entries else None
            if new is not None and isinstance(read, FileText):
                yield from _edits(file, read.text, old, new, grammar)


def _edits(
    file: str, text: str, old: UnitPlace, new: UnitPlace, grammar: LabelGrammar
) -> Iterator[Edit]:
    position, label = _POSITION.search(text), _LABEL.search(text)
    if position and int(position["value"]) == number_of(old):
        yield Edit(file, *position.span("value"), str(number_of(new)))
    said = grammar.read(label["value"]) if label else None
    if label and said and agrees(said, old):
        start = label.start("value") + said.start
        yield Edit(file, start, start + len(said.text), right_label(said, new))
