"""Front matter: metadata before the text, which Markdown would read as a rule and a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import normalise_line_ends


class _Form(NamedTuple):
    """How metadata ends, and what its unindented lines look like, comments aside."""

    ends: tuple[str, ...]
    first: re.Pattern[str]
    others: re.Pattern[str]


_YAML_KEY = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w$][^\n:]*):(?:[ \t]|$)"""
_FORMS = {
    # A key; then keys, items of the list of a key, and the end of a list or table.
    "---": _Form(
        ("---", "..."), late_pattern(_YAML_KEY), late_pattern(rf"{_YAML_KEY}|-(?:[ \t]|$)|[]}}]")
    ),
    # A key or a table; then anything, since `+++` means nothing else in Markdown.
    "+++": _Form(("+++",), late_pattern(r"""[\w"'.-][^\n=]*=|\["""), re.compile("")),
}

#: A title in one line. What YAML or TOML write over several lines is left alone.
_TITLE = late_pattern(
    r"""title[ \t]*[:=][ \t]*(?:(?P<quote>["'])(?P<quoted>[^"'\\]*)(?P=quote)"""
    r"""|(?P<plain>[^\s"'|>\[{&*!%@`#][^#]*?))[ \t]*(?:[ \t]#.*)?\Z"""
)
_NUMBER = late_pattern(
    r"""(?P<key>[\w-]{1,40})[ \t]*[:=][ \t]*["']?(?P<number>-?\d{1,9}(?:\.\d{1,6})?)["']?"""
    r"""[ \t]*(?:#.*)?"""
)
#: Metadata is looked at no further.
_MOST = 20_000


def front_matter_lines(lines: list[str]) -> int:
    """How many lines at the start of a file are front matter, with both fences; 0 without."""
    form = _FORMS.get(lines[0].rstrip(" \t")) if lines else None
    if form is None:
        return 0
    for count, line in enumerate(lines[1:], 2):
        if line.rstrip(" \t") in form.ends:
            return count if _is_metadata(lines[1 : count - 1], form) else 0
    return 0


def front_matter_title(text: str) -> str:
    """The title that the metadata at the start of ``text`` states in one line; empty without it."""
    found = map(_TITLE.match, _own_lines(text))
    match = next(filter(None, found), None)
    return match["quoted"] or match["plain"] or "" if match else ""


def front_matter_numbers(text: str) -> dict[str, float]:
    """The keys of the metadata at the start of ``text`` that have a number: ``weight: 3``."""
    matches = map(_NUMBER.fullmatch, _own_lines(text))
    return {match["key"]: float(match["number"]) for match in matches if match}


def _own_lines(text: str) -> Iterator[str]:
    """The lines of the metadata that stand in no table."""
    if not text.startswith(tuple(_FORMS)):
        return iter(())
    lines = normalise_line_ends(text[:_MOST]).split("\n")
    # In TOML, what stands below the name of a table belongs to it.
    return takewhile(lambda line: not line.startswith("["), lines[1 : front_matter_lines(lines)])


def _is_metadata(lines: list[str], form: _Form) -> bool:
    """Whether it is: text between two thematic breaks is not."""
    unindented = [line for line in lines if line.strip() and line[0] not in " \t"]
    keys = [line for line in unindented if not line.startswith("#")]
    if not keys:
        # Nothing but comments would be headings between two thematic breaks.
        return not unindented
    return form.first.match(keys[0]) is not None and all(map(form.others.match, keys[1:]))
