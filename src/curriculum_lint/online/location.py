"""URLs taken apart, as far as a request needs them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

#: What a host may consist of when it gets into a request; the colon is IPv6's.
_HOST = re.compile(r"(?!\.)(?!.*\.\.)[a-z0-9._:-]{1,253}")
_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:=&?~+!$,;'@()*[]"
_LONGEST = 8_000


class Location(NamedTuple):
    """Where to send a request: ``target`` is path and query, in ASCII."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """The host as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def read_location(url: str) -> Location | None:
    """The URL's parts; ``None`` for other schemes, with a user or password, and if malformed."""
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
        host = _ascii(parts.hostname or "")
        target = quote(parts.path, safe=_KEPT) or "/"
        query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    except ValueError:
        return None
    if parts.scheme not in _PORTS or "@" in parts.netloc or _HOST.fullmatch(host) is None:
        return None
    if port is None:
        port = _PORTS[parts.scheme]
    return Location(url, parts.scheme, host, port, target + query) if port else None


def next_location(location: Location, header: str) -> Location | None:
    """Where a ``Location`` header leads to."""
    try:
        return read_location(urljoin(location.url, header.strip()).partition("#")[0])
    except ValueError:
        return None


def _ascii(host: str) -> str:
    """The host in ASCII, as DNS knows it. Raises ``ValueError``."""
    return host if host.isascii() else host.encode("idna").decode("ascii").lower()
