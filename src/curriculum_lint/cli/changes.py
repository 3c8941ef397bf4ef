"""``curriculum-lint changes``: what a pull request makes of the curriculum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..text.escape import printable
from .changed import base_option, compared_with, git_failures, versions_of
from .options import load, settings_options, tables_option
from .output import complain, write

if TYPE_CHECKING:
    from ..curriculum_diff.item import ItemChange
    from ..views.changed.versions import Versions


@click.command("changes")
@tables_option
@base_option
@settings_options
def changes(base: str | None, output_format: str, config: str | None, root: str | None) -> None:
    """Show which modules, subsections and exercises a change adds, removes and alters."""
    loaded = load(config, root)
    versions = versions_of(loaded, base)
    with git_failures():
        found = _compared(versions, own=config is None)
    write(_written(found, versions, output_format))
    complain(printable(f"Note: {compared_with(versions.base)}."))


def _compared(versions: Versions, *, own: bool) -> list[ItemChange]:
    """What differs; with ``own`` the base is read with its own configuration, if it has one."""
    from ..curriculum_diff.compare import compare
    from ..curriculum_diff.version import Version
    from ..views.changed.base_settings import as_it_was

    then = as_it_was(versions.then) if own else versions.then
    return compare(Version(then, versions.lead), Version(versions.now))


def _written(found: list[ItemChange], versions: Versions, output_format: str) -> Iterator[str]:
    if output_format == "json":
        from ..curriculum_diff.as_json import json_changes

        return json_changes(found, versions.base.name, versions.base.commit)
    if output_format == "markdown":
        from ..curriculum_diff.markdown import markdown_changes

        return markdown_changes(found)
    from ..curriculum_diff.text import text_changes

    return text_changes(found)
