"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from .closest_words import OneOf
from .completers import complete_rules

Command = TypeVar("Command", bound=Callable[..., object])


def settings_options(command: Command) -> Command:
    """``--config`` and ``--root``."""
    command = click.option("--root", metavar="DIR", help="The folder of the curriculum.")(command)
    return click.option("--config", metavar="FILE", help="Use this configuration file.")(command)


def cache_option(command: Command) -> Command:
    """``--no-cache``."""
    words = "Neither read nor write the cache."
    return click.option("--no-cache", is_flag=True, help=words)(command)


def tables_option(command: Command) -> Command:
    """``--output-format`` of commands that print tables."""
    return click.option(
        "--output-format",
        type=OneOf(["text", "markdown", "json"]),
        default="text",
        show_default=True,
        help="How to write them.",
    )(command)


def selection_options(command: Command) -> Command:
    """``--select``, ``--ignore`` and ``--extend-select``."""
    for name, words in (
        ("--extend-select", "Run these rules as well."),
        ("--ignore", "Do not run these rules."),
        ("--select", "Run these rules only: codes, names or prefixes, separated by commas."),
    ):
        command = click.option(
            name, multiple=True, metavar="RULES", help=words, shell_complete=complete_rules
        )(command)
    return command
