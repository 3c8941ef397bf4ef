"""One file that holds everything, or a folder with a file for each article."""

from __future__ import annotations

from typing import NamedTuple

from ..settings.index_settings import PageLayout
from .places import Folder, OneFile, PagePlaces, article_file

#: With more characters than this in its readmes, a curriculum gets a folder.
_MOST_IN_ONE_FILE = 2_000_000


class Layout(NamedTuple):
    """How the page is cut into files. ``home`` is the name of the first."""

    is_folder: bool
    home: str

    def places(self, article: str | None) -> PagePlaces:
        """The links and names in the file that holds an article, or in the first."""
        if not self.is_folder:
            return OneFile()
        return Folder(article_file(article) if article else self.home, self.home)


def layout_for(name: PageLayout, home: str, characters: int) -> Layout:
    """The layout of a page whose readmes have that many characters."""
    wants_folder = name is PageLayout.FOLDER
    is_large = name is PageLayout.AUTO and characters > _MOST_IN_ONE_FILE
    return Layout(wants_folder or is_large, home)
