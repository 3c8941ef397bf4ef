"""What is wrong with a configuration, told to the person who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_MAX_PROBLEMS = 50


class Problem(NamedTuple):
    """One thing to repair. ``path`` is as shown to people; ``line`` and ``column`` are 1-based.

    ``path`` is ``None`` for what was said on the command line, ``line`` where it is not known.
    """

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in self[1:] if part is not None)
        return f"{where}: {self.message}" if where else self.message


class SettingsError(Exception):
    """The configuration cannot be used. ``str()`` is one line for each problem, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        ordered = sorted(problems, key=_order)
        super().__init__(ordered)
        self.problems: tuple[Problem, ...] = tuple(ordered)

    @classmethod
    def single(
        cls, message: str, path: str | None = None, line: int | None = None
    ) -> SettingsError:
        """The error for one problem."""
        return cls([Problem(message, path, line)])

    @property
    def message(self) -> str:
        """What the first problem is."""
        return self.problems[0].message

    @property
    def path(self) -> str | None:
        """The file of the first problem."""
        return self.problems[0].path

    @property
    def line(self) -> int | None:
        """The line of the first problem."""
        return self.problems[0].line

    @property
    def lines(self) -> list[str]:
        """One line for each problem; with very many of them, the first and how many more."""
        lines = [str(problem) for problem in self.problems[:_MAX_PROBLEMS]]
        hidden = len(self.problems) - len(lines)
        return [*lines, f"… and {hidden} more like these"] if hidden else lines

    def __str__(self) -> str:
        return "\n".join(self.lines)


def _order(problem: Problem) -> tuple[str, int, int]:
    return (problem.path or "", problem.line or 0, problem.column or 0)
