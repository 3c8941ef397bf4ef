"""No message prints the name of something that has none: “”, `` or a stray colon."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.example import files_of
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.text.phrases import without_empty_quotes
from tests.repository import diagnostics_on, write_files

#: What a text loses: headings, links, labels and entries without a word in them.
EMPTIED: dict[str, Callable[[str], str]] = {
    "headings": lambda text: re.sub(r"(?m)^(#{1,6})[ \t].*$", r"\1", text),
    "headings but for their numbers": lambda text: re.sub(
        r"(?m)^(#{1,6}[ \t]+(?:[A-Za-z]+[ \t]+)?[\d.]+[a-z]?[.:)]?).*$", r"\1", text
    ),
    "headings of nothing but emphasis": lambda text: re.sub(
        r"(?m)^(#{1,6})[ \t].*$", r"\1 <b></b>", text
    ),
    "headings of invisible characters": lambda text: re.sub(
        r"(?m)^(#{1,6})[ \t].*$", "\\1 \u200b\u00a0\u200b", text
    ),
    "link texts": lambda text: re.sub(r"\[[^\]\n]*\]\(", "[](", text),
    "link texts of pictures": lambda text: re.sub(
        r"\[[^\]\n]*\]\(", "[![](https://example.org/x.png)](", text
    ),
    "destinations": lambda text: re.sub(r"\]\([^)\n]*\)", "]()", text),
    "labels": lambda text: re.sub(r"\*\*[^*\n]+?(:?)\*\*", r"**\1**", text),
    "items": lambda text: re.sub(r"(?m)^([ \t]*(?:[-*+]|\d+[.)]))[ \t].*$", r"\1", text),
    "cells": lambda text: re.sub(r"\|[^|\n-]+(?=\|)", "| ", text),
    "slugs of folders": lambda text: re.sub(r"(\d+|[a-z])_[a-z_]+/", r"\1_/", text),
}
EMPTY = re.compile(
    r"“(?:\s*|\(no text\))”|‘\s*’|(?<!`)``(?!`)|`\s+`|(?<=\s):|\(\s*\)(?!`)|  |\s[,.]"
)


@pytest.mark.parametrize("empty", EMPTIED.values(), ids=EMPTIED)
def test_what_has_no_name_is_called_otherwise(empty: Callable[[str], str], tmp_path: Path) -> None:
    found: list[str] = []
    for at, (example, text) in enumerate(
        (example, each)
        for rule in all_rules()
        for example in (*rule.good, *rule.bad)
        if (each := empty(example.text)) != example.text
    ):
        root = tmp_path / str(at)
        try:
            write_files(root, files_of(example, text))
        except ValueError:
            continue
        found += [wrong for each in diagnostics_on(root) for wrong in _empty_names(each)]
    assert sorted(set(found)) == []


def _empty_names(diagnostic: Diagnostic) -> list[str]:
    said = [diagnostic.message, diagnostic.help or ""]
    said += [diagnostic.fix.title] if diagnostic.fix else []
    said += [related.message for related in diagnostic.related]
    return [f"{diagnostic.code} {each}" for each in said if EMPTY.search(_without_code(each))]


def _without_code(text: str) -> str:
    """``text`` with what it quotes as code taken for a word: there, anything may stand."""
    return re.sub(r"(`+)(?!`)(?:(?!\1).)*?[^\s`](?:(?!\1).)*?(?<!`)\1(?!`)", "x", text)


def test_no_rule_can_print_empty_quotes() -> None:
    assert without_empty_quotes("The “” of “a”.") == "The “(no text)” of “a”."
