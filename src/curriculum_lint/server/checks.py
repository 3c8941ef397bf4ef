"""When what is checked: after a pause, in other threads, and never for text that is old already.

Three threads work. The first speaks the protocol. The second reads curricula: it answers requests,
and runs the quick rules. The third runs all rules, on snapshots that nobody changes any more.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

from .buffers import Buffer, Buffers
from .checker import SupersededError
from .desk import Desk
from .diagnostics import diagnostics_by_uri
from .other_diagnostics import configuration_problems, found_alone
from .published import Found, ShownDiagnostics
from .view import ProjectView

#: How long nothing may be typed before it is checked.
_PAUSE_SECONDS = 0.05
#: How much longer before all rules run, where the quick ones have.
_REST_SECONDS = 0.2
#: What is said about no curriculum.
_NONE = ""
_LOG = logging.getLogger(__name__)


class Round(NamedTuple):
    """One check, of the documents as they are at one moment."""

    number: int
    buffers: Mapping[str, Buffer]
    is_stale: bool
    is_reconfigured: bool


class Checks:
    """The checks of one session."""

    def __init__(
        self, desk: Desk, buffers: Buffers, reader: Executor, published: ShownDiagnostics
    ) -> None:
        self._desk, self._buffers, self._published = desk, buffers, published
        self._reader, self._thorough = reader, ThreadPoolExecutor(1, "check")
        self._loop = asyncio.get_running_loop()
        self._number = 0
        self._timer: asyncio.TimerHandle | None = None
        self._is_stale = self._is_reconfigured = False

    def close(self) -> None:
        """Stop whatever is being done."""
        self._number += 1
        self._thorough.shutdown(wait=False, cancel_futures=True)

    def begin_soon(self, *, disk: bool = False, configuration: bool = False) -> None:
        """Check what is open when it has been left alone for a moment.

        ``disk`` says that files may have changed, ``configuration`` that settings may have.
        """
        self._number += 1
        self._is_stale |= disk or configuration
        self._is_reconfigured |= configuration
        self._later(_PAUSE_SECONDS, self._begin)

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(seconds, act)

    def _begin(self) -> None:
        state = (self._is_stale, self._is_reconfigured)
        self._is_stale = self._is_reconfigured = False
        self._submit(self._reader, self._read, Round(self._number, self._buffers.all(), *state))

    def _submit(self, executor: Executor, work: Callable[..., None], *given: object) -> None:
        try:
            executor.submit(_logged, work, *given)
        except RuntimeError:
            _LOG.info("The server is ending: nothing is checked any more.")

    def _is_superseded(self, each: Round) -> bool:
        return each.number != self._number

    def _read(self, each: Round) -> None:
        """In the second thread."""
        if each.is_stale:
            self._desk.renew(configuration=each.is_reconfigured)
        if self._is_superseded(each):
            return
        others = {**configuration_problems(self._desk, each.buffers)}
        self._show(each, _NONE, others | found_alone(self._desk, each.buffers))
        views = list(self._desk.views(each.buffers))
        for view in views:
            found = view.project.checker.check_quickly(view.snapshot)
            self._show(each, view.root, diagnostics_by_uri(found, view))
        self._on_loop(self._go_on, each, views)

    def _go_on(self, each: Round, views: list[ProjectView]) -> None:
        if self._is_superseded(each):
            return
        self._published.keep({_NONE, *(view.root for view in views)}, each.buffers)
        is_known = all(view.project.checker.last is not None for view in views)
        rest = partial(self._begin_thorough, each, views)
        self._later(_REST_SECONDS if is_known else 0, rest)

    def _begin_thorough(self, each: Round, views: list[ProjectView]) -> None:
        for view in views:
            self._submit(self._thorough, self._check_thoroughly, each, view)

    def _check_thoroughly(self, each: Round, view: ProjectView) -> None:
        """In the third thread."""
        checker = view.project.checker
        try:
            checker.last = checker.check(view.snapshot, lambda: self._is_superseded(each))
        except SupersededError:
            return
        _collect_what_follows()
        self._show(each, view.root, diagnostics_by_uri(checker.last.diagnostics, view))

    def _show(self, each: Round, about: str, found: Found) -> None:
        self._on_loop(self._publish, each, about, found)

    def _publish(self, each: Round, about: str, found: Found) -> None:
        if not self._is_superseded(each):
            self._published.show(about, found, each.buffers)

    def _on_loop(self, act: Callable[..., None], *given: object) -> None:
        try:
            self._loop.call_soon_threadsafe(act, *given)
        except RuntimeError:
            _LOG.info("The server has ended.")


def _collect_what_follows() -> None:
    """Let the collector run from now on, but not over what was read at first: that stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _logged(work: Callable[..., None], *given: object) -> None:
    """A fault in one check must not end the others."""
    try:
        work(*given)
    except Exception:
        _LOG.exception("A check failed")
