"""What a readme says of the way through the curriculum."""

from __future__ import annotations

import pytest

from curriculum_lint.model.outline import Outline
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.progression import with_progression
from curriculum_lint.parse.parser import parse_document
from tests.model.test_outline import KEYS, VOCABULARY


def outline(text: str) -> Outline:
    document = parse_document("x.md", text)
    return with_progression(document, read_outline(document, VOCABULARY, KEYS), VOCABULARY)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Time: 1 h\n\n# T\n\nTime: 2 h\n", 120),
        ("# T\n\n- Time: 2 h\n", 120),
        ("Time: 1 h\n\n## More\n", 60),
        ("# T\n\nx\n\nTime: 2 h\n\n## More\n\nTime: 1 h\n", 120),
        ("# T\n\n## More\n\nTime: 1 h\n", None),
        ("# T\n\n**Goal:** x\n\nTime: 1 h\n", None),
        ("# T\n\n> ## More\n\nTime: 1 h\n", None),
        ("", None),
    ],
)
def test_the_time_of_a_unit_stands_between_its_title_and_its_first_part(
    text: str, minutes: int | None
) -> None:
    time = outline(text).effort.time
    assert (time.least if time else None) == minutes


@pytest.mark.parametrize(
    ("body", "minutes"),
    [
        ("Time: 1 h\n\n**Goal:** x\n", 60),
        ("- Time: 1 h\n\n**Goal:** x\n", 60),
        ("**Goal:** x\n\nTime: 1 h\n", 60),
        ("**Goal:** x\n\n**Steps:**\n\n1. Time: 1 h\n", None),
        ("- Time: 1 h\n", 60),
    ],
)
def test_the_time_of_an_exercise_stands_in_no_step(body: str, minutes: int | None) -> None:
    first, second = outline(
        f"# T\n\n## Exercise 1\n\n{body}\n\n## Exercise 2\n\nTime: 9 h\n"
    ).exercises
    assert (first.effort.time.least if first.effort.time else None) == minutes
    assert second.effort.time is not None


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("## Concepts\n\n### A\n\n#### B\n\n### C\n\n## D\n", "A C"),
        ("## Concepts\n\n#### B\n\n### A\n", "A"),
        ("## Concepts\n\n> ### Q\n\n#### A\n", "A"),
        ("## Concepts\n\nx\n", ""),
        ("**Concepts:**\n\nx\n\n### A\n", ""),
        ("## Concepts\n\n### A\n\n## Key concepts\n\n### B\n", "A B"),
        ("### A\n\n## Resources\n\n### B\n", ""),
    ],
)
def test_concepts_stand_right_below_their_section(text: str, concepts: str) -> None:
    assert " ".join(each.text for each in outline(f"# T\n\n{text}").concepts) == concepts


@pytest.mark.parametrize(
    ("text", "unmentioned"),
    [
        ("## Before you start\n\n- [Loops](x.md)\n\n## More\n\nText.\n", ["Loops"]),
        ("## Before you start\n\n- [Loops](x.md)\n\n## More\n\nA loop.\n", []),
        ("## Loops\n\n## Before you start\n\n- [Loops](x.md)\n", []),
        ("## Before you start\n\n- [Ownership](x.md)\n\n## More\n\nThe owner.\n", []),
        ("## Before you start\n\n- [Owls](x.md)\n\n## More\n\nThe owner.\n", ["Owls"]),
        ("## Before you start\n\n- [Loops and files](x.md)\n\n## More\n\nFiles.\n", []),
        ("## Before you start\n\n- [A](x.md) loops\n- [Loops](y.md)\n", ["A", "Loops"]),
        # Words of the names of sections say nothing, unless there are no others.
        ("## Before you start\n\n- [Start loops](x.md)\n\n## More\n\nStart.\n", ["Start loops"]),
        ("## Before you start\n\n- [Start](x.md)\n\n## More\n\nStart.\n", []),
        ("## More\n\n[Loops](x.md)\n", []),
    ],
)
def test_what_is_required_and_never_spoken_of_is_known(text: str, unmentioned: list[str]) -> None:
    whole = f"# T\n\n{text}"
    found = [whole[slice(*span)].partition("]")[0][1:] for span in outline(whole).unmentioned]
    assert found == unmentioned


def test_references_and_forms_of_labels_are_known() -> None:
    found = outline("# T\n\n## Exercise 1\n\n**Goal:** See exercise 3.\n")
    assert [each.number for each in found.references] == ["3"]
    assert [each.text for each in found.label_forms] == ["Goal"]
