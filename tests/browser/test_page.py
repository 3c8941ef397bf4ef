"""What a learner does with the page: search, tick, come back, choose colours, print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from curriculum_lint.page.render import html_page
from tests.browser.conftest import OpenPage
from tests.browser.watch import Watch
from tests.page.indexes import (
    HOSTILE,
    concept,
    exercise,
    index,
    level,
    module,
    needs,
    small_index,
)
from tests.page.readmes import library

NewContext = Callable[..., BrowserContext]
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a small curriculum with everything in it."""
    return written(
        tmp_path_factory.mktemp("page"),
        html_page(small_index(), "index.html", None, library(small_index())),
    )


def written(folder: Path, text: str) -> Path:
    path = folder / "index.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


def results(page: Page) -> Locator:
    return page.locator("[id='page.results']").get_by_role("option")


def option(page: Page, name: str) -> None:
    page.get_by_role("button", name="Options").click()
    page.get_by_role("button", name=name).click()


def test_the_page_opens_without_a_complaint(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    expect(page).to_have_title("A program")
    expect(page.get_by_role("heading", level=1)).to_have_text("A program")
    expect(page.get_by_role("heading", name="1a More of it")).to_be_visible()
    expect(page.get_by_text("Its modules are still to come.").first).to_be_visible()


def test_the_keyboard_alone_finds_an_exercise(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    search(page, "lines file")
    expect(page.locator("[id='page.search-status']")).to_have_text("1 result")
    page.keyboard.press("ArrowDown")
    expect(results(page).and_(page.locator("[aria-selected=true]"))).to_contain_text(
        "Count the lines of a file"
    )
    page.keyboard.press("Enter")
    found = page.locator("[id='unit/first_level/1_start:12-count-the-lines-of-a-file']")
    expect(found).to_be_focused()
    expect(found).to_be_in_viewport()
    expect(page.locator("[id='page.results-panel']")).to_be_hidden()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("1a.1", "Nest two loops"),
        ("hello", "Greet the user"),
        ("tabels", "Tables"),
        ("STORE", "Store things"),
        ("stor thin", "Store things"),
        ("1a", "More of it"),
    ],
)
def test_search_finds(open_page: OpenPage, small: Path, words: str, first: str) -> None:
    page = open_page(small)
    search(page, words)
    expect(results(page).first).to_contain_text(first)


@pytest.mark.parametrize(
    ("words", "title"), [("数", "入门：变量与函数"), ("المتغ", "المتغيرات"), ("cafe", "Café")]
)
def test_search_finds_titles_in_any_script(
    open_page: OpenPage, tmp_path: Path, words: str, title: str
) -> None:
    told = index([level(".", "x", [module("1_a", "1", title), module("2_b", "2", "Other")])])
    page = open_page(written(tmp_path, html_page(told, "index.html", None, library(told))))
    search(page, words)
    expect(results(page)).to_have_count(1)
    expect(results(page)).to_contain_text(title)


