"""The command group, and the one policy for everything that can go wrong."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING

import click

from .. import __version__
from ..settings.errors import SettingsError
from ..text.escape import printable
from .closest_words import Commands, unknown_option
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

_OPTION = re.compile(r"--?[a-z][a-z-]*(=|$)")

#: Every command and its module in this package: one is imported when it is used.
_COMMANDS = {
    "check": "check",
    "changes": "changes",
    "completion": "completion",
    "config": "config",
    "graph": "graph",
    "index": "index",
    "init": "init",
    "move": "move",
    "remove": "remove",
    "rename": "rename",
    "new": "new",
    "page": "page",
    "renumber": "renumber",
    "rule": "rule",
    "server": "server",
    "stats": "stats",
}


class _LazyCommands(Commands):
    """Commands that are imported when they are used: start-up is part of the product."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, for the help page."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        del ctx
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command = getattr(import_module(f"{__package__}.{module}"), module)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="curriculum-lint")
def commands() -> None:
    """Lint a curriculum: its modules, exercises, numbers, links and index."""


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
        code = commands.main(
            list(arguments), "curriculum-lint", standalone_mode=False, obj=recording
        )
    except (click.Abort, KeyboardInterrupt):
        complain("Interrupted.")
    except Exception as error:
        # Nothing may end in a traceback.
        complain(_describe(error, arguments))
    else:
        return _flushed(code if isinstance(code, int) else 0)
    return FAILURE


def _describe(error: Exception, arguments: Sequence[str]) -> str:
    """What is told about an error."""
    if isinstance(error, SettingsError):
        return "\n".join(printable(line) for line in error.lines)
    if isinstance(error, OutputFailure):
        return printable(str(error))
    if isinstance(error, click.ClickException):
        return _usage(error)
    if isinstance(error, OSError):
        return _unwritten(error, arguments)
    return _EXHAUSTED.get(type(error)) or _internal(error, arguments)


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
        if word in _COMMANDS or _OPTION.match(word):
            yield word.partition("=")[0]


def _usage(error: click.ClickException) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.ctx.get_help() if error.ctx else ""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    advice = f"\nTry `{command} --help`." if command else ""
    option = error if isinstance(error, click.NoSuchOption) else None
    said = unknown_option(option) if option else error.format_message()
    return printable(said) + advice


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
