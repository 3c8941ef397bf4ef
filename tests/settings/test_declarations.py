"""A key of the configuration is declared once, and everything about it follows from there."""

from __future__ import annotations

from dataclasses import fields

import pytest

from curriculum_lint.settings.data import kebab, plain
from curriculum_lint.settings.key import Key, ValueType, keys_of, table_of
from curriculum_lint.settings.settings import Settings

from .writing import error_lines

KEYS = [((name,), key) for name, key in keys_of(Settings)] + [
    ((table, name), key)
    for table, outer in keys_of(Settings)
    if outer.of is ValueType.TABLE
    for name, key in keys_of(table_of(Settings, table))
]
CHOICES = [(place, key) for place, key in KEYS if key.choices and not key.names]


def test_every_field_but_the_root_is_a_key() -> None:
    for settings in (Settings, *(table_of(Settings, n) for n in ("links", "index", "limits"))):
        assert {each.name for each in fields(settings)} - {"root"} == set(dict(keys_of(settings)))


@pytest.mark.parametrize(("place", "key"), CHOICES)
def test_a_choice_names_its_own_choices(tmp_path, place: tuple[str, ...], key: Key) -> None:
    value = '["nonsense"]' if key.is_list else '"nonsense"'
    (line,) = error_lines(tmp_path, f"{'.'.join(map(kebab, place))} = {value}\n")
    assert key.choices
    for each in key.choices:
        assert f'"{plain(each)}"' in line


@pytest.mark.parametrize(
    ("place", "key"), [each for each in KEYS if each[1].of is ValueType.NUMBER]
)
def test_a_number_has_bounds_that_are_said(tmp_path, place: tuple[str, ...], key: Key) -> None:
    name = ".".join(map(kebab, place))
    (below,) = error_lines(tmp_path, f"{name} = {key.least - 1}\n")
    (above,) = error_lines(tmp_path, f"{name} = {key.most + 1}\n")
    assert f"at least {key.least}" in below
    assert f"at most {key.most}" in above
