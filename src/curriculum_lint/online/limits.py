"""How long, how often and how much: what asking may cost us, and the others."""

from __future__ import annotations

from typing import NamedTuple


class RequestLimits(NamedTuple):
    """Seconds for one request and for all, and between two to one host; the rest are counts.

    ``head_bytes`` is how much of an answer's head is read; of its body nothing is.
    """

    request: float = 10.0
    total: float = 60.0
    pause: float = 0.1
    at_once: int = 8
    urls: int = 500
    redirects: int = 5
    addresses: int = 4
    head_bytes: int = 64 * 1024
