"""What a page calls itself."""

from __future__ import annotations

from ..links.fragments import GIVEN_NAME
from ..model.curriculum import Page
from ..parse.document import Heading
from ..parse.front_matter import front_matter_title
from ..parse.plain import definitions_of, plain_text_of
from ..text.source import normalise_line_ends


def title_of(page: Page | None) -> str:
    """The title in one line: the heading, or what the metadata says; empty without either."""
    if page is None:
        return ""
    heading = page.outline.title
    found = _text(page, heading) if heading else ""
    shown = GIVEN_NAME.sub("", found) or found
    return one_line(shown or front_matter_title(page.document.text))


def one_line(text: str) -> str:
    """``text`` with single blanks."""
    return " ".join(text.split())


def _text(page: Page, heading: Heading) -> str:
    source = normalise_line_ends(page.document.text[slice(*heading.content)]).strip()
    if heading.html or "\n" not in source:
        return heading.text
    # The heading's own text is that of its anchor, in which its lines are not apart.
    return plain_text_of(source, definitions_of(page.document))
