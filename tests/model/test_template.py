"""One template reads and writes names, and guesses what a wrong one means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.template import NameParts, Template, slugify

TEMPLATES = [
    "{number}_{slug}",
    "{number:02}-{slug}",
    "{number:03}",
    "week{number}",
    "part{number}.md",
    "part{number}{letter}.md",
    "{letter}_{slug}",
    "{number:02}-{track}-{part:02}",
    "Lesson {number} - {name}",
    "{number}.{part} {slug}",
    "[{number}] (x) {name}*",
    "{number}-{number}_{slug}",
]
SLUGS = st.from_regex(r"[a-z0-9]+([-_.][a-z0-9]+){0,2}", fullmatch=True)


@given(
    template=st.sampled_from(TEMPLATES).map(Template),
    number=st.integers(0, 999_999_999),
    part=st.integers(0, 99),
    letter=st.sampled_from("abz"),
    track=st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True),
    slug=SLUGS,
)
def test_what_is_written_is_read_back(
    template: Template, number: int, part: int, letter: str, track: str, slug: str
) -> None:
    name = NameParts(
        number if "number" in template.fields else None,
        letter if "letter" in template.fields else None,
        part if "part" in template.fields else None,
        track if "track" in template.fields else "",
        slug if template.fields & {"slug", "name"} else "",
    )
    written = template.write(name)
    assert template.read(written) == name
    assert template.write(name) == written


@given(template=st.sampled_from(TEMPLATES).map(Template), text=st.text(max_size=30))
def test_what_is_read_is_written_back(template: Template, text: str) -> None:
    for written in (
        text,
        f"1_{text}",
        f"01-{text}",
        f"week{text}",
        f"Lesson 3 - {text}",
        f"a_{text}",
    ):
        name = template.read(written)
        template.guess(written)
        if name is not None:
            assert template.write(name) == written


@pytest.mark.parametrize(
    ("template", "name", "expected"),
    [
        ("{number}_{slug}", "1_start", NameParts(1, slug="start")),
        ("{number}_{slug}", "10_in-memory.crud", NameParts(10, slug="in-memory.crud")),
        ("{number}_{slug}", "0_start", NameParts(0, slug="start")),
        ("{number:02}-{slug}", "01-start", NameParts(1, slug="start")),
        ("{number:02}-{slug}", "100-start", NameParts(100, slug="start")),
        ("part{number}{letter}.md", "part5c.md", NameParts(5, "c")),
        ("{number:02}-{track}-{part:02}", "06-core-01", NameParts(6, part=1, track="core")),
        ("Lesson {number} - {name}", "Lesson 4 - Loops", NameParts(4, slug="Loops")),
    ],
)
def test_name_that_follows_is_read(template: str, name: str, expected: NameParts) -> None:
    assert Template(template).read(name) == expected


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{number}_{slug}", "01_start"),
        ("{number}_{slug}", "1-start"),
        ("{number}_{slug}", "1_Start"),
        ("{number}_{slug}", "1_"),
        ("{number}_{slug}", "1_a__b"),
        ("{number}_{slug}", "1_start\n"),
        ("{number}_{slug}", "1234567890_start"),
        ("{number}_{slug}", "١_start"),
        ("{number:02}-{slug}", "1-start"),
        ("{number:02}-{slug}", "001-start"),
        ("week{number}", "Week3"),
        ("week{number}", "week3b"),
        ("{letter}_{slug}", "A_start"),
        ("{letter}_{slug}", "ab_start"),
        ("part{number}.md", "part5amd"),
    ],
)
def test_name_that_does_not_follow_is_not_read(template: str, name: str) -> None:
    assert Template(template).read(name) is None


@pytest.mark.parametrize(
    ("template", "name", "expected"),
    [
        ("{number}_{slug}", "01_start", NameParts(1, slug="start")),
        ("{number}_{slug}", "1-Start Here", NameParts(1, slug="start_here")),
        ("{number}_{slug}", "1 HTTPServer", NameParts(1, slug="httpserver")),
        ("{number}_{slug}", "module_1_start", None),
        ("{number}_{slug}", "3rd-party", None),
        ("{number}_{slug}", "3d-models", None),
        ("{number}_{slug}", "assets", None),
        ("{number}_{slug}", "1234567890_start", None),
        ("week{number}", "Week-03", NameParts(3)),
        ("week{number}", "3", None),
        ("{letter}_{slug}", "A - Start", NameParts(letter="a", slug="start")),
        ("{letter}_{slug}", "assets", None),
        ("{letter}-{slug}", "A Start Here", NameParts(letter="a", slug="start-here")),
        ("{number}.{slug}", "1 Start Here", NameParts(1, slug="start.here")),
        ("{number}~{slug}", "1 Start Here", NameParts(1, slug="start_here")),
        ("{slug}{letter}", "A Start Here", NameParts(letter="a", slug="start_here")),
        ("{number}{letter}_{slug}", "1b start", None),
        ("{number}_{slug}", "2021-04_news", None),
        ("{number}_{slug}", "2021-13_news", NameParts(2021, slug="13_news")),
        ("{number}_{slug}", "1821-04_news", NameParts(1821, slug="04_news")),
        ("{number}_{slug}", "7.0_notes", None),
        ("{number}_{slug}", "7.0notes", NameParts(7, slug="0notes")),
        ("{number}_{slug}", "21st_day", None),
        ("{number}_{slug}", "2nd-day", None),
        ("{number}_{slug}", "4th", None),
        ("{number}_{slug}", "3 days", NameParts(3, slug="days")),
        ("{number}_{slug}", "3dx", NameParts(3, slug="dx")),
        ("{number}_{slug}", "3getStarted", NameParts(3, slug="get_started")),
        ("Week {number}", "week - 3", NameParts(3)),
        ("Week {number}", "weeks 3", None),
        ("{letter}_{slug}", "ab_start", None),
    ],
)
def test_wrong_name_is_guessed(template: str, name: str, expected: NameParts | None) -> None:
    assert Template(template).guess(name) == expected


@given(st.text(max_size=30), st.sampled_from(["_", "-", "."]))
def test_slug_follows_the_template_or_is_empty(text: str, joint: str) -> None:
    slug = slugify(text, joint)
    assert slug == "" or not slug.startswith(joint)
    assert slugify(slug, joint) == slug


@pytest.mark.parametrize(
    ("template", "name", "number", "more"),
    [
        ("{number}.{name}", "32-33.projects", 32, 1),
        ("{number:02}_{name}", "08-10_loops", 8, 2),
        ("{number:02}_{name}", "100_end", 100, 0),
        ("{number}.md", "66-80.md", 66, 14),
        ("Session #{number} {name}", "Session #3 Loops", 3, 0),
    ],
)
def test_a_number_may_be_a_range(template: str, name: str, number: int, more: int) -> None:
    read = Template(template).read(name)
    assert read is not None
    assert (read.number, read.more) == (number, more)
    assert Template(template).write(read) == name
    moved = Template(template).write(read._replace(number=number + 1))
    assert Template(template).read(moved) == read._replace(number=number + 1)


@pytest.mark.parametrize("name", ["33-32.x", "1-900.x", "3-3.x"])
def test_what_does_not_rise_is_no_range(name: str) -> None:
    assert Template("{number}.{slug}").read(name) is None


def test_a_hyphen_that_joins_words_begins_no_range() -> None:
    read = Template("{number}-{slug}").read("1-100-days")
    assert read is not None and (read.number, read.more, read.slug) == (1, 0, "100-days")
