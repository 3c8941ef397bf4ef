"""A wrong word is answered with the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import write_clean


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("chekc",), "`curriculum-lint check`"),
        (("lint",), "`curriculum-lint check`"),
        (("fix",), "`curriculum-lint check --fix`"),
        (("explain", "CL301"), "`curriculum-lint rule`"),
        (("first_level",), "`curriculum-lint check first_level`"),
        (("new", "modul", "x"), "`curriculum-lint new module`"),
        (("check", "--fxi"), "--fix"),
        (("check", "--fail-level", "eror"), "error"),
        (("check", "--color", "alway"), "always"),
        (("check", "--output-format", "jsn"), "json"),
        (("check", "--select", "brokn-link"), "broken-link"),
        (("check", "--select", "CL3O1"), '"CL301"'),
        (("check", "--select", "cl301"), '"CL301"'),
        (("rule", "brken-link"), "broken-link"),
        (("rule", "CL3O1"), "CL301"),
        (("rule", "C301"), "CL301"),
        (("graph", "--output-format", "mermad"), "mermaid"),
        (("move", "first_level/2_file", "--to", "3"), "first_level/2_files"),
        (("move", "2aa", "--to", "b"), "2a"),
    ],
    ids=" ".join,
)
def test_the_closest_word_is_named(
    arguments: tuple[str, ...], meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_clean(tmp_path / "course"))
    answer = invoke(*arguments)
    assert answer.exit_code == 2
    assert meant in answer.stderr.partition("\nTry")[0].partition("ean")[2] or (
        "write " + meant in answer.stderr
    ), answer.stderr


def test_nothing_is_guessed_where_nothing_is_close() -> None:
    answer = invoke("xyzzy")
    assert answer.exit_code == 2
    assert answer.stderr == "There is no command “xyzzy”.\nTry `curriculum-lint --help`.\n"
