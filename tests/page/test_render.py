"""The page as text: safe whatever the index holds, and the same for the same index."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.index.entries import CurriculumIndex, WebLink
from curriculum_lint.page.render import html_page
from tests.page.indexes import (
    HOSTILE,
    concept,
    exercise,
    index,
    large_index,
    level,
    module,
    needs,
    small_index,
    steps,
    subsection,
)
from tests.page.reading import ReadPage
from tests.page.readmes import library

SAFE = {"", "http", "https", "mailto", "data"}


def page(told: CurriculumIndex, path: str = "index.html", source: str | None = None) -> ReadPage:
    return ReadPage(html_page(told, path, source, library(told)))


def written(text: str, path: str = "index.html", source: str | None = None) -> ReadPage:
    """The page of a curriculum of one unit, ``a/1``, whose readme is ``text``."""
    told = index([level("a", "A", [module("a/1", "1", "One")])])
    return ReadPage(html_page(told, path, source, library(told, u1=text)))


def with_texts(*texts: str) -> CurriculumIndex:
    """An index that has strangers' texts wherever it can have some."""
    units = [
        module(
            *(f"{place}_{text}"[:200], text[:20], text),
            key=f"{place}/{text}",
            summary=text,
            concepts=(concept(f"{place}_{text}"[:200], text, text),),
            requires=(needs(f"0_{texts[0]}"[:200], texts[0], text),),
            exercises=(exercise(f"{place}/{text}/{text}", text, text, goal=text),),
            links=(WebLink(text=text, url=f"https://example.org/{text}", line=1),),
            minutes=steps(60),
            subsections=(subsection(f"{place}b", "b", text, minutes=steps(90)),),
        )
        for place, text in enumerate(texts)
    ]
    return index([level(texts[0] or "x", texts[0], units, summary=texts[0])], title=texts[0])


def test_the_same_index_gives_the_same_page() -> None:
    assert html_page(small_index(), "a.html", None) == html_page(small_index(), "a.html", None)


def test_the_page_has_no_line_end_but_one_kind() -> None:
    assert "\r" not in html_page(small_index(), "index.html", None)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3))
def test_no_text_becomes_anything_but_text(texts: list[str]) -> None:
    read = page(with_texts(*texts))
    plain = page(with_texts(*["x"] * len(texts)))
    assert [e.name for e in read.elements if e.name in {"script", "style", "img", "iframe"}] == [
        e.name for e in plain.elements if e.name in {"script", "style", "img", "iframe"}
    ]
    assert read.unclosed == []
    assert {name for e in read.elements for name in e.attributes} <= {
        name for e in plain.elements for name in e.attributes
    } | {"hidden", "title"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    read = page(with_texts(text))
    assert read.unclosed == []
    if text and len(text) < 200 and text.isprintable():
        assert text in read.texts()
        assert read.data["units"][0]["title"] == text


def test_no_element_has_a_handler_or_a_style_of_its_own() -> None:
    for told in (small_index(), with_texts(*HOSTILE)):
        for element in page(told).elements:
            assert not [name for name in element.attributes if name.startswith("on")]
            assert "style" not in element.attributes


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVA\tSCRIPT:x", "data:text/html,x", "vbscript:x", "//[", "x:y"]
)
@pytest.mark.parametrize("form", ["[x](<{}>)", '<a href="{}">x</a>', "[x][1]\n\n[1]: <{}>", "<{}>"])
def test_links_lead_only_to_safe_schemes(url: str, form: str) -> None:
    addresses = written(f"# One\n\n{form.format(url)}\n").values("href")
    assert {urlsplit(address).scheme for address in addresses} <= SAFE
    assert [each for each in addresses if each.startswith("data:")] == ["data:,"]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../../CONTRIBUTING.md#now", "../CONTRIBUTING.md#now"),
        ("/LICENSE", "../LICENSE"),
        ("x%20y/%23.js", "../a/1/x%20y/%23.js"),
        ("readme.md", "#unit/a/1"),
        ("./", "#unit/a/1"),
        ("../readme.md", "#level/a"),
        ("#Here", "#unit/a/1%3AHere"),
        ("readme.md#here", "#unit/a/1%3Ahere"),
        ("#user-content-here", "#unit/a/1%3Ahere"),
        ("https://example.org/?a=b&c#d", "https://example.org/?a=b&c#d"),
    ],
)
def test_links_stay_on_the_page_or_lead_to_the_file(link: str, address: str) -> None:
    assert address in written(f"# One\n\n[x](<{link}>)\n", "site/index.html").values("href")


