"""Where sentences end."""

from __future__ import annotations

import time

import pytest

from curriculum_lint.text.sentences import first_sentence, sentence_ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("One. Two. Three.", 2),
        ("Is it? Yes! (Good.) So", 3),
        ("It takes 3.5 s, e.g. here, as Mr. X says.", 0),
        ("Wait… Then go", 1),
        ("一。二。", 2),
        ("", 0),
    ],
)
def test_a_sentence_ends_where_another_one_begins(text: str, ends: int) -> None:
    assert len(list(sentence_ends(text))) == ends


def test_the_first_sentence_is_all_of_a_text_that_has_one() -> None:
    assert first_sentence("One  two\nthree", 50) == "One two three"
    assert first_sentence("One two. Three.", 50) == "One two."
    assert first_sentence("One two three. Four.", 9) == "One two…"


@pytest.mark.parametrize("mark", [".", "?!", '.")'])
def test_many_marks_take_no_longer_than_as_much_text(mark: str) -> None:
    start = time.process_time()
    list(sentence_ends(mark * 50_000))
    assert time.process_time() - start < 1
