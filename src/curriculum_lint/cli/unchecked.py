"""What was not checked, and why: no file, no level, or no word about what readmes contain."""

from __future__ import annotations

from ..check.result import Result
from ..model.curriculum import Kind
from ..readme_schema.schemas import has_own_layout
from ..settings.loaded import LoadedSettings
from ..settings.settings import Settings
from ..text.escape import printable
from .output import complain

_NO_SCHEMA = (
    "Note: nothing says which sections the readmes of modules must have, so none is asked for. "
    '`init` takes them from your readmes; or set `schemas.module` to "built-in", "none" or a file.'
)


def note_unchecked(
    loaded: LoadedSettings, result: Result, *, is_shown: bool, is_quiet: bool
) -> None:
    """Say what a reader of the report could take for checked."""
    if not result.counts.files and not is_shown:
        complain(printable(_nothing(loaded.settings)))
    elif not (result.counts.modules or result.has_levels):
        if is_shown or not is_quiet:
            complain(printable(_no_level(loaded)))
    elif not is_quiet and result.counts.modules and _asks_for_nothing(loaded.settings):
        complain(_NO_SCHEMA)


def _nothing(settings: Settings) -> str:
    excluded = f", nor excluded ({', '.join(settings.exclude)})" if settings.exclude else ""
    return (
        f"Nothing was checked: in {settings.root} there is no Markdown file that is not ignored "
        f"by git{excluded}."
    )


def _no_level(loaded: LoadedSettings) -> str:
    levels = ", ".join(loaded.settings.levels) or "none"
    advice = (
        "`curriculum-lint init` looks for the layout of this curriculum and writes it down."
        if loaded.file is None
        else "`levels` in curriculum-lint.toml names the folders that hold modules."
    )
    return (
        f"Note: no level was found (levels: {levels}), so only links and text were checked. "
        f"{advice}"
    )


def _asks_for_nothing(settings: Settings) -> bool:
    """Whether no schema counts, and nobody said that none is wanted."""
    return has_own_layout(settings) and Kind.MODULE not in settings.schemas
