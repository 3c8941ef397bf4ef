"""Everything that is generated from the index: as it is, and as it should be."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ..edits.edit import Edit, Write
from ..index.build import index_of
from ..index.entries import CurriculumIndex
from ..index.json_index import json_index
from ..index.listing import list_text
from ..model.curriculum import Curriculum, GeneratedFile, Page
from ..parse.document import GeneratedRegion, RegionKind, RegionState
from ..text.source import normalise_line_ends
from ..workspace.read import FileText
from .learners_page import LearnersPage
from .ours import is_made_from, is_our_index, is_our_page, is_our_part

if TYPE_CHECKING:
    from ..graph.block import GraphBlocks


@dataclass(frozen=True)
class Output:
    """A generated region of a Markdown file, or a whole file if there is no ``region``.

    ``current`` is ``None`` where the file does not exist, ``make`` gives what it should be.
    ``path`` is relative to the root. What is ``foreign`` holds something that was not generated,
    and must not be overwritten. ``origin`` is what a page is to say that it was made from.
    """

    path: str
    current: str | None
    make: Callable[[], str]
    region: GeneratedRegion | None = None
    foreign: bool = False
    origin: str | None = None

    @cached_property
    def wanted(self) -> str:
        """The text as it should be."""
        return self.make()

    @property
    def is_stale(self) -> bool:
        """Whether it is not as it should be; the kind of its line endings does not matter.

        A page is not made for that: it says from what it was made.
        """
        if self.current is None:
            return True
        current = normalise_line_ends(self.current)
        return not is_made_from(current, self.origin) if self.origin else current != self.wanted

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
        return index_of(self._curriculum)

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
            yield self._file(json, lambda: json_index(self.index), is_our_index)
        if html is not None:
            origin = self._page.origin
            yield self._file(html, lambda: self._page.files[0].text, is_our_page, origin)

    def parts(self, read_generated: Callable[[str], FileText | None]) -> Iterator[Output]:
        """The other files of a page that is a folder, which ``read_generated`` gives."""
        html = self._settings.html
        if html is None or not self._page.is_folder:
            return
        for file in self._page.files[1:]:
            path = posixpath.join(posixpath.dirname(html), file.path)
            read = read_generated(path)
            current = read.text if read else None
            is_foreign = current is not None and not is_our_part(current)
            yield Output(path, current, partial(str, file.text), foreign=is_foreign)

    def _file(
        self,
        path: str,
        make: Callable[[], str],
        is_ours: Callable[[str], bool],
        origin: str | None = None,
    ) -> Output:
        current = self._curriculum.generated.get(path, GeneratedFile(None)).text
        is_foreign = current is not None and not is_ours(current)
        return Output(path, current, make, foreign=is_foreign, origin=origin)

    def _region(self, page: Page, region: GeneratedRegion) -> Output:
        folder = posixpath.dirname(page.path)
        text = self._text(region.kind, folder)
        wanted = f"\n\n{text}\n\n" if text else "\n\n"
        current = page.document.text[slice(*region.content)]
        return Output(page.path, current, lambda: wanted, region)

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

    @cached_property
    def _page(self) -> LearnersPage:
        return LearnersPage(self._curriculum, self.index)
