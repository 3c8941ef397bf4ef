"""Rules that the configuration names and nobody has."""

from __future__ import annotations

import pytest

from curriculum_lint.settings.codes import refuse_unknown_codes
from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.load import Overrides, load_settings

from .writing import load

KNOWN = {"CL101", "missing-readme", "CL301", "broken-link", "CL302", "broken-anchor"}


def test_codes_names_and_beginnings_are_known(tmp_path):
    text = 'select = ["CL", "CL3", "CL301", "broken-link"]\nseverity.CL1 = "info"\n'
    refuse_unknown_codes(load(tmp_path, text), KNOWN)


def test_beginnings_of_other_families_are_known_with_all_their_letters(tmp_path):
    text = 'select = ["TONE", "TONE1", "TONE101"]'
    refuse_unknown_codes(load(tmp_path, text), {*KNOWN, "TONE101"})
    with pytest.raises(SettingsError, match='no rule is called "TO"'):
        refuse_unknown_codes(load(tmp_path, 'select = ["TO"]'), {*KNOWN, "TONE101"})


def test_every_unknown_code_is_named_with_its_line(tmp_path):
    text = (
        'select = ["CL9"]\nignore = ["brokn-link", "cl301"]\nseverity = { CL4 = "info" }\n'
        '[per-path-ignores]\n"a b/**" = ["zzz"]\n'
    )
    with pytest.raises(SettingsError) as caught:
        refuse_unknown_codes(load(tmp_path, text), KNOWN)
    assert str(caught.value).split("\n") == [
        'curriculum-lint.toml:1: select: no rule is called "CL9"',
        'curriculum-lint.toml:2: ignore: no rule is called "brokn-link"; did you mean '
        '"broken-link"?',
        'curriculum-lint.toml:2: ignore: no rule is called "cl301"; did you mean "CL301"?',
        'curriculum-lint.toml:3: severity.CL4: no rule is called "CL4"',
        'curriculum-lint.toml:5: per-path-ignores."a b/**": no rule is called "zzz"',
    ]


def test_unknown_code_of_the_command_line_has_no_file(tmp_path):
    loaded = load_settings(str(tmp_path), root=".", overrides=Overrides(select=("CL9",)))
    with pytest.raises(SettingsError, match=r'^select: no rule is called "CL9"$'):
        refuse_unknown_codes(loaded, KNOWN)


def test_code_added_on_the_command_line_is_not_blamed_on_the_file(tmp_path):
    (tmp_path / "curriculum-lint.toml").write_text('ignore = ["CL301"]')
    loaded = load_settings(str(tmp_path), overrides=Overrides(ignore=("CL9",)))
    with pytest.raises(SettingsError) as caught:
        refuse_unknown_codes(loaded, KNOWN)
    assert str(caught.value) == 'ignore: no rule is called "CL9"'


def test_file_name_with_odd_characters_is_kept(tmp_path):
    folder = tmp_path / "x:12 and command line"
    folder.mkdir()
    (folder / "curriculum-lint.toml").write_text('ignore = ["CL9"]')
    path = "x:12 and command line/curriculum-lint.toml"
    with pytest.raises(SettingsError) as caught:
        refuse_unknown_codes(load_settings(str(tmp_path), config=path), KNOWN)
    assert (caught.value.path, caught.value.line) == (path, 1)
