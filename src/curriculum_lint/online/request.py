"""One request and the head of its answer; of a body nothing is read."""

from __future__ import annotations

import re
import socket
import time
from http.client import HTTPException, parse_headers
from io import BytesIO
from typing import NamedTuple

from .. import __version__
from ..model.reply import ReplyKind
from .connect import connect, told
from .failure import NoAnswer
from .limits import RequestLimits
from .location import Location
from .resolve import IsPublic, resolve

USER_AGENT = f"curriculum-lint/{__version__} (link check)"
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})(?: [^\r\n]*)?\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Answer(NamedTuple):
    """The status, and where a redirect leads."""

    status: int
    location: str | None


def request(
    method: str, location: Location, is_public: IsPublic, limits: RequestLimits, until: float
) -> Answer:
    """Ask once, until the time ``until`` of the monotonic clock. Raises `NoAnswer`."""
    addresses = resolve(location.host, location.port, is_public, until)[: limits.addresses]
    connection = connect(location, addresses, until)
    with connection:
        try:
            connection.settimeout(_left(until))
            connection.sendall(_written(method, location))
            return _read(connection, limits.head_bytes, until)
        except OSError as error:
            raise told(error) from None


def _written(method: str, location: Location) -> bytes:
    lines = (
        f"{method} {location.target} HTTP/1.1",
        f"Host: {location.host_header}",
        f"User-Agent: {USER_AGENT}",
        "Accept: */*",
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii")


def _read(connection: socket.socket, most: int, until: float) -> Answer:
    """The first answer that is none of the provisional ones."""
    seen = b""
    while True:
        end = _HEAD_END.search(seen)
        if end is None:
            seen += _more(connection, most - len(seen), until)
            continue
        answer = _answer(seen[: end.end()])
        if answer.status >= 200:
            return answer
        seen, most = seen[end.end() :], most - end.end()


def _more(connection: socket.socket, most: int, until: float) -> bytes:
    connection.settimeout(_left(until))
    data = connection.recv(min(most, 4096)) if most > 0 else b""
    if not data:
        raise NoAnswer(ReplyKind.DROPPED)
    return data


def _answer(head: bytes) -> Answer:
    status = _STATUS.match(head)
    if status is None:
        raise NoAnswer(ReplyKind.DROPPED)
    try:
        headers = parse_headers(BytesIO(head[status.end() :]))
    except HTTPException:
        raise NoAnswer(ReplyKind.DROPPED) from None
    return Answer(int(status[1]), _readable(headers.get("Location")))


def _readable(header: str | None) -> str | None:
    """The header as UTF-8 where it is, as browsers read it."""
    if header is None or header.isascii():
        return header
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


def _left(until: float) -> float:
    """Seconds that are left. Raises ``TimeoutError`` where there are none."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
