"""What the web answered to a link."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple


class ReplyKind(StrEnum):
    """How asking for an address ends."""

    #: Also where nobody can tell: a login is wanted, or programs are turned away.
    FINE = auto()
    STATUS = auto()
    NO_HOST = auto()
    NOT_SECURE = auto()
    REFUSED = auto()
    DROPPED = auto()
    TIMED_OUT = auto()
    REDIRECTS = auto()
    #: The name stands for an address that is not of the public internet: it was not asked.
    NOT_PUBLIC = auto()
    #: Nothing that is asked: malformed, with a password, or a redirect to another scheme.
    UNFIT = auto()
    #: There was no time left, there were too many, or this machine has no network.
    UNASKED = auto()


#: The kinds that mean that a reader will not get to see the page.
DEAD = frozenset(
    {
        ReplyKind.STATUS,
        ReplyKind.NO_HOST,
        ReplyKind.NOT_SECURE,
        ReplyKind.REFUSED,
        ReplyKind.DROPPED,
        ReplyKind.TIMED_OUT,
        ReplyKind.REDIRECTS,
    }
)


class Reply(NamedTuple):
    """What came back for one URL.

    ``status`` is the HTTP status, 0 without one, and ``words`` what it or the failure is called.
    ``url`` is where redirects led, empty without any.
    """

    kind: ReplyKind
    status: int = 0
    words: str = ""
    url: str = ""


def url_to_ask(destination: str) -> str | None:
    """The destination without its fragment where it is a URL of the web, else ``None``."""
    url = destination.partition("#")[0]
    return url if url[:8].lower().startswith(("http://", "https://")) else None
