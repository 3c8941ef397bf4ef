"""Connects to exactly the addresses that were found to be public."""

from __future__ import annotations

import errno
import socket
import ssl
import time
from collections.abc import Sequence

from ..model.reply import ReplyKind
from .failure import NoAnswer
from .location import Location
from .resolve import ResolvedAddress

#: This machine cannot get there; whether others can is unknown.
_UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.ENETDOWN}
_UNREACHABLE |= {errno.EAFNOSUPPORT, errno.EACCES, errno.EPERM}


def connect(
    location: Location, addresses: Sequence[ResolvedAddress], until: float
) -> socket.socket:
    """A connection to the first address that answers, secured for https. Raises `NoAnswer`."""
    failure = NoAnswer(ReplyKind.UNASKED)
    for number, address in enumerate(addresses):
        left = (until - time.monotonic()) / (len(addresses) - number)
        if left <= 0:
            raise NoAnswer(ReplyKind.TIMED_OUT)
        try:
            return _secured(location, _connected(address, left), until)
        except OSError as error:
            failure = told(error, failure)
    raise failure


def told(error: OSError, otherwise: NoAnswer | None = None) -> NoAnswer:
    """What a failure of the network means."""
    if isinstance(error, ssl.SSLError):
        words = getattr(error, "verify_message", "") or (error.reason or "").lower()
        return NoAnswer(ReplyKind.NOT_SECURE, words.replace("_", " ").rstrip("."))
    if isinstance(error, TimeoutError):
        return NoAnswer(ReplyKind.TIMED_OUT)
    if isinstance(error, ConnectionRefusedError):
        return NoAnswer(ReplyKind.REFUSED)
    if error.errno in _UNREACHABLE:
        return otherwise or NoAnswer(ReplyKind.UNASKED)
    return NoAnswer(ReplyKind.DROPPED)


def _connected(address: ResolvedAddress, seconds: float) -> socket.socket:
    connection = socket.socket(address.family, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect(address.at)
    except BaseException:
        connection.close()
        raise
    return connection


def _secured(location: Location, connection: socket.socket, until: float) -> socket.socket:
    if location.scheme == "http":
        return connection
    try:
        connection.settimeout(max(0.001, until - time.monotonic()))
        context = ssl.create_default_context()
        return context.wrap_socket(connection, server_hostname=location.host.rstrip("."))
    except BaseException:
        connection.close()
        raise
