"""`_category_.json` in the folder of a unit says its place and its title: both follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Unit
from ...model.reading_order import UnitPlace
from ...text.source import Span
from ...workspace.read import FileText
from ...workspace.workspace import Workspace
from ..labels.page_title import title_of
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import LabelGrammar, agrees, right_label
from ..menus.menu_words import quoted
from .metadata_numbers import number_of

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
        titles = _title(before, old), _title(after, new)
        is_same = new is None or (new.key == old.key and titles[0] == titles[1])
        for name in () if is_same else _NAMES:
            file = f"{moves.new(path)}/{name}"
            read = workspace.read(file) if file in workspace.tree.entries else None
            if new is not None and isinstance(read, FileText):
                yield from _edits(file, read.text, old, new, grammar)
                if new.key == old.key:
                    yield from _renamed(file, read.text, *titles)


def _title(curriculum: Curriculum, place: UnitPlace | None) -> str:
    page = curriculum.page(place.unit) if place else None
    title = title_of(page) if page else None
    return title.text if title else ""


def _renamed(file: str, text: str, old: str, new: str) -> Iterator[Edit]:
    """The label, where it is the title and nothing else."""
    label = _LABEL.search(text)
    if label and old and label["value"].strip() == old != new:
        start, end = label.span("value")
        yield Edit(file, start, end, quoted(new, text, Span(start, end)))


def _edits(
    file: str, text: str, old: UnitPlace, new: UnitPlace, grammar: LabelGrammar
) -> Iterator[Edit]:
    position, label = _POSITION.search(text), _LABEL.search(text)
    if position and int(position["value"]) == number_of(old):
        yield Edit(file, *position.span("value"), str(number_of(new)))
    said = grammar.read(label["value"]) if label else None
    if label and said and agrees(said, old) and new.key != old.key:
        start = label.start("value") + said.start
        yield Edit(file, start, start + len(said.text), right_label(said, new))


def lacking_files(curriculum: Curriculum, beside: Sequence[Unit], unit: Unit) -> Iterator[str]:
    """What a new unit lacks of such files, where all ``beside`` it have one."""
    entries = curriculum.tree.entries
    for name in _NAMES:
        if beside and all(f"{each.path}/{name}" in entries for each in beside):
            yield f"{unit.path} has no {name}: those beside it have one"