def test_links_begin_with_the_source_if_there_is_one() -> None:
    source = "https://example.org/blob/main/"
    text = "# One\n\n[x](a.js) [y](https://example.org/blob/main/a/1/readme.md#b)\n"
    addresses = written(text, "site/p.html", source).values("href")
    assert "https://example.org/blob/main/a/1/a.js" in addresses
    assert "#unit/a/1%3Ab" in addresses


def test_a_source_that_is_no_web_address_is_not_used() -> None:
    addresses = written("[x](a.js)", "index.html", "javascript:alert(1)//").values("href")
    assert "a/1/a.js" in addresses
    assert not [each for each in addresses if each.startswith("javascript")]


def test_bytes_that_are_no_text_do_no_harm() -> None:
    unit = module("caf\udce9", "1", "caf\udce9", readme=None)
    read = page(index([level("a", "A", [unit])]))
    assert any("caf?" in text for text in read.texts())


def test_every_link_within_the_page_has_its_place() -> None:
    assert _without_place(page(small_index())) == []


def _without_place(read: ReadPage) -> list[str]:
    places = set(read.values("id"))
    links = [each[1:] for each in read.values("href") if each.startswith("#")]
    return [
        each
        for each in links
        if each and not each.startswith("map%3A") and unquote(each) not in places
    ]


def test_ids_are_unique() -> None:
    for told in (small_index(), large_index(24)):
        ids = page(told).values("id")
        assert len(ids) == len(set(ids))


def test_the_policy_allows_what_is_embedded_and_nothing_else() -> None:
    text = html_page(small_index(), "index.html", None)
    read = ReadPage(text)
    policy = next(e.attributes["content"] for e in read.all("meta") if "http-equiv" in e.attributes)
    scripts = [e.text for e in read.all("script") if "type" not in e.attributes]
    directives = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"].split() == [hashed(each) for each in scripts]
    assert directives["style-src"].split() == [hashed(each.text) for each in read.all("style")]
    assert "unsafe" not in policy
    assert "http" not in policy


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_nothing_is_loaded_from_anywhere() -> None:
    text = html_page(small_index(), "index.html", None)
    read = ReadPage(text)
    assert read.values("src") == []
    assert [e.attributes["href"] for e in read.all("link")] == ["data:,"]
    assert not re.search(r"@import|sourceMappingURL", text)
    [style] = read.all("style")
    assert "url(" not in style.text


@pytest.mark.parametrize(
    "told",
    [
        index([]),
        index([level(".", "Only", [])]),
        index([level(".", "Only", [module("a", "", "Alone", readme=None)])], readme=None),
        index([level("a", "A", [], reserved=True, readme=None)]),
    ],
    ids=["no level", "no module", "no readme", "reserved"],
)
def test_what_is_not_known_leaves_no_trace(told: CurriculumIndex) -> None:
    read = page(told)
    visible = " ".join(e.text for e in read.elements if e.name not in {"script", "style"})
    assert not re.search(r"\b(None|null|undefined|nan)\b|\b0 (h|min|modules|exercises)\b", visible)
    assert [e for e in read.all("svg") if e.attributes.get("class") != "icon"] == []
    assert "map" not in read.values("id")


def test_a_level_that_is_the_whole_curriculum_is_not_named_twice() -> None:
    told = index([level(".", "The same title", [module("a", "1", "First")])], "The same title")
    headings = [e.text for e in page(told).elements if e.name in {"h1", "h2", "h3"}]
    assert headings.count("The same title") == 1


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A Program: Loops", "Loops"),
        ("A program – Loops", "Loops"),
        ("A programmer: Loops", "A programmer: Loops"),
        ("A program", "A program"),
        ("A program: ", "A program:"),
    ],
)
def test_a_unit_does_not_repeat_the_title_of_the_whole(title: str, shown: str) -> None:
    told = index([level("a", "A", [module("a/1", "1", title)])], "A program")
    assert page(told).data["units"][0]["title"].strip() == shown


def test_every_library_stands_behind_its_licence() -> None:
    text = html_page(small_index(), "index.html", None)
    assert text.count("Permission is hereby granted, free of charge") == 2
