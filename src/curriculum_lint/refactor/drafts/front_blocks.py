"""Front matter as blocks: a key with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...model.curriculum import Page
from ...parse.front_matter import front_matter_lines
from ...text.late_pattern import late_pattern
from ..metadata.metadata_numbers import written_value

_KEY = late_pattern(r"[\"']?(?P<key>[\w.-]+)[\"']?[ \t]*(?P<sign>[:=])[ \t]*(?P<value>.*?)[ \t]*\Z")
#: A table of TOML: what stands below belongs to it.
_TABLE = late_pattern(r"\[+(?P<key>[^\[\]]+)\]+")
_INNER = late_pattern(r"(?P<lead>[ \t]+)(?P<key>[\w.-]+)[ \t]*:[ \t]+(?P<value>\S.*?)[ \t]*\Z")
_QUOTED = late_pattern(r"(?P<quote>[\"'])(?P<inner>.*)(?P=quote)")
#: What is no text in YAML and TOML.
_BARE = late_pattern(r"\d+|\[\]")
_MOST = 200


class FrontBlock(NamedTuple):
    """The ``lines`` of one key, whose ``value`` stands on the first of them."""

    key: str
    value: str
    lines: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Its value without quotes."""
        return _QUOTED.sub(r"\g<inner>", self.value)

    def with_value(self, value: str) -> str:
        """Its line with another value, quoted as this one is."""
        line = self.lines[0]
        start = line.rindex(self.value) if self.value else len(line)
        quote = self.value[:1] if _QUOTED.fullmatch(self.value) else ""
        if not quote and _BARE.fullmatch(value):
            return line[:start] + value
        return line[:start] + quote + written_value(value, quote or " ") + quote

    @property
    def inner(self) -> tuple[FrontBlock, ...]:
        """The keys below it, each with a value on its line; none where anything else is there."""
        matches = [_INNER.match(line) for line in self.lines[1:] if line.strip()]
        if self.value or len({match["lead"] for match in matches if match}) != 1:
            return ()
        found = [FrontBlock(m["key"], m["value"], (m[0].rstrip(),)) for m in matches if m]
        return tuple(found) if len(found) == len(matches) else ()

    @property
    def text(self) -> str:
        """Its lines, without blank ones at its end."""
        return "\n".join(self.lines).rstrip()


class FrontMatter(NamedTuple):
    """What stands between two ``fence`` lines."""

    fence: str
    end: str
    blocks: tuple[FrontBlock, ...]

    def block(self, key: str) -> FrontBlock | None:
        """The block of a key."""
        return next((each for each in self.blocks if each.key == key), None)


def front_matter_of(page: Page) -> FrontMatter | None:
    """The front matter of a page in blocks."""
    lines = [line.rstrip("\r") for line in page.document.text.split("\n")[:_MOST]]
    count = front_matter_lines(lines)
    if not count:
        return None
    return FrontMatter(lines[0], lines[count - 1], tuple(_blocks(lines[1 : count - 1])))


def _blocks(lines: list[str]) -> Iterator[FrontBlock]:
    starts = list(_starts(lines))
    ends = [*(at for at, _, _ in starts[1:]), len(lines)]
    for (at, key, value), end in zip(starts, ends, strict=False):
        yield FrontBlock(key, value, tuple(lines[at:end]))


def _starts(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Where blocks begin, with the key and the value on its line."""
    is_in_table = False
    for at, line in enumerate(lines):
        table, match = _TABLE.match(line), _KEY.match(line)
        if table is not None:
            is_in_table = True
            yield at, f"[{table['key']}]", ""
        elif match is not None and not is_in_table:
            yield at, match["key"], match["value"]
