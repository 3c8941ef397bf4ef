"""A curriculum that is written from the right, and one without blanks between words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from curriculum_lint.page.render import html_page
from tests.browser.conftest import OpenPage
from tests.browser.test_page import written
from tests.page.indexes import exercise, index, level, module
from tests.page.readmes import library

HEBREW = """\
# יסודות

הריצו את התוכנית `node hello.js!` וראו.

## Concepts

English alone.

`npm` מתקין חבילות.

- פריט
"""


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    task = exercise("a/1/e", "1.1", "כתבו תוכנית")
    unit = module("a/1", "1", "יסודות", summary="מבוא", exercises=(task,))
    told = index([level("a", "מסלול", [unit])], title="מסלול")
    text = html_page(told, "index.html", None, library(told, u1=HEBREW))
    return written(tmp_path_factory.mktemp("page"), text)


def right_edge(page: Page, text: str) -> float:
    """Where the letters of a block end on the right, from the right edge of the article."""
    return page.evaluate(
        """text => {
          const block = [...document.querySelectorAll('.shown .prose :is(p, h2, li)')]
            .find(each => each.textContent.includes(text));
          const range = document.createRange();
          range.selectNodeContents(block);
          const edge = block.closest('.prose').getBoundingClientRect().right;
          return edge - range.getBoundingClientRect().right;
        }""",
        text,
    )


@pytest.mark.parametrize("text", ["Concepts", "English alone.", "מתקין", "הריצו"])
def test_every_block_begins_on_the_right(open_page: OpenPage, hebrew: Path, text: str) -> None:
    page = open_page(hebrew)
    page.get_by_role("link", name="Begin with").click()
    assert right_edge(page, text) < 2


def test_a_word_of_another_script_does_not_turn_a_sentence(
    open_page: OpenPage, hebrew: Path
) -> None:
    page = open_page(hebrew)
    page.get_by_role("link", name="Begin with").click()
    sentence = page.locator("p", has_text="מתקין")
    word = sentence.locator("code").bounding_box()
    whole = sentence.bounding_box()
    assert word
    assert whole
    assert word["x"] + word["width"] == pytest.approx(whole["x"] + whole["width"], abs=2)
    code = page.locator("code", has_text="hello.js!")
    assert code.evaluate("each => getComputedStyle(each).direction") == "ltr"


def test_what_the_page_says_itself_keeps_its_order(open_page: OpenPage, hebrew: Path) -> None:
    page = open_page(hebrew)
    words = page.locator("[id='page.progress-words']")
    expect(words).to_have_text("0 of 1 exercises done.")
    assert words.evaluate("each => getComputedStyle(each).unicodeBidi") == "plaintext"
    facts = page.locator(".masthead .facts bdi").first
    assert facts.evaluate("each => getComputedStyle(each).unicodeBidi") == "isolate"


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_and_is_accessible(
    open_page: OpenPage, hebrew: Path, axe: Callable[[Page], list[str]], width: int
) -> None:
    page = open_page(hebrew, viewport={"width": width, "height": 844})
    page.get_by_role("link", name="Begin with").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert axe(page) == []
