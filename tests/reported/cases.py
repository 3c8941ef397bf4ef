"""Inputs made from public reports about Markdown tools: what each is about, and what is found.

A file of `cases/` holds blocks: a line ``=== source | what it is about``, the text of one page, and
a line ``--- 3:5:CL301 …`` with the place and the code of every finding. The source is the project,
and where there is one the thread, that reported how such a text is read, or ``own``. What cannot be
seen stands as an escape between ``⟦`` and ``⟧``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
#: What the pages link to.
TARGETS = {
    "a.md": "# A\n\n## Setup\n\n## Part one\n",
    "b c.md": "# B\n",
    "a(b).md": "# P\n",
    "img.png": "x",
}
_BLOCK = re.compile(r"^=== (.*) \| (.*)\n((?:.*\n)*?)--- (.*)\n", re.MULTILINE)
_ESCAPE = re.compile(r"⟦(.*?)⟧")


class Reported(NamedTuple):
    """One page; ``finds`` are places and codes, such as ``3:5:CL301``."""

    path: str
    source: str
    about: str
    text: str
    finds: tuple[str, ...]


def topics() -> list[str]:
    """The names of the files of cases."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def cases_of(topic: str) -> Iterator[Reported]:
    """The cases of one file."""
    text = (FOLDER / f"{topic}.txt").read_text(encoding="utf-8")
    for number, (source, about, page, finds) in enumerate(_BLOCK.findall(text)):
        path = f"{topic}{number:03}.md"
        wanted = () if finds == "nothing" else tuple(finds.split())
        yield Reported(path, source, about, _unescaped(page), wanted)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: match[1].encode().decode("unicode_escape"), text)
