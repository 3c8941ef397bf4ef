"""The part of ``docs/configuration.md`` that follows from the declarations of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from .data import kebab, plain
from .key import Key, ValueType, keys_of, table_of
from .section_names import DEFAULT_SECTIONS
from .settings import Settings
from .toml_text import toml_value

_BEGIN, _END = "## All settings\n", "\n## Patterns of names\n"
_BARE = {ValueType.SECTION_KEY, ValueType.README_KIND}
_OF_PYPROJECT = (
    "In `pyproject.toml`, tables have longer names: `[links]` is `[tool.curriculum-lint.links]`."
)


def with_settings(page: str) -> str:
    """``page`` with its section of all settings as the declarations have it."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    body = "\n".join(["", _OF_PYPROJECT, *_settings()])
    return f"{before}{_BEGIN}{body}\n{_END}{after}"


def _settings() -> Iterator[str]:
    for name, key in keys_of(Settings):
        has_header = key.of is ValueType.TABLE or key.names in _BARE
        yield from ("", f"### `[{kebab(name)}]`" if has_header else f"### `{kebab(name)}`")
        yield from ("", " ".join([key.description, *_choices(key)]))
        if key.of is ValueType.TABLE:
            yield from _rows(table_of(Settings, name))
            yield from _code(f"[{kebab(name)}]", *_examples(table_of(Settings, name)))
            yield from ("", key.more) if key.more else ()
            continue
        yield from _default(_defaults(Settings)[name])
        example = key.example
        if has_header and isinstance(example, dict):
            yield from _code(f"[{kebab(name)}]", *_assignments(example))
        else:
            yield from _code(f"{kebab(name)} = {toml_value(example)}")
        yield from ("", key.more) if key.more else ()


def _default(value: object) -> Iterator[str]:
    if value == plain(DEFAULT_SECTIONS):
        yield from ("", "Default:", "", "| Key | Names |", "|---|---|")
        for key, names in DEFAULT_SECTIONS.items():
            yield f"| `{key}` | {', '.join(names)} |"
    else:
        yield from ("", "Default: not set" if value is None else f"Default: `{toml_value(value)}`")


def _rows(table: type) -> Iterator[str]:
    yield from ("", "| Key | Meaning | Default |", "|---|---|---|")
    for name, key in keys_of(table):
        meaning = " ".join([key.description, *_choices(key)])
        value = _defaults(table)[name]
        shown = "not written" if value is None else f"`{toml_value(value)}`"
        yield f"| `{kebab(name)}` | {meaning} | {shown} |"


def _choices(key: Key) -> Iterator[str]:
    if key.choices is not None:
        *others, last = (f'`"{each.value}"`' for each in key.choices)
        yield f"{'Any' if key.is_list else 'One'} of {', '.join(others)} and {last}."
    if key.of is ValueType.NUMBER:
        yield f"From {key.least} to {key.most}."


def _examples(table: type) -> Iterator[str]:
    return _assignments({kebab(name): key.example for name, key in keys_of(table)})


def _assignments(table: dict[str, object]) -> Iterator[str]:
    return (f"{name} = {toml_value(value)}" for name, value in table.items())


def _code(*lines: str) -> Iterator[str]:
    yield from ("", "```toml", *lines, "```")


def _defaults(settings: type) -> dict[str, object]:
    root = {"root": ""} if settings is Settings else {}
    made = settings(**root)
    return {each.name: plain(getattr(made, each.name)) for each in fields(settings)}
