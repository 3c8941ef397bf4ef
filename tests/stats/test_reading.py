"""Words, sentences and readability, counted by hand here."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.parse.parser import parse_document
from curriculum_lint.stats.entries import Band, Readability
from curriculum_lint.stats.reading import Reading, read, together
from curriculum_lint.text.words import Words, count_words


@pytest.mark.parametrize(
    ("text", "total", "long"),
    [
        ("", 0, 0),
        ("The quick fox", 3, 0),
        ("It isn't well-known, e.g. here", 5, 1),
        ("sevenab sixabc", 2, 1),
        ("**bold** _italic_ (aside)", 3, 0),
        ("one – two — three / four - five", 5, 0),
        ("and/or this—that", 4, 0),
        ("3 * 4 = 12 && !", 3, 0),
        ("Größere Prüfung", 2, 2),
        ("हिन्दी भाषा", 2, 0),
        ("변수 와 자료형", 3, 0),
        ("变量和数据 Node.js", 6, 0),
        ("カタカナ、ひらがな", 8, 0),
        ("ภาษาไทย", 1, 1),
    ],
)
def test_words_of_many_scripts(text: str, total: int, long: int) -> None:
    assert count_words(text) == Words(total, long)


@given(st.text(), st.text())
def test_two_texts_have_the_words_of_both(one: str, other: str) -> None:
    both = (sum(pair) for pair in zip(count_words(one), count_words(other), strict=True))
    assert count_words(f"{one} {other}") == Words(*both)


def reading(source: str) -> Reading:
    return read(parse_document("readme.md", source))


def test_sentences_end_with_a_mark_or_a_colon_or_the_paragraph() -> None:
    text = "See this: it is 3.5 times faster, e.g. here. Is it? Yes! It was Mr. X\nwho ran it.\n\n- Go."
    assert reading(text).sentences == 6


def test_headings_are_words_and_no_sentences() -> None:
    assert reading("# One two\n\nThree four.\n") == Reading(4, 2, 0, 1, len("Three four."), 0)


def test_the_index_is_words_in_a_sentence_plus_percentage_of_long_words() -> None:
    sentence = "The monkeys eat seventy bananas in trees. "  # 7 words, 3 of them long
    assert reading(sentence * 15).readability == Readability(lix=50, band=Band.DIFFICULT)


@pytest.mark.parametrize(
    ("lix", "band"),
    [
        (24, Band.VERY_EASY),
        (25, Band.EASY),
        (34, Band.EASY),
        (35, Band.MEDIUM),
        (45, Band.DIFFICULT),
        (54, Band.DIFFICULT),
        (55, Band.VERY_DIFFICULT),
    ],
)
def test_the_bands_meet(lix: int, band: Band) -> None:
    text = Reading(words=1_000, running=1_000, long=0, sentences=1, letters=1)
    text = text._replace(sentences=100, long=(lix - 10) * 10)
    assert text.readability == Readability(lix=lix, band=band)


def test_a_short_text_has_no_index() -> None:
    assert reading("One two three four five. " * 19 + "One two three four.").readability is None
    assert reading("One two three four five. " * 20).readability is not None


@pytest.mark.parametrize(
    "sentence", ["这是一个句子。", "이것은 문장 입니다. ", "यह वाक्य है। ", "هذه جملة قصيرة. "]
)
def test_other_scripts_have_no_index(sentence: str) -> None:
    found = reading(sentence * 60)
    assert found.running >= 100
    assert found.readability is None


@pytest.mark.parametrize(
    "sentence", ["Мама мыла раму. ", "Η γάτα είναι εδώ. ", "Die Bücher – schön – sind „da“. "]
)
def test_texts_in_the_alphabets_of_europe_have_one(sentence: str) -> None:
    assert reading(sentence * 60).readability is not None


def test_several_texts_are_read_as_one() -> None:
    one, other = "It runs. " * 40, "Monkeys eat bananas. " * 40
    joined = together([reading(one), reading(other)])
    assert joined.readability == reading(f"{one}\n\n{other}").readability


def test_nothing_is_nothing() -> None:
    assert together([]) == Reading()
    assert Reading().readability is None


@pytest.mark.parametrize(
    "evil", [".", "?!", '."', "<", "[", "](", "&", "--", "www.", "-", "a ", "、"]
)
def test_the_time_grows_with_the_text_only(evil: str) -> None:
    document = parse_document("readme.md", f"a{evil * (18_000 // len(evil))} b. ")
    start = time.process_time()
    read(document)
    assert time.process_time() - start < 1
