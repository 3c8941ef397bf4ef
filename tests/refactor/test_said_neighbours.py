"""Prose that names a unit by where it stands is told where another unit stands there now."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor.neighbours.neighbour_phrases import NeighbourPhrases
from tests.command import invoke
from tests.repository import write_files


def course(root: Path, word: str, texts: dict[int, str], count: int = 6) -> None:
    """Modules that are called by a word, with a text in some of them."""
    files = {
        "curriculum-lint.toml": f"levels = ['.']\nmodule-pattern = '{word}{{number}}_{{slug}}'\n",
        "readme.md": "# C\n\n"
        + "".join(f"{n}. [T{n}x]({word}{n}_t{n}x/readme.md)\n" for n in range(1, count + 1)),
    }
    for n in range(1, count + 1):
        files[f"{word}{n}_t{n}x/readme.md"] = f"# T{n}x\n\n{texts.get(n, 'Words.')}\n"
    write_files(root, files)


def told(root: Path, *arguments: str) -> list[str]:
    done = invoke(*arguments, "--root", str(root))
    assert done.exit_code == 0, done.stderr
    return [line for line in done.stderr.splitlines() if "Also says" in line]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("As we saw in the previous module, it is.", "the previous module"),
        ("Wait for the next\nlesson.", "the next lesson"),
        ("In the following chapter you go on.", "the following chapter"),
        ("Last week was hard.", "Last week"),
        ("In the last week, we learned much.", "the last week"),
        ("Lo vimos en el módulo anterior.", "módulo anterior"),
        ("La próxima semana más.", "próxima semana"),
        ("Nächste Woche geht es weiter.", "Nächste Woche"),
        ("Mehr im folgenden Kapitel.", "folgenden Kapitel"),
        ("Au chapitre précédent.", "chapitre précédent"),
        ("В предыдущей главе.", "предыдущей главе"),
        ("W następnej lekcji.", "następnej lekcji"),
        ("我们在上一章学过。", "上一章"),
        ("前の章で学びました。", "前の章"),
        ("다음 장에서 배웁니다.", "다음 장"),
        ("Önceki derste gördük.", "Önceki derste"),
    ],
)
def test_what_stood_beside_is_told(tmp_path: Path, words: str, said: str) -> None:
    course(tmp_path, "week", {3: words})
    (line,) = told(tmp_path, "move", "week3_t3x", "--to", "6")
    assert line.startswith(f"Also says “{said}”, which is module ")
    assert line.endswith(": week6_t3x/readme.md:3.")


@pytest.mark.parametrize(
    "words",
    [
        "The following modules are needed, in the next two weeks.",
        "Some previous lesson; the next unit test; a next module.",
        "Create the following module: it is short.",
        "This is the last week of the course. You will do it in the last module.",
        "The next day, the next step, the previous section, the last class.",
        "```text\nthe previous module\n```",
        "Run `the next module`.",
        "上课的时候，下课以后。",
    ],
)
def test_what_names_no_unit_beside_is_not_told(tmp_path: Path, words: str) -> None:
    course(tmp_path, "week", {3: words})
    assert told(tmp_path, "move", "week3_t3x", "--to", "5") == []


def test_last_week_is_a_time_where_units_are_not_called_weeks(tmp_path: Path) -> None:
    course(tmp_path, "module", {3: "Last week we met."})
    assert told(tmp_path, "move", "module3_t3x", "--to", "5") == []


def test_only_units_whose_neighbours_change_are_told(tmp_path: Path) -> None:
    texts = dict.fromkeys(range(1, 7), "The previous module, the next module.")
    course(tmp_path, "module", texts)
    lines = told(tmp_path, "move", "module5_t5x", "--to", "3")
    places = [line.rpartition(": ")[2] for line in lines]
    folders = ("2_t2x", "3_t5x", "3_t5x", "4_t3x", "5_t4x", "6_t6x")
    assert sorted(places) == [f"module{each}/readme.md:3." for each in folders]


@pytest.mark.parametrize(
    ("command", "places"),
    [
        (("new", "module", "More", "--at", "3"), ["“The next module”, which is module 4 now"]),
        (("remove", "module3_t3x"), ["“The next module”, which is removed"]),
        (("new", "module", "More", "--at", "5"), []),
        (("renumber",), []),
    ],
)
def test_commands(tmp_path: Path, command: tuple[str, ...], places: list[str]) -> None:
    course(tmp_path, "module", {2: "The next module follows."})
    lines = told(tmp_path, *command)
    assert lines == [f"Also says {each}: module2_t2x/readme.md:3." for each in places]


def test_the_last_one_is_told_when_another_follows(tmp_path: Path) -> None:
    course(tmp_path, "module", {6: "This is the last module."})
    (line,) = told(tmp_path, "new", "module", "More")
    assert line == "Also says “This is the last module”: module6_t6x/readme.md:3."


def test_a_certain_phrase_is_written_with_the_number_when_wanted(tmp_path: Path) -> None:
    text = "The previous module and our next module. In the next module, go on. Last week."
    course(tmp_path, "module", {3: text})
    lines = told(tmp_path, "move", "module3_t3x", "--to", "5", "--unsafe-fixes")
    assert [line.partition(", ")[0] for line in lines] == ["Also says “next module”"]
    written = (tmp_path / "module5_t3x/readme.md").read_text()
    assert "Module 2 and our next module. In module 3, go on. Last week." in written


def test_a_link_to_what_stands_there_is_right(tmp_path: Path) -> None:
    text = "See [the next module](../module3_t3x/readme.md) for it.\n\nMore words.\n\nAnd more.\n"
    course(tmp_path, "module", {2: text * 3, 5: "Words."})
    (line,) = told(tmp_path, "move", "module6_t6x", "--to", "3")
    assert line.endswith("readme.md:3, 8, 13.")


@pytest.mark.parametrize("words", [{"module"}, {"week", "unidad"}, {"第", "ünïté"}, {"part two"}])
def test_a_quick_look_misses_no_phrase(words: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    phrases = NeighbourPhrases(words)
    nouns = (
        *"module MODULES modułu Lektion kapİtel día 章 Unidad ünïté part_two".split(),
        "part two",
    )
    lead = (
        "the previous",
        "The NEXT",
        "next",
        "nächste",
        "上一",
        "this is the last",
        "in the following",
    )
    tail = ("", "s", ".", "2", " anterior", " suivante", "\u0301", " test")
    texts = [f"x {a} {noun}{b} y" for a in lead for noun in nouns for b in tail]
    texts += [text.replace(" ", "\n") for text in texts] + [text.replace(" ", "") for text in texts]
    quick = [[*phrases.find(text)] for text in texts]
    monkeypatch.setattr(NeighbourPhrases, "_may_name", lambda *_: True)
    assert [[*phrases.find(text)] for text in texts] == quick
    assert sum(map(bool, quick)) > 20
