"""What an earlier run of a command printed, and everything that has to be as it was for it to hold.

It imports next to nothing: where nothing has changed, it is all that is needed.
"""

from __future__ import annotations

import os
import sys

from ..workspace.questions import ask, ask_folder
from .fingerprint import digest_of, head_of
from .folder import user_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

SHELF = "replays"
_LONGEST_HEAD = 200
#: Of the environment, whatever may change an answer.
_VARIABLES = frozenset(
    {
        *("CI", "HOME", "HOMEDRIVE", "HOMEPATH", "USERPROFILE", "XDG_CONFIG_HOME"),
        *("COLUMNS", "FORCE_COLOR", "FORCE_HYPERLINK", "NO_COLOR", "TERM", "TERM_PROGRAM"),
        *("DOMTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "VTE_VERSION", "WT_SESSION"),
    }
)
_FAMILIES = ("CURRICULUM_LINT_", "_CURRICULUM_LINT", "GIT_CONFIG_", "GITHUB_", "GITLAB_", "CI_")
_PARTS = 7


class Replay:
    """The ``output`` of a command, and what it depends on.

    Each text of ``output`` begins with the letter of its stream, ``o`` or ``e``. ``answers`` are
    those to questions about single paths; ``folders`` has, for every folder below ``root``, what
    `ask_folder` says of it without the paths that are ``passed_over``.
    """

    __slots__ = ("answers", "code", "folders", "output", "passed_over", "root")

    def __init__(
        self,
        code: int,
        output: list[str],
        answers: dict[str, str],
        root: str,
        passed_over: list[str],
        folders: dict[str, str],
    ) -> None:
        self.code, self.output, self.answers = code, output, answers
        self.root, self.passed_over, self.folders = root, passed_over, folders

    def holds(self) -> bool:
        """Whether everything is as it was."""
        if any(ask(question) != answer for question, answer in self.answers.items()):
            return False
        passed_over = frozenset(self.passed_over)
        root = self.root
        return all(
            ask_folder(root, folder, passed_over) == answer
            for folder, answer in self.folders.items()
        )


def circumstances(arguments: list[str]) -> str:
    """The command, where it is given, to whom it prints, and who gives it."""
    given = os.environ.items()
    counted = sorted(f"{k}={v}" for k, v in given if k in _VARIABLES or k.startswith(_FAMILIES))
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    terminals = map(_terminal, (sys.stdout, sys.stderr))
    return "\0".join([os.getcwd(), str(user), *terminals, *arguments, "", *counted])


def _terminal(stream: TextIO | None) -> str:
    """How wide the terminal is that a stream writes to; nothing where it is none."""
    if stream is None or not stream.isatty():
        return ""
    try:
        return str(os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return "unknown"


def find_replay(key: str) -> Replay | None:
    """What was kept for these `circumstances`, if it still holds."""
    folder = user_folder()
    if folder is None:
        return None
    try:
        with open(os.path.join(folder, SHELF, f"{name_of(key)}.json"), "rb") as file:
            head, body = file.readline(_LONGEST_HEAD), file.read()
        if head != head_of([body]):
            return None
        found = _unpacked(body.decode("utf-8", "surrogatepass"), key)
    except (OSError, ValueError, LookupError):
        return None
    return found if found is not None and found.holds() else None


def name_of(key: str) -> str:
    """The name of the file for these circumstances."""
    return digest_of(key)


def pack(key: str, replay: Replay) -> bytes:
    """The body of the file."""
    parts = (
        key,
        str(replay.code),
        "\0".join(replay.output),
        _of_pairs(replay.answers),
        replay.root,
        "\0".join(replay.passed_over),
        _of_pairs(replay.folders),
    )
    sizes = " ".join(str(len(part)) for part in parts)
    return f"{sizes}\n{''.join(parts)}".encode("utf-8", "surrogatepass")


def _unpacked(text: str, key: str) -> Replay | None:
    """What was packed for this key; the text may be anything."""
    head, _, body = text.partition("\n")
    parts: list[str] = []
    at = 0
    for size in map(int, head.split(" ")):
        parts.append(body[at : at + size])
        at += size
    if len(parts) != _PARTS or parts[0] != key:
        return None
    _, code, output, answers, root, passed_over, folders = parts
    listed = _list(output), _pairs(answers), root, _list(passed_over), _pairs(folders)
    return Replay(int(code), *listed)


def _of_pairs(pairs: dict[str, str]) -> str:
    return "\0".join(part for pair in pairs.items() for part in pair)


def _pairs(text: str) -> dict[str, str]:
    parts = text.split("\0") if text else []
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _list(text: str) -> list[str]:
    return text.split("\0") if text else []
