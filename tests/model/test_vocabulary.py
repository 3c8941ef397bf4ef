from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.vocabulary import Vocabulary, normalise
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS, WORD_KEYS

VOCABULARY = Vocabulary(DEFAULT_SECTIONS)
NAMES = [
    (key, name) for key, names in DEFAULT_SECTIONS.items() if key not in WORD_KEYS for name in names
]


@pytest.mark.parametrize(("key", "name"), NAMES)
def test_every_name_is_known_in_every_way_it_is_written(key: str, name: str) -> None:
    for written in (
        *(name, name.upper(), name.lower(), f"  {name}  ", f"{name}:", f"{name} :", f"{name}："),
        *(f"🎯 {name}", f"{name} ✅", f"⚠️ {name}:", f"– {name}", f"{name}…", f"“{name}”"),
        *(f"{name} (optional)", f"{name} (45 min):", f"{name}（任意）", f"{name} ()"),
        *(f"1. {name}", f"2) {name}", f"3.1 {name}", f"10: {name}", f"🎯 1. {name} (a) 🎯"),
        "\u00a0".join(name.split(" ")),
        "\t".join(name.split(" ")),
    ):
        assert VOCABULARY.key(written) == key, written


@pytest.mark.parametrize(
    "text",
    ["", " ", ":", "()", "🎯", "1.", "(Goal)", "Goals of the course", "My goal", "Goal 2", "Go al",
     "Step", "Stepss", "Goal: to print", "Goal/Steps", "1.Goal"],
)  # fmt: skip
def test_other_words_are_no_section(text: str) -> None:
    assert VOCABULARY.key(text) is None


def test_word_for_an_exercise_is_no_section_but_may_be_one_too() -> None:
    assert VOCABULARY.key("Exercise") is None
    assert "exercise" in VOCABULARY.exercise_words
    both = Vocabulary({"exercise": ("Lab",), "exercises": ("Lab",)})
    assert both.key("Lab") == "exercises"
    assert both.exercise_words == {"lab"}


def test_first_name_is_preferred_and_an_unknown_key_reads_as_words() -> None:
    assert VOCABULARY.preferred("steps") == "Build steps"
    assert VOCABULARY.preferred("look_back") == "Look back"


def test_first_key_wins_a_name_that_two_have() -> None:
    assert Vocabulary({"a": ("Same",), "b": ("same:",)}).key("SAME") == "a"


@given(st.text(max_size=30))
def test_normalising_never_fails_and_ignores_case_around(text: str) -> None:
    name = normalise(text)
    assert normalise(f"  {text}  ") == name
    assert name == name.strip()


@given(st.text("aA bß1.:()（）🎯\t–", max_size=12))
def test_normalising_again_finds_the_same_section(text: str) -> None:
    known = Vocabulary({"x": (text,)})
    if normalise(text):
        assert known.key(text) == "x"
