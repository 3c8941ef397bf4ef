"""“Lesson 3 of 5”, “Files (3/5)”: units that say their place and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...edits.edit import Edit, Fix, Safety
from ...edits.moves import Moves
from ...model.curriculum import Curriculum, Page
from ...parse.document import Heading
from ...text.late_pattern import late_pattern
from ...text.regions import Regions
from ...text.source import Span
from ..headings.new_headings import (
    CannotRewriteError,
    NewHeading,
    heading_edits,
    offset_in_heading,
    with_replaced,
)
from ..labels.written_links import place_in_text, unit_links
from ..units.editions import Holds
from .prose import not_prose

_JOINTS = ("/", " / ", " of ", " out of ", " von ", " de ", " sur ", " di ", " из ")
_PLACE = late_pattern(
    r"(?<![\w./:-])(?P<at>\d{1,3})(?P<joint>[ ]?/[ ]?|[ ](?:out[ ]of|of|von|de|sur|di|из)[ ])"
    r"(?P<all>\d{1,3})(?![\w/-]|\.\d)"
)
#: So many units that say it make it more than a fraction or a score.
_LEAST = 3


#: A number and how many there are.
_Place = tuple[int, int]


def place_fixes(before: Curriculum, after: Curriculum, moves: Moves, holds: Holds) -> Iterator[Fix]:
    """The fixes that write places anew, where those of several units were right ``before``."""
    old, new = _places(before), {moves.old(path): place for path, place in _places(after).items()}
    changed = {path: new[path] for path in old if path in new and new[path] != old[path]}
    saying = _Saying(before)
    pages = [each for each in before.pages.values() if changed and saying.may_be_said(each)]
    said = [
        (path, page)
        for page in pages
        for path, match, _ in saying.on(page)
        if old.get(path) == _read(match)
    ]
    if len({path for path, _ in said}) < _LEAST:
        return
    own = _Saying(after)
    for path in dict.fromkeys(page.path for _, page in said):
        page = after.pages.get(moves.new(path))
        if page is not None and holds(page.path):
            found = [(moves.old(unit), match, span) for unit, match, span in own.on(page)]
            wanted = [
                (span, match[0], _written(match, changed[unit]))
                for unit, match, span in found
                if unit in changed and _read(match) == old[unit]
            ]
            if wanted:
                yield Fix("Say places anew", Safety.SAFE, _edits(after, page, wanted))


def _places(curriculum: Curriculum) -> dict[str, _Place]:
    """The place of each module that has a number, by its path."""
    found: dict[str, _Place] = {}
    for level in curriculum.levels:
        counted = [unit for unit in level.children if unit.name.number is not None]
        found |= {unit.path: (unit.name.number or 0, len(counted)) for unit in counted}
    return found


def _read(match: re.Match[str]) -> _Place:
    return int(match["at"]), int(match["all"])


def _written(match: re.Match[str], place: _Place) -> str:
    at, total = (
        str(n).zfill(len(match[name])) for n, name in zip(place, ("at", "all"), strict=True)
    )
    return f"{at}{match['joint']}{total}"


class _Saying:
    """Finds what pages say of places: of their own unit anywhere, of others in links to them."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._own = {unit.readme: unit.path for unit in curriculum.units() if unit.readme}
        totals = {total for _, total in _places(curriculum).values()}
        written = {str(each).zfill(width) for each in totals for width in (1, 2)}
        self._signs = {f"{joint}{total}" for joint in _JOINTS for total in written}

    def may_be_said(self, page: Page) -> bool:
        """Whether a page may say a place: a quick look."""
        return any(sign in page.document.text for sign in self._signs)

    def on(self, page: Page) -> Iterator[tuple[str, re.Match[str], Span]]:
        """The paths of the units, and where their places stand."""
        linked: list[Span] = []
        for link, place in unit_links(self._curriculum, page):
            linked.append(Span(*link.span))
            for match in _PLACE.finditer(link.text):
                at = place_in_text(link, page.document, match.start(), len(match[0]))
                if at >= 0:
                    yield place.unit.path, match, Span(at, at + len(match[0]))
        own = self._own.get(page.path)
        apart = Regions([*not_prose(page), *linked])
        for match in _PLACE.finditer(page.document.text) if own is not None else ():
            if own is not None and not apart.hold(match.start()):
                yield own, match, Span(*match.span())


def _edits(
    curriculum: Curriculum, page: Page, wanted: Sequence[tuple[Span, str, str]]
) -> tuple[Edit, ...]:
    plain: list[Edit] = []
    headings: dict[Heading, NewHeading] = {}
    for span, old, new in wanted:
        heading = next((h for h in page.document.headings if h.content.holds(span.start)), None)
        if heading is None:
            plain.append(Edit(page.path, *span, new))
        else:
            headings |= _headed(page, heading, span, old, new)
    try:
        return tuple(sorted([*plain, *heading_edits(curriculum, page, headings)]))
    except CannotRewriteError:
        return tuple(sorted(plain))


def _headed(
    page: Page, heading: Heading, span: Span, old: str, new: str
) -> dict[Heading, NewHeading]:
    try:
        at = offset_in_heading(heading, old, span)
        return {heading: with_replaced(page, heading, at, old, new)}
    except CannotRewriteError:
        return {}
