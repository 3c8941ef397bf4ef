"""Documents made by chance, as people and as attackers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from .grammar import FORMS

_NAME = re.compile(r"\{(\w+)\}")
#: List markers become blanks where an item goes on; quote marks stay; a footnote wants four blanks.
_MARKER = re.compile(r"[-+*](?: \[[ x]\])?(?=\s)|\d{1,2}[.)]|\[\^[^\]]*\]: ")


def documents(seed: int) -> Iterator[str]:
    """One document after the other, without end; equal seeds make equal documents."""
    source = Random(seed)
    while True:
        yield _Writer(source).write()


class _Writer:
    """Writes one document: blocks in containers that go on, end, or are left without notice."""

    def __init__(self, source: Random) -> None:
        self._random = source
        self._numbers = 0

    def write(self) -> str:
        lines: list[str] = []
        containers = ""
        for _ in range(self._random.randint(1, 8)):
            containers = self._next(containers)
            lines += self._block(containers)
            containers = continued(containers)
            if self._chance(0.4):
                lines.append(self._random.choice((containers.rstrip(), self._form("blank"))))
        return "\n".join(lines) + self._random.choice(("\n", "\n", "", "\n\n", "  "))

    def _next(self, containers: str) -> str:
        """What stands before the next block."""
        chance = self._random.random()
        if chance < 0.3:
            return self._form("containers")
        if chance < 0.45:
            return containers + self._form("containers")
        return containers + (self._form("indent") if chance < 0.6 else "")

    def _block(self, containers: str) -> Iterator[str]:
        """The lines of a block behind its containers; some go on without them."""
        first, *others = self._form("block").split("\n")
        yield containers + first
        rest = continued(containers)
        for line in others:
            yield line if self._chance(0.12) else rest + line

    def _form(self, name: str, depth: int = 0) -> str:
        if name == "n":
            self._numbers += 1
            return str(self._numbers)
        if depth > 7:
            return "x"
        form = self._random.choice(FORMS[name])
        return _NAME.sub(lambda match: self._form(match[1], depth + 1), form)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share


def continued(containers: str) -> str:
    """What stands before the lines that follow in the same containers."""
    return _MARKER.sub(lambda match: " " * (4 if match[0][0] == "[" else len(match[0])), containers)
