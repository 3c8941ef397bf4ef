"""One link: asked for sparingly, and followed where it leads on."""

from __future__ import annotations

import time
from http import HTTPStatus

from ..model.reply import Reply, ReplyKind
from .failure import NoAnswer
from .limits import RequestLimits
from .location import Location, next_location, read_location
from .request import Answer, request
from .resolve import IsPublic
from .turns import Turns

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: A person may well be let in where a program is not.
_UNCLEAR = frozenset({401, 403, 405, 429})


class Follower:
    """Asks for one URL after the other, at most until the time ``until``."""

    def __init__(self, is_public: IsPublic, limits: RequestLimits, until: float) -> None:
        self._is_public, self._limits, self._until = is_public, limits, until
        self._turns = Turns(limits.pause)

    def stop(self) -> None:
        """Let everything that is still waiting go unasked."""
        self._until = 0.0

    def reply(self, url: str) -> Reply:
        """What becomes of ``url``."""
        location = read_location(url)
        if location is None:
            return Reply(ReplyKind.UNFIT)
        for _ in range(self._limits.redirects + 1):
            led = location.url if location.url != url else ""
            try:
                answer = self._ask(location)
            except NoAnswer as failure:
                return Reply(failure.kind, 0, failure.words, led)
            if answer.status not in _REDIRECTS or not answer.location:
                return _told(answer.status, led)
            following = next_location(location, answer.location)
            if following is None:
                return Reply(ReplyKind.UNFIT, url=led)
            location = following
        return Reply(ReplyKind.REDIRECTS, url=location.url)

    def _ask(self, location: Location) -> Answer:
        """HEAD; and GET before anything is called dead, since some servers know no HEAD."""
        try:
            answer = self._once("HEAD", location)
            if answer.status < 400 or (answer.status in _UNCLEAR and answer.status != 405):
                return answer
        except NoAnswer as failure:
            if failure.kind is not ReplyKind.DROPPED:
                raise
        return self._once("GET", location)

    def _once(self, method: str, location: Location) -> Answer:
        with self._turns.at(location.host, self._until):
            until = min(self._until, time.monotonic() + self._limits.request)
            try:
                return request(method, location, self._is_public, self._limits, until)
            except NoAnswer as failure:
                # With less than its whole time, nothing is said against a server.
                if failure.kind is ReplyKind.TIMED_OUT and until == self._until:
                    raise NoAnswer(ReplyKind.UNASKED) from None
                raise


def _told(status: int, led: str) -> Reply:
    if status < 400 or status in _UNCLEAR:
        return Reply(ReplyKind.FINE, status, "", led)
    try:
        words = HTTPStatus(status).phrase
    except ValueError:
        words = ""
    return Reply(ReplyKind.STATUS, status, words, led)
