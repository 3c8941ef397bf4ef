"""Nothing is wrong with text that is written as its language is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.rule import DocumentRule
from curriculum_lint.check.run import run
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import Settings
from curriculum_lint.text.mojibake import find_mojibake
from curriculum_lint.workspace.disk import Disk
from tests.languages.texts import TEXTS
from tests.repository import write_files

RULES = [
    rule
    for rule in all_rules()
    if isinstance(rule, DocumentRule) and rule.code.startswith(("CL6", "CL315"))
]


@pytest.mark.parametrize("language", TEXTS)
def test_no_rule_about_text_says_anything(tmp_path: Path, language: str) -> None:
    write_files(tmp_path, {"readme.md": TEXTS[language]})
    found = run(Disk(Settings(str(tmp_path))), RULES).diagnostics
    told = [f"{each.place.start} {each.code} {each.message}" for each in found]
    assert told == []


@pytest.mark.parametrize("language", TEXTS)
def test_nor_about_the_text_in_capitals(tmp_path: Path, language: str) -> None:
    text = TEXTS[language].upper()
    assert list(find_mojibake(text)) == []


def test_the_texts_are_written_well() -> None:
    assert len(TEXTS) > 60
    for language, text in TEXTS.items():
        assert unicodedata.normalize("NFC", text) == text, language


_WORD = st.text(st.sampled_from("ABCÇÉÖÃÂÄÅŁÑ"), max_size=4)
_PARTING = st.sampled_from("\xa0\xad‘’‚“”„«»‹›–—…·•")
_NEXT = st.sampled_from(
    ("", " ", "a", "A", "verde", "VERDE", "Verde", "é", "É", "5", ".", "»", "”", "\n", "–", "Å…")
)
_BEFORE = st.sampled_from(("", " ", "«", "“", "»", "”", "(", "\n", "-", "Eu vi a ", "é ", "½ "))


@given(_BEFORE, _WORD, st.sampled_from("ÂÃÄÅ"), _PARTING, _NEXT)
def test_a_capital_at_the_end_of_a_word_is_no_mojibake(
    before: str, word: str, capital: str, parting: str, after: str
) -> None:
    assert list(find_mojibake(f"{before}{word}{capital}{parting}{after}")) == []
