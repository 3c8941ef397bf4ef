"""A unit or an exercise is taken out: its entries go, and what links to it is a link no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Move, Safety
from ...edits.moves import is_within
from ...edits.temporary import removal_of
from ...listings.listing import IndexEntry, ListingForm, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page, Unit
from ...model.overviews import lists_chapters
from ...model.target import Outcome, Target
from ...parse.document import Document, Link, LinkKind
from ...text.source import Span
from .entry_text import is_numbered
from .grid_cells import without_cells
from .list_items import counts_on, item_text, marker_text, previous_marker, with_marker
from .nested_items import NestedItems, lines_around, outer_item

#: More than anybody fills a cell with.
_MOST_BLANKS = 1_000
_GONE = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.WRONG_CASE, Outcome.ANCHOR_MISSING})


class Loss(StrEnum):
    """What becomes of words that led to what is removed, or stood in its entry."""

    UNLINKED = "is a link no more"
    ASTRAY = "leads to what is removed"
    UNLISTED = "was listed below what is removed"


class LedThere(NamedTuple):
    """Words that led to what is removed, at an offset of a page as it is before."""

    path: str
    offset: int
    words: str
    loss: Loss


class UnitRemoval:
    """Takes a unit out of a curriculum; ``unlinked`` is what named it, known after `fix`."""

    def __init__(self, curriculum: Curriculum, unit: Unit) -> None:
        self._curriculum, self._unit = curriculum, unit
        self._units = frozenset({unit.path, *(child.path for child in unit.children)})
        self.unlinked: list[LedThere] = []

    def fix(self) -> Fix:
        """The fix that removes its folder or file, its entries, and the links to it."""
        found = [edit for page in self._pages() for edit in self._on(page)]
        move = Move(self._unit.path, removal_of(self._unit.path))
        return Fix(f"Remove {self._unit.label}", Safety.UNSAFE, tuple(sorted(found)), (move,))

    def _pages(self) -> Iterator[Page]:
        for path, page in self._curriculum.pages.items():
            if not self._holds(path):
                yield page

    def _holds(self, path: str) -> bool:
        return is_within(path, self._unit.path)

    def _on(self, page: Page) -> list[Edit]:
        indexes = reader_of(self._curriculum).on(page) if self._is_named_on(page) else []
        edits = [edit for index in indexes for edit in self._without_entries(index)]
        outer = outermost(edits)
        targets = [
            target
            for target in self._curriculum.targets.get(page.path, ())
            if target.outcome in _GONE and self._holds(target.path)
        ]
        unlinking = list(unlink(page, targets, outer, self.unlinked))
        return [*outer, *unlinking]

    def _is_named_on(self, page: Page) -> bool:
        return page.kind.is_readme or any(
            self._holds(target.path) for target in self._curriculum.targets.get(page.path, ())
        )

    def _without_entries(self, index: UnitIndex) -> Iterator[Edit]:
        """The edits that take out the entries about the unit and its subsections.

        One that holds items about what remains stays as words, where it has no number to lose.
        """
        places = [entry.place for entry in index.entries]
        about = [place is not None and place.unit.path in self._units for place in places]
        if index.holds_groups or not any(about):
            return
        nested = NestedItems(self._curriculum, index, self._holds)
        stays = [any(nested.remaining(entry.span)) for entry in index.entries]
        if index.around is not None and index.around.ordered:
            self._tell_unlisted(index, nested, about)
            stays = [False for _ in stays]
        gone = [is_own and not keeps for is_own, keeps in zip(about, stays, strict=True)]
        yield from taken_out(index, gone)
        for entry, is_own, goes in zip(index.entries, about, gone, strict=True):
            yield from nested.without_gone(entry.span) if is_own and not goes else ()

    def _tell_unlisted(self, index: UnitIndex, nested: NestedItems, about: Sequence[bool]) -> None:
        """Remember what remains and stands in entries that go."""
        for entry, goes in zip(index.entries, about, strict=True):
            for each in nested.remaining(entry.span) if goes else ():
                link = each.link
                self.unlinked.append(
                    LedThere(index.page.path, link.span.start, link.text, Loss.UNLISTED)
                )


def taken_out(index: UnitIndex, gone: Sequence[bool]) -> Iterator[Edit]:
    """The edits that take out the entries that go; a list that counts its items counts on."""
    yield from without_entries(index, gone)
    yield from _counted_back(index, gone)


def without_entries(index: UnitIndex, gone: Sequence[bool]) -> Iterator[Edit]:
    """The edits that take out the entries that go, with what stands between them and others."""
    if index.form is ListingForm.CELL:
        yield from without_cells(index, gone)
        return
    around = outer_item(index) if all(gone) else None
    if around is not None:
        yield Edit(index.page.path, *around, "")
        return
    for first, last in _stretches(gone):
        span = _range(index.page.document.text, index.entries, first, last)
        if index.form is ListingForm.ROW and first:
            # Blanks that fill the last cell of a row belong to it.
            span = Span(*(_behind_blanks(index.page.document.text, at) for at in span))
        yield Edit(index.page.path, *span, "")


def unlink(
    page: Page, targets: Iterable[Target], apart: Sequence[Edit], unlinked: list[LedThere]
) -> Iterator[Edit]:
    """Edits that leave of links only their words; places go to ``unlinked``, as does the rest."""
    document, labels = page.document, set()
    # What is generated is written anew.
    apart = [*apart, *(Edit(page.path, *region.content, "") for region in document.generated)]
    for target in targets:
        link = target.link
        if any(edit.start <= link.span.start < edit.end for edit in apart):
            continue
        if link.kind is LinkKind.DEFINITION:
            labels.add(link.label)
            yield Edit(page.path, *lines_around(document, link.span), "")
        elif link.kind is LinkKind.INLINE and link.target is not None:
            yield _without_link(document, link)
            unlinked.append(LedThere(page.path, link.span.start, link.text, Loss.UNLINKED))
        elif (tags := _tags_of(document, link)) is not None:
            yield from (Edit(page.path, *tag, "") for tag in tags)
            unlinked.append(LedThere(page.path, link.span.start, link.text, Loss.UNLINKED))
        elif link.kind is not LinkKind.REFERENCE:
            unlinked.append(LedThere(page.path, link.span.start, link.text, Loss.ASTRAY))
    for link in document.links:
        is_apart = any(edit.start <= link.span.start < edit.end for edit in apart)
        if link.kind is LinkKind.REFERENCE and link.label in labels and not is_apart:
            yield Edit(page.path, *link.span, link.text)
            unlinked.append(LedThere(page.path, link.span.start, link.text, Loss.UNLINKED))


def lines_of(found: Iterable[LedThere], edits: Sequence[Edit], after: Curriculum) -> Iterator[str]:
    """What is said about each, by its place after ``edits``."""
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    for path, offset, words, loss in found:
        page, own = after.pages.get(path), by_path.get(path, [])
        if page is None:
            continue
        at = next((edit.start for edit in own if edit.start <= offset < edit.end), offset)
        moved = sum(len(edit.text) - (edit.end - edit.start) for edit in own if edit.end <= at)
        line = page.document.line(at + moved)
        yield f"{path}:{line} “{words}” {loss}"


def _tags_of(document: Document, link: Link) -> tuple[Span, Span] | None:
    """The tags around the words of a link that is written in HTML, if both are plain."""
    text = document.text
    if link.kind is not LinkKind.HTML_LINK or not text.startswith("<a ", link.span.start):
        return None
    opening = text.find(">", link.target.end if link.target else link.span.start) + 1
    closing = text.find("</a>", opening)
    if not opening or closing < 0 or "<a" in text[opening:closing]:
        return None
    return Span(link.span.start, opening), Span(closing, closing + len("</a>"))


def _without_link(document: Document, link: Link) -> Edit:
    end = document.text.rfind("](", link.span.start, link.target.start if link.target else None)
    words = document.text[link.span.start + 1 : end]
    # A book takes nothing but links for chapters.
    is_chapter = lists_chapters(document.path)
    return Edit(document.path, *link.span, f"[{words}]()" if is_chapter else words)


def _stretches(gone: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of entries that go."""
    first = -1
    for at, goes in enumerate([*gone, False]):
        if goes and first < 0:
            first = at
        elif not goes and first >= 0:
            yield first, at - 1
            first = -1


