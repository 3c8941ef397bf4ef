"""The map of the page, and the page of a curriculum with thousands of exercises."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from curriculum_lint.page.render import html_page
from tests.browser.conftest import OpenPage
from tests.page.indexes import index, large_index, level, module, needs, small_index
from tests.page.readmes import library


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(
        tmp_path_factory.mktemp("page"),
        html_page(small_index(), "index.html", None, library(small_index())),
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(
        tmp_path_factory.mktemp("page"),
        html_page(large_index(300), "i.html", None, library(large_index(300))),
    )


def written(folder: Path, text: str) -> Path:
    path = folder / "index.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def on_map(page: Page) -> Page:
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.locator("[id='page.map-words']")).to_be_attached()
    return page


def drawn(page: Page, kind: str = "") -> list[str]:
    """The nodes of the picture, by their names."""
    nodes = page.locator(f"[id='page.map-frame'] .node{kind}")
    return sorted(each.get_attribute("aria-label") or "" for each in nodes.all())


def words(page: Page, side: str) -> list[str]:
    return (
        page.locator("[id='page.map-words'] section")
        .filter(has_text=side)
        .locator("li")
        .all_inner_texts()
    )


def test_the_map_shows_every_unit_and_the_shortest_arrows(open_page: OpenPage, small: Path) -> None:
    page = on_map(open_page(small))
    expect(page.locator("[id='page.map-frame'] .node")).to_have_count(3)
    assert drawn(page) == ["1 Start here", "1a More of it, optional", "2 Store things"]
    assert page.locator("[id='page.map-frame'] .edge").count() == 2


def test_choosing_a_unit_marks_what_it_needs_and_leads_to(open_page: OpenPage, small: Path) -> None:
    page = on_map(open_page(small))
    page.get_by_label("Unit", exact=True).select_option("1 Start here")
    assert drawn(page, ".chosen") == ["1 Start here"]
    assert drawn(page, ".after") == ["1a More of it, optional", "2 Store things"]
    assert words(page, "Leads to") == ["1a More of it by Loops", "2 Store things by Files, Loops"]
    expect(page.get_by_text("Nothing before it.")).to_be_visible()
    expect(page.locator("[id='page.map-status']")).to_have_text(
        "1 Start here needs 0 units and leads to 2."
    )
    page.get_by_role("button", name="2 Store things", exact=True).last.click()
    expect(page.locator("[id='page.map-chosen']")).to_have_text("2 Store things")
    expect(page.locator("[id='page.map-chosen']")).to_be_focused()
    assert drawn(page, ".before") == ["1 Start here"]
    page.get_by_role("button", name="Show everything").click()
    assert drawn(page, ".chosen") == []


def test_a_concept_is_shown_with_the_units_that_need_it(open_page: OpenPage, small: Path) -> None:
    page = on_map(open_page(small))
    page.get_by_label("Unit", exact=True).select_option("1 Start here")
    page.get_by_label("Concept", exact=True).select_option("Files")
    assert drawn(page) == ["1 Files", "2 Store things"]
    assert words(page, "Leads to") == ["2 Store things"]
    page.get_by_role("link", name="Read about it").click()
    expect(page.locator("[id='unit/first_level/1_start:files']")).to_be_focused()


def test_the_picture_is_one_stop_and_arrows_walk_in_it(open_page: OpenPage, small: Path) -> None:
    page = on_map(open_page(small))
    page.locator("[id='page.map-frame']").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="1 Start here")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("[id='page.map-chosen']")).to_have_text("2 Store things")
    expect(page.locator(".node.chosen")).to_have_attribute("aria-pressed", "true")


def test_a_unit_leads_to_its_place_on_the_map(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    page.get_by_role("link", name="Store things").first.click()
    page.get_by_role("link", name="Where it stands on the map").click()
    expect(page.locator("[id='page.map-chosen']")).to_have_text("2 Store things")
    expect(page.get_by_role("heading", name="The map")).to_be_in_viewport()


def test_a_circle_of_requirements_is_drawn_as_one(open_page: OpenPage, tmp_path: Path) -> None:
    units = [
        module(f"{place}_x", str(place), f"Unit {place}", requires=(needs(f"{other}_x"),))
        for place, other in ((1, 3), (2, 1), (3, 2))
    ]
    units.append(module("4_x", "4", "Alone", requires=(needs("4_x"),)))
    told = index([level(".", "x", units)])
    page = on_map(open_page(written(tmp_path, html_page(told, "index.html", None, library(told)))))
    expect(page.locator("[id='page.map-frame'] .node")).to_have_count(3)
    expect(page.locator("[id='page.map-frame'] .edge")).to_have_count(3)
    page.get_by_label("Unit", exact=True).select_option("2 Unit 2")
    assert words(page, "Needs") == ["1 Unit 1"]
    expect(page.locator("[id='page.map-key']")).to_contain_text(
        "Not drawn: 1 unit that needs nothing"
    )


def test_without_requirements_there_is_no_map(open_page: OpenPage, tmp_path: Path) -> None:
    told = index([level(".", "x", [module("1_a", "1", "Alone")])])
    page = open_page(written(tmp_path, html_page(told, "index.html", None, library(told))))
    expect(page.get_by_role("link", name="Map", exact=True)).to_have_count(0)
    expect(page.locator("#map")).to_have_count(0)


def test_a_large_map_draws_what_is_near_the_chosen_unit(open_page: OpenPage, large: Path) -> None:
    page = on_map(open_page(large))
    expect(page.locator("[id='page.map-key']")).to_have_text(
        "There are too many units for one picture: choose one."
    )
    page.get_by_label("Unit", exact=True).select_option("20")
    expect(page.locator("[id='page.map-frame'] .node.chosen")).to_have_count(1)
    assert 4 < page.locator("[id='page.map-frame'] .node").count() <= 60


def test_an_exercise_of_thousands_is_found_and_ticked(open_page: OpenPage, large: Path) -> None:
    page = open_page(large)
    page.keyboard.press("/")
    page.keyboard.type("7b.4")
    first = page.locator("[id='page.results'] [role=option]").first
    expect(first).to_contain_text("7b.4 Keep the caches in order", timeout=60_000)
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_text("7b.4 Keep the caches in order")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.get_by_role("checkbox", name="I have done it: 7b.4").check()
    page.get_by_role("link", name="A large program").first.click()
    page.reload()
    expect(page.locator("[id='page.progress-words']")).to_have_text("1 of 3,000 exercises done.")


def test_the_map_is_drawn_when_it_is_seen(open_page: OpenPage, tmp_path: Path) -> None:
    units = [
        module(f"{n}_x", str(n), f"Unit {n}", requires=(needs(f"{n - 1}_x"),) if n > 1 else ())
        for n in range(1, 40)
    ]
    path = written(tmp_path, html_page(index([level(".", "x", units)]), "index.html", None))
    page = open_page(path)
    expect(page.locator("[id='page.map-frame'] .node")).to_have_count(0)
    on_map(page)
    expect(page.locator("[id='page.map-frame'] .node")).to_have_count(39)
