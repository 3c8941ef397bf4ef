"""What the stages before the rules make of a curriculum, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.listings.items import led_entries
from curriculum_lint.listings.neighbours import neighbours_on
from curriculum_lint.listings.read import ListingReader
from curriculum_lint.model.curriculum import Page, Unit
from curriculum_lint.model.reading_order import ReadingOrder, UnitPlace
from curriculum_lint.parse.document import Heading, Link
from curriculum_lint.text.source import Span
from curriculum_lint.workspace.workspace import Workspace


def outlines(workspace: Workspace) -> Iterator[str]:
    """The units, and what every page consists of and lacks."""
    curriculum = read_curriculum(workspace)
    for unit in curriculum.units():
        yield f"{unit.kind} {unit.path}: {_shown(unit.name)} {unit.readme} {unit.follows}"
        yield from (f"  stray {each.path}" for each in unit.strays)
    for path, page in curriculum.pages.items():
        yield f"{path}: {page.kind}"
        for field in fields(page.outline):
            yield from _all(field.name, getattr(page.outline, field.name))
        yield from _all("unmet", page.unmet)


def links(workspace: Workspace) -> Iterator[str]:
    """Where every link leads."""
    for path, targets in read_curriculum(workspace).targets.items():
        yield f"{path}:"
        yield from _all("", targets)


def listings(workspace: Workspace) -> Iterator[str]:
    """The indexes of every page, and the neighbours that it names."""
    curriculum = read_curriculum(workspace)
    order = ReadingOrder(curriculum)
    reader = ListingReader(curriculum, order)
    for page in curriculum.pages.values():
        for index in reader.on(page):
            yield f"{page.path}: {index.form} {_shown(index.span)}"
            yield from _all("entry", index.entries)
        for said in neighbours_on(curriculum, page, order):
            yield f"{page.path}: {_shown(said)}"
        yield from (f"{page.path}: led at {at}" for _, at in led_entries(page))


def _all(name: str, value: object) -> Iterator[str]:
    """A line for each value in a tuple, or for a single one that says something."""
    # A named tuple is one value.
    every = value if type(value) is tuple else (value,)
    yield from (f"  {name} {_shown(each)}" for each in every if each is not None)


def _shown(value: object) -> str:
    """A value without what is shown elsewhere: pages, units, and all of headings and links."""
    match value:
        case UnitPlace():
            return value.unit.path
        case Page() | Unit():
            return value.path
        case Heading():
            return f"#{value.span.start}"
        case Link():
            return f"{value.kind} {_shown(value.span)}"
        case StrEnum():
            return value
        case Span():
            return f"{value.start}-{value.end}"
        case tuple():
            return f"({', '.join(map(_shown, value))})"
    if is_dataclass(value):
        return _shown(tuple(getattr(value, each.name) for each in fields(value)))
    return repr(value)
