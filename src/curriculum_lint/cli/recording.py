"""Keeps what a check printed, and what that depends on, for `replay`."""

from __future__ import annotations

import os
import stat
import sys
import time
from itertools import groupby
from typing import TYPE_CHECKING, Any, Self

from ..cache.replay import SHELF, Replay, circumstances, name_of, pack
from ..cache.store import Shelf
from ..settings.find import CONFIGURATION_NAMES, upwards
from ..workspace.questions import FOLLOWED, ask
from ..workspace.witness import Witness, picture_of
from .replay import SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..workspace.tree import Tree

_MOST_CHARACTERS = 1_000_000
_CODES = {0, 1}
_FAILED = "x"


class _Heard:
    """A stream; ``texts`` gets what is written to it, behind its letter."""

    def __init__(self, stream: Any, letter: str, texts: list[str]) -> None:
        self.stream, self._letter, self._texts = stream, letter, texts

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: str) -> None:
        """Write ``text``, and remember it."""
        self._texts.append(self._letter + text)
        self._try(self.stream.write, text)

    def flush(self) -> None:
        """Write what waits."""
        self._try(self.stream.flush)

    def _try(self, call: Any, *arguments: str) -> None:
        try:
            call(*arguments)
        except BaseException:
            self._texts.append(_FAILED)
            raise


class Recording:
    """One command from its beginning to its end."""

    def __init__(self, arguments: list[str]) -> None:
        self._key = circumstances(arguments)
        #: What changed this shortly before the command may change again without a trace.
        self.settled_ns = time.time_ns() - 50_000_000
        self.code = 2
        self._answers: dict[str, str] = {}
        for folder in upwards(os.getcwd()):
            self.ask(os.path.join(folder, name) for name in (*CONFIGURATION_NAMES, ".git"))
        self._texts: list[str] = []
        self._said: tuple[str, str] | None = None
        self._replay: Replay | None = None

    def __enter__(self) -> Self:
        """Hear what is printed from now on."""
        self._streams = sys.stdout, sys.stderr
        sys.stdout = _Heard(sys.stdout, "o", self._texts)
        sys.stderr = _Heard(sys.stderr, "e", self._texts)
        return self

    def ask(self, paths: Iterable[str]) -> None:
        """Ask for the state of ``paths``, which are going to be read."""
        for question in map(FOLLOWED.__add__, paths):
            self._answers.setdefault(question, ask(question))

    def depends_on(self, tree: Tree, answers: dict[str, str], seconds: float | None) -> None:
        """Say what has to be as it was for the same to be printed again.

        That is everything in ``tree``, the paths that were asked for, and ``answers``. Where
        it was said how many ``seconds`` the command took, that is said anew.
        """
        passed_over = tree.system.passed_over if isinstance(tree.system, Witness) else {}
        # What was edited last is most likely edited next: so that is looked at first.
        latest = sorted(tree.entries.values(), key=lambda each: -each.mtime_ns)
        folders = picture_of(latest, passed_over)
        for folder in tree.foreign:
            # It is not looked into; that it is another repository's is among the answers.
            folders.pop(folder, None)
        self._replay = Replay(
            0, [], {**self._answers, **answers}, tree.root, list(passed_over), folders
        )
        if seconds is not None:
            self._said = f" {seconds:.2f} s.", f" {SECONDS} s."

    def __exit__(self, *_: object) -> None:
        """Keep what was heard, if it is known what it depends on."""
        sys.stdout, sys.stderr = self._streams
        texts = [_joined(letter, each) for letter, each in groupby(self._texts, lambda t: t[:1])]
        replay = self._replay
        if replay is None or self.code not in _CODES or not all(map(_can_be_kept, texts)):
            return
        if not all(_is_settled(question[1:], self.settled_ns) for question in self._answers):
            return
        replay.code = self.code
        replay.output = [text.replace(*self._said) if self._said else text for text in texts]
        Shelf(SHELF).write_bytes(name_of(self._key), [pack(self._key, replay)])


def _joined(letter: str, texts: Iterable[str]) -> str:
    return letter + "".join(text[1:] for text in texts)


def _is_settled(path: str, limit: int) -> bool:
    """Whether ``path`` is not there, a folder, or was last changed before ``limit``."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return True
    return stat.S_ISDIR(state.st_mode) or max(state.st_mtime_ns, state.st_ctime_ns) < limit


def _can_be_kept(text: str) -> bool:
    """Not where writing failed, or a line was taken back; nor what would fill the cache."""
    is_odd = text[:1] == _FAILED or "\0" in text or "\r" in text or SECONDS in text
    return not is_odd and len(text) <= _MOST_CHARACTERS
