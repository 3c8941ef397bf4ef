"""Words that name a unit by its number: those that are sure follow, the others are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files


def course(root: Path, word: str, text: str = "", own: str = "") -> None:
    """Four modules whose titles call them by ``word``; ``text`` in the root, ``own`` in module 4."""
    files = {
        f"{n}_t{n}x/readme.md": f"# {word} {n}: T{n}x\n\n{own if n == 4 else 'Words.'}\n"
        for n in (1, 2, 3, 4)
    }
    configuration = {"curriculum-lint.toml": "levels = ['.']\n"}
    write_files(root, files | configuration | {"README.md": f"# Course\n\n{text}\n"})


def said(root: Path, *arguments: str) -> list[str]:
    done = invoke(*arguments, "--root", str(root))
    assert done.exit_code == 0, done.stderr
    return [line for line in done.stderr.splitlines() if line.startswith("Also says")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Weeks 2 and 3 matter.", "Weeks 2 and 3"),
        ("Until week two.", "week two"),
        ("The third week is hard.", "third week"),
        ("In the 3rd week.", "3rd week"),
        ("See week IV.", "week IV"),
        ("In weeks 1–3.", "weeks 1–3"),
    ],
)
def test_words_of_the_titles_are_looked_for(text: str, words: str, tmp_path: Path) -> None:
    course(tmp_path, "Week", text)
    assert said(tmp_path, "move", "4", "--to", "2") == [f"Also says “{words}”: README.md:3."]


@pytest.mark.parametrize("text", ["Weeks 1-4 are theory.", "Weeks 2, 3 and 4.", "Sprint two."])
def test_what_stays_true_is_not_told(text: str, tmp_path: Path) -> None:
    course(tmp_path, "Week", text)
    assert said(tmp_path, "move", "4", "--to", "2") == []


def test_spelled_numbers_follow_where_that_is_wanted(tmp_path: Path) -> None:
    course(tmp_path, "Week", "Until week two. Then Week IV.")
    assert said(tmp_path, "move", "4", "--to", "2", "--unsafe-fixes") == []
    assert "Until week three. Then Week II." in (tmp_path / "README.md").read_text()


def test_a_unit_that_calls_itself_by_its_number_follows(tmp_path: Path) -> None:
    own = "In week 4 we test.\n\n[Below](#week-4-project)\n\n## Week 4 project\n\nSee chapter 4."
    course(tmp_path, "Week", "[It](4_t4x/readme.md#week-4-project)", own)
    assert said(tmp_path, "move", "4", "--to", "2") == ["Also says “chapter 4”: 2_t4x/readme.md:9."]
    assert "[It](2_t4x/readme.md#week-2-project)" in (tmp_path / "README.md").read_text()
    text = (tmp_path / "2_t4x/readme.md").read_text()
    assert "In week 2 we test.\n\n[Below](#week-2-project)\n\n## Week 2 project\n" in text


def test_what_a_file_says_often_is_told_in_one_line(tmp_path: Path) -> None:
    course(tmp_path, "Week", "In week 4.\n\nOf week 4.\n\nIn week 3.")
    assert said(tmp_path, "move", "4", "--to", "2") == [
        "Also says “week 4”: README.md:3, 5.",
        "Also says “week 3”: README.md:7.",
    ]


@pytest.mark.parametrize(("four", "two"), [("IV", "II"), ("Four", "Two"), ("04", "02")])
def test_a_unit_calls_itself_as_its_title_does(four: str, two: str, tmp_path: Path) -> None:
    course(tmp_path, "Week")
    text = "# Week {0}: T4x\n\nIn week {0}, as in week {0}.\n"
    write_files(tmp_path, {"4_t4x/readme.md": text.format(four)})
    assert said(tmp_path, "move", "4", "--to", "2") == []
    assert (tmp_path / "2_t4x/readme.md").read_text() == text.format(two)


@pytest.mark.parametrize(
    ("word", "text", "words"),
    [
        ("Módulo", "Los módulos 2 y 3.", "módulos 2 y 3"),
        ("Módulo", "Del módulo 2 a 3.", "módulo 2 a 3"),
        ("Módulo", "El tercer módulo.", "tercer módulo"),
        ("Módulo", "Ver el módulo tres.", "módulo tres"),
        ("Kapitel", "Kapitel 2 bis 3.", "Kapitel 2 bis 3"),
        ("Kapitel", "Im dritten Kapitel.", "dritten Kapitel"),
        ("Semaine", "La deuxième semaine.", "deuxième semaine"),
        ("Semaine", "Semaines 2 et 3.", "Semaines 2 et 3"),
    ],
)
def test_other_languages_are_told(word: str, text: str, words: str, tmp_path: Path) -> None:
    course(tmp_path, word, text)
    assert said(tmp_path, "move", "4", "--to", "2") == [f"Also says “{words}”: README.md:3."]
