"""Loads the rules of plugins. From here on, the code of a package that was asked for runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from ..check.rule import Rule
from ..settings.toml_text import shorten, shown
from .error import PluginError
from .find import Plugin, find_plugins
from .wellformed import refuse_collisions, refuse_malformed


def load_plugins(names: Iterable[str], root: str, built_in: Iterable[Rule]) -> list[Rule]:
    """The rules of the plugins that ``names`` name, for a run on the repository at ``root``.

    Raises `PluginError` for a plugin that cannot be loaded, and for rules that are not well-formed
    or have the code or name of another rule.
    """
    rules: list[Rule] = []
    for plugin in find_plugins(names, root):
        found = _rules(plugin)
        refuse_collisions(found, [*built_in, *rules], plugin.package)
        rules += found
    return rules


def _rules(plugin: Plugin) -> list[Rule]:
    # Any exception at all may come out of somebody else's module.
    try:
        rules = [kind() for kind in _classes(plugin.entry_point.load())]
    except (Exception, SystemExit) as error:
        said = shorten(" ".join(str(error).split()))
        reason = f"{type(error).__name__}: {said}" if said else type(error).__name__
        raise PluginError(f"{shown(plugin.package)} cannot be loaded: {reason}") from None
    if not rules:
        raise PluginError(f"{shown(plugin.package)} has no rule in {plugin.entry_point.value}")
    for rule in rules:
        refuse_malformed(rule, plugin.package)
    return rules


def _classes(offered: Any) -> Iterator[Any]:
    """A rule's class, a list of some, or those of a module whose names do not begin with "_"."""
    if isinstance(offered, (list, tuple)):
        yield from offered
    elif isinstance(offered, ModuleType):
        for value in vars(offered).values():
            if isinstance(value, type) and issubclass(value, Rule) and _is_of(value, offered):
                yield value
    else:
        yield offered


def _is_of(kind: type[Rule], module: ModuleType) -> bool:
    """Whether the class is written in the module or below it, and meant for others."""
    inside = f"{kind.__module__}.".startswith(f"{module.__name__}.")
    return inside and not kind.__name__.startswith("_")
