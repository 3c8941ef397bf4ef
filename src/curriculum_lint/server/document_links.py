"""The links of a document, for an editor that opens what they lead to."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import DocumentLink

from ..links.destination import DestinationForm, read_destination
from ..model.curriculum import Page
from ..model.target import Outcome, Target
from ..workspace.entry import EntryKind
from .cursor import goal_of
from .view import CurriculumView

_SCHEMES = ("http:", "https:", "mailto:")


def document_links(view: CurriculumView, page: Page) -> list[DocumentLink]:
    """Every link that leads to the web or to a file here, at its destination."""
    return list(_links(view, page))


def _links(view: CurriculumView, page: Page) -> Iterator[DocumentLink]:
    lines = view.lines(page.path)
    for target in view.curriculum.targets.get(page.path, ()):
        address = _address(view, target)
        if address is not None:
            span = target.link.target or target.link.span
            yield DocumentLink(lines.range(span), target=address)


def _address(view: CurriculumView, target: Target) -> str | None:
    destination = target.link.destination
    if target.outcome is Outcome.EXTERNAL:
        form = read_destination(destination).form
        is_web = destination.lower().startswith(_SCHEMES) and form is DestinationForm.EXTERNAL
        return destination if is_web else None
    goal = goal_of(view.curriculum, target)
    entry = view.curriculum.tree.lookup(goal.path).entry if goal else None
    if goal is None or entry is None or entry.kind is EntryKind.FOLDER:
        return None
    line = view.lines(goal.path).position(goal.span.start).line + 1
    return f"{view.uri(goal.path)}{f'#{line}' if goal.span.end else ''}"
