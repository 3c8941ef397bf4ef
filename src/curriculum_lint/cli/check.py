"""``curriculum-lint check``: lint, and repair."""

from __future__ import annotations

from typing import Any

import click

from ..settings.severity import Severity
from .closest_words import OneOf
from .options import (
    baseline_options,
    changed_options,
    online_option,
    output_options,
    selection_options,
    settings_options,
)
from .recording import Recording
from .request import CheckRequest
from .run_check import run_check


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--stdin-filename", metavar="FILE", help="With `-`: where the text from standard input belongs."
)
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: unsafe fixes as well.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--add-suppressions", is_flag=True, help="Write a comment for everything that is found."
)
@click.option("--reason", metavar="TEXT", help="With --add-suppressions: why it is right so.")
@click.option("--watch", is_flag=True, help="Check again after each change, and say what changes.")
@selection_options
@output_options
@click.option(
    "--fail-level",
    type=OneOf([str(each) for each in Severity]),
    default="warning",
    show_default=True,
    help="Exit with 1 for findings of this severity or a graver one.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--full", is_flag=True, help="Show every finding, however many there are.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option(
    "--color",
    type=OneOf(["auto", "always", "never"]),
    default="auto",
    help="Colour the report.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing where there is nothing to report.")
@online_option
@baseline_options
@changed_options
@settings_options
def check(**options: Any) -> int:
    """Lint the curriculum around the current folder.

    PATHS limit what is reported; the whole curriculum is always analysed. `-` stands for a text
    from standard input, with --stdin-filename.
    """
    recording = click.get_current_context().find_object(Recording)
    return run_check(CheckRequest.from_options(**options), recording)
