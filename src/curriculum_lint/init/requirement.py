"""What pip has to install to get the curriculum-lint that is running."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from .. import __version__

_PACKAGE = "curriculum-lint"


def own_requirement() -> str:
    """The commit of the repository it was installed from, or its version."""
    try:
        text = distribution(_PACKAGE).read_text("direct_url.json")
        found = json.loads(text) if text else None
    except (PackageNotFoundError, ValueError):
        found = None
    return _of_commit(found) or f"{_PACKAGE}=={__version__}"


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
