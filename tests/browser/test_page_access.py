"""The page for everyone: with a screen reader, by keyboard, on a phone, in both colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from curriculum_lint.page.render import html_page
from tests.browser.conftest import OpenPage
from tests.page.indexes import HOSTILE, index, level, module, small_index
from tests.page.readmes import library

Axe = Callable[[Page], list[str]]
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
VIEWS = ("home", "map", "unit/first_level/1_start", "level/first_level")
#: Pixels that a finger needs.
FINGER = 44


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(
        tmp_path_factory.mktemp("page"),
        html_page(small_index(), "index.html", None, library(small_index())),
    )


def written(folder: Path, text: str) -> Path:
    path = folder / "index.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def open_all(page: Page) -> None:
    """Open and tick what can be opened and ticked."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.evaluate("document.querySelector('input[data-task]').click()")


def go_to(page: Page, view: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#{view}")
    if view == "map":
        page.get_by_label("Unit", exact=True).select_option("2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_checker_finds_nothing(
    open_page: OpenPage, axe: Axe, small: Path, scheme: str, size: str, view: str
) -> None:
    page = open_page(small, viewport=SIZES[size], color_scheme=scheme)
    go_to(page, view)
    open_all(page)
    assert axe(page) == []
    page.keyboard.press("/")
    page.keyboard.type("the")
    page.keyboard.press("ArrowDown")
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_checker_finds_nothing_in_what_opens_above_the_page(
    open_page: OpenPage, axe: Axe, small: Path, scheme: str
) -> None:
    page = open_page(small, color_scheme=scheme)
    page.get_by_role("button", name="Options").click()
    assert axe(page) == []
    page.get_by_role("button", name="Forget all of it").click()
    assert axe(page) == []


def test_a_checker_finds_nothing_where_little_is_known(
    open_page: OpenPage, axe: Axe, tmp_path: Path
) -> None:
    units = [module(f"{place}_x", "", title) for place, title in enumerate(HOSTILE) if title]
    page = open_page(
        written(tmp_path, html_page(index([level(".", "x", units)]), "index.html", None))
    )
    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(open_page: OpenPage, tmp_path: Path, width: int) -> None:
    units = [
        module(f"{place}_x", "10.12a", title, summary=title) for place, title in enumerate(HOSTILE)
    ]
    told = index([level("a", HOSTILE[6], units), *small_index().levels], title=HOSTILE[6])
    path = written(tmp_path, html_page(told, "index.html", None, library(told)))
    page = open_page(path, viewport={"width": width, "height": 700})
    open_all(page)
    for view in ("home", "unit/first_level/1_start", "unit/6_x", "level/a"):
        go_to(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


@pytest.mark.parametrize("view", VIEWS)
def test_headings_go_down_one_step_at_a_time(open_page: OpenPage, small: Path, view: str) -> None:
    page = open_page(small)
    go_to(page, view)
    steps = page.evaluate(
        "[...document.querySelectorAll('.shown :is(h1,h2,h3,h4,h5,h6)')].map(each => +each.tagName[1])"
    )
    assert steps[0] == 1
    assert all(after - before <= 1 for before, after in zip(steps, steps[1:], strict=False))


def test_the_keyboard_alone_leads_from_the_first_visit_to_a_ticked_exercise(
    open_page: OpenPage, small: Path
) -> None:
    page = open_page(small)
    press_until(page, page.get_by_role("link", name="Begin with"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 Start here")).to_be_visible()
    press_until(page, page.get_by_role("checkbox", name="Criterion 1 of 2").first)
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="I have done it: 1.1 Greet the user")).to_be_checked()
    expect(page.get_by_text("2 of 2 criteria")).to_be_visible()


def press_until(page: Page, wanted: Locator) -> None:
    """Press the tabulator until the focus is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    pytest.fail("The focus never came there.")


def test_the_first_stop_skips_to_the_text(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Begin with")).to_be_focused()


def test_what_a_finger_meets_is_large_enough(open_page: OpenPage, small: Path) -> None:
    page = open_page(small, viewport=SIZES["phone"], has_touch=True, is_mobile=True)
    go_to(page, "unit/first_level/1_start")
    open_all(page)
    page.get_by_role("button", name="Options").click()
    small_ones = page.evaluate(
        """least => [...document.querySelectorAll(
            "button, select, summary, .task, .options label, input[type=text], .topbar a"
        )].filter(each => each.checkVisibility() && !each.matches(".choice"))
          .filter(each => each.getBoundingClientRect().height < least)
          .map(each => each.outerHTML.slice(0, 80))""",
        FINGER,
    )
    assert small_ones == []


def test_the_focus_is_always_seen(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return document.activeElement === document.body ? 3 : parseFloat(style.outlineWidth);
            }"""
        )
        assert outline >= 2


def test_the_options_close_with_escape_and_give_the_focus_back(
    open_page: OpenPage, small: Path
) -> None:
    page = open_page(small)
    button = page.get_by_role("button", name="Options")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Options")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Options")).to_be_hidden()
    expect(button).to_be_focused()
