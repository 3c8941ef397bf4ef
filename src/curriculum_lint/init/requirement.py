"""What pip has to install to get the curriculum-lint that is running."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import unquote, urlsplit

from .. import __version__
from ..git.calls import published_commit

_PACKAGE = "curriculum-lint"


def own_requirement() -> str | None:
    """The commit of the repository it was installed from, or its version.

    ``None`` where it comes from a folder or a file that only this machine has.
    """
    try:
        text = distribution(_PACKAGE).read_text("direct_url.json")
        found = json.loads(text) if text else None
    except (PackageNotFoundError, ValueError):
        return None
    if found is None:
        # An installer that got it by its name from a registry writes down no address.
        return f"{_PACKAGE}=={__version__}"
    return _of_commit(found) or _of_clone(found)


def _of_clone(direct_url: Any) -> str | None:
    """The requirement for a package that was installed from a clone of a public repository."""
    url = direct_url.get("url") if isinstance(direct_url, dict) else None
    if not isinstance(url, str) or not url.startswith("file://"):
        return None
    published = published_commit(unquote(urlsplit(url).path))
    if published is None:
        return None
    address, commit = published
    if address.startswith("git@") and ":" in address:
        host, _, path = address.removeprefix("git@").partition(":")
        address = f"https://{host}/{path}"
    if not address.startswith("https://") or "@" in address:
        return None
    requirement = f"{_PACKAGE} @ git+{address}@{commit}"
    return requirement if is_plain(requirement) else None


def _of_commit(direct_url: Any) -> str | None:
    """The requirement for a package that an installer took from version control (PEP 610)."""
    try:
        vcs = direct_url["vcs_info"]
        url, kind, commit = direct_url["url"], vcs["vcs"], vcs["commit_id"]
    except (KeyError, TypeError):
        return None
    if not all(isinstance(part, str) for part in (url, kind, commit)) or "@" in url:
        # With an "@", the address may hold somebody's password.
        return None
    requirement = f"{_PACKAGE} @ {kind}+{url}@{commit}"
    return requirement if is_plain(requirement) else None


def is_plain(requirement: str) -> bool:
    """Whether ``requirement`` is text that any file can hold: printable ASCII, and some of it."""
    return bool(requirement.strip()) and requirement.isascii() and requirement.isprintable()
