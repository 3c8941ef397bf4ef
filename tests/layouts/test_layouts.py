"""300 exercises in five layouts are all read, and exactly the badly placed labels reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.readmes import PageReader, Role
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.outline import Form
from curriculum_lint.model.template import NameParts
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from tests.command import invoke
from tests.layouts.curriculum import Readme, curriculum
from tests.repository import diagnostics_on, run_on, write_files

READMES = list(curriculum())
READER = PageReader(Vocabulary(DEFAULT_SECTIONS), {})


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("layouts")
    write_files(root, {"first_level/readme.md": "# First level\n"})
    write_files(root, {readme.path: readme.text for readme in READMES})
    return root


@pytest.mark.parametrize("readme", READMES, ids=lambda r: r.path.split("/")[-2])
def test_every_exercise_is_read_with_goal_steps_and_criteria(readme: Readme) -> None:
    document = parse_document(readme.path, readme.text)
    outline = READER.read(document, Role(Kind.MODULE, NameParts())).outline
    read = []
    for exercise in outline.exercises:
        goal, steps, criteria = map(exercise.section, ("goal", "steps", "acceptance_criteria"))
        assert goal and steps and criteria, exercise.name
        assert (goal.form, steps.form, criteria.form) == (Form.TEXT, Form.ORDERED, Form.BULLET)
        read.append((exercise.number, len(steps.items), len(criteria.items)))
    assert read == readme.exercises
    assert [section.key for section in outline.sections if section.key != "exercises"] == [
        "best_practices"
    ]


def test_there_are_three_hundred_exercises(repository: Path) -> None:
    counts = run_on(repository).counts
    assert (counts.modules, counts.subsections, counts.exercises) == (10, 10, 300)


def test_exactly_the_badly_placed_labels_are_reported(repository: Path) -> None:
    found = diagnostics_on(repository)
    expected = {(r.path, line, "CL108") for r in READMES for line in r.swallowed}
    expected |= {(r.path, line, "CL109") for r in READMES for line in r.shared}
    assert {_place(d) for d in found} == expected
    assert len(found) == len(expected) > 150


def _place(diagnostic: Diagnostic) -> tuple[str, int, str]:
    place = diagnostic.place
    return place.path, place.start.line, diagnostic.code


def test_one_fix_makes_every_layout_render_as_it_was_meant(tmp_path: Path) -> None:
    write_files(tmp_path, {"first_level/readme.md": "# First level\n"})
    write_files(tmp_path, {readme.path: readme.text for readme in READMES})
    assert invoke("check", "--fix", "--root", str(tmp_path), "--no-cache").exit_code == 0
    assert diagnostics_on(tmp_path) == ()
    for readme in READMES:
        html = MarkdownIt("commonmark").render((tmp_path / readme.path).read_text())
        # A label that is a block of its own is a paragraph outside every list.
        assert _list_texts(html) == _expected_items(readme)


def _list_texts(html: str) -> list[str]:
    """The items of every list as rendered, without the paragraphs of loose lists."""
    items = html.replace("<p>", "").replace("</p>", "").split("<li>")[1:]
    return [item.split("</li>")[0].strip().replace("\n", "") for item in items]


def _expected_items(readme: Readme) -> list[str]:
    expected: list[str] = []
    for _, steps, criteria in readme.exercises:
        expected += [
            f"Do step {n} of {steps} with <code>tool --n {n}</code>." for n in range(1, steps + 1)
        ]
        expected += [f"Output {n} shows <code>{n}</code>." for n in range(1, criteria + 1)]
    return [*expected, "Read the message first."]
