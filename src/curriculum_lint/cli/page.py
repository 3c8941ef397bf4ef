"""``curriculum-lint page``: the page for learners, ready to be published."""

from __future__ import annotations

from dataclasses import replace

import click

from ..settings.index_settings import PageLayout
from ..text.escape import printable
from ..text.phrases import counted
from .closest_words import OneOf
from .loading import load
from .options import cache_option, settings_options
from .output import write

_MEGABYTE = 1_000_000


@click.command("page")
@click.argument("folder", default="site", metavar="[FOLDER]")
@click.option(
    "--source",
    metavar="URL",
    help="The web address of the repository's files, for links to what is not on the page.",
)
@click.option(
    "--layout",
    type=OneOf([each.value for each in PageLayout]),
    help="One file, or a folder with a file for each unit (default: by size).",
)
@cache_option
@settings_options
def page(
    *,
    folder: str,
    source: str | None,
    layout: str | None,
    no_cache: bool,
    config: str | None,
    root: str | None,
) -> int:
    """Write the curriculum as a web page to learn from, into FOLDER (default: site)."""
    from ..cache.runs import pages_to_read
    from ..generate.publish import publish

    settings = load(config, root).settings
    index = replace(
        settings.index,
        source=_address(source) or settings.index.source,
        layout=PageLayout(layout) if layout else settings.index.layout,
    )
    pages = pages_to_read(settings, no_cache=no_cache)
    published = publish(replace(settings, index=index), folder, pages)
    pages.save()
    size = f"{published.bytes / _MEGABYTE:.1f} MB"
    files = counted(published.files, "file")
    write([f"{printable(folder)}/index.html is the page: {files}, {size}.\n"])
    return 0


def _address(source: str | None) -> str | None:
    if source is not None and not source.startswith(("https://", "http://")):
        raise click.UsageError("--source needs a web address that begins with https://.")
    return source
