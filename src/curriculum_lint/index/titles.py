"""What a page calls itself."""

from __future__ import annotations

import re

from ..model.curriculum import Page
from ..parse.document import Heading
from ..parse.fragments import GIVEN_NAME
from ..parse.front_matter import front_matter_title
from ..parse.plain import definitions_of, plain_text_of
from ..text.source import normalise_line_ends

_UNIT_WORDS = (
    "module|modul|módulo|modulo|week|semana|semaine|woche|settimana|day|día|dia|jour|tag|giorno|"
    "lesson|lección|leçon|lektion|lezione|lição|aula|clase|chapter|capítulo|chapitre|kapitel|"
    "capitolo|part|parte|partie|teil|session|sesión|séance|sprint|episode|unit|unidad|unité|unidade|"
    "einheit|phase|section|lab|step|topic|level|m|ch|w|d|l|урок|глава|неделя|модуль|день|часть"
)
#: A word for a unit and its number, or a number alone, and what parts it from the name. Chinese
#: and Japanese put the number into the word. "4 ways" counts ways; "4b" counts nothing.
_NUMBERED = re.compile(
    rf"(?:(?:(?:{_UNIT_WORDS})\s*#?\s*|第)(?P<named>\d+(?:\.\d+)*[a-z]?)\s*[章节節課课回週周]?"
    r"(?:\s*[:)|：、–—-]\s*|\.\s+|\s+(?=(?-i:[^\Wa-z\d_]))|(?<=[章节節課课回週周])\s*)"
    r"|(?P<alone>\d+(?:\.\d+)*[a-z]?)(?:\s*[:)|：、]\s*|\.\s+|\s+[-–—]\s+|(?<=[a-z])\s+))",
    re.IGNORECASE,
)


_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SEVERAL_LINES = re.compile(rf"\n|{_BREAK.pattern}", re.IGNORECASE)


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
    if heading.html or not _SEVERAL_LINES.search(source):
        return heading.text
    # The heading's own text is that of its anchor, in which its lines are not apart.
    source = _BREAK.sub(" ", source)
    return plain_text_of(source, definitions_of(page.document))


def without_number(title: str, label: str) -> str:
    """``title`` without what its unit's label says already: "Module 4: Loops" of 4 is "Loops"."""
    found = _NUMBERED.match(title)
    if found is None or not label:
        return title
    is_same = (found["named"] or found["alone"]).lstrip("0").casefold() == label.lstrip(
        "0"
    ).casefold()
    return (
        title[found.end() :] if is_same and any(map(str.isalpha, title[found.end() :])) else title
    )
