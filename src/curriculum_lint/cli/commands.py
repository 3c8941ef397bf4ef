"""The commands as click knows them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from .. import __version__
from .closest_words import Commands
from .command_files import COMMAND_FILES

if TYPE_CHECKING:
    from .recording import Recording


class _LazyCommands(Commands):
    """Commands that are imported when they are used: start-up is part of the product."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, for the help page."""
        del ctx
        return list(COMMAND_FILES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        del ctx
        module = COMMAND_FILES.get(cmd_name)
        if module is None:
            return None
        command = getattr(import_module(f"{__package__}.{module}"), module)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="curriculum-lint")
def commands() -> None:
    """Lint a curriculum: its modules, exercises, numbers, links and index."""


def run_command(arguments: list[str], recording: Recording | None) -> object:
    """Do what the words say, and give what the command gives. Raises what it does."""
    try:
        return commands.main(arguments, "curriculum-lint", standalone_mode=False, obj=recording)
    except click.Abort:
        raise KeyboardInterrupt from None
