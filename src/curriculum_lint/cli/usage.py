"""What is told of a command line that cannot be used: click's errors, in our words."""

from __future__ import annotations

import click

from ..text.escape import printable
from .closest_words import unknown_option


def describe_usage(error: click.ClickException) -> str:
    """What is wrong, and where help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.ctx.get_help() if error.ctx else ""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    advice = f"\nTry `{command} --help`." if command else ""
    option = error if isinstance(error, click.NoSuchOption) else None
    said = unknown_option(option) if option else error.format_message()
    return printable(said) + advice
