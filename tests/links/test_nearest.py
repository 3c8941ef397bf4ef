from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from curriculum_lint.links.alike import is_near, is_of_a_kind
from curriculum_lint.links.nearest import NearestPaths
from curriculum_lint.links.nearest_anchor import NearestAnchors
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.workspace.entry import Entry, EntryKind
from tests.links.resolving import page_of

FILES = (
    *("readme.md", "junior_level/readme.md", "junior_level/5_node_basics/readme.md"),
    *("junior_level/6_http/readme.md", "junior_level/6_http/a_caching/readme.md"),
    *("junior_level/7_errors/readme.md", "mid_level/2_errors/readme.md", "assets/flow.svg"),
    *(
        "junior_level/6_http/week1.md",
        "junior_level/6_http/week2.md",
        "junior_level/6_http/notes.md",
    ),
    *("mid_level/8_databases/schema.png", "mid_level/readme.md", "mid_level/9_cats/cat.md"),
    *("mid_level/1_twins/readme.md", "mid_level/3_twins/readme.md", "mid_level/index/guide.md"),
)


def entry(path: str, kind: EntryKind) -> Entry:
    return Entry(path, kind, 0, 0, 0, 0)


def search() -> NearestPaths:
    entries = {path: entry(path, EntryKind.FILE) for path in FILES}
    for folder in {parent.as_posix() for path in FILES for parent in PurePosixPath(path).parents}:
        entries[folder] = entry(folder, EntryKind.FOLDER)
    return NearestPaths(dict(sorted(entries.items())))


@pytest.mark.parametrize(
    ("missing", "nearest", "sure"),
    [
        ("junior_level/4_node_basics/readme.md", "junior_level/5_node_basics/readme.md", True),
        ("junior_level/05_node-basics/readme.md", "junior_level/5_node_basics/readme.md", True),
        ("junior_level/5_node_basic/readme.md", "junior_level/5_node_basics/readme.md", True),
        (
            "junior_level/6_http/b_caching/readme.md",
            "junior_level/6_http/a_caching/readme.md",
            True,
        ),
        ("junior_level/3_http/b_caching", "junior_level/6_http/a_caching", True),
        ("junior-level/6_http/readme.md", "junior_level/6_http/readme.md", True),
        ("6_http/readme.md", "junior_level/6_http/readme.md", True),
        ("junior_level/assets/flow.svg", "assets/flow.svg", True),
        ("junior_level/6_http/index.md", "junior_level/6_http/readme.md", True),
        ("../../junior_level/6_http", "junior_level/6_http", True),
        ("junior_level/6_http/week3.md", "junior_level/6_http/week1.md", False),
        ("junior_level/flow.svg", "assets/flow.svg", False),
        ("junior_level/6_http/notes", "junior_level/6_http/notes.md", False),
        ("junior_level/6_http/notes.html", "junior_level/6_http/notes.md", False),
        ("mid_level/9_cats/cats.md", "mid_level/9_cats/cat.md", True),
        ("mid_level/2_twins/readme.md", "mid_level/1_twins/readme.md", False),
        ("junior-level/6_http/notess.md", "junior_level/6_http/notes.md", True),
        ("junior-level/5_http/notess.md", "junior_level/6_http/notes.md", False),
        ("mid_level/readme/guide.md", "mid_level/index/guide.md", False),
    ],
)
def test_the_nearest_path(missing: str, nearest: str, sure: bool) -> None:
    assert search().find(missing) == (nearest, sure)


@pytest.mark.parametrize(
    "missing", ["xyz", "junior_level/zzz/readme.md", "../qqq", "\x00", "a" * 999]
)
def test_nothing_is_near(missing: str) -> None:
    assert search().find(missing) is None


def test_200_paths_are_searched_for_each_once() -> None:
    paths = search()
    for number in (*range(199), *range(199)):
        paths.find(f"{number}/q")
    assert paths.find("junior_level/4_node_basics/readme.md") is not None
    assert paths.find("junior_level/3_node_basics/readme.md") is None
    assert paths.find("junior_level/4_node_basics/readme.md") is not None


HEADINGS = "# Title\n\n## 4) Set up & go\n\n## Hints\n\n## Hints\n\n## 1) Same\n\n## 2) Same\n\n## Caching\n"


@pytest.mark.parametrize(
    ("name", "nearest", "sure"),
    [
        ("3-set-up--go", "4-set-up--go", True),
        ("set-up--go", "4-set-up--go", True),
        ("4-set-up-go", "4-set-up--go", True),
        ("4)-set-up-&-go", "4-set-up--go", True),
        ("catching", "caching", True),
        ("hints-2", "hints-1", False),
        ("all-caching", "caching", False),
        ("3-same", "1-same", False),
        ("cashing", "caching", True),
        ("titles-and", "title", False),
        ("1_same", "1-same", True),
        ("2-set-up--go", "4-set-up--go", True),
    ],
)
def test_the_nearest_anchor(name: str, nearest: str, sure: bool) -> None:
    pages = {"a.md": page_of(parse_document("a.md", HEADINGS))}
    found = NearestAnchors(pages).find("a.md", name)
    assert found is not None
    assert found.sure == sure
    assert found.name == nearest or not sure


@pytest.mark.parametrize("name", ["xyz", "é", "9"])
def test_no_anchor_is_near(name: str) -> None:
    pages = {"a.md": page_of(parse_document("a.md", HEADINGS))}
    assert NearestAnchors(pages).find("a.md", name) is None


def test_200_anchors_are_compared_and_others_need_no_comparing() -> None:
    anchors = NearestAnchors({"a.md": page_of(parse_document("a.md", HEADINGS))})
    for number in range(199):
        anchors.find("a.md", "x" * number)
        anchors.find("a.md", "3-same")
    assert anchors.find("a.md", "catching") is not None
    assert anchors.find("a.md", "catching") is None
    assert anchors.find("a.md", "4-set-up-go") is not None


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("a.png", "b.svg", True),
        ("a.md", "b", True),
        ("a.md", "b.html", True),
        ("a.js", "b.js", True),
        ("a.png", "b.md", False),
        ("a.png", "b", False),
        ("a.js", "b.md", False),
        ("a.js", "b.ts", False),
    ],
)
def test_a_picture_is_not_meant_by_a_page(name: str, other: str, alike: bool) -> None:
    assert is_of_a_kind(name, other) is alike


@pytest.mark.parametrize(
    ("name", "other", "near"),
    [
        ("setpu", "setup", True),
        ("set", "setup", True),
        ("getting-start", "getting-started", True),
        ("the-part-one", "part-one", True),
        ("2-instal", "3-install", True),
        ("part-two", "part-one", False),
        ("part-1", "part-2", False),
        ("api", "app", False),
        ("gone", "img", False),
        ("introduction", "installation", False),
        ("zebra-crossing", "setup", False),
        ("快速上手", "快速开始", False),
        ("", "setup", False),
    ],
)
def test_a_suggestion_is_near(name: str, other: str, near: bool) -> None:
    assert is_near(name, other) is near
