"""Finds the rules: every file below this folder that holds one."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from ..check.rule import Rule


@cache
def all_rules(plugins: tuple[str, ...] = (), root: str = ".") -> tuple[Rule, ...]:
    """Every built-in rule by code, then those of ``plugins``, by code too.

    ``root`` is the linted repository, from which no plugin is loaded. Raises `PluginError`.
    """
    if not plugins:
        return _built_in()
    from ..plugins.load import load_plugins

    loaded = load_plugins(plugins, root, _built_in())
    return (*_built_in(), *sorted(loaded, key=lambda rule: rule.code))


@cache
def _built_in() -> tuple[Rule, ...]:
    package = import_module(__package__ or "")
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    modules = (import_module(module.name) for module in found)
    rules = [
        value()
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Rule)
        and value.__module__ == module.__name__
    ]
    return tuple(sorted(rules, key=lambda rule: rule.code))
