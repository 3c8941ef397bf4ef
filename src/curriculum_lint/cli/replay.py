"""A command whose answer is known is answered before anything else is loaded."""

from __future__ import annotations

import time

from ..cache.replay import circumstances, find_replay
from .output import OutputFailure, complain, prepare_streams, write

#: Stands in the output for the seconds that the command takes.
SECONDS = "\x01"
#: Wrong usage, wrong configuration, or an internal error.
_FAILURE = 2


def replay(arguments: list[str]) -> int | None:
    """Print what the same command printed where nothing has changed since; its exit code.

    ``None`` where that is not known: then nothing is printed.
    """
    started = time.perf_counter()
    if arguments[:1] != ["check"]:
        return None
    try:
        found = find_replay(circumstances(arguments))
    except (OSError, ValueError):
        return None
    if found is None:
        return None
    prepare_streams()
    try:
        for text in found.output:
            _print(text[:1], text[1:].replace(SECONDS, f"{time.perf_counter() - started:.2f}"))
    except OutputFailure as failure:
        from ..text.escape import printable

        complain(printable(str(failure)))
        return _FAILURE
    return found.code


def _print(stream: str, text: str) -> None:
    if stream == "e":
        complain(text.removesuffix("\n"))
    else:
        write([text])
