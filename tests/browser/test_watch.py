"""The instruments: a page that does what it may not is noticed, one that does not is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.watch import Watch, is_local

#: The policy of a page that brings everything with it: its own style and script, and nothing else.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
GOOD = f"""\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Tools</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<main><h1>Tools</h1><button>Lend</button></main>
<script>document.querySelector("button").onclick = () => localStorage.setItem("lent", "1")</script>
"""
BAD = {
    "console: lost": "<script>console.error('lost')</script>",
    "exception: lost": "<script>throw new Error('lost')</script>",
    "request: https://example.com/a.png": "<img alt='' src='https://example.com/a.png'>",
    "request: wss://example.com/": "<script>new WebSocket('wss://example.com/')</script>",
}


def _file(folder: Path, text: str) -> Path:
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(("complaint", "text"), BAD.items(), ids=[key.split(":")[0] for key in BAD])
def test_what_a_page_may_not_do_is_noticed(
    complaint: str, text: str, tmp_path: Path, open_page: OpenPage, watch: Watch
) -> None:
    page = open_page(_file(tmp_path, text))
    page.wait_for_function("document.readyState === 'complete'")
    assert any(each.startswith(complaint) for each in watch.complaints), watch.complaints
    watch.complaints.clear()


def test_what_a_policy_refuses_is_noticed(
    tmp_path: Path, open_page: OpenPage, watch: Watch
) -> None:
    open_page(_file(tmp_path, f"{GOOD}<img alt='' src='other.png'>"))
    assert [each for each in watch.complaints if "Content Security Policy" in each]
    watch.complaints.clear()


def test_a_file_keeps_what_a_learner_did_until_another_page_is_asked_for(
    tmp_path: Path, open_page: OpenPage
) -> None:
    page = open_page(_file(tmp_path, GOOD))
    page.click("button")
    page.reload()
    assert page.evaluate("localStorage.getItem('lent')") == "1"
    assert open_page(tmp_path / "page.html").evaluate("localStorage.getItem('lent')") is None


def test_a_served_folder_is_no_request_beyond_this_machine(
    tmp_path: Path, page: Page, serve: Callable[[Path], str]
) -> None:
    _file(tmp_path, GOOD)
    page.goto(f"{serve(tmp_path)}page.html")
    assert page.title() == "Tools"


def test_axe_is_content_with_a_good_page_and_not_with_a_bad_one(
    tmp_path: Path, open_page: OpenPage, axe: Callable[[Page], list[str]]
) -> None:
    assert axe(open_page(_file(tmp_path, GOOD))) == []
    bad = open_page(_file(tmp_path, GOOD.replace("Lend</button>", "</button>")))
    assert [each.split()[:2] for each in axe(bad)] == [["button-name", "(critical):"]]


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("file:///page.html", True),
        ("data:image/png;base64,AA", True),
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]:8000/", True),
        ("http://localhost/", True),
        ("https://localhost.example.com/", False),
        ("https://example.com/127.0.0.1", False),
        ("ws://example.com/", False),
    ],
)
def test_what_is_beyond_this_machine(address: str, local: bool) -> None:
    assert is_local(address) is local
