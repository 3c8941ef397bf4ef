"""Asks for all external links of a curriculum, each URL once."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import chain

from ..model.curriculum import Curriculum
from ..model.reply import Reply, ReplyKind, url_to_ask
from ..model.target import Outcome
from .address import is_public as is_public_address
from .follow import Follower
from .limits import RequestLimits
from .location import read_location
from .resolve import IsPublic


class Asker:
    """Remembers what it was told, so that the rounds of a repair ask once."""

    def __init__(
        self,
        is_public: IsPublic | None = None,
        limits: RequestLimits = RequestLimits(),  # noqa: B008
    ) -> None:
        self._limits = limits
        self._is_public = is_public or is_public_address
        self.replies: dict[str, Reply] = {}

    def __call__(self, curriculum: Curriculum) -> dict[str, Reply]:
        """The replies by URL without fragment, those of earlier calls too."""
        new = [url for url in urls_of(curriculum) if url not in self.replies]
        room = max(0, self._limits.urls - len(self.replies))
        self.replies.update(dict.fromkeys(new, Reply(ReplyKind.UNASKED)))
        follower = self._follower
        with ThreadPoolExecutor(self._limits.at_once) as pool:
            try:
                groups = pool.map(self._ask_in_turn, _by_host(new[:room]))
                self.replies.update(chain.from_iterable(groups))
            except BaseException:
                # Ctrl-C, for instance: leaving the pool waits for what is going on.
                follower.stop()
                raise
        return self.replies

    @cached_property
    def _follower(self) -> Follower:
        """Its time begins with the first question, not while files are still being read."""
        return Follower(self._is_public, self._limits, time.monotonic() + self._limits.total)

    @property
    def unasked(self) -> int:
        """How many URLs nothing is known of, because they were not asked for."""
        return sum(each.kind is ReplyKind.UNASKED for each in self.replies.values())

    def _ask_in_turn(self, urls: Iterable[str]) -> list[tuple[str, Reply]]:
        return [(url, self._follower.reply(url)) for url in urls]


def urls_of(curriculum: Curriculum) -> Iterator[str]:
    """The URLs that links lead to, in order, each once; what the settings ignore is left out."""
    found = (
        url_to_ask(target.link.destination)
        for targets in curriculum.targets.values()
        for target in targets
        if target.outcome is Outcome.EXTERNAL
    )
    return iter(dict.fromkeys(url for url in found if url is not None))


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    """The URLs of one host together: they are asked for one after the other anyway."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        location = read_location(url)
        hosts.setdefault(location.host if location else "", []).append(url)
    return list(hosts.values())
