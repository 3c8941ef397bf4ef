"""``curriculum-lint changes``: what a pull request makes of the curriculum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..text.escape import printable
from .changed import compared_with, git_failures, versions_of
from .loading import load
from .options import base_option, settings_options, tables_option
from .output import complain, write

if TYPE_CHECKING:
    from ..curriculum_diff.item import ItemChange
    from ..curriculum_diff.tested import Tested
    from ..git.base import Base
    from ..workspace.workspace import Workspace


@click.command("changes")
@tables_option
@base_option
@settings_options
def changes(base: str | None, output_format: str, config: str | None, root: str | None) -> None:
    """Show which modules, subsections and exercises a change adds, removes and alters."""
    loaded = load(config, root)
    from ..curriculum_diff.tested import compare_tests
    from ..views.changed.base_settings import as_it_was

    versions = versions_of(loaded, base)
    with git_failures():
        then = as_it_was(versions.then) if config is None else versions.then
        found = _compared(then, versions.now, versions.lead)
        tested = compare_tests(then, versions.now)
    write(_written(found, tested, versions.base, output_format))
    complain(printable(f"Note: {compared_with(versions.base)}."))


def _compared(then: Workspace, now: Workspace, lead: str) -> list[ItemChange]:
    from ..curriculum_diff.compare import compare
    from ..curriculum_diff.version import Version

    return compare(Version(then, lead), Version(now))


def _written(
    found: list[ItemChange], tested: Tested | None, base: Base, output_format: str
) -> Iterator[str]:
    if output_format == "json":
        from ..curriculum_diff.as_json import json_changes

        return json_changes(found, base.name, base.commit, tested)
    if output_format == "markdown":
        from ..curriculum_diff.markdown import markdown_changes

        return markdown_changes(found, tested)
    from ..curriculum_diff.text import text_changes

    return text_changes(found, tested)
