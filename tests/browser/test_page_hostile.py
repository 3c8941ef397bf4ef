"""Readmes that want to break the page, in a real browser: nothing of them runs, loads or hides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from curriculum_lint.page.render import page_files
from curriculum_lint.settings.index_settings import PageLayout
from tests.browser.conftest import OpenPage
from tests.browser.test_page import results, search
from tests.page.indexes import exercise, index, level, module, needs
from tests.page.readmes import library

BREAK = "window.broken=1"
README = f"""\
# One

<script>{BREAK}</script>
<style>body {{ display: none !important }}</style>

<base href="https://evil.invalid/"> <meta http-equiv="refresh" content="0;url=https://evil.invalid/">
<link rel="stylesheet" href="https://evil.invalid/x.css"> <img src="https://evil.invalid/x.png" alt="far">

<iframe src="javascript:{BREAK}" srcdoc="<script>parent.broken=1</script>"></iframe>

<form action="https://evil.invalid/"><input name="attributes" autofocus><button>x</button></form>

<svg onload="{BREAK}"><script>{BREAK}</script><a xlink:href="javascript:{BREAK}">t</a></svg>

<p style="position:fixed;inset:0" class="view" onclick="{BREAK}" data-task="exercise/x" popover>styled</p>
<details open ontoggle="{BREAK}"><summary onfocus="{BREAK}" tabindex="9">more</summary>x</details>

<a id="page.search" name="page.data">1</a> <a id="home">2</a> <a id="map">3</a> <a id="unit/a/2">4</a>
<a name="body">5</a> <img name="getElementById" id="querySelector" alt="6">
<div id="page.progress" role="dialog" aria-modal="true" contenteditable accesskey="x">7</div>

<a href="javascript:{BREAK}">8</a> <a href="JaVa&#x53;cript&#58;{BREAK}">9</a> [10](javascript:{BREAK})

## home

## map

## page.main

## Exercises

### 1.1 Do it

**Goal:** <b onmouseover="{BREAK}">hover</b>

**Build steps:**

1. Do.

**Acceptance criteria:**

- <input type="checkbox" data-task="exercise/a/1/e" checked> It is done.

</div></section></article></main></body></html>

The end.
"""
#: What begins so is dropped with all that follows: it could turn into something else.
MIXED = f'# Two\n\nText.\n\n<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={BREAK}&gt;">'


@pytest.fixture(params=[PageLayout.FILE, PageLayout.FOLDER], ids=lambda each: each.value)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    units = [
        module("a/1", "1", "One", exercises=(exercise("a/1/e", "1.1", "Do it"),)),
        module("a/2", "2", "Two", requires=(needs("a/1", "c", "C"),)),
    ]
    told = index([level("a", "A", units)])
    for file in page_files(
        told, "index.html", None, library(told, u1=README, u2=MIXED), request.param
    ):
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="\n")
    return tmp_path / "index.html"


def test_a_hostile_readme_is_a_text_to_read(
    open_page: OpenPage, hostile: Path, axe: Callable[[Page], list[str]]
) -> None:
    page = open_page(hostile)
    page.get_by_role("link", name="Begin with").click()
    expect(page.get_by_text("The end.")).to_be_visible()
    page.get_by_text("hover").hover()
    page.locator("summary", has_text="more").click()
    for name in ("8", "9"):
        page.get_by_text(name, exact=True).click()
    expect(page.get_by_text("styled")).to_be_visible()
    assert page.evaluate("window.broken") is None
    if not (hostile.parent / "page").exists():
        assert axe(page) == []  # It asks for styles that lie in files of their own.
    page.get_by_role("link", name="2 Two").first.click()
    expect(page.get_by_text("Text.")).to_be_visible()
    assert page.evaluate("window.broken") is None


def test_the_page_works_around_it(open_page: OpenPage, hostile: Path) -> None:
    page = open_page(hostile)
    page.get_by_role("link", name="Begin with").click()
    page.get_by_role("checkbox", name="Criterion 1 of 1").check()
    expect(page.get_by_role("checkbox", name="I have done it")).to_be_checked()
    search(page, "the end")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Where it stands on the map").click()
    expect(page.locator("[id='page.map-frame'] svg")).to_be_visible()
    page.get_by_role("link", name="A program").first.click()
    expect(page.locator("[id='page.progress-words']")).to_have_text(
        "1 of 2 exercises and units done."
    )


def test_a_heading_called_as_a_view_is_a_place_in_its_text(
    open_page: OpenPage, hostile: Path
) -> None:
    page = open_page(hostile)
    page.get_by_role("link", name="Begin with").click()
    page.get_by_role("link", name="map", exact=True).click()
    expect(page.get_by_role("heading", name="map", exact=True)).to_be_in_viewport()
