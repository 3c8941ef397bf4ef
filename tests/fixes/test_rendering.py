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
_NUMBER = re.compile(r"\b\d+[a-z]?\b|\b[a-z]\)")
_LIST = re.compile(r"<(/?)[ou]l>")
_BEGUN = re.compile(
    r"<(?P<tag>p|h[1-6])>(?:<strong>)?[^<]*:?(?:</strong>)?(?: TODO)?</(?P=tag)> "
    r"(?:<[ou]l> (?:<li>TODO</li> )+</[ou]l>|<p>TODO</p>) ?"
)
_ADDRESS = re.compile(r'\b(?:href|src)="[^"]*"')


def nothing(html: str) -> str:
    """The page stays the same."""
    return html


def anything(_html: str) -> str:
    """The page is generated: what must not change is what stands around, and has its own tests."""
    return ""


def addresses(html: str) -> str:
    """Only where links and images lead may change."""
    return _ADDRESS.sub("", html)


def words(html: str) -> str:
    """Only words may change, and addresses with them: the elements stay the same."""
    return " ".join(_TAG.findall(addresses(html)))


def elements(html: str) -> list[str]:
    """Only the elements around the words may change."""
    return _TAG.sub(" ", html).split()


def numbers(html: str) -> str:
    """Only numbers and letters of units may change, and addresses with them."""
    return _NUMBER.sub("#", addresses(html))


def list_kinds(html: str) -> str:
    """Only what kind a list is may change."""
    return _LIST.sub("<list>", html)


def begun(html: str) -> list[str]:
    """Nothing of the page may be lost: what is begun is a mark in a section of its own."""
    return [part for part in _BEGUN.sub("", html).split("\n") if part]


def comparisons(html: str) -> list[str]:
    """A ``>`` that made a quotation is shown as itself; no other word changes."""
    return [word.removeprefix("&gt;") for word in elements(html) if word != "&gt;"]


#: The most that a fix of each rule may change of the page.
ALLOWED: dict[str, Callable[[str], object]] = {
    "CL002": nothing,
    "CL101": nothing,
    "CL102": addresses,
    "CL104": begun,
    "CL107": list_kinds,
    "CL108": elements,
    "CL109": elements,
    "CL110": words,
    "CL111": words,
    "CL113": elements,
    "CL115": words,
    "CL201": numbers,
    "CL202": numbers,
    "CL203": addresses,
    "CL204": numbers,
    "CL205": numbers,
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
    "CL401": anything,
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
    pages = [path for path in before if path.endswith(".md")]
    # Renaming keeps the order of names.
    moved = dict(zip(sorted(before.keys() - after), sorted(after.keys() - before), strict=False))
    for path in pages:
        assert law(_html(after[moved.get(path, path)])) == law(_html(before[path])), path


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
