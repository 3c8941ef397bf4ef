"""Which folder is the root, and which file is its configuration."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.settings.find import find_configuration

PROJECT = '[tool.curriculum-lint]\nreadme = "README.md"\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with a folder two levels down."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "a" / "b").mkdir(parents=True)
    return tmp_path.resolve() / "repository"


def found(start: Path, **options: str) -> tuple[str, str | None]:
    return tuple(find_configuration(str(start), **options))


def test_own_file_above_sets_the_root(tree):
    (tree / "curriculum-lint.toml").touch()
    assert found(tree / "a" / "b") == (str(tree), str(tree / "curriculum-lint.toml"))


def test_nearest_file_wins(tree):
    (tree / "curriculum-lint.toml").touch()
    (tree / "a" / "curriculum-lint.toml").touch()
    assert found(tree / "a" / "b")[0] == str(tree / "a")


def test_own_file_wins_over_pyproject_in_one_folder(tree):
    (tree / "curriculum-lint.toml").touch()
    (tree / "pyproject.toml").write_text(PROJECT)
    assert found(tree)[1] == str(tree / "curriculum-lint.toml")


def test_nearer_pyproject_wins_over_own_file_further_up(tree):
    (tree / "curriculum-lint.toml").touch()
    (tree / "a" / "pyproject.toml").write_text(PROJECT)
    assert found(tree / "a" / "b")[1] == str(tree / "a" / "pyproject.toml")


@pytest.mark.parametrize(
    "text",
    [
        "[tool.curriculum-lint]\n",
        '[ tool . "curriculum-lint" ]\n',
        "[tool.curriculum-lint.links]\n",
        "[tool]\ncurriculum-lint = {}\n",
        "tool.curriculum-lint.readme = 'x.md'\n",
        "[[tool.curriculum-lint]]\n",
        "[tool.curriculum-lint]\nbroken =\n",
    ],
)
def test_pyproject_with_the_table_counts(tree, text):
    (tree / "pyproject.toml").write_text(text)
    assert found(tree)[1] == str(tree / "pyproject.toml")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[project]\n",
        '[project]\ndependencies = ["curriculum-lint"]\n',
        "# [tool.curriculum-lint]\n",
        'description = """\n[tool.curriculum-lint]\n"""\n',
        "[tool.curriculum-lint-other]\n",
        "not toml, curriculum-lint",
    ],
)
def test_pyproject_without_the_table_is_not_judged(tree, text):
    (tree / "pyproject.toml").write_text(text)
    assert found(tree) == (str(tree), None)


def test_odd_pyproject_of_others_is_passed_over(tree):
    (tree / "a" / "pyproject.toml").mkdir()
    os.mkfifo(tree / "a" / "b" / "pyproject.toml")
    assert found(tree / "a" / "b") == (str(tree), None)


@pytest.mark.parametrize("as_file", [False, True])
def test_without_configuration_the_repository_is_the_root(tree, as_file):
    (tree / ".git").rmdir()
    (tree / ".git").touch() if as_file else (tree / ".git").mkdir()
    assert found(tree / "a" / "b") == (str(tree), None)


def test_without_repository_the_working_folder_is_the_root(tree, monkeypatch):
    monkeypatch.setattr("curriculum_lint.settings.find._REPOSITORY", ".no-repository-has-this")
    assert found(tree / "a") == (str(tree / "a"), None)


def test_start_at_the_root_of_the_file_system_ends():
    assert find_configuration(os.sep).root == os.path.realpath(os.sep)


def test_start_that_does_not_exist_is_searched_upwards(tree):
    assert found(tree / "gone" / "too") == (str(tree), None)


def test_given_root_is_the_only_folder_searched(tree):
    (tree / "curriculum-lint.toml").touch()
    assert found(tree, root="a") == (str(tree / "a"), None)
    (tree / "a" / "pyproject.toml").write_text(PROJECT)
    assert found(tree, root="a") == (str(tree / "a"), str(tree / "a" / "pyproject.toml"))


def test_given_configuration_sets_the_root_to_its_folder(tree):
    (tree / "a" / "other.toml").touch()
    assert found(tree, config="a/other.toml") == (str(tree / "a"), str(tree / "a" / "other.toml"))


def test_given_configuration_and_root_are_both_obeyed(tree):
    (tree / "a" / "other.toml").touch()
    expected = (str(tree / "a" / "b"), str(tree / "a" / "other.toml"))
    assert found(tree, config="a/other.toml", root="a/b") == expected


def test_linked_working_folder_is_resolved(tree):
    (tree / "curriculum-lint.toml").touch()
    (tree.parent / "elsewhere").symlink_to(tree / "a", target_is_directory=True)
    assert found(tree.parent / "elsewhere")[0] == str(tree)


def test_missing_configuration_is_named(tree):
    with pytest.raises(SettingsError, match=r"^gone\.toml: there is no such configuration file$"):
        find_configuration(str(tree), config="gone.toml")


def test_root_that_is_a_file_is_refused(tree):
    (tree / "file").touch()
    with pytest.raises(SettingsError, match=r"^file: the root is not a folder$"):
        find_configuration(str(tree), root="file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_parent_is_no_crash(tree):
    (tree / "curriculum-lint.toml").touch()
    tree.chmod(0o000)
    try:
        find_configuration(str(tree / "a" / "b"))
    finally:
        tree.chmod(0o700)


def test_parent_that_refuses_to_be_read_is_no_crash(tree, monkeypatch):
    def refuse(*_arguments, **_keywords):
        raise PermissionError(13, "Permission denied")

    (tree / "pyproject.toml").write_text(PROJECT)
    monkeypatch.setattr(os, "open", refuse)
    assert found(tree) == (str(tree), None)


def test_working_folder_that_was_removed_is_no_crash(tree, monkeypatch):
    (tree / "gone").mkdir()
    monkeypatch.chdir(tree / "gone")
    (tree / "gone").rmdir()
    with pytest.raises(SettingsError, match=r"^the working folder does not exist any more$"):
        find_configuration(".")
