"""The texts of a page in many files, for its search."""

from __future__ import annotations

from collections.abc import Mapping

from .articles import Written
from .data import script_json
from .view import PageView


def search_data(view: PageView, written: Mapping[str, Written]) -> str:
    """For each unit, in order: its sections as ``[title, anchor, text]``."""
    found = []
    for _, unit in view.units():
        article = written.get(unit.article.key)
        sections = article.sections if article else ()
        found.append([[each.title, each.anchor, each.text] for each in sections if each.text])
    return script_json(found)
