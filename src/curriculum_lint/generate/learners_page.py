"""The page for learners of one curriculum: from what it is made, and its files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ..index.aliases import page_at
from ..index.entries import CurriculumIndex
from ..index.json_index import json_index
from ..model.curriculum import Curriculum
from ..page.assets import digest_of_assets
from ..page.layout import layout_for
from ..page.seal import origin_of
from ..workspace.picture import read_picture

if TYPE_CHECKING:
    from ..page.render import PageFile

#: Where the page is, for links to files that are not on it, if the configuration does not say.
DEFAULT = "index.html"


class LearnersPage:
    """Nothing is made before it is needed: a check only asks from what."""

    def __init__(
        self, curriculum: Curriculum, index: CurriculumIndex, path: str | None = None
    ) -> None:
        self._curriculum, self._index = curriculum, index
        self._settings = curriculum.settings.index
        self._path = path or self._settings.html or DEFAULT

    @cached_property
    def origin(self) -> str:
        """A digest of what it is made from: the index, the readmes, the settings, this program."""
        settings = self._settings
        chosen = (self._path, settings.source or "", settings.layout, settings.check_command or "")
        texts = (self._text(path) or "" for path in self._readmes())
        return origin_of(digest_of_assets(), json_index(self._index), *chosen, *texts)

    @property
    def is_folder(self) -> bool:
        """Whether there are others beside the first file."""
        characters = sum(len(self._text(path) or "") for path in self._readmes())
        return layout_for(self._settings.layout, self._path, characters).is_folder

    @cached_property
    def files(self) -> list[PageFile]:
        """Its files, the first one first."""
        from ..page.library import Library
        from ..page.render import page_files

        root, settings = self._curriculum.settings.root, self._settings
        library = Library(
            self._curriculum.vocabulary,
            self._text,
            lambda path: read_picture(root, path),
            self._alone,
            settings.check_command,
        )
        return page_files(
            self._index, self._path, settings.source, library, settings.layout, self.origin
        )

    def _readmes(self) -> Iterator[str]:
        index = self._index
        levels, units = (each.readme for each in index.levels), (u.readme for u in index.units())
        alone = (self._alone(u.path) for u in index.units() if not u.readme)
        yield from sorted({path for path in (index.readme, *levels, *units, *alone) if path})

    def _alone(self, folder: str) -> str | None:
        """The only document right in ``folder``; ``None`` if there are others, or none."""
        return self._alone_in.get(folder)

    @cached_property
    def _alone_in(self) -> dict[str, str]:
        folders: dict[str, list[str]] = {}
        for path in self._curriculum.pages:
            folders.setdefault(posixpath.dirname(path), []).append(path)
        return {folder: paths[0] for folder, paths in folders.items() if len(paths) == 1}

    def _text(self, path: str) -> str | None:
        page = page_at(self._curriculum, path)
        return page.document.text if page else None
