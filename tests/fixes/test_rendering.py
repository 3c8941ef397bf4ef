"""What a fix may change of the rendered page: each fixable rule says how much, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from curriculum_lint.check.example import Example, files_of
from curriculum_lint.check.rule import Rule
from curriculum_lint.rules.registry import all_rules
from tests.command import invoke
from tests.repository import write_files

_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r'\b(?:href|src)="[^"]*"')


def nothing(html: str) -> str:
    """The page stays the same."""
    return html


def addresses(html: str) -> str:
    """Only where links and images lead may change."""
    return _ADDRESS.sub("", html)


def words(html: str) -> str:
    """Only words may change, and addresses with them: the elements stay the same."""
    return " ".join(_TAG.findall(addresses(html)))


def elements(html: str) -> list[str]:
    """Only the elements around the words may change."""
    return _TAG.sub(" ", html).split()


def comparisons(html: str) -> list[str]:
    """A ``>`` that made a quotation is shown as itself; no other word changes."""
    return [word.removeprefix("&gt;") for word in elements(html) if word != "&gt;"]


#: The most that a fix of each rule may change of the page.
ALLOWED: dict[str, Callable[[str], object]] = {
    "CL002": nothing,
    "CL108": elements,
    "CL109": elements,
    "CL110": words,
    "CL111": words,
    "CL113": elements,
    "CL115": words,
    "CL206": words,
    "CL207": words,
    "CL209": elements,
    "CL211": words,
    "CL301": addresses,
    "CL302": addresses,
    "CL303": addresses,
    "CL305": addresses,
    "CL307": elements,
    "CL308": nothing,
    "CL313": words,
    "CL314": addresses,
    "CL315": words,
    "CL406": elements,
    "CL601": words,
    "CL602": words,
    "CL603": words,
    "CL606": comparisons,
    "CL607": nothing,
}
RULES = [rule for rule in all_rules() if any(each.fixed is not None for each in rule.bad)]
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{index}")
    for rule in RULES
    for index, example in enumerate(rule.bad)
    if example.fixed is not None
]


def test_every_fixable_rule_says_what_its_fix_may_change() -> None:
    assert {rule.code for rule in RULES} <= set(ALLOWED)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_fix_changes_no_more_of_the_page_than_it_may(rule: Rule, example: Example) -> None:
    before, after = files_of(example), files_of(example, example.fixed)
    law = ALLOWED[rule.code]
    for path in before:
        if path.endswith(".md"):
            assert law(_html(after[path])) == law(_html(before[path])), path


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_second_run_changes_nothing(rule: Rule, example: Example, tmp_path: Path) -> None:
    write_files(tmp_path, files_of(example))
    arguments = ("--root", str(tmp_path), "--no-cache", "--extend-select", rule.code)
    invoke("check", "--fix", "--unsafe-fixes", *arguments)
    assert invoke("check", "--diff", "--unsafe-fixes", *arguments).stdout == ""


def _html(text: str) -> str:
    html = MarkdownIt("commonmark").enable("table").render(text)
    # Comments are no part of what is shown, and neither is the white space between blocks.
    return re.sub(r"\s+", " ", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)).strip()
