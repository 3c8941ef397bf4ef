"""What says the numbers of exercises says the new ones: prose, and the texts of links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..edits.edit import Edit
from ..model.curriculum import Page
from ..model.reading_order import UnitPlace
from .mentions import Mentions
from .new_headings import CannotRewriteError
from .written_links import place_in_text

#: The old and the new numbers of the exercises of one readme, as written.
Numbers = Mapping[str, str]


def unit_references(mentions: Mentions, place: UnitPlace, numbers: Numbers) -> Iterator[Edit]:
    """Numbers such as 4a.2 in prose, as far as it is certain which unit they mean.

    Raises ``CannotRewriteError``.
    """
    for number, new in numbers.items():
        for page, reference in mentions.references.get(number, ()):
            if not mentions.is_only_one(place, page):
                continue
            if mentions.is_in_heading(page, reference.span.start):
                line = page.document.line(reference.span.start)
                raise CannotRewriteError(
                    f"{page.path}:{line} a heading says exercise {number}, and links to it would "
                    "break: take the number out of the heading."
                )
            yield Edit(page.path, *reference.span, new)


def own_references(page: Page, numbers: Numbers) -> Iterator[Edit]:
    """Numbers such as 2 in “exercise 2” in the readme of the exercises."""
    for reference in page.outline.references:
        new = numbers.get(reference.number)
        if new is not None and reference.named and not reference.unit:
            yield Edit(page.path, *reference.span, new)


def link_texts(mentions: Mentions, numbers: Mapping[str, Numbers]) -> Iterator[Edit]:
    """A link to an exercise mostly begins with its number: ``[4.2 Read](…)``.

    ``numbers`` are those of several readmes, by path.
    """
    for source, target in mentions.relocation.references.links((), numbers):
        link, document = target.link, mentions.curriculum.pages[source].document
        here = numbers.get(target.page or "", {})
        written = [word.rstrip(".:)") for word in link.text.split()[:2]]
        number = next((word for word in written if word in here), None)
        start = link.text.index(number) if number else -1
        at = place_in_text(link, document, start, len(number)) if number else -1
        if number is not None and at >= 0:
            yield Edit(source, at, at + len(number), here[number])
