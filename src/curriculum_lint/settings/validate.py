"""Turns the table of a configuration file into settings, or says everything that is wrong."""

from __future__ import annotations

from .data import Data, settings_from_data, settings_to_data
from .errors import Problem, SettingsError
from .read import RawConfiguration
from .settings import Settings
from .vocabulary import merged_sections, shared_names


def validate(raw: RawConfiguration, root: str) -> Settings:
    """The settings of ``raw``, defaults filled in. Raises `SettingsError` with all problems."""
    given, problems = _checked(raw)
    problems += shared_names(raw)
    if problems:
        raise SettingsError(problems)
    return settings_from_data(_over_defaults(given, root))


def _checked(raw: RawConfiguration) -> tuple[Data, list[Problem]]:
    """The given settings in their final form, and what is wrong with keys, types and values."""
    from .accepted import accepted

    given = accepted(raw.table)
    return (given, []) if given is not None else _by_the_model(raw)


def _by_the_model(raw: RawConfiguration) -> tuple[Data, list[Problem]]:
    """The same, by what is slow to load and knows of everything what is wrong."""
    from pydantic import ValidationError

    from .configuration import Configuration

    try:
        model = Configuration.model_validate(raw.table)
    except ValidationError as error:
        from .explain import explain

        return {}, explain(error, raw)
    return model.model_dump(by_alias=True, exclude_unset=True), []


def _over_defaults(given: Data, root: str) -> Data:
    data = settings_to_data(Settings(root=root))
    data["sections"] = merged_sections(given.pop("sections", {}))
    for key, value in given.items():
        data[key] = {**data[key], **value} if isinstance(value, dict) else value
    return data
