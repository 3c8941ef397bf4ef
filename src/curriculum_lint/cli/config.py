"""``curriculum-lint config``: the effective settings, and where each came from."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ..settings.data import leaves, settings_to_data
from ..settings.load import load_settings
from ..settings.loaded import LoadedSettings
from ..settings.toml_text import toml_key, toml_value
from ..text.escape import printable
from .closest_words import OneOf
from .output import write

#: Longer settings do not push the origins of all others to the right.
_MAX_ALIGNED = 60


@click.command("config")
@click.option("--config", "file", metavar="FILE", help="Use this configuration file.")
@click.option("--root", metavar="DIR", help="Use this folder as the root.")
@click.option(
    "--output-format",
    type=OneOf(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the settings.",
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the file, for editors.")
def config(*, file: str | None, root: str | None, output_format: str, schema: bool) -> None:
    """Show the effective settings and where each came from."""
    if schema:
        write(schema_lines())
        return
    loaded = load_settings(".", config=file, root=root)
    lines = text_lines(loaded) if output_format == "text" else json_lines(loaded)
    write(f"{line}\n" for line in lines)


def schema_lines() -> Iterator[str]:
    """The JSON Schema of ``curriculum-lint.toml``."""
    import json

    from ..settings.schema import configuration_schema

    yield f"{json.dumps(configuration_schema(), indent=2, ensure_ascii=False)}\n"


def text_lines(loaded: LoadedSettings) -> Iterator[str]:
    """The settings as TOML that can be used as a configuration, with origins as comments."""
    yield printable(f"# root: {loaded.settings.root}")
    yield printable(f"# file: {loaded.file or 'none, every value is the default'}")
    yield ""
    rows = [_row(key, value) for key, value in _shown(loaded)]
    width = max((len(row) for _, row in rows if len(row) <= _MAX_ALIGNED), default=0)
    for key, setting in rows:
        yield printable(f"{setting:<{width}}  # {loaded.origins[key]}")


def json_lines(loaded: LoadedSettings) -> Iterator[str]:
    """Root, file, settings and origins as one JSON object, in ASCII."""
    import json

    data = {
        "root": loaded.settings.root,
        "file": loaded.file,
        "settings": _without_root(loaded),
        "origins": loaded.origins,
    }
    # "##[" begins a command of a workflow; "\u007f" is the one control character JSON may hold.
    text = json.dumps(data, indent=2).replace("##[", "#\\u0023[").replace("\x7f", "\\u007f")
    yield from text.split("\n")


def _without_root(loaded: LoadedSettings) -> dict[str, object]:
    data = settings_to_data(loaded.settings)
    return {key: value for key, value in data.items() if key != "root"}


def _shown(loaded: LoadedSettings) -> Iterator[tuple[str, object]]:
    return ((toml_key(key), value) for key, value in leaves(_without_root(loaded)))


def _row(key: str, value: object) -> tuple[str, str]:
    # TOML has no way to write that a setting is not set.
    row = f"# {key} is not set" if value is None else f"{key} = {toml_value(value)}"
    return key, printable(row)
