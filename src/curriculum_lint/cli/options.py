"""Groups of options, some of them of several commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..report.formats import OutputFormat
from .closest_words import OneOf
from .completers import complete_formats, complete_rules

Command = TypeVar("Command", bound=Callable[..., object])
_OF_BASELINE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--accept-new", {"is_flag": True, "help": "With --update-baseline: record new ones too."}),
    ("--update-baseline", {"is_flag": True, "help": "Record what is found as known."}),
    ("--no-baseline", {"is_flag": True, "help": "Report known findings as well."}),
    ("--baseline", {"metavar": "FILE", "help": "The file of known findings, not reported again."}),
)


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


def output_options(command: Command) -> Command:
    """``--output-format`` and ``--output-file`` of ``check``."""
    names = ", ".join(OutputFormat)
    command = click.option(
        "--output-file", metavar="FILE", help="Write the report to a file: for a single format."
    )(command)
    return click.option(
        "--output-format",
        multiple=True,
        metavar="FORMAT[:FILE]",
        shell_complete=complete_formats,
        help=f"How to write the report: {names}  [default: text]. Several at once, each but one "
        "with a file: github,sarif:report.sarif.",
    )(command)


def baseline_options(command: Command) -> Command:
    """``--baseline``, ``--no-baseline``, ``--update-baseline`` and ``--accept-new``."""
    for name, keywords in _OF_BASELINE:
        command = click.option(name, **keywords)(command)
    return command


def base_option(command: Command) -> Command:
    """``--base``."""
    words = "The branch or commit that the change is for (default: the main branch)."
    return click.option("--base", metavar="REF", help=words)(command)


def changed_options(command: Command) -> Command:
    """``--changed`` and ``--base``."""
    words = "Report only what concerns changed lines, or what the change causes elsewhere."
    return click.option("--changed", is_flag=True, help=words)(base_option(command))


def online_option(command: Command) -> Command:
    """``--online``."""
    words = "Ask the web whether external links still lead somewhere (dead-url)."
    return click.option("--online", is_flag=True, help=words)(command)
