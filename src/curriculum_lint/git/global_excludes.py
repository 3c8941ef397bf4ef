"""The ignore file of a person, which git reads in every repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ..text.late_pattern import late_pattern

_SECTION = late_pattern(r"\s*\[([^\]]*)\]")
_KEY = late_pattern(r"\s*excludesfile\s*=\s*(.*)", re.IGNORECASE)
_COMMENT = late_pattern(r"\s[#;].*")
_MOST_BYTES = 1 << 20


def global_excludes(shared: str) -> str | None:
    """The path of the file that ``core.excludesFile`` names, or of the usual one.

    ``shared`` is git's folder of the repository. Included configuration files are not read.
    """
    named = [path for file in configuration_files(shared) for path in _named(file)]
    chosen = named[-1] if named else os.path.join(_xdg(), "git", "ignore")
    return os.path.expanduser(chosen) or None


def configuration_files(shared: str) -> Iterator[str]:
    """The files of settings that may name it, the strongest last."""
    yield from map(os.path.expanduser, _configurations(shared))


def _configurations(shared: str) -> Iterator[str]:
    if os.environ.get("GIT_CONFIG_NOSYSTEM", "") in {"", "0", "false"}:
        yield os.environ.get("GIT_CONFIG_SYSTEM") or "/etc/gitconfig"
    own = os.environ.get("GIT_CONFIG_GLOBAL")
    yield from [own] if own else [os.path.join(_xdg(), "git", "config"), "~/.gitconfig"]
    yield os.path.join(shared, "config")


def _xdg() -> str:
    return os.environ.get("XDG_CONFIG_HOME") or "~/.config"


def _named(file: str) -> Iterator[str]:
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as opened:
            lines = opened.read(_MOST_BYTES).splitlines()
    except (OSError, ValueError):
        return
    section = ""
    for line in lines:
        if heading := _SECTION.match(line):
            section = heading[1].strip().lower()
        elif section == "core" and (key := _KEY.match(line)):
            yield _COMMENT.sub("", key[1]).strip().strip('"')
