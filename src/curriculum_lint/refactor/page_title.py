"""What a readme is called: by a heading, or in its front matter."""

from __future__ import annotations

from typing import NamedTuple

from ..listings.front_matter import metadata
from ..model.curriculum import Page
from ..parse.document import Heading


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
