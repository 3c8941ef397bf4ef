"""The headings of a document, and the units and exercises of all curricula."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ..index.titles import title_of
from ..model.curriculum import Page
from ..model.reading_order import ReadingOrder
from ..parse.document import Heading
from ..text.source import Span
from .lines import EditorLines
from .view import CurriculumView

_MOST = 500


def document_symbols(view: CurriculumView, page: Page) -> list[types.DocumentSymbol]:
    """The headings, each with those below it, and the labelled sections among them."""
    lines, document = view.lines(page.path), page.document
    top: list[types.DocumentSymbol] = []
    around: list[tuple[int, types.DocumentSymbol]] = []
    for level, name, span in sorted(_named(page), key=lambda each: each[2]):
        while around and around[-1][0] >= level:
            around.pop()
        end = _end(page, level, span, len(document.text))
        symbol = _symbol(name, _kind(page, level, span), Span(span.start, end), span, lines)
        siblings = around[-1][1].children if around else top
        assert isinstance(siblings, list)
        siblings.append(symbol)
        around.append((level, symbol))
    return top


#: A label is below every heading.
_LABEL = 7


def _named(page: Page) -> Iterator[tuple[int, str, Span]]:
    for heading in page.document.headings:
        yield heading.level, heading.text, heading.span
    exercises = (section for each in page.outline.exercises for section in each.sections)
    for section in dict.fromkeys([*page.outline.sections, *exercises]):
        if section.label is not None:
            yield _LABEL, section.name, section.span


def _end(page: Page, level: int, span: Span, end: int) -> int:
    """Where what is below a heading or label ends."""
    if level == _LABEL:
        every = [*page.outline.sections, *(s for e in page.outline.exercises for s in e.sections)]
        return next((max(s.body.end, span.end) for s in every if s.span == span), span.end)
    later = (h.span.start for h in page.document.headings if _ends(h, level, span))
    return min(later, default=end)


def _ends(heading: Heading, level: int, span: Span) -> bool:
    return heading.span.start > span.start and heading.level <= level


def _kind(page: Page, level: int, span: Span) -> types.SymbolKind:
    title = page.outline.title
    if title is not None and title.span == span:
        return types.SymbolKind.Module
    if any(each.heading.span == span for each in page.outline.exercises):
        return types.SymbolKind.Function
    if any(each.span == span for each in page.outline.concepts):
        return types.SymbolKind.Key
    return types.SymbolKind.Field if level == _LABEL else types.SymbolKind.String


def _symbol(
    name: str, kind: types.SymbolKind, whole: Span, span: Span, lines: EditorLines
) -> types.DocumentSymbol:
    shown = " ".join(name.split()) or "(empty)"
    return types.DocumentSymbol(shown, kind, lines.range(whole), lines.range(span), children=[])


def workspace_symbols(view: CurriculumView, query: str) -> list[types.WorkspaceSymbol]:
    """The units and exercises whose names hold every word of ``query``."""
    words = query.casefold().split()
    found: list[types.WorkspaceSymbol] = []
    for symbol in _everything(view):
        name = f"{symbol.name} {symbol.container_name}".casefold()
        if all(word in name for word in words):
            found.append(symbol)
        if len(found) == _MOST:
            break
    return found


def _everything(view: CurriculumView) -> Iterator[types.WorkspaceSymbol]:
    places = ReadingOrder(view.curriculum).places.values()
    for place in places:
        page = view.curriculum.page(place.unit)
        if page is None:
            continue
        name = title_of(page) or place.unit.basename
        span = page.outline.title.span if page.outline.title else Span(0, 0)
        where, module = view.location(page.path, span), types.SymbolKind.Module
        yield types.WorkspaceSymbol(where, f"{place.label}: {name}", module, container_name="")
        pages = view.curriculum.exercise_pages(place.unit)
        for file, each in ((page, each) for page in pages for each in page.outline.exercises):
            title = f"{each.number} {each.title}".strip()
            where = view.location(file.path, each.heading.span)
            kind = types.SymbolKind.Function
            yield types.WorkspaceSymbol(where, title, kind, container_name=f"{place.label}: {name}")
