"""Whatever the table holds, the answer is settings or an explained refusal."""

from __future__ import annotations

import tomllib

from hypothesis import example, given
from hypothesis import strategies as st

from curriculum_lint.settings.data import settings_to_data
from curriculum_lint.settings.errors import SettingsError
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
