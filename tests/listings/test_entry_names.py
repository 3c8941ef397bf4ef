"""What an entry of an index calls its unit."""

from __future__ import annotations

import pytest

from curriculum_lint.listings.entry_names import entry_name, is_leading, name_keys


@pytest.mark.parametrize(
    ("line", "name", "strong"),
    [
        ("Start", "Start", False),
        ("**Start** – what it is", "Start", True),
        ("__Start__: more", "Start", True),
        ("Start: what it is", "Start", False),
        ("Start:", "Start", False),
        ("Start – what it is", "Start", False),
        ("Start-up", "Start-up", False),
        ("[ ] Start", "Start", False),
        ("[x] **Start**", "Start", True),
        ("1. Start", "Start", False),
        ("Module 1: Start", "Start", False),
        ("week 12a) Start", "Start", False),
        ("**1.** Start", "Start", False),
        ("**1. Start**", "Start", True),
        ("🚀 Start", "Start", False),
        ("✅ 3) 🚀 Start", "Start", False),
        ("**🚀 2: Start:**", "Start", True),
        (" ".join(["word"] * 14), " ".join(["word"] * 14), False),
    ],
)
def test_a_name_stands_where_it_is_written(line: str, name: str, strong: bool) -> None:
    found = entry_name(line, 100)
    assert found is not None
    start, end = found.span.start - 100, found.span.end - 100
    assert (found.text, line[start:end], found.strong) == (name, name, strong)


@pytest.mark.parametrize("line", ["", "🚀", "1. ", "**1.** ", ": x", " ".join(["word"] * 15)])
def test_an_entry_may_call_nothing(line: str) -> None:
    assert entry_name(line, 0) is None


def test_of_a_long_line_the_beginning_is_looked_at() -> None:
    found = entry_name(f"{'long' * 60}", 7)
    assert found is not None
    assert found.span == (7, 207)


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("", True),
        ("1. ", True),
        ("[ ] ", True),
        ("🚀 ", True),
        ("Module 3: ", True),
        ("read this ", True),
        ("do read this ", False),
        (f"a {'.' * 57}", True),
        (f"a {'.' * 58}", False),
    ],
)
def test_few_words_may_stand_before_what_an_entry_leads_with(before: str, leads: bool) -> None:
    assert is_leading(before) is leads


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Start", ["start"]),
        ("Start here (for now)", ["start here for now", "start here"]),
        ("（全） Start", ["全 start", "start"]),
        ("(x)", ["x"]),
        ("!", []),
    ],
)
def test_names_are_compared_with_and_without_parentheses(text: str, keys: list[str]) -> None:
    assert list(name_keys(text)) == keys