def test_search_answers_before_its_index_is_there(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    page.evaluate("void (MiniSearch.prototype.addAllAsync = () => new Promise(() => {}))")
    search(page, "lin fil")
    expect(results(page)).to_have_count(1)
    expect(results(page)).to_contain_text("Count the lines of a file")
    search(page, "cuont the ilnes")
    expect(results(page)).to_have_count(1)
    expect(results(page)).to_contain_text("Count the lines of a file")


def test_a_search_without_result_says_so_and_escape_ends_it(
    open_page: OpenPage, small: Path
) -> None:
    page = open_page(small)
    search(page, "zzzz")
    expect(page.locator("[id='page.search-status']")).to_have_text("Nothing for “zzzz”")
    page.keyboard.press("Escape")
    expect(page.locator("[id='page.results-panel']")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Search")).to_have_value("")


def test_arrow_keys_go_round_the_results(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    search(page, "the")
    last = results(page).last
    page.keyboard.press("ArrowUp")
    expect(last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_have_attribute("aria-selected", "true")
    expect(last).to_have_attribute("aria-selected", "false")


def test_a_result_is_chosen_by_touch(open_page: OpenPage, small: Path) -> None:
    page = open_page(small, viewport={"width": 390, "height": 844}, has_touch=True)
    page.get_by_role("combobox", name="Search").tap()
    page.keyboard.type("tables")
    results(page).first.tap()
    expect(page.locator("[id='unit/first_level/2_store:tables']")).to_be_in_viewport()


def test_what_is_ticked_is_kept(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    expect(page.get_by_role("link", name="Begin with")).to_have_text("Begin with 1 Start here")
    page.get_by_role("link", name="Begin with").click()
    page.get_by_role("checkbox", name="I have done it: 1.1 Greet the user").check()
    expect(page.locator("[data-progress='first_level/1_start']")).to_have_text(
        "1 of 2 exercises done"
    )
    page.get_by_role("link", name="A program").first.click()
    for _ in range(2):
        expect(page.locator("[id='page.progress-words']")).to_have_text("1 of 4 exercises done.")
        expect(page.locator("[data-done='first_level/1_start']")).to_have_text(
            "1 of 2 exercises done"
        )
        expect(page.locator("[id='page.progress']")).to_have_js_property("value", 1)
        expect(page.locator("[id='page.next']")).to_have_text("Next: 1.2 Count the lines of a file")
        expect(page.locator("[data-task$='start/greet']")).to_be_checked()
        page.reload()
    page.locator("[data-task$='start/greet']").evaluate("box => box.click()")
    page.reload()
    expect(page.locator("[id='page.progress-words']")).to_have_text("0 of 4 exercises done.")


def test_progress_survives_renumbering(open_page: OpenPage, tmp_path: Path) -> None:
    def page_of(number: str) -> str:
        done = exercise("a/start/greet", number, "Greet")
        new = exercise("a/start/new", "1.1" if number != "1.1" else "1.2", "Something new")
        both = sorted([done, new], key=lambda each: each.number)
        unit = module("a/1_start", "1", "Start", key="a/start", exercises=tuple(both))
        return html_page(
            index([level("a", "A", [unit])]),
            "index.html",
            None,
            library(index([level("a", "A", [unit])])),
        )

    page = open_page(written(tmp_path, page_of("1.1")))
    page.get_by_role("link", name="Begin with").click()
    page.get_by_role("checkbox", name="I have done it: 1.1 Greet").check()
    written(tmp_path, page_of("1.2"))
    page.reload()
    expect(page.locator("[data-task='exercise/a/start/greet']")).to_be_checked()
    expect(page.locator("[data-task='exercise/a/start/new']")).not_to_be_checked()


def test_a_unit_without_exercises_is_done_as_a_whole(open_page: OpenPage, tmp_path: Path) -> None:
    told = index([level(".", "x", [module("1_a", "1", "Read"), module("2_b", "2", "Also")])])
    page = open_page(written(tmp_path, html_page(told, "index.html", None, library(told))))
    page.get_by_role("link", name="Begin with").click()
    page.get_by_role("checkbox", name="Read").check()
    page.reload()
    expect(page.get_by_role("checkbox", name="Read")).to_be_checked()
    page.get_by_role("link", name="A program").first.click()
    expect(page.locator("[id='page.progress-words']")).to_have_text("1 of 2 units done.")
    expect(page.locator("[id='page.next']")).to_have_text("Next: 2 Also")


def test_progress_goes_to_another_browser_in_a_file(
    open_page: OpenPage, small: Path, tmp_path: Path
) -> None:
    page = open_page(small, accept_downloads=True)
    page.locator("[data-task$='store/save']").evaluate("box => box.click()")
    with page.expect_download() as download:
        option(page, "Save as a file")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert json.loads(saved.read_text()) == {
        "version": 1,
        "curriculum": "A program",
        "exercises": ["first_level/store/save"],
        "units": [],
        "criteria": [],
    }
    other = open_page(small)
    with other.expect_file_chooser() as chooser:
        option(other, "Add from a file")
    chooser.value.set_files(saved)
    expect(other.locator("[id='page.note']")).to_have_text("1 task added to your progress.")
    expect(other.locator("[data-task$='store/save']")).to_be_checked()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no", "It is not JSON."),
        ("[]", "It is not a file with progress."),
        ('{"version": 1, "exercises": [1]}', "Its “exercises” is not a list of keys."),
        ('{"version": 1, "units": {}}', "Its “units” is not a list of keys."),
    ],
)
def test_a_file_that_is_no_progress_is_refused_and_changes_nothing(
    open_page: OpenPage, small: Path, text: str, why: str
) -> None:
    page = open_page(small)
    wrong = {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("[id='page.import-file']").set_input_files(wrong)
    expect(page.locator("[id='page.note']")).to_have_text(f"“x.json” was not read. {why}")
    expect(page.locator("[id='page.progress-words']")).to_have_text("0 of 4 exercises done.")


def test_progress_is_forgotten_only_after_a_question(open_page: OpenPage, small: Path) -> None:
    page = open_page(small)
    page.locator("[data-task$='store/save']").evaluate("box => box.click()")
    option(page, "Forget all of it")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("[data-task$='store/save']")).to_be_checked()
    option(page, "Forget all of it")
    page.get_by_role("button", name="Forget it").click()
    page.reload()
    expect(page.locator("[data-task$='store/save']")).not_to_be_checked()


def test_a_second_window_follows(new_context: NewContext, small: Path) -> None:
    context = new_context()
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(small.as_uri())
    first.locator("[data-task$='store/save']").evaluate("box => box.click()")
    expect(second.locator("[id='page.progress-words']")).to_have_text("1 of 4 exercises done.")


def test_a_browser_that_keeps_nothing_is_told_of(new_context: NewContext, small: Path) -> None:
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    page = context.new_page()
    page.goto(small.as_uri())
    expect(page.locator("[id='page.note']")).to_contain_text("does not keep data")
    page.locator("[data-task$='store/save']").evaluate("box => box.click()")
    expect(page.locator("[id='page.progress-words']")).to_have_text("1 of 4 exercises done.")


def background(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def test_colours_follow_the_device_until_they_are_chosen(open_page: OpenPage, small: Path) -> None:
    page = open_page(small, color_scheme="dark")
    dark = background(page)
    page.get_by_role("button", name="Options").click()
    page.get_by_role("radio", name="Light").check()
    light = background(page)
    assert light != dark
    page.reload()
    assert background(page) == light
    page.get_by_role("button", name="Options").click()
    expect(page.get_by_role("radio", name="Light")).to_be_checked()
    page.get_by_role("radio", name="As on this device").check()
    assert background(page) == dark


def test_on_paper_is_the_unit_without_controls_and_without_closed_hints(
    open_page: OpenPage, small: Path
) -> None:
    page = open_page(small, color_scheme="dark")
    page.get_by_role("link", name="Begin with").click()
    page.locator("details", has_text="Look at the first line.").first.locator("summary").click()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_text("Write a program that says hello.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Criterion 1 of 2").first).to_be_visible()
    expect(page.get_by_text("Look at the first line.").nth(0)).to_be_visible()
    expect(page.get_by_text("Look at the first line.").nth(1)).to_be_hidden()
    for control in (".topbar", ".contents", ".exercise-foot", ".unit-foot", ".copy", "#home"):
        expect(page.locator(control).first).to_be_hidden()
    assert background(page) == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


def test_without_scripts_everything_is_there_to_read_and_no_dead_control(
    open_page: OpenPage, small: Path
) -> None:
    page = open_page(small, java_script_enabled=False)
    expect(
        page.get_by_role("heading", name="1 Start here").first.get_by_role("link")
    ).to_have_attribute("href", "#unit/first_level/1_start")
    expect(page.get_by_text("Write a program that says hello.")).to_be_visible()
    page.locator("summary", has_text="Hints").first.click()
    expect(page.get_by_text("Look at the first line.").first).to_be_visible()
    expect(page.get_by_text("The map is drawn by a script.")).to_be_visible()
    for control in ("combobox", "checkbox", "button", "progressbar"):
        expect(page.get_by_role(control)).to_have_count(0)


def test_titles_of_strangers_stay_text(open_page: OpenPage, tmp_path: Path) -> None:
    units = [
        module(
            *(f"{place}_x", str(place), title),
            summary=title,
            concepts=(concept(f"{place}_x", title, f"c{place}"),),
            requires=(needs(f"{place - 1}_x", f"c{place - 1}", title),) if place else (),
            exercises=(exercise(f"{place}_x/e", str(place), title, goal=title),),
        )
        for place, title in enumerate(HOSTILE)
    ]
    told = index([level(HOSTILE[0], HOSTILE[1], units)], title=HOSTILE[1], summary=HOSTILE[0])
    page = open_page(written(tmp_path, html_page(told, "index.html", None, library(told))))
    search(page, "script")
    expect(results(page).first).to_contain_text("</script>")
    page.goto(f"{page.url.partition('#')[0]}#map")
    page.locator("[id='page.map-unit']").select_option("1")
    page.locator("[id='page.map-concept']").select_option("0")
    expect(page.locator("[id='page.map-chosen']")).to_have_text(HOSTILE[1])
    assert page.evaluate("window.broken") is None


def test_no_script_runs_but_those_of_the_page(
    open_page: OpenPage, small: Path, watch: Watch, tmp_path: Path
) -> None:
    text = small.read_text(encoding="utf-8")
    slipped = "<script>window.broken=1</script><img src=data:, onerror=window.broken=1>"
    slipped += "<p style='color:red' id=slipped onclick=window.broken=1>x</p>"
    page = open_page(written(tmp_path, text.replace("<main", f"{slipped}<main")))
    page.locator("#slipped").click()
    assert page.evaluate("window.broken") is None
    assert len(watch.complaints) >= 4
    assert all("Content Security Policy" in each for each in watch.complaints)
    watch.complaints.clear()
