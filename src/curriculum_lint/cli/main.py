"""A command line from its words to an exit code: one policy for everything that can go wrong."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from ..settings.errors import SettingsError
from ..text.escape import printable
from ..text.late_pattern import late_pattern
from .command_files import COMMAND_FILES
from .output import OutputFailure, complain, prepare_streams

if TYPE_CHECKING:
    from .recording import Recording

#: Wrong usage, wrong configuration, or an internal error.
FAILURE = 2

#: What writing to a stream that is full, broken or closed says.
_OF_STREAMS = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT})

_EXHAUSTED: dict[type[Exception], str] = {
    RecursionError: "The input is nested too deeply to be read.",
    MemoryError: "There is not enough memory to read the input.",
}

#: Click completes words of shells where this variable is set.
_COMPLETION = "_CURRICULUM_LINT_COMPLETE"
_OPTION = late_pattern(r"--?[a-z][a-z-]*(=|$)")


def run_and_record(arguments: list[str]) -> int:
    """The same as `run`; what it prints may be printed again by `replay`."""
    from .recording import Recording

    prepare_streams()
    try:
        recording = Recording(arguments)
    except OSError:
        # The working folder is gone: there is nothing to come back to.
        return run(arguments)
    with recording:
        recording.code = run(arguments, recording)
    return recording.code


def run(arguments: Sequence[str], recording: Recording | None = None) -> int:
    """Run one command line; the result is the exit code. Never raises."""
    prepare_streams()
    try:
        code = _do(list(arguments), recording)
    except KeyboardInterrupt:
        complain("Interrupted.")
    except Exception as error:
        # Nothing may end in a traceback.
        complain(_describe(error, arguments))
    else:
        return _flushed(code if isinstance(code, int) else 0)
    return FAILURE


def _do(arguments: list[str], recording: Recording | None) -> object:
    """The command that the words name. Raises what the command does."""
    if arguments == ["check"] and _COMPLETION not in os.environ:
        # What hooks call most often is done before click is loaded.
        from .request import CheckRequest
        from .run_check import run_check

        return run_check(CheckRequest(), recording)
    from .commands import run_command

    return run_command(arguments, recording)


def _describe(error: Exception, arguments: Sequence[str]) -> str:
    """What is told about an error."""
    if isinstance(error, SettingsError):
        return "\n".join(printable(line) for line in error.lines)
    if isinstance(error, OutputFailure):
        return printable(str(error))
    if isinstance(error, OSError):
        return _unwritten(error, arguments)
    return _usage(error) or _EXHAUSTED.get(type(error)) or _internal(error, arguments)


def _usage(error: Exception) -> str | None:
    """What is told about one of click's errors: without click, there is none."""
    if "click" not in sys.modules:
        return None
    from click import ClickException

    from .usage import describe_usage

    return describe_usage(error) if isinstance(error, ClickException) else None


def _unwritten(error: OSError, arguments: Sequence[str]) -> str:
    """Click writes its help pages itself: where they do not fit, it is no fault of ours."""
    if error.errno not in _OF_STREAMS:
        return _internal(error, arguments)
    prepare_streams(closed=True)
    return f"Standard output cannot be written: {error.strerror}"


def _internal(error: Exception, arguments: Sequence[str]) -> str:
    """What failed, with the place in the source, and the file to attach to a report."""
    import traceback

    from .crash_log import write_crash_log

    at = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(at.filename)}:{at.lineno}"
    said = f"Internal error: {type(error).__name__} in {place}: {str(error)[:200]}"
    log = write_crash_log(error, _used(arguments))
    attach = f" and attach {log}, which holds nothing of your files" if log else ""
    advice = f"This is a fault of curriculum-lint; please report it{attach}."
    return f"{printable(said)}\n{printable(advice)}"


def _used(arguments: Sequence[str]) -> Iterator[str]:
    """The command and the names of options; their values and paths are the user's."""
    for word in takewhile(lambda word: word != "--", arguments):
        if word in COMMAND_FILES or _OPTION.match(word):
            yield word.partition("=")[0]


def _flushed(code: int) -> int:
    """``code``, or the failure code if the output cannot be written to its end."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        prepare_streams(closed=True)
    except (OSError, ValueError, AttributeError):
        complain("Standard output cannot be written.")
        prepare_streams(closed=True)
        return FAILURE
    return code
