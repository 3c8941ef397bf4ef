"""One file that holds everything, or a folder with a file for each article."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .places import Folder, OneFile, Places, article_file

#: With more characters than this in its readmes, a curriculum gets a folder.
_MOST_IN_ONE_FILE = 2_000_000


class LayoutName(StrEnum):
    """What a configuration may ask for."""

    AUTO = "auto"
    FILE = "file"
    FOLDER = "folder"


class Layout(NamedTuple):
    """How the page is cut into files. ``home`` is the name of the first."""

    is_folder: bool
    home: str

    def places(self, article: str | None) -> Places:
        """The links and names in the file that holds an article, or in the first."""
        if not self.is_folder:
            return OneFile()
        return Folder(article_file(article) if article else self.home, self.home)


def layout_for(name: LayoutName, home: str, characters: int) -> Layout:
    """The layout of a page whose readmes have that many characters."""
    wants_folder = name is LayoutName.FOLDER
    is_large = name is LayoutName.AUTO and characters > _MOST_IN_ONE_FILE
    return Layout(wants_folder or is_large, home)
