"""Which label or heading is a section's name written almost right."""

from __future__ import annotations

import pytest

from curriculum_lint.model.misspelling import misspelt_name, unknown_names
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from curriculum_lint.text.source import Span

VOCABULARY = Vocabulary({**DEFAULT_SECTIONS, "long": ("x" * 60,)})


def find(text: str, key: str, *, start: int = 0, end: int | None = None) -> tuple[str, str] | None:
    document = parse_document("x.md", text)
    names = unknown_names(document, VOCABULARY)
    inside = Span(start, len(text) if end is None else end)
    found = misspelt_name(names, VOCABULARY, key, inside)
    return (text[slice(*found.name.span)], found.meant) if found else None


@pytest.mark.parametrize(
    ("written", "key", "meant"),
    [
        ("## Acceptence criteria\n", "acceptance_criteria", "Acceptance criteria"),
        ("**Acceptance critera:**\n", "acceptance_criteria", "Acceptance criteria"),
        ("## 3. HINST\n", "hints", "Hint"),
        ("## Hintss\n", "hints", "Hints"),
        ("## Hinta\n", "hints", "Hint"),
        ("## Gaol\n", "goal", None),
        ("## Objectve\n", "goal", "Objective"),
        ("## 🎯 Objectve (30 min):\n", "goal", "Objective"),
        ("## Ubjective\n", "goal", None),
        ("## Resurces\n", "resources", "Resources"),
        ("## Resurces\n", "hints", None),
        ("# Resurces\n", "resources", None),
        ("## Resources\n", "resources", None),
        (f"## {'x' * 59}\n", "long", "x" * 60),
        (f"## {'x' * 61}\n", "long", None),
    ],
)
def test_a_slip_of_the_pen_is_told_with_the_word_it_stands_for(
    written: str, key: str, meant: str | None
) -> None:
    found = find(written, key)
    assert (found[1] if found else None) == meant


def test_names_are_alike_from_84_of_100_letters_on() -> None:
    vocabulary = Vocabulary({"a": ("abcdefghijklmnopqrstuvwxy",)})
    same = "abcdefghijklmnopqrstu"
    names = {f"{same}1234": True, f"{same[:-1]}12345": False, same[:19]: True, same[:18]: False}
    for name, is_alike in names.items():
        document = parse_document("x.md", f"## {name}\n")
        unknown = unknown_names(document, vocabulary)
        found = misspelt_name(unknown, vocabulary, "a", Span(0, 99))
        assert (found is not None) is is_alike, name


def test_the_first_one_inside_is_told() -> None:
    text = "# T\n\n## Resurces\n\n**Resorces:** x\n\n## Resoures\n"
    first, second, third = text.index("## Resur"), text.index("**Resor"), text.index("## Resou")
    assert find(text, "resources") == ("## Resurces", "Resources")
    assert find(text, "resources", start=first) == ("## Resurces", "Resources")
    assert find(text, "resources", start=first + 1) == ("**Resorces:**", "Resources")
    assert find(text, "resources", start=first + 1, end=second) is None
    assert find(text, "resources", start=second + 1) == ("## Resoures", "Resources")
    assert find(text, "resources", start=third + 1) is None


def test_what_no_section_is_called_is_unknown_in_the_order_of_the_text() -> None:
    text = "# Resurces\n\n**Foo:** x\n\n## Bar\n\n**Goal:** x\n\n## Hints\n\n**Baz**\n"
    names = unknown_names(parse_document("x.md", text), VOCABULARY)
    assert [each.text for each in names] == ["Foo", "Bar", "Baz"]


def test_a_key_without_names_reads_as_its_words() -> None:
    text = "## Open questons\n"
    names = unknown_names(parse_document("x.md", text), VOCABULARY)
    found = misspelt_name(names, VOCABULARY, "open_questions", Span(0, len(text)))
    assert found is not None
    assert found.meant == "Open questions"
