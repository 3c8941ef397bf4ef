"""Finds the code fences of a Markdown file and what their info strings ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FLAGS = frozenset({"output", "fragment", "run"})
OPTIONS = frozenset({"file", "exit", "dialect", "node"})


@dataclass(frozen=True, slots=True)
class Fence:
    """One code fence; `section` numbers the heading above it."""

    path: Path
    line: int
    section: int
    language: str
    flags: frozenset[str]
    options: Mapping[str, str]
    text: str
    closed: bool = True

    @property
    def file(self) -> str | None:
        """The file that the fence is written to, if it names one."""
        return self.options.get("file")

    @property
    def is_output(self) -> bool:
        """Whether the fence states what the fence before it prints."""
        return "output" in self.flags

    @property
    def is_fragment(self) -> bool:
        """Whether the fence shows a part that need not stand alone."""
        return "fragment" in self.flags

    @property
    def runs(self) -> bool:
        """Whether the fence is a program to execute."""
        if self.language == "js" and not self.is_fragment:
            return self.file is None or "run" in self.flags
        return self.language == "sh" and "run" in self.flags


def read_fences(path: Path) -> list[Fence]:
    """All fences of one file, in their order."""
    fences: list[Fence] = []
    section = 0
    for token in MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8")):
        if token.type == "heading_open":
            section += 1
        elif token.type == "fence":
            fences.append(_fence(path, section, token))
    return fences


def _fence(path: Path, section: int, token: Token) -> Fence:
    language, *words = token.info.split() or [""]
    start, end = token.map or (0, 0)
    return Fence(
        path=path,
        line=start + 1,
        section=section,
        language=language,
        flags=frozenset(word for word in words if "=" not in word),
        options=dict(word.split("=", 1) for word in words if "=" in word),
        text=token.content,
        closed=end - start == token.content.count("\n") + 2,
    )
