"""What one curriculum says in two ways: counts in words, entries, labels, quoted code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import codes_of, diagnostics_on, write_files

EXERCISE = (
    "# Start\n\n{}\n\n## 1) Say hello\n\n**Goal:** Print it.\n\n**Build steps:**\n\n1. Write it.\n\n"
    "**Acceptance criteria:**\n\n- It prints `hello`.\n\n## Best practices\n\n- Test it.\n"
)
LEVEL = {"first_level/readme.md": "# First level\n\n- [Start](1_start/readme.md)\n"}


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("There are three exercises.", True),
        ("Below are **20 “hands on” build‑style exercises**.", True),
        ("It is short. It has **five** exercises. Do them.", True),
        ("Learn it, with ten practical exercises.", True),
        ("There are 2 hard coding exercises and 3 questions.", True),
        ("There is 1 exercise.", False),
        ("Take 20 minutes for exercises.", False),
        ("Do the first three exercises.", False),
        ("At least two exercises a week.", False),
        ("Two of the exercises are hard.", False),
        ("Three people wrote exercises.", False),
    ],
)
def test_counts_in_words_and_before_words(tmp_path: Path, sentence: str, is_found: bool) -> None:
    files = {**LEVEL, "first_level/1_start/readme.md": EXERCISE.format(sentence)}
    assert codes_of(tmp_path, files, "CL115") == ["CL115"] * is_found


@pytest.mark.parametrize(
    ("word", "sentence"),
    [("Ejercicio", "Hay diez ejercicios."), ("Übung", "Hier sind zehn Übungen.")],
)
def test_counts_in_languages_that_the_vocabulary_knows(
    tmp_path: Path, word: str, sentence: str
) -> None:
    plural = sentence.rsplit(maxsplit=1)[-1].rstrip(".").casefold()
    settings = f'[sections]\nexercise = ["Exercise", "{word}", "{plural}"]\n'
    files = {
        **LEVEL,
        "curriculum-lint.toml": settings,
        "first_level/1_start/readme.md": EXERCISE.format(sentence),
    }
    assert codes_of(tmp_path, files, "CL115") == ["CL115"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [("Observability", ["CL208"]), ("**Persistence**", []), ("Persistence: files", [])],
)
def test_an_entry_without_a_link_has_the_name_of_its_unit(
    tmp_path: Path, entry: str, found: list[str]
) -> None:
    files = {
        "first_level/readme.md": "# First level\n\n1. [Loops](1_loops/readme.md)\n"
        f"2. {entry}\n3. [Files](3_files/readme.md)\n",
        "first_level/1_loops/readme.md": "# Loops\n",
        "first_level/2_persistence/readme.md": "# Persistence\n",
        "first_level/3_files/readme.md": "# Files\n",
    }
    assert codes_of(tmp_path, files, "CL208") == found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Run “git push origin main”.", True),
        ("Set “NODE_ENV” and call “run()”.", True),
        ("She said “git is fine”, and “go on”.", False),
        ("The file “README.md” and “Loops”.", False),
        ("Run `“npm test”`.", False),
    ],
)
def test_code_in_typographic_quotes(tmp_path: Path, text: str, is_found: bool) -> None:
    found = codes_of(tmp_path, {"notes.md": f"# Notes\n\n{text}\n"}, "CL609")
    assert bool(found) is is_found


@pytest.mark.parametrize(
    "claim",
    [
        "Der Kurs hat zehn Module.",
        "El curso tiene diez módulos.",
        "O curso tem **dez** módulos.",
        "Il corso ha dieci moduli.",
        "Le cours a dix modules.",
        "The course has ten modules.",
    ],
)
def test_counts_in_the_languages_of_the_number_words(tmp_path: Path, claim: str) -> None:
    write_files(
        tmp_path,
        {
            "readme.md": f"# Course\n\n{claim}\n",
            "a_level/readme.md": "# A\n\n1. [One](1_one/readme.md)\n",
            "a_level/1_one/readme.md": "# One\n",
        },
    )
    found = [each.code for each in diagnostics_on(tmp_path) if each.place.path == "readme.md"]
    assert "CL115" in found
