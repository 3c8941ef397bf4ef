"""Hostile and damaged configuration files are refused in one clear line."""

from __future__ import annotations

import os

import pytest

from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.read import parse_configuration, read_text

from .writing import error_lines, load

NAME = "curriculum-lint.toml"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("levels =\n", 'curriculum-lint.toml:1:9: not valid TOML: invalid value (text is written '
                       'in quotes: "…")'),
        ('a = "x"\nlevels = [part1]\n', 'curriculum-lint.toml:2:11: not valid TOML: invalid value '
                                        '(text is written in quotes: "…")'),
        ("levels", "curriculum-lint.toml:1: not valid TOML: expected '=' after a key in a "
                   "key/value pair, at the end of the file"),
        ("a = 1\na = 2\n", "curriculum-lint.toml:2:6: not valid TOML: cannot overwrite a value"),
        ("levels = " + "[" * 20_000, "curriculum-lint.toml: lists or tables are nested too deep"),
        ("x = " + "{a=" * 10_000, "curriculum-lint.toml: lists or tables are nested too deep"),
        ("x = " + "9" * 5_000, "curriculum-lint.toml: a number is too long"),
        ("\nx" + ".x" * 200 + " = 1", "curriculum-lint.toml:2: this line has 200 dots; a key may "
                                      "have 100"),
        ("x = {" + "a." * 30_000 + "a = 1}", "curriculum-lint.toml:1: this line has 30000 dots; a "
                                             "key may have 100"),
        ("#" + "x" * 70_000, "curriculum-lint.toml: is larger than 64 kB, the most a "
                             "configuration may have"),
    ],
    ids=lambda value: value[:24],
)  # fmt: skip
def test_text_that_is_not_usable_toml(tmp_path, text, line):
    assert error_lines(tmp_path, text) == [line]


def test_dots_in_strings_and_comments_are_not_counted(tmp_path):
    dots = "." * 200
    load(tmp_path, f"exclude = ['a{dots}', \"b{dots}\"] # {dots}\n")


def test_long_syntax_message_is_cut(tmp_path):
    key = "k" * 5_000
    (line,) = error_lines(tmp_path, f"[{key}]\n[{key}]\n")
    assert len(line) < 300


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a = 1\nb = '\xff'\n", "2: is not UTF-8 (byte 0xff); save it as UTF-8"),
        ("levels = []".encode("utf-16"), " is UTF-16; save it as UTF-8"),
    ],
)
def test_other_encodings_are_refused(tmp_path, content, message):
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load_settings(str(tmp_path))
    assert str(caught.value) == f"{NAME}:{message}"


def test_byte_order_mark_is_accepted_and_counts_for_no_column(tmp_path):
    (tmp_path / NAME).write_bytes(b'\xef\xbb\xbfreadme = "README.md"\r\n')
    assert load_settings(str(tmp_path)).settings.readme == "README.md"
    (tmp_path / NAME).write_bytes(b"\xef\xbb\xbf= 1")
    with pytest.raises(SettingsError, match=r"^curriculum-lint\.toml:1:1: not valid TOML"):
        load_settings(str(tmp_path))


def test_symbolic_link_is_refused_without_its_content(tmp_path):
    (tmp_path / "secret").write_text("token = 'abc'")
    (tmp_path / NAME).symlink_to("secret")
    with pytest.raises(SettingsError) as caught:
        load_settings(str(tmp_path))
    assert str(caught.value) == f"{NAME}: is a symbolic link; put the file itself here"


def test_dangling_link_is_refused(tmp_path):
    (tmp_path / NAME).symlink_to("gone")
    with pytest.raises(SettingsError, match="is a symbolic link"):
        load_settings(str(tmp_path))


def test_folder_is_refused(tmp_path):
    (tmp_path / NAME).mkdir()
    with pytest.raises(SettingsError, match="is a folder, not a configuration file"):
        load_settings(str(tmp_path))


def test_fifo_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(SettingsError, match="is not a regular file"):
        load_settings(str(tmp_path))


def test_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    def refuse(*_arguments, **_keywords):
        raise PermissionError(13, "Permission denied")

    (tmp_path / NAME).touch()
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SettingsError, match=r"^curriculum-lint\.toml: cannot be read: permission"):
        load_settings(str(tmp_path))


def test_pyproject_gives_its_own_table_with_lines(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nreadme = "x"\n[tool.curriculum-lint]\nreadme = "y.md"\n')
    raw = parse_configuration(read_text(str(file), "pyproject.toml"), "pyproject.toml")
    assert raw.table == {"readme": "y.md"}
    assert raw.line_of(("readme",)) == 4


def test_given_pyproject_without_the_table_is_refused(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n")
    with pytest.raises(SettingsError, match=r"has no \[tool\.curriculum-lint\] table"):
        load_settings(str(tmp_path), config="pyproject.toml")


@pytest.mark.parametrize("text", ["[[tool.curriculum-lint]]\n", "[tool]\ncurriculum-lint = 3\n"])
def test_table_of_another_type_is_refused_at_its_line(tmp_path, text):
    (line,) = error_lines(tmp_path, text, "pyproject.toml")
    number = text.count("\n")
    assert line == (
        f"pyproject.toml:{number}: tool.curriculum-lint must be a table, [tool.curriculum-lint]"
    )
