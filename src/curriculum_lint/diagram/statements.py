"""The text of a diagram → its statements, without what says nothing of what is drawn."""

from __future__ import annotations

import re
from typing import NamedTuple

#: A longer text is shown as it is: nobody finds the way in what it would draw.
_LONGEST = 20_000
#: A longer statement is none that somebody wrote, and reading it could take long.
_LONGEST_STATEMENT = 2_000
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_DIRECTIVE = re.compile(r"%%\{(?:(?!%%\{).)*?\}%%", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*%%.*$", re.MULTILINE)
_STATEMENT = re.compile(r'(?:"[^"]*"|\[[^\[\]"]*\]|#\w+;|[^\n;"])+')
_UNFINISHED = re.compile(r"(?:(?<=--[->ox])|(?<===[=>ox])|(?<=\.->)|(?<=[ \t]&))[ \t]*\n\s*")
_DESCRIPTION = re.compile(r"^[ \t]*acc(?:Title|Descr)[ \t]*(?::.*|\{[^}]*\})$", re.MULTILINE)


class Source(NamedTuple):
    """A diagram as written: its first words, the title above it, and what follows."""

    head: str
    title: str
    body: str


def read_source(text: str) -> Source | None:
    """``None`` where there is nothing, or too much."""
    if len(text) > _LONGEST:
        return None
    matter = _FRONT_MATTER.match(text)
    title = _TITLE.search(matter[1]) if matter else None
    text = text[matter.end() :] if matter else text
    text = _DESCRIPTION.sub("", _COMMENT.sub("", _DIRECTIVE.sub("", text))).strip()
    first = re.match(r"[^\n;]*", text)
    head = first[0] if first else ""
    if not head.strip():
        return None
    return Source(head.strip(), title[1].strip("\"' ") if title else "", text[len(head) :])


def split_statements(body: str) -> list[str]:
    """The statements: apart by line ends and semicolons, except in quotes, brackets and entities.

    One that ends with a line to something goes on behind the end of its own line.
    """
    found = map(str.strip, _STATEMENT.findall(_UNFINISHED.sub(" ", body)))
    return _legible([each for each in found if each])


def split_lines(body: str) -> list[str]:
    """The lines that are not empty, with single blanks."""
    lines = (" ".join(line.split()) for line in body.split("\n"))
    return _legible([line for line in lines if line])


def _legible(statements: list[str]) -> list[str]:
    """The statements; one that no reader knows in the place of all where one is too long."""
    return [":"] if any(len(each) > _LONGEST_STATEMENT for each in statements) else statements
