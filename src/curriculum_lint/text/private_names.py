"""Names that belong to version control and to nobody else."""

from __future__ import annotations

#: Folders of version control: they hold credentials, and no link to them works on a website.
VERSION_CONTROL = frozenset({".git", "git~1", ".hg", ".svn", ".bzr", ".jj"})


def is_private(name: str) -> bool:
    """Whether a folder of this name belongs to version control."""
    return name.lower() in VERSION_CONTROL
