"""Everything that is generated from the index: as it is, and as it should be."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..edits.edit import Edit, Write
from ..index.build import build_index
from ..index.entries import CurriculumIndex
from ..index.json_index import json_index
from ..index.listing import list_text
from ..model.curriculum import Curriculum, GeneratedFile, Page
from ..parse.document import GeneratedRegion, RegionKind, RegionState
from ..text.source import normalise_line_ends
from .ours import is_our_index, is_our_page

if TYPE_CHECKING:
    from ..graph.block import GraphBlocks


class Output(NamedTuple):
    """A generated region of a Markdown file, or a whole file if there is no ``region``.

    ``current`` is ``None`` where the file does not exist. ``path`` is relative to the root. What
    is ``foreign`` holds something that was not generated, and must not be overwritten.
    """

    path: str
    current: str | None
    wanted: str
    region: GeneratedRegion | None = None
    foreign: bool = False

    @property
    def is_stale(self) -> bool:
        """Whether it is not as it should be; the kind of its line endings does not matter."""
        return self.current is None or normalise_line_ends(self.current) != self.wanted

    @property
    def change(self) -> Edit | Write:
        """What makes it as it should be."""
        if self.region is None:
            return Write(self.path, self.wanted)
        return Edit(self.path, *self.region.content, self.wanted)


class Outputs:
    """What is generated from one curriculum. Nothing is built before it is needed."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._settings = curriculum.settings.index
        self._texts: dict[tuple[RegionKind, str], str] = {}

    @cached_property
    def index(self) -> CurriculumIndex:
        """The index of the curriculum."""
        return build_index(self._curriculum)

    def all(self) -> Iterator[Output]:
        """Every region, then every file."""
        yield from self.regions()
        yield from self.files()

    def regions(self) -> Iterator[Output]:
        """The regions of all documents that have both of their marks."""
        for page in self._curriculum.pages.values():
            for region in page.document.generated:
                if region.state is RegionState.WHOLE:
                    yield self._region(page, region)

    def files(self) -> Iterator[Output]:
        """The files that the configuration names."""
        json, html = self._settings.json, self._settings.html
        if json is not None:
            yield self._file(json, json_index(self.index), is_our_index)
        if html is not None:
            yield self._file(html, self._page(html), is_our_page)

    def _file(self, path: str, wanted: str, is_ours: Callable[[str], bool]) -> Output:
        current = self._curriculum.generated.get(path, GeneratedFile(None)).text
        return Output(path, current, wanted, foreign=current is not None and not is_ours(current))

    def _region(self, page: Page, region: GeneratedRegion) -> Output:
        folder = posixpath.dirname(page.path)
        text = self._text(region.kind, folder)
        wanted = f"\n\n{text}\n\n" if text else "\n\n"
        return Output(page.path, page.document.text[slice(*region.content)], wanted, region)

    def _text(self, kind: RegionKind, folder: str) -> str:
        """What every region of that kind in the files of ``folder`` holds."""
        if (kind, folder) not in self._texts:
            make = self._graph if kind is RegionKind.GRAPH else self._list
            self._texts[kind, folder] = make(folder)
        return self._texts[kind, folder]

    def _list(self, folder: str) -> str:
        return list_text(self.index, folder, self._settings)

    def _graph(self, folder: str) -> str:
        return self._blocks.block(folder).strip("\n")

    @cached_property
    def _blocks(self) -> GraphBlocks:
        from ..graph.block import GraphBlocks

        return GraphBlocks(self.index, self._settings.graph)

    def _page(self, path: str) -> str:
        from ..page.render import html_page

        return html_page(self.index, path, self._settings.source)
