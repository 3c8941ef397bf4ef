"""Finds the plugins that a configuration names, among what is installed. Loads none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from typing import NamedTuple

from ..settings.toml_text import shown
from ..text.suggest import closest
from .checkout import is_in_checkout, shut_out
from .error import PluginError

#: The group of entry points by which a package offers rules.
GROUP = "curriculum_lint.rules"


class Plugin(NamedTuple):
    """An entry point with the package that it is from; ``places`` are its files and folders."""

    entry_point: EntryPoint
    package: str
    version: str
    places: tuple[str, ...]


def find_plugins(names: Iterable[str], root: str) -> list[Plugin]:
    """The entry points that ``names`` name, in their order, each once.

    Raises `PluginError` for a name that nothing has, and for code of the repository at ``root``.
    """
    shut_out(root)
    offered = sorted(entry_points(group=GROUP), key=lambda each: (_package(each), each.name))
    found: dict[tuple[str, str], Plugin] = {}
    for name in names:
        for entry_point in _named(name, offered):
            key = (_package(entry_point), entry_point.name)
            found.setdefault(key, _plugin(name, entry_point, root))
    return list(found.values())


def _named(name: str, offered: Sequence[EntryPoint]) -> list[EntryPoint]:
    of_package = [each for each in offered if _normalised(_package(each)) == _normalised(name)]
    if of_package:
        return of_package
    called = [each for each in offered if each.name == name]
    packages = list(dict.fromkeys(map(_package, called)))
    if len(packages) > 1:
        raise PluginError(
            f"{shown(name)} is offered by {' and '.join(packages)}; name the package instead"
        )
    if not called:
        raise PluginError(
            f"no installed package offers rules as {shown(name)}{_advice(name, offered)}"
        )
    return called


def _advice(name: str, offered: Sequence[EntryPoint]) -> str:
    names = {word for each in offered for word in (each.name, _package(each))}
    meant = closest(name, names)
    if meant:
        return f"; did you mean {shown(meant)}?"
    packages = sorted(set(map(_package, offered)))
    return f"; installed are {', '.join(packages)}" if packages else "; there is none"


def _plugin(name: str, entry_point: EntryPoint, root: str) -> Plugin:
    places = _places(name, entry_point.module.partition(".")[0])
    if any(is_in_checkout(place, root) for place in places):
        raise PluginError(
            f"the code of {shown(name)} is in the linted repository, which is never loaded; "
            "install a copy of it"
        )
    distribution = entry_point.dist
    version = str(distribution.version) if distribution else ""
    return Plugin(entry_point, _package(entry_point), version, places)


def _places(name: str, module: str) -> tuple[str, ...]:
    """The file or folders of a module at the top. It is not imported for that."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        raise PluginError(
            f"{shown(name)} is installed, but its module {module} is not there; what is in the "
            "linted repository does not count"
        )
    return tuple(spec.submodule_search_locations or ([spec.origin] if spec.origin else []))


def _package(entry_point: EntryPoint) -> str:
    distribution = entry_point.dist
    return str(distribution.metadata["Name"] or "") if distribution else ""


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
