"""``curriculum-lint index``: what is generated from the tree is written, or compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from ..text.escape import printable
from ..text.phrases import counted, listed
from ..workspace.disk import Disk
from .loading import load
from .options import cache_option, settings_options
from .output import complain, write
from .repairs import explain
from .sparse import may_write_everything
from .unfinished import end_interrupted

if TYPE_CHECKING:
    from ..generate.generation import ChangedFile, Generation

#: A page has lines that nobody can read; of it, the first difference is told instead.
_LONGEST_LINE = 1_000
_MOST_LINES = 200


@click.command("index")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything is stale.")
@click.option(
    "--insert-after",
    metavar="HEADING",
    help="Put a new index behind this heading of the readme.",
)
@click.option(
    "--replace", is_flag=True, help="Put it in the place of the list of units that is there."
)
@cache_option
@settings_options
def index(
    *,
    check: bool,
    insert_after: str | None,
    replace: bool,
    no_cache: bool,
    config: str | None,
    root: str | None,
) -> int:
    """Write the generated index: regions of readmes, a JSON file, and a web page."""
    if check and insert_after:
        raise click.UsageError("--insert-after writes, and --check writes nothing.")
    if insert_after is not None and not insert_after.strip():
        raise click.UsageError("--insert-after needs the text of a heading.")
    if replace and insert_after is None:
        raise click.UsageError("--replace goes with --insert-after.")
    from ..cache.runs import pages_to_read
    from ..generate.generation import generate

    settings = load(config, root).settings
    if not check and not end_interrupted(settings.root):
        return 2
    disk = Disk(settings)
    if not may_write_everything(disk.tree):
        return 2
    pages = pages_to_read(settings, no_cache=no_cache)
    generation = generate(disk, insert_after, replace=replace, pages=pages)
    pages.save()
    return _compared(generation) if check else _written(generation)


def _compared(generation: Generation) -> int:
    from ..generate.generation import changed_files

    changed = list(changed_files(generation))
    for each in changed:
        write(_difference(each))
    if not changed:
        write([_up_to_date(generation)])
        return 0
    paths = listed(printable(each.path) for each in changed)
    complain(f"Out of date: {paths}. Run `curriculum-lint index`.")
    return 1


def _difference(each: ChangedFile) -> Iterator[str]:
    """A diff, as long as people can read it."""
    from ..edits.diff import unified_diff
    from ..generate.difference import first_difference

    path, before, after = each.path, each.before.text if each.before else None, each.after
    longest = max(map(len, f"{before}\n{after}".split("\n")))
    if longest <= _LONGEST_LINE:
        lines = unified_diff(path, before, after)
        yield from islice(lines, _MOST_LINES)
        if next(lines, None) is not None:
            yield f"… and more of {printable(path)}\n"
        return
    found = first_difference(before, after) if before is not None else None
    if found:
        yield f"{printable(path)}:{found.line} is the first line that differs.\n"
    else:
        yield f"{printable(path)} does not exist.\n"


def _written(generation: Generation) -> int:
    from ..generate.generation import write as write_all

    written, refused = write_all(generation)
    explain(refused)
    if any(problem.path != "." for problem in refused):
        complain("Nothing was changed: the index is written as a whole or not at all.")
    if written:
        write([f"Wrote {listed(map(printable, written))}.\n"])
    elif not refused:
        write([_up_to_date(generation)])
    return 2 if refused else 0


def _up_to_date(generation: Generation) -> str:
    files = len({output.path for output in generation.outputs})
    return f"The index is up to date ({counted(files, 'file')}).\n"
