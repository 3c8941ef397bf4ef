"""``curriculum-lint init``: a first configuration, hook and workflow for a repository."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from ..git.prefix import repository_prefix
from ..model.curriculum import Kind
from ..settings.errors import SettingsError
from ..settings.find import OWN_FILE, FoundConfiguration, find_configuration
from ..settings.limits import Limits
from ..text.escape import printable
from ..text.phrases import counted
from ..workspace.read import FileText, read_text
from .output import complain, write
from .repairs import explain

if TYPE_CHECKING:
    from ..init.configuration import Survey
    from ..init.found_layout import FoundLayout
    from ..init.survey import Sight


class _New(NamedTuple):
    """A file to write; ``digest`` is that of the file it replaces."""

    path: str
    text: str
    digest: str | None = None


@click.command("init")
@click.option("--root", metavar="DIR", help="The folder of the curriculum.")
@click.option("--dry-run", is_flag=True, help="Print the files instead of writing them.")
@click.option("--force", is_flag=True, help="Replace a configuration that exists.")
@click.option(
    "--layout",
    type=click.IntRange(min=0),
    metavar="N",
    help="Take the layout of that number, as init lists them, or with 0 none, and do not ask.",
)
@click.option(
    "--pages",
    is_flag=True,
    help="Write a workflow, too, that publishes the page for learners on GitHub Pages.",
)
@click.option(
    "--package",
    metavar="REQUIREMENT",
    help="What pip installs in the workflow, if not this version of curriculum-lint.",
)
def init(
    root: str | None,
    dry_run: bool,
    force: bool,
    layout: int | None,
    pages: bool,
    package: str | None,
) -> int:
    """Write a first configuration, hook and workflow for a curriculum.

    It looks at names, numbers, lists, navigation files and the sections of readmes, shows the
    layouts that explain them, asks for one where somebody sits at a terminal and takes the best
    otherwise. Comments say what led to each setting. Files that exist are left alone.
    """
    from ..init.survey import look, survey

    found = find_configuration(".", root=root)
    if pages and found.file is not None and not force:
        return _publishing(found.root, package, dry_run=dry_run)
    digest = None if dry_run else _digest_to_replace(found, force=force)
    sight = look(found.root)
    seen = survey(sight, _chosen(sight, layout))
    wanted = [*_settings(found.root, seen, digest), *_workflows(found.root, package, pages=pages)]
    if dry_run:
        write(_printed(wanted))
    elif not _written(found.root, wanted):
        return 2
    written = [] if dry_run else [each.path for each in wanted]
    write(f"{line}\n" for line in _told(seen, found.root, written))
    return 0


def _chosen(sight: Sight, asked: int | None) -> int | None:
    """The place of the layout to take; ``None`` for none of them."""
    count = len(sight.layouts)
    if asked is not None and asked > count:
        seen = "no layout was" if not count else f"{counted(count, 'layout')} were"
        raise click.UsageError(f"--layout {asked}: {seen} found here.")
    if asked is None and count > 1 and sys.stdin.isatty() and sys.stdout.isatty():
        write(_layouts(sight.layouts, None))
        asked = click.prompt("Which one (0 for none)?", default=1, type=click.IntRange(0, count))
    if asked is None:
        return 0 if count else None
    return asked - 1 if asked else None


def _layouts(layouts: Sequence[FoundLayout], chosen: int | None) -> Iterator[str]:
    """The layouts with what speaks for each; the one that was taken is marked."""
    from ..init.configuration import describe

    for at, layout in enumerate(layouts):
        mark = "*" if at == chosen else " "
        yield f"{mark} {at + 1}: {printable(describe(layout))}\n"
        yield f"     {printable(layout.evidence.told())} ({layout.evidence.score:.1f} points)\n"


def _settings(root: str, seen: Survey, digest: str | None) -> Iterator[_New]:
    """The configuration, and the schemas that it names where there are none yet."""
    from ..init.configuration import render, schema_path

    yield _New(OWN_FILE, render(seen), digest)
    for kind, schema in seen.derived.items():
        if not _exists(root, schema_path(kind)):
            yield _New(schema_path(kind), schema.text)


def _digest_to_replace(found: FoundConfiguration, *, force: bool) -> str | None:
    """That of the configuration to replace, ``None`` if there is none.

    Raises `SettingsError` where there is one that is not to be replaced, or cannot be.
    """
    if found.file is not None and not force:
        is_own = os.path.basename(found.file) == OWN_FILE
        what = "exists already" if is_own else "has a table for curriculum-lint already"
        path = os.path.relpath(found.file)
        raise SettingsError.single(f"{path} {what}; --force writes a new {OWN_FILE}")
    if not os.path.lexists(os.path.join(found.root, OWN_FILE)):
        return None
    read = read_text(found.root, OWN_FILE, Limits())
    if isinstance(read, FileText) and not os.path.islink(os.path.join(found.root, OWN_FILE)):
        return read.digest
    raise SettingsError.single(f"{OWN_FILE} is no file that could be replaced; remove it first")


def _automation(root: str, package: str | None) -> Iterator[_New]:
    """Hook and workflow, where there are none yet. Both work at the top of a repository only."""
    from ..init.automation import HOOK, HOOK_PATH, WORKFLOW_PATH, workflow
    from ..init.requirement import is_plain, own_requirement

    if package is not None and not is_plain(package):
        raise click.UsageError("--package must be a requirement in plain ASCII.")
    if repository_prefix(root):
        return
    requirement = package or own_requirement()
    if not _exists(root, HOOK_PATH):
        yield _New(HOOK_PATH, HOOK)
    if requirement and not _exists(root, WORKFLOW_PATH):
        yield _New(WORKFLOW_PATH, workflow(requirement))


def _workflows(root: str, package: str | None, *, pages: bool) -> Iterator[_New]:
    yield from _automation(root, package)
    if pages:
        yield from _pages(root, package)


def _pages(root: str, package: str | None) -> Iterator[_New]:
    from ..init.pages import PAGES_PATH, pages_workflow
    from ..init.requirement import own_requirement

    requirement = package or own_requirement()
    is_free = not repository_prefix(root) and not _exists(root, PAGES_PATH)
    if requirement and is_free:
        yield _New(PAGES_PATH, pages_workflow(requirement))


def _publishing(root: str, package: str | None, *, dry_run: bool) -> int:
    """Write the workflow alone, for a repository that has a configuration."""
    from ..init.pages import PAGES_PATH

    wanted = list(_pages(root, package))
    if not wanted:
        complain(
            f"{PAGES_PATH} exists already, or would not be at the top of the repository, or "
            "nothing but --package can say where a workflow gets this version of curriculum-lint."
        )
        return 2
    if dry_run:
        write(_printed(wanted))
    elif not _written(root, wanted):
        return 2
    write(["Choose “GitHub Actions” as the source under Settings, Pages.\n"])
    return 0


def _printed(wanted: list[_New]) -> Iterator[str]:
    for path, text, _ in wanted:
        yield f"# ----- {path}\n"
        yield from (f"{printable(line)}\n" for line in text.splitlines())
        yield "\n"


def _written(root: str, wanted: list[_New]) -> bool:
    from ..edits.apply import apply_plan
    from ..edits.plan import NewText, Plan

    texts = tuple(NewText(each.path, each.text, False, each.digest) for each in wanted)
    refused = apply_plan(root, Plan(texts, whole=True))
    explain(refused)
    write(f"Wrote {each.path}.\n" for each in wanted if not refused)
    return not refused


def _told(seen: Survey, root: str, written: Sequence[str]) -> Iterator[str]:
    """What was found, what was left alone, and what to do next."""
    from ..init.automation import HOOK, HOOK_PATH, WORKFLOW_PATH

    yield from _found(seen)
    if repository_prefix(root):
        yield "Hook and workflow belong to the top of the repository and were not written."
    elif HOOK_PATH not in written:
        yield from _left_alone(root, HOOK_PATH, HOOK)
    if written and not repository_prefix(root) and not _exists(root, WORKFLOW_PATH):
        yield "No workflow was written: this curriculum-lint was installed from a folder of this"
        yield "machine. `--package REQUIREMENT` names what pip can install elsewhere."
    if WORKFLOW_PATH in written:
        yield f"What the workflow installs is the REQUIREMENT in {WORKFLOW_PATH}: look at it."
    if written:
        yield "Next: `curriculum-lint check`. To start with what is there as known, run"
        yield "`curriculum-lint check --update-baseline`: from then on only new findings count."


def _exists(root: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, path))


def _found(seen: Survey) -> Iterator[str]:
    count = seen.units[Kind.MODULE]
    yield "Found 1 module." if count == 1 else f"Found {count or 'no'} modules."
    if not seen.layouts:
        yield "No layout explains these files, so only links and text will be checked: `levels` in"
        yield f"{OWN_FILE} names the folders that hold modules."
        yield from _unread(seen)
    else:
        yield "Layouts that were seen (* was taken; --force --layout N takes another one):"
        yield from (line.rstrip("\n") for line in _layouts(seen.layouts, seen.chosen))


def _unread(seen: Survey) -> Iterator[str]:
    if seen.unread:
        files = ", ".join(f"{count} {suffix}" for suffix, count in seen.unread[:3])
        yield f"Only .md, .markdown and .mdx are read; there are other texts: {files}."


def _left_alone(root: str, path: str, snippet: str) -> Iterator[str]:
    read = read_text(root, path, Limits())
    if isinstance(read, FileText) and "id: curriculum-lint" not in read.text:
        yield f"{path} exists. Add to its `repos`:"
        yield from snippet.splitlines()[1:]
