"""What a title or an entry calls its unit by: words of many languages, and forms around numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.curriculum import Kind, Skeleton, Unit
from curriculum_lint.model.template import NameParts, Template
from curriculum_lint.refactor.labels import unit_labels
from curriculum_lint.refactor.labels.unit_labels import LabelGrammar
from tests.command import invoke
from tests.repository import write_files


def grammar(pattern: str = "{number:02}-{slug}", *words: str) -> LabelGrammar:
    lettered = Template("{letter}_{slug}")
    return LabelGrammar(Skeleton(None, (), (), Template(pattern), lettered, frozenset(words)))


@pytest.mark.parametrize(
    ("text", "number", "word"),
    [
        ("Module 3: Loops", 3, "module"),
        ("Week 3 | Loops", 3, "week"),
        ("M03: Loops", 3, "m"),
        ("Ch. 3: Loops", 3, "ch"),
        ("Kapitel 3: Schleifen", 3, "kapitel"),
        ("Día 3 - Bucles", 3, "día"),
        ("Неделя 3. Циклы", 3, "неделя"),
        ("第3章 循环", 3, "第"),
        ("3주차 반복문", 3, "第"),
        ("Loops (Part 3)", 3, "part"),
        ("🚀 **Semaine 03** : boucles", 3, "semaine"),
        ("3. Loops", 3, ""),
    ],
)
def test_labels_in_many_forms(text: str, number: int, word: str) -> None:
    label = grammar().read(text)
    assert label is not None
    assert (label.number, label.word) == (number, word)
    assert text[label.start :].startswith(label.text)


@pytest.mark.parametrize(
    "text", ["Queries part 2", "D3 charts", "3D models", "Loops (3 of them)", "ES6 in 5 minutes"]
)
def test_numbers_of_other_things_are_no_labels(text: str) -> None:
    assert grammar().read(text) is None


def test_a_pattern_adds_its_word_and_replaces_none() -> None:
    for word in ("Ch", "Chapter", "Lesson", "Week"):
        assert grammar("ch{number:02}").read(f"{word} 2: Loops") is not None, word


def test_a_word_of_the_configuration_is_known() -> None:
    assert grammar().read("Expedition 2: Loops") is None
    label = grammar("{number}_{slug}", "expedition").read("Expedition 2: Loops")
    assert label is not None and label.number == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kapitel {}: Dateien", "Kapitel 1: Dateien"),
        ("M0{}: Files", "M01: Files"),
        ("第{}章 文件", "第1章 文件"),
        ("Files (Part {})", "Files (Part 1)"),
        ("Semana {} | Archivos", "Semana 1 | Archivos"),
    ],
)
def test_moved_units_keep_the_form_of_their_labels(tmp_path: Path, before: str, after: str) -> None:
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": 'levels = ["."]\nmodule-pattern = "{number:02}-{slug}"\n',
            "README.md": "# Course\n\n- [A](01-start/readme.md)\n- [B](02-files/readme.md)\n",
            "01-start/readme.md": f"# {before.format(1)}\n",
            "02-files/readme.md": f"# {before.format(2)}\n",
        },
    )
    done = invoke("move", "02-files", "--to", "1", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "01-files" / "readme.md").read_text() == f"# {after}\n"


def _titles(tmp_path: Path, *titles: str) -> str:
    files = {f"{n:02}-topic/readme.md": f"# {title}\n" for n, title in enumerate(titles, 1)}
    settings = 'levels = ["."]\nmodule-pattern = "{number:02}-{slug}"\n'
    write_files(tmp_path, {"curriculum-lint.toml": settings, "README.md": "# C\n", **files})
    return invoke("check", "--select", "CL211", "--root", str(tmp_path)).stdout


def test_words_that_most_units_use_count_the_units(tmp_path: Path) -> None:
    found = _titles(tmp_path, "Semana 1: A", "Semana 2: B", "Semana 4: C", "Semana 4: D")
    assert "03-topic/readme.md" in found and "04-topic/readme.md" not in found


def test_a_word_of_one_title_may_count_something_else(tmp_path: Path) -> None:
    assert "No findings" in _titles(tmp_path, "Start", "Part 5: B", "Files", "Day 1 with loops")


def test_grammars_that_differ_in_anything_read_by_themselves() -> None:
    def of(pattern: str, words: frozenset[str], number: int, *, is_plain: bool) -> LabelGrammar:
        unit = Unit(Kind.MODULE, "a", NameParts(number), None)
        level = Unit(Kind.LEVEL, "level", NameParts(), None, children=(unit,))
        skeleton = Skeleton(
            None, (level,), (), Template(pattern), Template("{letter}_{slug}"), words
        )
        return LabelGrammar(skeleton, is_plain=is_plain)

    kinds = [
        (pattern, words, number, is_plain)
        for pattern in ("{number}_{slug}", "{track}_{number}_{slug}", "unidad{number}")
        for words in (frozenset[str](), frozenset({"expedition"}))
        for number in (1, 100)
        for is_plain in (False, True)
    ]
    texts = ("5 CSS layout", "Expedition 2: Loops", "404: Not found", "Unidad 2: Bucles")
    alone = []
    for pattern, words, number, is_plain in kinds:
        unit_labels._read.cache_clear()
        grammar = of(pattern, words, number, is_plain=is_plain)
        alone.append([grammar.read(text) for text in texts])
    assert len({str(each) for each in alone}) >= 6
    shared = [of(p, words, number, is_plain=plain) for p, words, number, plain in kinds]
    for _ in range(2):
        assert [[each.read(text) for text in texts] for each in shared] == alone