def _range(text: str, entries: Sequence[IndexEntry], first: int, last: int) -> Span:
    """The entries with what stands between them and the one before, or the one behind."""
    if first:
        return Span(entries[first - 1].span.end, entries[last].span.end)
    if last + 1 < len(entries):
        return Span(entries[0].span.start, entries[last + 1].span.start)
    return Span(len(text[: entries[0].span.start].rstrip()), entries[last].span.end)


def _behind_blanks(text: str, at: int) -> int:
    rest = text[at : at + _MOST_BLANKS]
    return at + len(rest) - len(rest.lstrip(" \t"))


def _counted_back(index: UnitIndex, gone: Sequence[bool]) -> Iterator[Edit]:
    """The markers behind, where the list only counts its items."""
    around, document = index.around, index.page.document
    if around is None or is_numbered(index) or not counts_on(around):
        return
    starts = [entry.span.start for entry, goes in zip(index.entries, gone, strict=True) if goes]
    for item in around.items:
        before = sum(start < item.marker.start for start in starts)
        if not before or item.marker.start in starts:
            continue
        old = marker = marker_text(document, item)
        for _ in range(before):
            marker = previous_marker(marker)
        text = with_marker(item_text(document, item), old, marker)
        if text is not None:
            end = item.marker.start + len(item_text(document, item))
            yield Edit(index.page.path, item.marker.start, end, text)


def outermost(edits: Iterable[Edit]) -> list[Edit]:
    """The edits of one page or several that are in no other one."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.path, each.start, -each.end)):
        if not found or edit.path != found[-1].path or edit.start >= found[-1].end:
            found.append(edit)
    return found
