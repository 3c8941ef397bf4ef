"""Examples of rules: small repositories, shown on the rule's page and run as its first tests."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from ..text.late_pattern import late_pattern

_FILE = late_pattern(r"^-- (.+) --\n", re.MULTILINE)
_FINDING = late_pattern(r"(?P<where>.*?)(?P<line>\d+):(?P<column>\d+) (?P<code>[A-Z]{2,5}\d+)")
_LEVEL = "# First level\n\n1. [Start](1_start/readme.md)\n"
_MODULE = "first_level/1_start/readme.md"


class Frame(Enum):
    """What stands around the text of an example.

    The value is the text's path, what precedes it in its file, and what follows it.
    """

    #: One Markdown file that is no readme of a unit.
    DOCUMENT = ("notes.md", "", "")
    #: The readme of a module.
    MODULE = (_MODULE, "", "")
    #: One or more exercises in the readme of a module.
    EXERCISE = (_MODULE, "# Start\n\n", "\n## Best practices\n\n- Read the message first.\n")
    #: Several files, each after a line ``-- path --``.
    FILES = ("", "", "")


class Example(NamedTuple):
    """A small repository and what the rules find in it.

    ``finds`` holds ``line:column CODE`` for everything that is found with the default rules and
    the rule itself, in lines of ``text``; with the frame ``FILES`` the path precedes the line.
    ``fixed`` is the text after all fixes where there are any; ``unsafe`` says that the rule's own
    is an unsafe one.
    """

    text: str
    finds: tuple[str, ...] = ()
    fixed: str | None = None
    frame: Frame = Frame.DOCUMENT
    unsafe: bool = False


def files_of(example: Example, text: str | None = None) -> dict[str, str]:
    """The files of the example by path; ``text`` stands for the example's own where given."""
    text = example.text if text is None else text
    if example.frame is Frame.FILES:
        return _split(text)
    path, before, after = example.frame.value
    files = {path: before + text + after}
    return files if path != _MODULE else {"first_level/readme.md": _LEVEL, **files}


def finds_of(example: Example) -> list[str]:
    """What the example says is found, as ``path:line:column CODE``, sorted."""
    path, before, _ = example.frame.value
    found: list[tuple[str, int, int, str]] = []
    for text in example.finds:
        match = _FINDING.fullmatch(text)
        assert match is not None, text
        line = int(match["line"]) + before.count("\n")
        found.append(
            (match["where"].rstrip(":") or path, line, int(match["column"]), match["code"])
        )
    return [f"{path}:{line}:{column} {code}" for path, line, column, code in sorted(found)]


def _split(text: str) -> dict[str, str]:
    parts = _FILE.split(text)
    assert not parts[0].strip(), "a FILES example begins with a line -- path --"
    return dict(zip(parts[1::2], parts[2::2], strict=True))
