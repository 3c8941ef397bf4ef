"""Whatever the table holds, the answer is settings or an explained refusal."""

from __future__ import annotations

import tomllib

from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from curriculum_lint.settings.accepted import accepted
from curriculum_lint.settings.configuration import Configuration
from curriculum_lint.settings.data import kebab, settings_to_data
from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.key import keys_of
from curriculum_lint.settings.read import parse_configuration
from curriculum_lint.settings.settings import Settings
from curriculum_lint.settings.toml_text import toml_key, toml_value
from curriculum_lint.settings.validate import validate

PATH = "curriculum-lint.toml"
_KEYS = sorted(settings_to_data(Settings(root="")))
_WORDS = ["goal", "absolute", "json", "nesting", "CL1", "info", "a/b", "{number}", "..", "", "é\n"]
_TEXT = st.sampled_from(_WORDS) | st.text(st.characters(codec="utf-8"), max_size=5)
_LEAF = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXT
_VALUE = st.recursive(
    _LEAF,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=6,
)
_TABLE = st.dictionaries(st.sampled_from(_KEYS) | _TEXT, _VALUE, max_size=5)
_EXAMPLES = [key.example for _, key in keys_of(Settings)]
#: Every value where it belongs, or where another one does.
_PLAUSIBLE = st.fixed_dictionaries(
    {},
    optional={
        kebab(name): st.sampled_from([key.example, *_EXAMPLES]) | _VALUE
        for name, key in keys_of(Settings)
    },
)


def refusal(text: str) -> SettingsError | None:
    try:
        validate(parse_configuration(text, PATH), "/root")
    except SettingsError as error:
        return error
    return None


@given(_TABLE)
@example({"[key]": []})
@example({"sections": {"[key]": 3}})
def test_any_table_gives_settings_or_one_line_for_each_problem(table):
    text = "\n".join(f"{toml_key([key])} = {toml_value(value)}" for key, value in table.items())
    assert tomllib.loads(text) == table
    refused = refusal(text)
    for problem in refused.problems if refused else ():
        assert "something else" not in problem.message
        assert "\n" not in str(problem)
        assert str(problem).startswith(f"{PATH}:")


@given(st.text("[]{}=\"'.,#\n\\ ab1é\x00\ufeff", max_size=40))
def test_any_text_is_used_or_refused(text):
    refused = refusal(text)
    assert refused is None or refused.lines


@given(_TABLE | _PLAUSIBLE)
@example({kebab(name): key.example for name, key in keys_of(Settings)})
@example({"per-path-ignores": {"./a": ["CL1"], "a": ["CL2"]}})
@example({"sections": {"goal": []}})
@example({"limits": {"file-bytes": True}})
def test_what_is_accepted_is_what_the_model_accepts(table):
    try:
        model = Configuration.model_validate(table)
    except ValidationError:
        assert accepted(table) is None
    else:
        assert accepted(table) == model.model_dump(by_alias=True, exclude_unset=True)
