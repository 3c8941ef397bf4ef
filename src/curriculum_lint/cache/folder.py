"""Where the cache is."""

from __future__ import annotations

import os
import sys

FOLDER_VARIABLE = "CURRICULUM_LINT_CACHE_DIR"


def user_folder() -> str | None:
    """The folder for caches of this user and tool, or ``None`` where there is no home."""
    own = os.environ.get(FOLDER_VARIABLE)
    if own:
        return _absolute(own)
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "curriculum-lint") if os.path.isabs(base) else None


def _absolute(folder: str) -> str | None:
    """The folder that the environment names; ``None`` where it is gone, or behind a link.

    A link in the working folder, or in the repository around it, may have come with a checkout.
    """
    from ..edits.links_inside import leads_through_link
    from ..git.prefix import repository_top

    try:
        place, here = os.path.abspath(folder), os.path.realpath(os.getcwd())
        return None if leads_through_link(place, repository_top(here)) else place
    except OSError:
        return None
