"""Addresses at which GitHub and GitLab show the files of a repository."""

from __future__ import annotations

from typing import NamedTuple

from .late_pattern import late_pattern
from .percent import decode_percent
from .source import Span

_SHOWN = late_pattern(
    r"https?://(?:www\.)?git(?:hub|lab)\.com/(?P<repository>[^/\s]+/[^/\s]+)/(?:-/)?(?:blob|tree)/"
    r"(?P<revision>[^/\s]+)/(?P<path>[^?#\s]+)"
)


class HostedAddress(NamedTuple):
    """What an address shows: ``path`` in a ``repository``, ``owner/name``, at a ``revision``.

    ``written`` is where the path stands in the address.
    """

    repository: str
    revision: str
    path: str
    written: Span


def read_hosted(address: str) -> HostedAddress | None:
    """What ``address`` shows; ``None`` for any other address."""
    found = _SHOWN.match(address)
    if found is None:
        return None
    path = decode_percent(found["path"]).rstrip("/")
    return HostedAddress(found["repository"], found["revision"], path, Span(*found.span("path")))


def hosted_path(address: str) -> str:
    """The path that ``address`` shows in its repository; empty for any other address."""
    shown = read_hosted(address)
    return shown.path if shown else ""
