"""How much time and how many steps a text says that something takes."""

from __future__ import annotations

import pytest

from curriculum_lint.model.effort import EffortReader
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from curriculum_lint.text.source import Span

VOCABULARY = Vocabulary(DEFAULT_SECTIONS)


def read(text: str, *, start: int = 0, end: int | None = None, before: int = 0) -> tuple[str, str]:
    """``least-most at start-end`` of the time and of the difficulty."""
    reader = EffortReader(parse_document("x.md", text), VOCABULARY)
    found = reader.read(Span(start, len(text) if end is None else end), before)
    return (
        f"{found.time.least}-{found.time.most} {text[slice(*found.time.span)]}"
        if found.time
        else "",
        f"{found.difficulty.least}-{found.difficulty.most} {text[slice(*found.difficulty.span)]}"
        if found.difficulty
        else "",
    )


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("3 h", "180-180 3 h"),
        ("about 3 hours", "180-180 about 3 hours"),
        ("~ 90 min", "90-90 ~ 90 min"),
        ("≈ 90 m", "90-90 ≈ 90 m"),
        ("approx. 2 hrs", "120-120 approx. 2 hrs"),
        ("up to 1 hour", "60-60 up to 1 hour"),
        ("1.5 h", "90-90 1.5 h"),
        ("1,25 h", "75-75 1,25 h"),
        ("2-3 h", "120-180 2-3 h"),
        ("2 – 3 hours", "120-180 2 – 3 hours"),
        ("20 to 30 minutes", "20-30 20 to 30 minutes"),
        ("1 or 2 hours", "60-120 1 or 2 hours"),
        ("3-2 h", "180-180 3-2 h"),
        ("1 h 30 min", "90-90 1 h 30 min"),
        ("ABOUT 3 H", "180-180 ABOUT 3 H"),
        ("1h30m", "90-90 1h30m"),
        ("1–2 h and 15 minutes", "75-135 1–2 h and 15 minutes"),
        ("20 min 30 min", "20-20 20 min 30 min"),
        ("1 h 30 minx", "60-60 1 h"),
        ("9999 min", "9999-9999 9999 min"),
        ("10000 min", ""),
        ("3 weeks", ""),
        ("3 hx", ""),
        ("3 h/week", ""),
        ("some 3 h", ""),
    ],
)
def test_a_time_is_read_as_minutes(written: str, minutes: str) -> None:
    assert read(f"**Time:** {written}\n") == (minutes, "")


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("3", "3-3 3"),
        ("3/5", "3-3 3/5"),
        ("2-4 of 10", "2-4 2-4 of 10"),
        ("2 to 4 out of 10", "2-4 2 to 4 out of 10"),
        ("4-2", "4-4 4-2"),
        ("10", "10-10 10"),
        ("2 TO 4 OUT OF 10", "2-4 2 TO 4 OUT OF 10"),
        ("11", ""),
        ("3 of 11", ""),
        ("3-11", ""),
        ("60%", ""),
        ("3.5", ""),
        ("3rd", ""),
        ("hard", ""),
    ],
)
def test_a_difficulty_is_one_of_few_steps(written: str, steps: str) -> None:
    assert read(f"**Difficulty:** {written}\n") == ("", steps)


@pytest.mark.parametrize(
    "line",
    [
        "Time: 3 h",
        "**Time**: 3 h",
        "__Time:__ 3 h",
        "TIME： 3 h",
        "> Time: 3 h",
        "⏱️ **Estimated time:** 3 h",
        "**Duration:** 3 h · **Difficulty:** hard",
        f"{'.' * 20}Time: 3 h",
    ],
)
def test_a_label_begins_its_line(line: str) -> None:
    assert read(f"{line}\n")[0] == "180-180 3 h"


@pytest.mark.parametrize(
    "line",
    [
        "Response time: 3 h",
        "**Response** time: 3 h",
        "The time: 3 h",
        "Overtime: 3 h",
        "# Time: 3 h",
        "```text\nTime: 3 h\n```",
        f"{'.' * 21}Time: 3 h",
        f"Time: x{' ' * 300}Time: 3 h",
    ],
)
def test_other_lines_state_no_time(line: str) -> None:
    assert read(f"{line}\n") == ("", "")


def test_both_may_stand_on_one_line_in_any_order_and_the_first_of_each_counts() -> None:
    line = "**Difficulty:** 2 of 10 · **Time:** 1 h\n\nTime: 2 h\n\nDifficulty: 5\n"
    assert read(line) == ("60-60 1 h", "2-2 2 of 10")
    assert read("Time: a lot\nTime: 2 h\n\nDifficulty: hard\n\nDifficulty: 5\n") == (
        "120-120 2 h",
        "5-5 5",
    )


def test_a_label_behind_the_end_of_a_name_is_passed_over_and_the_next_is_read() -> None:
    assert read("Time: long, access time: 1 h, **Time:** 2 h\n")[0] == "120-120 2 h"


def test_lines_of_a_list_count_up_to_where_they_end() -> None:
    text = "Text.\n\n- **Time:** 1 h\n\n- **Time:** 2 h\n"
    first, second = text.index("**Time"), text.rindex("**Time")
    assert read(text, before=first)[0] == ""
    assert read(text, before=first + 1)[0] == "60-60 1 h"
    assert read(text, start=first + 1, before=second + 1)[0] == "120-120 2 h"


def test_only_what_begins_inside_counts() -> None:
    text = "Time: 1 h\n\nTime: 2 h\n"
    second = text.rindex("Time")
    assert read(text, start=0, end=second)[0] == "60-60 1 h"
    assert read(text, start=1)[0] == "120-120 2 h"
    assert read(text, start=1, end=second)[0] == ""


def test_without_words_nothing_is_a_label() -> None:
    document = parse_document("x.md", "Time: 1 h\n: 3\n")
    effort = EffortReader(document, Vocabulary({})).read(Span(0, 14), 0)
    assert (effort.time, effort.difficulty) == (None, None)
