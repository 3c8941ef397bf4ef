"""Sections and exercises as other curricula write them."""

from __future__ import annotations

from curriculum_lint.model.outline import Form, Outline
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.vocabulary import Vocabulary, normalise
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS

KEYS = frozenset({"goal", "steps", "acceptance_criteria"})


def _outline(text: str) -> Outline:
    return read_outline(parse_document("a.md", text), Vocabulary(DEFAULT_SECTIONS), KEYS)


def test_a_heading_that_is_a_link_is_no_empty_section() -> None:
    sections = _outline("# A\n\n## [Quiz](https://example.org/)\n\n## Resources\n").sections
    assert [(each.key, each.form) for each in sections] == [
        ("check_yourself", Form.TEXT),
        ("resources", Form.EMPTY),
    ]


def test_a_range_of_numbers_announces_exercises() -> None:
    text = "# A\n\n## Exercises 6.10.-6.11.\n\n### 6.10: First\n\nDo.\n\n### 6.11: Second\n\nDo.\n"
    assert [each.number for each in _outline(text).exercises] == ["6.10", "6.11"]


def test_only_a_range_at_the_end_is_passed_over() -> None:
    assert normalise("Exercises 1.1.-1.3.") == normalise("Exercises 4–9") == "exercises"
    assert normalise("Steps 1 to 3") == "steps 1 to 3"
