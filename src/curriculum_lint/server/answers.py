"""The requests about a document: each finds its place and asks the feature that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from lsprotocol import types

from ..check.rule import Rule
from ..model.curriculum import Page
from .buffers import Buffer
from .session import Session
from .view import CurriculumView, ProjectView

Answer = TypeVar("Answer")
Buffers = Mapping[str, Buffer]


def _on_page(
    session: Session, uri: str, buffers: Buffers, answer: Callable[[CurriculumView, Page], Answer]
) -> Answer | None:
    """What ``answer`` says of a document, if it is one of a curriculum or a lone one."""
    found = session.find(uri, buffers)
    page = found[0].page(found[1]) if found else None
    return answer(found[0], page) if found and page else None


def _at_cursor(
    session: Session, params: Any, buffers: Buffers, answer: Callable[[Any], Answer]
) -> Answer | None:
    """What ``answer`` says of the place that a request names."""
    from .cursor import Cursor

    def at(view: CurriculumView, page: Page) -> Answer:
        offset = view.lines(page.path).offset(params.position)
        return answer(Cursor(view, page, offset))

    return _on_page(session, params.text_document.uri, buffers, at)


def _rules(session: Session, uri: str, buffers: Buffers) -> Iterable[Rule]:
    """The rules that can be named in a document."""
    found = session.find_project(uri, buffers)
    if found is not None:
        return found[0].project.known
    from ..rules.registry import all_rules

    return all_rules()


def hover(session: Session, params: types.HoverParams, buffers: Buffers) -> types.Hover | None:
    """What is known of the thing at a place."""
    from .configuration import hover_configuration, is_configuration
    from .hover import hover as tell

    uri = params.text_document.uri
    rules = _rules(session, uri, buffers)
    if is_configuration(uri) and uri in buffers:
        lines = session.lines(buffers[uri])
        return hover_configuration(buffers[uri], lines, lines.offset(params.position), rules)
    return _at_cursor(session, params, buffers, lambda cursor: tell(cursor, rules))


def complete(
    session: Session, params: types.CompletionParams, buffers: Buffers
) -> list[types.CompletionItem] | None:
    """What can be written at a place."""
    from .completion import complete as offer
    from .configuration import complete_configuration, is_configuration

    uri = params.text_document.uri
    rules = _rules(session, uri, buffers)
    if is_configuration(uri) and uri in buffers:
        lines = session.lines(buffers[uri])
        return complete_configuration(buffers[uri], lines, lines.offset(params.position), rules)
    return _at_cursor(session, params, buffers, lambda cursor: offer(cursor, rules))


def define(
    session: Session, params: types.DefinitionParams, buffers: Buffers
) -> types.Location | None:
    """Where the thing at a place leads."""
    from .definition import define as go

    return _at_cursor(session, params, buffers, go)


def refer(
    session: Session, params: types.ReferenceParams, buffers: Buffers
) -> list[types.Location] | None:
    """Everything that leads where the thing at a place leads."""
    from .references import refer as search

    own = params.context.include_declaration
    return _at_cursor(session, params, buffers, lambda cursor: search(cursor, declaration=own))


def document_symbols(
    session: Session, params: types.DocumentSymbolParams, buffers: Buffers
) -> list[types.DocumentSymbol] | None:
    """The headings and labels of a document."""
    from .symbols import document_symbols as outline

    return _on_page(session, params.text_document.uri, buffers, outline)


def workspace_symbols(
    session: Session, params: types.WorkspaceSymbolParams, buffers: Buffers
) -> list[types.WorkspaceSymbol]:
    """The units and exercises of every curriculum that is open."""
    from .symbols import workspace_symbols as search

    views: Iterable[ProjectView] = session.desk.all_views(buffers)
    return [symbol for view in views for symbol in search(view, params.query)]


def fold(
    session: Session, params: types.FoldingRangeParams, buffers: Buffers
) -> list[types.FoldingRange] | None:
    """What of a document can be folded away."""
    from .folding import fold as find

    return _on_page(session, params.text_document.uri, buffers, find)


def document_links(
    session: Session, params: types.DocumentLinkParams, buffers: Buffers
) -> list[types.DocumentLink] | None:
    """The links of a document."""
    from .document_links import document_links as find

    return _on_page(session, params.text_document.uri, buffers, find)
