"""Old addresses of units lead on: by what a site generator understands, or by a few words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Safety, Write
from ...edits.moves import Moves
from ...edits.temporary import is_removal
from ...model.curriculum import Curriculum
from ...parse.front_matter import front_matter_lines
from ...text.moved import moved_text
from ...workspace.lookup import Status
from ...workspace.read import FileText
from ...workspace.workspace import Workspace

_INDEX = re.compile(r"(?:\A|(?<=/))(?:readme|index)\.(?:md|markdown)\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)
_MAPS = re.compile(r"^(?P<indent>[ \t]*)redirect_maps:[ \t]*(?P<rest>[^\r\n]*)$", re.MULTILINE)
_ENTRY = re.compile(r"\r?\n(?P<indent>[ \t]+)[\w\"']")
_DOCS = re.compile(r"^docs_dir:[ \t]*[\"']?(?P<path>[^\"'#\r\n]+?)[\"']?[ \t]*$", re.MULTILINE)
_FROM = re.compile(r"^redirect_from:[ \t]*(?P<rest>[^\r\n]*)(?:\r\n|\n)", re.MULTILINE)


class Relocated(NamedTuple):
    """A readme that was at ``old``, and is at ``new``."""

    old: str
    new: str
    title: str


def relocated(readmes: Iterable[str], after: Curriculum, moves: Moves) -> Iterator[Relocated]:
    """The readmes that have another path now, where nothing else has the old one."""
    for old in readmes:
        new = moves.new(old)
        page = after.pages.get(new)
        if new == old or is_removal(new) or page is None:
            continue
        if after.tree.lookup(old).status is Status.MISSING:
            title = page.outline.title.text if page.outline.title else ""
            yield Relocated(old, new, title or posixpath.basename(posixpath.dirname(new)))


class Redirects:
    """Makes old addresses lead on in ``workspace``, as it is after the moves.

    ``told`` is what could not be written, sentence by sentence; known after `fixes`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.told: list[str] = []
        self._jekyll = "jekyll-redirect-from" in self._text("_config.yml")
        self._mkdocs = self._text("mkdocs.yml")

    @property
    def is_stub(self) -> bool:
        """Whether a readme stays at the old place, since no site generator is known."""
        return not self._jekyll and not re.search(r"^\s*- redirects\b", self._mkdocs, re.MULTILINE)

    def fixes(self, found: Iterable[Relocated]) -> Iterator[Fix]:
        """One fix for each readme."""
        if self.is_stub:
            for each in found:
                target = posixpath.relpath(f"/{each.new}", posixpath.dirname(f"/{each.old}"))
                write = Write(each.old, moved_text(each.title, target))
                yield Fix(f"Leave a link at {each.old}", Safety.UNSAFE, writes=(write,))
        elif self._jekyll:
            for each in found:
                edits = tuple(self._redirect_from(each))
                if edits:
                    yield Fix(f"Redirect from {each.old}", Safety.UNSAFE, edits)
        else:
            yield from self._redirect_maps(list(found))

    def _redirect_from(self, each: Relocated) -> Iterator[Edit]:
        """``redirect_from`` in the front matter of the page; its own address goes from there."""
        text = self._text(each.new)
        lines = text.splitlines()
        count = front_matter_lines(lines)
        front = text[: sum(map(len, text.splitlines(keepends=True)[: max(count - 1, 0)]))]
        item = f"  - {_address(each.old)}\n"
        if not count:
            yield Edit(each.new, 0, 0, f"---\nredirect_from:\n{item}---\n\n")
            return
        key = _FROM.search(front)
        if key is None:
            yield Edit(each.new, len(front), len(front), f"redirect_from:\n{item}")
        elif key["rest"]:
            self.told.append(f"{each.new} has redirect_from on one line: add {_address(each.old)}")
        else:
            yield Edit(each.new, key.end(), key.end(), item)
            address = re.escape(_address(each.new))
            own = re.search(rf"^[ \t]*- {address}[ \t]*\r?\n", front, re.MULTILINE)
            if own is not None:
                yield Edit(each.new, own.start(), own.end(), "")

    def _redirect_maps(self, found: list[Relocated]) -> Iterator[Fix]:
        """``redirect_maps`` of mkdocs-redirects, relative to the folder of the documents."""
        docs = _DOCS.search(self._mkdocs)
        folder = docs["path"].strip("/") if docs else "docs"
        maps = _MAPS.search(self._mkdocs)
        inside = [each for each in found if _is_in(each.old, folder) and _is_in(each.new, folder)]
        if maps is None or maps["rest"].strip():
            self.told += [f"mkdocs.yml has no redirect_maps for {each.old}" for each in inside]
            return
        entry = _ENTRY.match(self._mkdocs, maps.end())
        is_deeper = entry is not None and len(entry["indent"]) > len(maps["indent"])
        indent = entry["indent"] if entry and is_deeper else maps["indent"] + "  "
        names = [(each.old[len(folder) + 1 :], each.new[len(folder) + 1 :]) for each in inside]
        lines = "".join(f"\n{indent}'{old}': '{new}'" for old, new in names)
        edits = [Edit("mkdocs.yml", maps.end(), maps.end(), lines)] if lines else []
        for _, new in names:
            line = re.compile(rf"\n[ \t]*[\"']?{re.escape(new)}[\"']?:[^\n]*")
            own = line.search(self._mkdocs, maps.end())
            if own is not None:
                edits.append(Edit("mkdocs.yml", *own.span(), ""))
        if edits:
            yield Fix("Redirect the old addresses", Safety.UNSAFE, tuple(sorted(edits)))

    def _text(self, path: str) -> str:
        if self._workspace.tree.lookup(path).status is not Status.FOUND:
            return ""
        read = self._workspace.read(path)
        return read.text if isinstance(read, FileText) else ""


def _address(path: str) -> str:
    """Where Jekyll shows a page."""
    folder = _INDEX.sub("", path)
    return f"/{folder}" if folder != path else "/" + _SUFFIX.sub("", path)


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")
