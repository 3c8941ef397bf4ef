"""``curriculum-lint stats``: how much the curriculum holds."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .loading import load, read_without_check
from .options import cache_option, settings_options, tables_option
from .output import write

if TYPE_CHECKING:
    from ..stats.entries import CurriculumStats


@click.command("stats")
@tables_option
@cache_option
@settings_options
def stats(*, output_format: str, no_cache: bool, config: str | None, root: str | None) -> None:
    """Show how much each level, module and subsection holds, and how it reads."""
    from ..stats.measure import measure

    settings = load(config, root).settings
    measured = measure(read_without_check(settings, no_cache=no_cache))
    write(_written(measured, output_format))


def _written(measured: CurriculumStats, output_format: str) -> Iterator[str]:
    if output_format == "json":
        from ..stats.json_stats import json_stats

        return json_stats(measured)
    if output_format == "markdown":
        from ..stats.markdown import markdown_stats

        return markdown_stats(measured)
    from ..stats.screen import Screen
    from ..stats.text import text_stats

    columns = shutil.get_terminal_size().columns
    return text_stats(measured, Screen(columns, getattr(sys.stdout, "encoding", None) or "utf-8"))
