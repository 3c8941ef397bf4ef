"""Pages that note what is read of them."""

from __future__ import annotations

from pathlib import Path

from curriculum_lint.check.run import read_checked
from curriculum_lint.listings.front_matter import metadata
from curriculum_lint.listings.read import reader_of
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.model.watch import LINES, TEXT, Watch, plain, query_of
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.curricula import FIRST, LEVEL, write_clean

INDEXES, METADATA = (
    f"curriculum_lint.listings.{name}" for name in ("read:_indexes_on", "front_matter:_metadata")
)


def _watched(root: Path) -> tuple[Curriculum, Watch]:
    watch = Watch()
    write_clean(root)
    return read_checked(Disk(load_settings(str(root)).settings), (), None, watch=watch)[0], watch


def test_facts_texts_and_lines_are_noted_by_page(tmp_path: Path) -> None:
    curriculum, watch = _watched(tmp_path)
    watch.read.clear()
    document, outline = curriculum.pages[FIRST].document, curriculum.pages[FIRST].outline
    assert len(document.headings) == 4
    assert document.line(0) == 1
    assert watch.read == {"headings": {FIRST}, LINES: {FIRST}}
    assert document.text.startswith("# Start")
    assert outline.exercises
    assert watch.read.keys() - {"headings"} == {LINES, TEXT, "exercises"}


def test_parts_of_exercises_are_noted_when_they_are_looked_at(tmp_path: Path) -> None:
    curriculum, watch = _watched(tmp_path)
    exercise = curriculum.pages[FIRST].outline.exercises[0]
    assert "sections of Exercise" not in watch.read
    assert exercise.section("goal") == plain(curriculum.pages[FIRST]).outline.exercises[0].section(
        "goal"
    )
    assert watch.read["sections of Exercise"] == {FIRST}


def test_a_page_as_it_is_notes_nothing_but_the_question(tmp_path: Path) -> None:
    curriculum, watch = _watched(tmp_path)
    watch.read.clear()
    assert list(metadata(curriculum.pages[FIRST])) == []
    assert watch.read == {METADATA: {FIRST}}


def test_an_answer_that_is_known_is_noted_for_whoever_asks(tmp_path: Path) -> None:
    curriculum, watch = _watched(tmp_path)
    page, reader = curriculum.pages[f"{LEVEL}/readme.md"], reader_of(curriculum)
    itself = plain(page)
    assert reader.on(itself)[0].page is itself
    assert INDEXES not in watch.read
    assert reader.on(page)[0].page is page
    assert watch.read[INDEXES] == {page.path}


def test_a_part_is_itself_to_whoever_compares_counts_or_looks_into_it(tmp_path: Path) -> None:
    curriculum, watch = _watched(tmp_path)
    exercises = curriculum.pages[FIRST].outline.exercises
    sections, own = (
        exercises[0].sections,
        plain(curriculum.pages[FIRST]).outline.exercises[0].sections,
    )
    same = curriculum.pages[FIRST].outline.exercises[0].sections
    watch.read.clear()
    assert sections == same
    assert "sections of Exercise" not in watch.read
    for look in (
        lambda: len(sections) == len(own),
        lambda: sections[0] == own[0],
        lambda: tuple(sections[1:]) == tuple(own[1:]),
        lambda: list(sections) == list(own),
        lambda: hash(sections) == hash(own),
        lambda: sections == (*own,),
        lambda: sections != tuple(own[1:]),
        lambda: sections != exercises[1].sections,
    ):
        watch.read.clear()
        assert look()
        assert watch.read["sections of Exercise"] == {FIRST}


def test_of_facts_with_parts_the_last_128_are_kept(tmp_path: Path) -> None:
    curriculum, watch = _watched(tmp_path)
    exercises = plain(curriculum.pages[FIRST]).outline.exercises
    first = watch.with_parts("x.md", "exercises", exercises)
    for number in range(127):
        watch.with_parts(f"{number}.md", "exercises", exercises)
    assert watch.with_parts("x.md", "exercises", exercises) is first
    watch.with_parts("127.md", "exercises", exercises)
    again = watch.with_parts("x.md", "exercises", exercises)
    assert (again == first, again is first) == (True, False)
    assert watch.with_parts("x.md", "exercises", exercises[:1]) == first[:1]


def test_only_what_was_given_a_name_can_be_asked_for() -> None:
    assert query_of(METADATA) is not None
    assert query_of("curriculum_lint.listings.front_matter:metadata") is None
    assert query_of("os:system") is None
    assert query_of("headings") is None
