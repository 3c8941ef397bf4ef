"""What the last whole run of a curriculum has left behind, and what edits have changed since.

What is large stands page by page in a file of its own, so that an edit reads little of it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from ..check.codec import to_json
from ..check.earlier import Earlier, KnownPage, Left
from ..workspace.read import FileText, Unreadable
from .newer import Newer
from .parts import PartsWriter, Row, read_part
from .store import Shelf


class EarlierRun:
    """What the run called ``run`` has left behind; nothing, where that is lost."""

    def __init__(self, shelf: Shelf, name: str, run: str, newer: Newer) -> None:
        self._shelf, self._name, self._newer = shelf, name, newer
        found = shelf.read(f"left-{name}")
        is_known = isinstance(found, dict) and found["run"] == run
        self._found: dict[str, Any] = found if is_known else {}
        self._pages: dict[str, KnownPage] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def rules(self) -> list[Any]:
        """The rules of the run, as data."""
        rules: list[Any] = self._found["rules"]
        return rules

    def earlier(self) -> Earlier:
        """What the run has found out."""
        found, newer = self._found, self._newer
        hidden = found["hidden"] if newer.hidden is None else newer.hidden
        return Earlier(hidden, found["read"], self._page, self._titles, self._digests)

    def text(self, path: str) -> FileText | None:
        """The text of a document, as the last run has read it."""
        if path in self._newer.texts:
            return FileText(*self._newer.texts[path], "")
        row = self._found["texts"].get(path)
        part = self._part(row[:3]) if row else None
        with suppress(zlib.error, UnicodeDecodeError):
            if part is not None:
                return FileText(zlib.decompress(part).decode("utf-8"), bool(row[3]), "")
        return None

    def _page(self, path: str) -> KnownPage | None:
        if path not in self._pages:
            row = self._newer.pages.get(path) or self._read_page(path)
            if row is None:
                return None
            self._pages[path] = KnownPage(*row)
        return self._pages[path]

    def _read_page(self, path: str) -> Sequence[Any] | None:
        row = self._found["pages"].get(path)
        part = self._part(row) if row else None
        return None if part is None else json.loads(part)

    def _titles(self) -> dict[str, Any] | None:
        part = self._part(self._found["titles"])
        return None if part is None else json.loads(part) | self._newer.titles

    def _digests(self) -> str | None:
        if self._newer.digests is not None:
            return self._newer.digests
        part = self._part(self._found["digests"])
        return None if part is None else part.decode()

    def _part(self, row: Row) -> bytes | None:
        return read_part(self._shelf, f"parts-{self._name}", row)


def write_left(
    shelf: Shelf,
    name: str,
    run: str,
    left: Left,
    rules: Sequence[Any],
    read: Callable[[str], FileText | Unreadable],
) -> None:
    """Write what the run called ``run`` leaves behind; ``read`` gives the texts of documents."""
    parts = PartsWriter()
    found = {
        "pages": {path: parts.add(page.encode("ascii")) for path, page in left.pages.items()},
        "texts": dict(_add_texts(parts, left.titles, read)),
        "titles": parts.add(to_json(left.titles).encode("ascii")),
        "digests": parts.add(left.digests.encode("ascii")),
    }
    parts.write(shelf, f"parts-{name}")
    rest = {"run": run, "rules": rules, "hidden": left.hidden, "read": left.read}
    shelf.write(f"left-{name}", rest | found)


def _add_texts(
    parts: PartsWriter, paths: Iterable[str], read: Callable[[str], FileText | Unreadable]
) -> Iterator[tuple[str, list[int]]]:
    for path in paths:
        text = read(path)
        if isinstance(text, FileText):
            yield path, [*parts.add(text.packed), text.bom]
