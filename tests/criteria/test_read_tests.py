"""Names and quotes of tests, in any language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.criteria.read_tests import find_tests
from curriculum_lint.model.criterion import CriterionTest, normalise_number
from curriculum_lint.settings.settings import CriterionTestSettings, Settings


def found(text: str, *names: str) -> list[CriterionTest]:
    tests = CriterionTestSettings(names=names or CriterionTestSettings().names)
    return list(find_tests("t", text, replace(Settings(root="/"), tests=tests)))


def told(text: str, *names: str) -> list[tuple[str, int, str | None]]:
    return [(test.exercise, test.number, test.quote) for test in found(text, *names)]


@pytest.mark.parametrize(
    "line",
    [
        "test('3.7/2 answers 409 at once', async () => {",
        "test('3.7/2: answers 409 at once', async () => {",
        'criterion("3.7/2", "answers 409 at once", async (program) => {',
        "criterion(\n  '3.7/2',\n  'answers 409 at once',\n  async () => {",
        'def test_loan():\n    """3.7/2 answers 409 at once"""\n',
        'def test_loan():\n    """3.7/2 answers\n    409 at once\n    """\n',
        't.Run("3.7/2 answers 409 at once", func(t *testing.T) {',
        "// 3.7/2 answers 409 at once",
        "/* 3.7/2 answers 409 at once */",
        " * 3.7/2 answers 409 at once",
        '@DisplayName("3.7/2 answers 409 at once")',
        "# 3.7/2 answers 409 at once\ncurl -s localhost",
        "it(`3.7/2 answers 409 at once`, () => {",
    ],
)
def test_a_name_and_the_words_behind_it(line: str) -> None:
    assert told(line) == [("3.7", 2, "answers 409 at once")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("def test_3_7_2_answers(client, db, path):", "test_{exercise}_{criterion}"),
        (
            "func TestExercise3_7_Criterion2(t *testing.T) {",
            "TestExercise{exercise}_Criterion{criterion}",
        ),
        (
            "  void exercise3_7criterion2() throws Exception {",
            "exercise{exercise}criterion{criterion}",
        ),
        ("test_03_7_2() { # a function of the shell\n", "test_{exercise}_{criterion}"),
    ],
)
def test_a_name_in_code_quotes_nothing(line: str, name: str) -> None:
    assert told(line, name) == [("3.7", 2, None)]


@pytest.mark.parametrize(
    "line",
    [
        "'content-range: bytes 0-9/500'",
        "const path = 'a/3.7/2';",
        "const half = 1/2;",
        "'3.7/2/1'",
        "'3.7/2.5'",
        "expect(ratio).toBe(3.7/2)",
    ],
)
def test_what_is_no_name(line: str) -> None:
    assert told(line) == []


def test_escapes_are_read() -> None:
    (test,) = found(r"test('4a.2/11 it\'s \"good\" caf\u00e9', f)")
    assert (test.exercise, test.number, test.quote) == ("4a.2", 11, 'it\'s "good" café')


def test_less_than_three_words_are_no_quote() -> None:
    assert told("test('3.7/2 answers 409', f)") == [("3.7", 2, None)]


@pytest.mark.parametrize(
    ("written", "same"), [("03_7", "3.7"), ("4A-02", "4a.2"), ("12", "12"), ("0.0", "0.0")]
)
def test_a_number_has_one_form(written: str, same: str) -> None:
    assert normalise_number(written) == same
    assert normalise_number(same) == same


@given(st.text(alphabet="'\"`\\/#*1.2 ab\n,", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for test in found(text):
        assert text[test.number_span.start : test.number_span.end] == str(test.number).rjust(
            test.number_span.end - test.number_span.start, "0"
        )


@pytest.mark.parametrize("piece", ["'1.1/1", '"""', "\\", "1.", "// 1.1/1 ", "`", "1_1_"])
def test_reading_takes_linear_time(piece: str) -> None:
    found(piece * 20_000)
