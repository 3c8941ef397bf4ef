"""Titles of other pages in the folder of a unit that say its number: “Homework of week 3”."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from ...model.curriculum import Page
from ...parse.document import Heading
from ..headings.new_headings import CannotRewriteError, NewHeading, with_replaced
from ..labels.label_forms import OF_TOPICS
from ..labels.unit_labels import agrees, right_label
from ..units.new_numbers import Renumbered
from ..words.mentions import Mentions


def inner_titles(
    mentions: Mentions, units: Mapping[str, Renumbered]
) -> Iterator[tuple[Page, Heading, NewHeading]]:
    """The titles that are not those of units, with the number of the unit around them.

    A word says that it is the unit's: a number alone may count the pages.
    """
    for page in mentions.held_pages():
        each = None if page.kind.is_readme else _around(page.path, units)
        headings = page.document.headings if each else ()
        title = next((h for h in headings if h.level == 1), None)
        label = mentions.grammar.read_title(title.text) if each and title else None
        if not each or not title or not label or not agrees(label, each.old):
            continue
        is_unit = label.word in mentions.grammar.words or label.word not in OF_TOPICS
        if not label.word or not is_unit:
            continue
        right = right_label(label, each.new)
        if right != label.text:
            try:
                yield page, title, with_replaced(page, title, label.start, label.text, right)
            except CannotRewriteError:
                continue


def _around(path: str, units: Mapping[str, Renumbered]) -> Renumbered | None:
    """The innermost unit whose folder a page is in, if that gets another number."""
    folder = posixpath.dirname(path)
    while folder:
        if folder in units:
            return units[folder]
        folder = posixpath.dirname(folder)
    return None
