"""Paths, anchors and concepts: what a link can lead to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lsprotocol.types import CompletionItemKind

from ..index.titles import title_of
from ..links.rewrite import written_path
from ..model.curriculum import Page
from ..model.reading_order import ReadingOrder
from ..workspace.entry import EntryKind, join
from .cursor import Cursor
from .offer import Offer

_DESTINATION = re.compile(r"(?:\(\s*<?|:\s*<?|[\"'])([^\s()<>\"']*)\Z")
_BEGUN_PATH = re.compile(r"(?:\(\s*<?|:\s*<?|[\"'])([^()<>\"']*)\Z")


def complete_anchors(cursor: Cursor, before: str) -> Iterator[Offer]:
    """The headings, and other anchors, of the document that the path before ``#`` leads to."""
    match = _DESTINATION.search(before)
    path = unquote(match[1].partition("#")[0]) if match else ""
    page = _page_at(cursor, _resolved(cursor, path)) if path else cursor.page
    if page is None:
        return
    texts = {heading.anchor: heading.text for heading in page.document.headings}
    for anchor in dict.fromkeys(each.name for each in page.document.anchors):
        yield Offer(anchor, CompletionItemKind.Reference, anchor, texts.get(anchor, ""))


def complete_paths(cursor: Cursor, before: str) -> Iterator[Offer]:
    """What is in the folder that the part before the last slash leads to, folders first."""
    match = _BEGUN_PATH.search(before)
    written = match[1] if match else ""
    folder = written.rpartition("/")[0] + "/" * ("/" in written)
    is_enclosed = "<" in before.rpartition("(")[2]
    found = cursor.curriculum.tree.children(_resolved(cursor, unquote(folder) or "./"))
    for entry in sorted(found, key=lambda entry: entry.kind is not EntryKind.FOLDER):
        is_folder = entry.kind is EntryKind.FOLDER
        kind = CompletionItemKind.Folder if is_folder else CompletionItemKind.File
        text = folder + written_path(entry.name, enclosed=is_enclosed) + "/" * is_folder
        page = _page_at(cursor, entry.path)
        yield Offer(entry.name + "/" * is_folder, kind, text, title_of(page))
    if not folder or folder.strip("./") == "":
        yield Offer("../", CompletionItemKind.Folder, f"{folder}../")


def complete_concepts(cursor: Cursor, before: str) -> Iterator[Offer]:
    """Links to the units of the curriculum and to the concepts that they teach."""
    del before
    order = ReadingOrder(cursor.curriculum)
    for place in order.places.values():
        page = cursor.curriculum.page(place.unit)
        if page is None or page is cursor.page:
            continue
        way = _way(cursor, page.path)
        title = title_of(page) or place.unit.basename
        yield _link(title, way, CompletionItemKind.Module, place.label)
        for heading in page.outline.concepts:
            detail = f"{place.label}: {title}"
            yield _link(heading.text, f"{way}#{heading.anchor}", CompletionItemKind.Keyword, detail)


def _link(text: str, way: str, kind: CompletionItemKind, detail: str) -> Offer:
    words = re.sub(r"[\[\]\\]", r"\\\g<0>", " ".join(text.split()))
    return Offer(text, kind, f"[{words}]({way})", detail, f"[{text}")


def _way(cursor: Cursor, path: str) -> str:
    """The destination that leads from the document here to ``path``."""
    folder = posixpath.dirname(cursor.page.path)
    return written_path(posixpath.relpath(f"/{path}", f"/{folder}"), enclosed=False)


def _resolved(cursor: Cursor, path: str) -> str:
    """The path, relative to the root, that a written one means."""
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/") or ".")
    return posixpath.normpath(posixpath.join(posixpath.dirname(cursor.page.path), path))


def _page_at(cursor: Cursor, path: str) -> Page | None:
    """The document at ``path``, or the readme of the folder there."""
    pages = cursor.curriculum.pages
    if path in pages:
        return pages[path]
    names = (cursor.curriculum.settings.readme, "readme.md", "README.md")
    return next((pages[p] for n in names if (p := join(path, n)) in pages), None)
