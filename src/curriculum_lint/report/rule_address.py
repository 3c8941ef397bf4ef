"""The web address of the folder of rule pages, where one is known."""

from __future__ import annotations

import os

from ..text.late_pattern import late_pattern

#: The action sets it: where the pages of its own version are.
VARIABLE = "CURRICULUM_LINT_RULES_URL"
#: The name of the address in the metadata of a package that was built to be published.
_LABEL = "Rules"
_ADDRESS = late_pattern(r"https?://[^\s<>\"\\]+")


def rules_address() -> str:
    """The address, with a slash at its end; ``""`` where none is known.

    The environment says it, or the package as it was published.
    """
    return web_address(f"{(os.environ.get(VARIABLE) or _published()).rstrip('/')}/")


def web_address(text: str) -> str:
    """``text`` if it is an address that can stand in a link, or else ``""``."""
    return text if _ADDRESS.fullmatch(text) else ""


def _published() -> str:
    from importlib import metadata

    try:
        urls = metadata.metadata("curriculum-lint").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    named = (url.split(", ", 1) for url in urls)
    return next((url for label, url in named if label == _LABEL), "")
