"""The settings of a run, once they are loaded."""

from __future__ import annotations

from typing import NamedTuple

from .settings import Settings


class LoadedSettings(NamedTuple):
    """The settings, and where they are from.

    ``file`` is the configuration file as shown to people, relative to the working folder.
    ``origins`` has, for each dotted key, "default", "FILE:LINE", "FILE" where the line is not
    known, "command line", or "FILE:LINE and command line". ``online`` is whether the web may be
    asked, which no file can say.
    """

    settings: Settings
    file: str | None
    origins: dict[str, str]
    online: bool = False
