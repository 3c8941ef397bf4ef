"""Moves that happen at once, as one mapping of paths to paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .edit import Move


class Moves:
    """Where moves bring each path: the move of the nearest folder around it decides."""

    def __init__(self, moves: Iterable[Move] = ()) -> None:
        self._targets = {move.source: move.target for move in moves}
        self._sources = {target: source for source, target in self._targets.items()}

    def __bool__(self) -> bool:
        return bool(self._targets)

    def __iter__(self) -> Iterator[Move]:
        """The moves, sorted by their sources."""
        return (Move(*pair) for pair in sorted(self._targets.items()))

    def new(self, path: str) -> str:
        """What is called ``path`` before the moves is called so after them."""
        return next(_led(self._targets, path), path)

    def old(self, path: str) -> str | None:
        """What is called ``path`` after the moves was called so before; ``None`` for nothing."""
        candidates = (*_led(self._sources, path), path)
        return next((each for each in candidates if self.new(each) == path), None)

    def then(self, later: Moves) -> Moves:
        """Both as one: first these, then ``later``."""
        sources = {*self._targets, *(old for each in later if (old := self.old(each.source)))}
        whole = Moves(Move(each, later.new(self.new(each))) for each in sources)
        return Moves(move for move in whole if not whole._is_implied(move))

    def since(self, earlier: Moves) -> Moves:
        """The moves that lead from where the ``earlier`` ones led to where these lead."""
        sources = {*self._targets, *earlier._targets}
        return Moves(Move(earlier.new(each), self.new(each)) for each in sources)

    def _is_implied(self, move: Move) -> bool:
        """Whether the folder around it goes the same way anyhow."""
        folder, _, name = move.source.rpartition("/")
        around = self.new(folder)
        return move.target == (f"{around}/{name}" if around else name)


def is_within(path: str, folder: str) -> bool:
    """Whether ``path`` is ``folder`` or lies in it."""
    return path == folder or path.startswith(f"{folder}/")


def is_within_any(path: str, folders: Iterable[str]) -> bool:
    """Whether ``path`` is one of ``folders`` or lies in one."""
    return any(is_within(path, folder) for folder in folders)


def folders_around(path: str) -> list[str]:
    """The folders around ``path`` from the top, without the root."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _led(pairs: dict[str, str], path: str) -> Iterator[str]:
    """Where ``pairs`` lead ``path``, by the nearest folder first."""
    around = path
    while around:
        if around in pairs:
            yield pairs[around] + path[len(around) :]
        around = around.rpartition("/")[0]
