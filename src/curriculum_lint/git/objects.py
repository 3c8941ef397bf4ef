"""The objects of a git repository, read through one process."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import NamedTuple

from .advice import why_missing
from .calls import GitFailure, Repository, environment, failure

#: So few that git can take them all while nobody reads its answers yet.
_AT_ONCE = 32
_CHUNK = 1 << 20


class GitObject(NamedTuple):
    """One object; ``data`` is ``None`` where it has more bytes than were asked for."""

    name: str
    kind: str
    size: int
    data: bytes | None


class Objects:
    """Answers what an object holds. A context manager; raises `GitFailure` where git fails."""

    def __init__(self, repository: Repository) -> None:
        try:
            # A pipe that nobody reads could fill up and stop git.
            self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed on exit
        except OSError as error:
            raise GitFailure(f"No temporary file can be made: {error.strerror}.") from None
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the arguments are fixed
                repository.command("cat-file", "--batch"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                env=environment(),
            )
        except OSError as error:
            self._said.close()
            raise GitFailure(f"git cannot be run: {error.strerror or error}.") from None
        self._repository = repository
        assert self._process.stdin
        assert self._process.stdout
        self._questions, self._answers = self._process.stdin, self._process.stdout

    def __enter__(self) -> Objects:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._questions, self._answers, self._said):
            try:
                stream.close()
            except OSError:
                # What was still to be written is of no use to a process that has ended.
                continue

    def one(self, name: str) -> GitObject | None:
        """The object that ``name`` means in git's notation, ``None`` if there is none."""
        return next(self.many([name]))

    def many(self, names: Sequence[str], limit: int = 1 << 26) -> Iterator[GitObject | None]:
        """The objects in order. The content of a blob is left out beyond ``limit`` bytes."""
        for at in range(0, len(names), _AT_ONCE):
            asked = names[at : at + _AT_ONCE]
            self._ask(asked)
            for _ in asked:
                yield self._answer(limit)

    def lack(self, what: str) -> GitFailure:
        """The error for objects that should be there; ``what`` names them."""
        return GitFailure(why_missing(self._repository, what))

    def _ask(self, names: Sequence[str]) -> None:
        lines = "".join(f"{name}\n" for name in names)
        try:
            self._questions.write(lines.encode("utf-8", "surrogateescape"))
            self._questions.flush()
        except OSError:
            raise self._failure() from None

    def _answer(self, limit: int) -> GitObject | None:
        head = self._answers.readline()
        if not head:
            raise self._failure()
        if head.endswith((b" missing\n", b" ambiguous\n")):
            return None
        name, kind, size = head.decode("ascii", "replace").split()
        data = self._content(int(size), limit)
        if len(self._answers.read(1)) != 1:
            raise self._failure()
        return GitObject(name, kind, int(size), data)

    def _content(self, size: int, limit: int) -> bytes | None:
        if size <= limit:
            data = self._answers.read(size)
            if len(data) != size:
                raise self._failure()
            return data
        left = size
        while left:
            read = len(self._answers.read(min(left, _CHUNK)))
            if not read:
                raise self._failure()
            left -= read
        return None

    def _failure(self) -> GitFailure:
        self._process.kill()
        self._process.wait()
        self._said.seek(0)
        said = self._said.readlines(_CHUNK)
        # A partial clone stops at the first object that it would have to fetch.
        is_promised = any(line.endswith(b"from promisor remote\n") for line in said)
        return self.lack("files") if is_promised else failure(said)
