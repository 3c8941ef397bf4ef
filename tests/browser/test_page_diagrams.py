"""Diagrams in readmes: drawn by the page itself, readable without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from curriculum_lint.page.render import html_page
from tests.browser.conftest import OpenPage
from tests.browser.test_page import results, search, written
from tests.page.indexes import HOSTILE, index, level, module
from tests.page.readmes import library

FLOW = """\
flowchart LR
  a([Begin]) -->|first| b{Is it?}
  subgraph box [In here]
    b -- yes --> c[(Store)]
    c -.-> c
  end
  b --> d((End))
  a --> box
"""
SEQUENCE = """\
sequenceDiagram
  participant B as Browser
  B->>+S: ask
  Note over B,S: both wait
  alt found
    S-->>B: 200
  else
    S-->>-B: 404
  end
  B->>B: show
"""
STATES = "stateDiagram-v2\n [*] --> Open\n Open --> [*] : close\n note right of Open : a note\n"
PIE = 'pie\n  "Dogs" : 386\n'


def page_with(*diagrams: str) -> str:
    fences = "\n".join(f"## Part {i}\n\n```mermaid\n{each}```\n" for i, each in enumerate(diagrams))
    told = index([level("a", "A", [module("a/1", "1", "One")])])
    return html_page(told, "index.html", None, library(told, u1=f"# One\n\n{fences}"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("page"), page_with(FLOW, SEQUENCE, STATES, PIE))


def open_unit(page: Page) -> Locator:
    page.get_by_role("link", name="Begin with").click()
    return page.locator(".diagram svg")


def test_what_is_understood_is_drawn_and_the_rest_is_text(open_page: OpenPage, drawn: Path) -> None:
    page = open_page(drawn)
    pictures = open_unit(page)
    expect(pictures).to_have_count(3)
    expect(pictures.nth(0).locator(".box")).to_have_count(4)
    expect(pictures.nth(0).locator(".edge-of")).to_have_count(5)
    expect(pictures.nth(0)).to_contain_text("In here")
    expect(pictures.nth(1)).to_contain_text("both wait")
    expect(pictures.nth(2).locator(".box.note")).to_have_count(1)
    expect(page.get_by_role("img", name="Begin → Is it?: first")).to_be_visible()
    expect(page.get_by_text('"Dogs" : 386')).to_be_visible()


def test_no_box_covers_another(open_page: OpenPage, drawn: Path) -> None:
    page = open_page(drawn)
    open_unit(page)
    covered = """() => [...document.querySelectorAll('.diagram svg')].flatMap(svg => {
      const boxes = [...svg.querySelectorAll('.box')].map(each => each.getBoundingClientRect());
      return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
        one.left < other.right && other.left < one.right &&
        one.top < other.bottom && other.top < one.bottom));
    }).length"""
    assert page.evaluate(covered) == 0


def test_its_text_is_one_click_away_and_can_be_copied(open_page: OpenPage, drawn: Path) -> None:
    page = open_page(drawn)
    open_unit(page)
    expect(page.get_by_text("a([Begin])")).to_be_hidden()
    page.get_by_text("The diagram as text").first.click()
    expect(page.get_by_text("a([Begin])")).to_be_visible()
    expect(page.get_by_role("button", name="Copy this code").first).to_be_visible()


def test_without_scripts_its_text_is_there(open_page: OpenPage, drawn: Path) -> None:
    page = open_page(drawn, java_script_enabled=False)
    expect(page.get_by_text("a([Begin])")).to_be_visible()


def test_what_leads_sideways_leads_down_on_a_phone(open_page: OpenPage, tmp_path: Path) -> None:
    long = "graph LR\n" + "".join(f"a{i}[Step number {i}] --> a{i + 1}\n" for i in range(8))
    page = open_page(written(tmp_path, page_with(long)), viewport={"width": 390, "height": 844})
    box = open_unit(page).bounding_box()
    assert box
    assert box["height"] > box["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_word_of_a_diagram_is_found(open_page: OpenPage, drawn: Path) -> None:
    page = open_page(drawn)
    search(page, "both wait")
    expect(results(page).first).to_contain_text("Part 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(
    open_page: OpenPage, drawn: Path, axe: Callable[[Page], list[str]], scheme: str
) -> None:
    page = open_page(drawn, color_scheme=scheme)
    open_unit(page)
    assert axe(page) == []


def test_labels_of_strangers_stay_text(open_page: OpenPage, tmp_path: Path) -> None:
    labels = [
        each.replace('"', "#quot;").replace("\n", " ") for each in HOSTILE if 0 < len(each) < 1000
    ]
    flow = "graph TD\n" + "".join(f'a{i}["{each}"] --> b\n' for i, each in enumerate(labels))
    talk = "sequenceDiagram\n" + "".join(
        f"a->>b: {each.replace(';', ' ')}\n" for each in labels if "%%" not in each
    )
    page = open_page(written(tmp_path, page_with(flow, talk)))
    expect(open_unit(page)).to_have_count(2)
    assert page.evaluate("window.broken") is None
    assert page.locator(".diagram :is(script, img, a, foreignObject, style)").count() == 0
