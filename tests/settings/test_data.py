"""Settings survive the way to JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.settings.data import leaves, settings_from_data, settings_to_data
from curriculum_lint.settings.index_settings import IndexSettings
from curriculum_lint.settings.settings import Limits, LinkSettings, RouteLinks, Settings
from curriculum_lint.settings.severity import Severity

_NAME = st.text(max_size=5)
_NAMES = st.lists(_NAME, max_size=3).map(tuple)
_SETTINGS = st.builds(
    Settings,
    root=_NAME,
    levels=_NAMES,
    readme=_NAME,
    exclude=_NAMES,
    select=st.none() | _NAMES,
    ignore=_NAMES,
    severity=st.dictionaries(_NAME, st.sampled_from(Severity), max_size=3),
    per_path_ignores=st.dictionaries(_NAME, _NAMES, max_size=3),
    baseline=_NAME,
    plugins=_NAMES,
    sections=st.dictionaries(_NAME, _NAMES, max_size=3),
    schemas=st.dictionaries(_NAME, _NAME, max_size=3),
    links=st.builds(LinkSettings, st.sampled_from(RouteLinks), _NAMES),
    index=st.builds(IndexSettings, _NAMES, st.none() | _NAME, st.none() | _NAME),
    limits=st.builds(Limits, file_bytes=st.integers(1, 9), nesting=st.integers(1, 9)),
)


@given(_SETTINGS)
def test_round_trip_through_json(settings):
    data = json.loads(json.dumps(settings_to_data(settings)))
    again = settings_from_data(data)
    assert again == settings
    assert list(again.sections) == list(settings.sections)


def test_the_defaults_round_trip():
    assert settings_from_data(settings_to_data(Settings(root="/x"))) == Settings(root="/x")


def test_keys_are_those_of_the_file():
    data = settings_to_data(Settings(root="/x"))
    assert "module-pattern" in data
    assert data["limits"]["file-bytes"] == 1024 * 1024
    assert data["sections"]["check_yourself"][0] == "Check yourself"


@pytest.mark.parametrize(
    "damage",
    [
        {"severity": {"CL1": "loud"}},
        {"severity": []},
        {"unknown": 1},
        {"links": None},
        {"limits": {"speed": 1}},
    ],
)
def test_damaged_data_is_a_value_error(damage):
    with pytest.raises(ValueError, match=r"."):
        settings_from_data({**settings_to_data(Settings(root="/x")), **damage})


def test_leaves_are_the_values_and_the_empty_tables():
    assert list(leaves({"a": {"b": [1], "c": {}}, "d": None})) == [
        (("a", "b"), [1]),
        (("a", "c"), {}),
        (("d",), None),
    ]
