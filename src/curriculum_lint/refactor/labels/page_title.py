"""What a readme is called: by a heading, or in its front matter."""

from __future__ import annotations

from typing import NamedTuple

from ...listings.front_matter import metadata
from ...model.curriculum import Page
from ...parse.document import Heading
from .unit_labels import LabelGrammar, UnitLabel


class PageTitle(NamedTuple):
    """The title as text, with its heading if it has one."""

    text: str
    heading: Heading | None


def title_of(page: Page) -> PageTitle | None:
    """The title of a page: the first heading, whatever its level, that is not one of a section."""
    title = page.outline.title
    if title is not None:
        return PageTitle(title.text, title)
    for each in metadata(page):
        if each.key.casefold() == "title":
            return PageTitle(each.value, None)
    first = next(iter(page.document.headings), None)
    if first is None or any(first.span.holds(each.span.start) for each in page.outline.sections):
        return None
    return PageTitle(first.text, first)


def numbered_title(page: Page, grammar: LabelGrammar) -> tuple[Heading, UnitLabel] | None:
    """The heading with the title of a readme and the label in it, if that numbers the unit.

    Below the first level, it may be one of several numbered sections.
    """
    found = title_of(page)
    heading = found.heading if found else None
    label = grammar.read_title(heading.text) if heading else None
    if heading is None or label is None:
        return None
    if heading is not page.outline.title:
        is_exercise = any(each.heading is heading for each in page.outline.exercises)
        others = (each for each in page.document.headings if each is not heading)
        if is_exercise or any(grammar.read(each.text) for each in others):
            return None
    return heading, label
