"""Checks codes and names of rules: their form here, their existence for who knows the rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..text.suggest import closest
from .errors import Problem, SettingsError
from .settings import Settings
from .toml_text import shown, toml_key
from .values import check_code, is_family

if TYPE_CHECKING:
    from .loaded import LoadedSettings


def refuse_malformed(options: Mapping[str, Iterable[str]]) -> None:
    """Raise `SettingsError` for text that can be no code or name; option → its values."""
    problems: list[Problem] = []
    for option, codes in options.items():
        for code in codes:
            try:
                check_code(code)
            except ValueError as error:
                problems.append(Problem(f"{option}: {error}"))
    if problems:
        raise SettingsError(problems)


def refuse_unknown_codes(loaded: LoadedSettings, known: Collection[str]) -> None:
    """Raise `SettingsError` for every code or name in the settings that no rule has.

    ``known`` holds the codes and the names of all rules; the beginning of a code and ALL
    are known too.
    """
    problems = [
        _problem(key, code, loaded.origins.get(key, ""), known)
        for key, code in _codes(loaded.settings)
        if not _is_known(code, known)
    ]
    if problems:
        raise SettingsError(problems)


def _codes(settings: Settings) -> Iterator[tuple[str, str]]:
    """Each code with the dotted key it is written under."""
    for key, codes in (
        ("select", settings.select or ()),
        ("ignore", settings.ignore),
        ("extend-select", settings.extend_select),
    ):
        yield from ((key, code) for code in codes)
    for code in settings.severity:
        yield toml_key(["severity", code]), code
    for glob, codes in settings.per_path_ignores.items():
        yield from ((toml_key(["per-path-ignores", glob]), code) for code in codes)


def _is_known(code: str, known: Collection[str]) -> bool:
    if code in known or code == "ALL":
        return True
    return any(is_family(code, name) for name in known)


def _problem(key: str, code: str, origin: str, known: Collection[str]) -> Problem:
    meant = closest(code, known)
    advice = f'; did you mean "{meant}"?' if meant else ""
    return Problem(f"{key}: no rule is called {shown(code)}{advice}", *place_of(origin))


def place_of(origin: str) -> tuple[str | None, int | None]:
    """Path and line of an origin; neither where it may be the command line that is wrong."""
    if origin in ("", "default") or origin.endswith("command line"):
        return None, None
    path, _, line = origin.rpartition(":")
    return (path, int(line)) if line.isdecimal() else (origin, None)
