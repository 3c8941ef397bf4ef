"""An item of navigation for a new unit, as that of a unit beside it is written."""

from __future__ import annotations

import re

from ...text.source import Span
from .menu_units import MenuTitles, MenuUnit, led_span, titled_span
from .menu_words import KEY, PATH_KEY, TITLE, quoted, stripped

_MARKS = re.compile(r"[ \t]*(?:-[ \t]+)*")
#: A key, a value that says nothing of a unit, and what is no word.
_NO_WORDS = re.compile(
    r"[\"']?[\w-]+[\"']?[ \t]*:(?!\S/)|\b(?:true|false|null|doc|link|category|ref)\b|[^\w]+"
)


class NewItem:
    """Writes items for ``unit`` as those of ``beside`` are written."""

    def __init__(self, titles: MenuTitles, beside: MenuUnit, unit: MenuUnit) -> None:
        self._titles, self._beside, self._unit = titles, beside, unit

    def written(self, model: str) -> str | None:
        """``model`` for the new unit; ``None`` where it says more than a title and a path."""
        lines = [self._line(line) for line in model.splitlines(keepends=True)]
        kept = [line for line in lines if line is not None]
        return "".join(kept) if len(kept) == len(lines) else None

    def _line(self, line: str) -> str | None:
        """A line with the path and the title in it written anew, if nothing else is there."""
        path, title = led_span(line, self._beside, self._unit), self._title_in(line)
        if path is None and title is None:
            path = titled_span(line, self._beside, self._unit)
        new = {} if path is None else {path[0]: path[1]}
        left = line if path is None else _without_word(line, path[0])
        if title is not None:
            name = self._titles.new_title(line[slice(*title)], self._beside, self._unit)
            if name is None:
                return None
            new[title] = quoted(name, line, title)
            left = left[: title.start] + " " * (title.end - title.start) + left[title.end :]
        if _NO_WORDS.sub("", left):
            return None
        for span, text in sorted(new.items(), reverse=True):
            line = line[: span.start] + text + line[span.end :]
        return line

    def _title_in(self, line: str) -> Span | None:
        """Where a line says a title: before its path or list, or behind a key for titles."""
        at = _MARKS.match(line).end()  # type: ignore[union-attr]
        key = KEY.match(line, at)
        if key is not None and not PATH_KEY.match(line, at):
            return Span(*key.span(key.lastgroup or 0))
        match = TITLE.search(line)
        return stripped(line, Span(*match.span("value"))) if match else None


def _without_word(line: str, span: Span) -> str:
    """``line`` with blanks for the whole word that a span is in."""
    start, end = span
    while start and not line[start - 1].isspace() and line[start - 1] not in "\"'`([{,":
        start -= 1
    while end < len(line) and not line[end].isspace() and line[end] not in "\"'`)]},":
        end += 1
    return line[:start] + " " * (end - start) + line[end:]
