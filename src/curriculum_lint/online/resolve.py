"""Names of hosts → addresses that may be connected to."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

from ..model.reply import ReplyKind
from .failure import NoAnswer

IsPublic = Callable[[str], bool]
#: "No such name" and "no address of that name", where the platform has it.
_NO_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class ResolvedAddress(NamedTuple):
    """One address, as ``socket.connect`` takes it."""

    family: int
    at: tuple[Any, ...]


def resolve(host: str, port: int, is_public: IsPublic, until: float) -> list[ResolvedAddress]:
    """The public addresses of ``host``, until the time ``until`` of the monotonic clock.

    Raises `NoAnswer`, also where there are addresses but none is public.
    """
    found = _look_up(host, port, until)
    public = [each for each in found if is_public(str(each.at[0]))]
    if not public:
        raise NoAnswer(ReplyKind.NOT_PUBLIC if found else ReplyKind.NO_HOST, host)
    return public


def _look_up(host: str, port: int, until: float) -> list[ResolvedAddress]:
    # The resolver knows no time-out: a thread that nobody waits for has one.
    answers: SimpleQueue[list[ResolvedAddress] | NoAnswer] = SimpleQueue()
    Thread(target=lambda: answers.put(_ask_resolver(host, port)), daemon=True).start()
    try:
        answer = answers.get(timeout=max(0.0, until - time.monotonic()))
    except Empty:
        raise NoAnswer(ReplyKind.TIMED_OUT) from None
    if isinstance(answer, NoAnswer):
        raise answer
    return answer


def _ask_resolver(host: str, port: int) -> list[ResolvedAddress] | NoAnswer:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        # Any other code says that the resolver did not work, not that there is no such host.
        kind = ReplyKind.NO_HOST if error.errno in _NO_HOST else ReplyKind.UNASKED
        return NoAnswer(kind, host)
    except (OSError, UnicodeError):
        return NoAnswer(ReplyKind.UNFIT, host)
    return [ResolvedAddress(int(family), at) for family, _, _, _, at in found]
