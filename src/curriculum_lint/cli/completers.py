"""What a shell offers for the values of options and arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from ..report.formats import OutputFormat
from ..settings.errors import SettingsError

if TYPE_CHECKING:
    from ..model.curriculum import Unit

Items = list[CompletionItem]


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Codes and names of the built-in rules; of several with commas between, the last one."""
    del ctx, param
    from ..rules.registry import all_rules

    done, comma, begun = incomplete.rpartition(",")
    return [
        CompletionItem(f"{done}{comma}{word}", help=rule.summary)
        for rule in all_rules()
        for word in (rule.code, rule.name)
        if word.casefold().startswith(begun.casefold())
    ]


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Output formats; of several with commas between, the last one."""
    del ctx, param
    done, comma, begun = incomplete.rpartition(",")
    return [
        CompletionItem(f"{done}{comma}{each}") for each in OutputFormat if each.startswith(begun)
    ]


def complete_units(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """The labels and the paths of modules and subsections."""
    del param
    from ..model.checked_exercise import unit_label

    words: dict[str, str] = {}
    for level in _levels(ctx):
        for module in level.children:
            for unit in (module, *module.children):
                words |= {unit.path: "", unit_label(module, unit): unit.path}
    found = {word: said for word, said in words.items() if word and word.startswith(incomplete)}
    return [CompletionItem(word, help=said) for word, said in found.items()]


def complete_levels(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """The paths of the levels."""
    del param
    paths = (level.path for level in _levels(ctx))
    return [CompletionItem(path) for path in paths if path.startswith(incomplete)]


def _levels(ctx: click.Context) -> Sequence[Unit]:
    """The levels of the curriculum; none where the configuration cannot be read."""
    from ..model.skeleton import find_units
    from ..workspace.disk import Disk
    from .loading import load

    try:
        disk = Disk(load(ctx.params.get("config"), ctx.params.get("root")).settings)
        return find_units(disk.tree, disk.settings, disk.read).levels
    except SettingsError:
        return ()
