"""The settings and the rules that the options of a command lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..settings.errors import SettingsError
from ..settings.load import Overrides, Store, load_settings
from ..settings.loaded import LoadedSettings

if TYPE_CHECKING:
    from ..check.rule import Rule
    from ..model.curriculum import Curriculum
    from ..settings.settings import Settings


def load(
    config: str | None,
    root: str | None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    store: Store | None = None,
) -> LoadedSettings:
    """The settings that the options ask for. Raises `SettingsError`."""
    chosen = _split(select)
    overrides = Overrides(chosen or None, _split(ignore), _split(extend_select))
    return load_settings(".", config=config, root=root, overrides=overrides, store=store)


def read_without_check(settings: Settings, *, no_cache: bool) -> Curriculum:
    """The curriculum on disk, for a command that looks for nothing in it."""
    from ..cache.runs import pages_to_read
    from ..check.run import read_curriculum
    from ..workspace.disk import Disk

    pages = pages_to_read(settings, no_cache=no_cache)
    curriculum = read_curriculum(Disk(settings), pages=pages)
    pages.save()
    return curriculum


def rules_for(loaded: LoadedSettings) -> list[Rule]:
    """The rules that the settings turn on, and that can run. Raises `SettingsError` for unknown
    ones.
    """
    from ..check.selection import select_rules
    from ..settings.codes import refuse_unknown_codes

    rules = known_rules(loaded)
    refuse_unknown_codes(loaded, {word for rule in rules for word in (rule.code, rule.name)})
    chosen = select_rules(rules, loaded.settings)
    return [rule for rule in chosen if loaded.online or not rule.needs_network]


def rules_to_run(loaded: LoadedSettings) -> list[Rule]:
    """The same for a check. Raises `SettingsError` where none is left: nothing would be found."""
    rules = rules_for(loaded)
    if not rules:
        wanted = rules_for(loaded._replace(online=True))
        waiting = f" ({wanted[0].name} needs --online)" if wanted else ""
        raise SettingsError.single(f"select and ignore leave no rule to run{waiting}")
    return rules


def known_rules(loaded: LoadedSettings) -> tuple[Rule, ...]:
    """The built-in rules and those of the plugins. Raises `SettingsError` for a bad plugin."""
    from ..rules.registry import all_rules

    with plugins_of(loaded):
        return all_rules(loaded.settings.plugins, loaded.settings.root)


@contextmanager
def plugins_of(loaded: LoadedSettings) -> Iterator[None]:
    """Turn what is wrong with a plugin into what is wrong with the line that names it."""
    from ..plugins.error import PluginError
    from ..settings.codes import place_of

    try:
        yield
    except PluginError as error:
        place = place_of(loaded.origins.get("plugins", ""))
        raise SettingsError.single(f"plugins: {error}", *place) from None


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
