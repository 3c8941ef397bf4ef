from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from curriculum_lint.model.target import Outcome
from curriculum_lint.settings.settings import RouteLinks
from tests.links.resolving import Repository
from tests.repository import write_files

O = Outcome  # noqa: E741 - one letter keeps the tables readable
NFD = normalize("NFD", "é")

FILES = {
    "readme.md": "# Root\n\n## Set up\n\n## Set up\n\n## ⚠️ Warning\n\n## Café\n\n<a id='MyId'></a>\n",
    "docs/README.md": "# Docs\n\n## Part one\n",
    "docs/given.md": "# Given\n\n## One {#first}\n\n## Two {: .x #second y=1}\n\n## In {#no} it\n",
    "docs/LICENSE": "text\n",
    "docs/.hidden": "text\n",
    "docs/a b.md": "# Blank\n",
    "docs/c#d.md": "# Hash\n",
    "docs/100%.md": "# Per cent\n",
    "docs/what?.md": "# What\n",
    "docs/café.md": "# Café\n",
    f"docs/nfd-{NFD}.md": "# Composed otherwise\n",
    "docs/main.py": "print()\n",
    "docs/back\\slash.md": "# Backslash\n",
    "docs/new\nline.md": "# New line\n",
    "docs/example.com/x": "text\n",
    "empty/notes.txt": "text\n",
    "rst/README.rst": "text\n",
    "mark/Readme.markdown": "# Mark\n\n## Part\n",
    "two/readme.markdown": "# A\n",
    "two/readme.mdx": "# B\n",
    "notes/readme-first.md": "# A\n",
    "terms.md": "# Terms\n\n[term]{#term}\n\n::: {#box}\nx\n:::\n\n  {: #para}\n\nx {#in}\n",
    "case.md": "# Case\n\n<a id='ab'></a><a id='AB'></a>\n\n## Top {#x}\n\n## Y }\n",
    "broken/readme.md": "# Broken\n\n```\n# Hidden\n",
    "ignored/readme.md": "# Ignored\n",
    "excluded/readme.md": "# Excluded\n",
    ".gitignore": "ignored/\n*.log\n",
    "build.log": "text\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outer") / "root"
    write_files(folder, FILES)
    write_files(folder.parent, {"secret.md": "# Secret\n", "outside/x.md": "# X\n"})
    (folder / "bad.md").write_bytes(b"# \xff\xfe\n")
    (folder / "inside.md").symlink_to("docs/README.md")
    (folder / "folder").symlink_to("docs")
    (folder / "leak.md").symlink_to("../secret.md")
    (folder / "leaking").symlink_to("../outside")
    (folder / "dangling.md").symlink_to("nowhere.md")
    return folder


@pytest.fixture(scope="module")
def repository(root: Path) -> Repository:
    return Repository(root, exclude=("excluded",), ignore=("quiz-url", "app://*", "*.todo"))


@pytest.mark.parametrize(
    ("destination", "outcome"),
    [
        ("docs/README.md", O.FOUND),
        ("docs", O.FOUND),
        ("docs/", O.FOUND),
        ("docs/.", O.FOUND),
        ("./docs/../docs//README.md", O.FOUND),
        (".", O.FOUND),
        ("./", O.FOUND),
        ("", O.EMPTY),
        ("docs/a%20b.md", O.FOUND),
        ("docs/a b.md", O.FOUND),
        ("docs/c%23d.md", O.FOUND),
        ("docs/c#d.md", O.MISSING),
        ("docs/100%25.md", O.FOUND),
        ("docs/100%.md", O.FOUND),
        ("docs/what%3F.md", O.FOUND),
        ("docs/what?.md", O.MISSING),
        ("docs/caf%C3%A9.md", O.FOUND),
        ("docs/café.md", O.FOUND),
        (f"docs/caf{NFD}.md", O.WRONG_CASE),
        (f"docs/nfd-{NFD}.md", O.FOUND),
        ("docs/nfd-é.md", O.WRONG_CASE),
        ("docs/new%0Aline.md", O.FOUND),
        ("docs/LICENSE", O.FOUND),
        ("docs/.hidden", O.FOUND),
        ("docs/README.md/", O.FOUND),
        ("docs/README.md/x", O.MISSING),
        ("docs/readme.md", O.WRONG_CASE),
        ("Docs/README.md", O.WRONG_CASE),
        ("nope.md", O.MISSING),
        ("docs/README", O.MISSING),
        ("%00", O.MISSING),
        (".git/config", O.MISSING),
        ("inside.md", O.FOUND),
        ("folder/README.md", O.FOUND),
        ("dangling.md", O.MISSING),
        ("leak.md", O.OUTSIDE),
        ("leaking/x.md", O.OUTSIDE),
        ("../secret.md", O.OUTSIDE),
        ("..%2Fsecret.md", O.OUTSIDE),
        ("../../../../etc/passwd", O.OUTSIDE),
        ("../docs/LICENSE", O.MISSING),
        ("docs\\LICENSE", O.OUTSIDE),
        ("docs%5CLICENSE", O.MISSING),
        ("nope.md#a\\b", O.MISSING),
        ("docs/back\\slash.md", O.FOUND),
        ("file:///etc/passwd", O.OUTSIDE),
        ("ignored/readme.md", O.FOUND),
        ("build.log", O.FOUND),
        ("excluded/readme.md#nope", O.FOUND),
        ("excluded#nope", O.FOUND),
        ("quiz-url", O.IGNORED),
        ("a/b.todo", O.IGNORED),
        ("{{ url }}", O.IGNORED),
        ("docs/{{ page }}.md", O.IGNORED),
        ("www.example.org", O.SCHEMELESS),
        ("example.com/x", O.SCHEMELESS),
    ],
)
def test_paths(repository: Repository, destination: str, outcome: Outcome) -> None:
    assert repository.follow(destination).outcome is outcome


def test_a_path_that_exists_is_no_address(repository: Repository) -> None:
    assert repository.follow("example.com/x", "docs/README.md").outcome is O.FOUND


@pytest.mark.parametrize(
    ("destination", "outcome"),
    [
        ("#set-up", O.FOUND),
        ("#set-up-1", O.FOUND),
        ("#set-up-2", O.ANCHOR_MISSING),
        ("#Set-Up", O.ANCHOR_CASE),
        ("#myid", O.ANCHOR_CASE),
        ("#MyId", O.FOUND),
        ("#user-content-set-up", O.FOUND),
        ("#user-content-nope", O.ANCHOR_MISSING),
        ("#\ufe0f-warning", O.FOUND),
        ("#%EF%B8%8F-warning", O.FOUND),
        ("#-warning", O.ANCHOR_MISSING),
        ("#café", O.FOUND),
        ("#caf%C3%A9", O.FOUND),
        ("#caf%c3%a", O.ANCHOR_MISSING),
        (f"#caf{NFD}", O.ANCHOR_MISSING),
        ("#", O.FOUND),
        ("#top", O.FOUND),
        ("#TOP", O.FOUND),
        ("#L10", O.FOUND),
        ("#L10-L20", O.FOUND),
        ("#L10C3-L20C1", O.FOUND),
        ("#L", O.ANCHOR_MISSING),
        ("?plain=1#L3", O.FOUND),
        ("#:~:text=anything", O.FOUND),
        ("#set-up:~:text=anything", O.FOUND),
        ("#nope:~:text=anything", O.ANCHOR_MISSING),
        ("docs#part-one", O.FOUND),
        ("docs/#part-one", O.FOUND),
        ("docs/#nope", O.ANCHOR_MISSING),
        ("docs#readme", O.FOUND),
        ("folder#part-one", O.FOUND),
        ("folder#nope", O.ANCHOR_MISSING),
        ("inside.md#part-one", O.FOUND),
        ("inside.md#nope", O.ANCHOR_MISSING),
        ("empty#nope", O.ANCHOR_MISSING),
        ("docs/given.md#first", O.FOUND),
        ("docs/given.md#one-first", O.FOUND),
        ("docs/given.md#First", O.ANCHOR_CASE),
        ("docs/given.md#second", O.FOUND),
        ("docs/given.md#no", O.ANCHOR_MISSING),
        ("rst#anything", O.FOUND),
        ("mark#part", O.FOUND),
        ("mark#nope", O.ANCHOR_MISSING),
        ("two#nope", O.FOUND),
        ("notes#nope", O.FOUND),
        ("docs#README", O.FOUND),
        ("empty#readme", O.FOUND),
        ("terms.md#term", O.FOUND),
        ("terms.md#box", O.FOUND),
        ("terms.md#para", O.FOUND),
        ("terms.md#in", O.ANCHOR_MISSING),
        ("case.md#Ab", O.ANCHOR_CASE),
        ("case.md#L1x", O.ANCHOR_MISSING),
        ("case.md#L1-2", O.FOUND),
        ("broken/readme.md#hidden", O.FOUND),
        ("bad.md#anything", O.FOUND),
        ("docs/main.py#anything", O.FOUND),
        ("ignored#anything", O.FOUND),
    ],
)
def test_fragments(repository: Repository, destination: str, outcome: Outcome) -> None:
    assert repository.follow(destination).outcome is outcome


def test_the_target_names_the_document_that_was_looked_into(repository: Repository) -> None:
    target = repository.follow("docs/#nope")
    assert (target.path, target.page, target.fragment) == ("docs", "docs/README.md", "nope")


@pytest.mark.parametrize(
    ("destination", "path", "page", "actual"),
    [
        ("docs/README.md", "docs/README.md", "docs/README.md", None),
        ("docs/", "docs", "docs/README.md", None),
        ("mark", "mark", "mark/Readme.markdown", None),
        ("mark#part", "mark", "mark/Readme.markdown", None),
        ("docs#readme", "docs", "docs/README.md", None),
        ("empty", "empty", None, None),
        ("two", "two", None, None),
        ("excluded", "excluded", None, None),
        ("docs/main.py", "docs/main.py", None, None),
        ("#Set-Up", "readme.md", "readme.md", "set-up"),
        ("#user-content-Set-Up", "readme.md", "readme.md", "set-up"),
        ("case.md#Ab", "case.md", "case.md", "ab"),
        ("docs/readme.md#x", "docs/readme.md", None, "docs/README.md"),
        ("docs\\LICENSE", "docs\\LICENSE", None, "docs/LICENSE"),
        ("x\\y\\z", "x\\y\\z", None, "x/y/z"),
        ("nope.md#x", "nope.md", None, None),
        ("../secret.md", "../secret.md", None, None),
        ("leak.md", "leak.md", None, None),
        ("file:///etc/passwd", "file:///etc/passwd", None, None),
        ("www.example.org/a", "www.example.org/a", None, "https://www.example.org/a"),
        ("http;//example.org", "", None, "http://example.org"),
        ("https://example.org", "", None, None),
        ("quiz-url", "", None, None),
    ],
)
def test_a_target_says_where_it_is_and_what_is_right(
    repository: Repository, destination: str, path: str, page: str | None, actual: str | None
) -> None:
    target = repository.follow(destination)
    assert (target.path, target.page, target.actual) == (path, page, actual)


@pytest.mark.parametrize("source", ["readme.md", "docs/README.md"])
@pytest.mark.parametrize(
    "route", ["issues", "issues/1", "wiki", "pulls", "blob/main/x.md", "", "/"]
)
def test_pages_of_github_above_the_root_are_external(
    repository: Repository, source: str, route: str
) -> None:
    up = "../" * (2 + source.count("/"))
    assert repository.follow(up + route, source).outcome is O.EXTERNAL


@pytest.mark.parametrize("destination", ["../issues", "../../../issues", "../../nowhere"])
def test_other_places_above_the_root_are_outside(repository: Repository, destination: str) -> None:
    assert repository.follow(destination).outcome is O.OUTSIDE


@pytest.mark.parametrize(
    ("prefix", "destination", "outcome"),
    [
        ("", "/docs/README.md", O.FOUND),
        ("", "/", O.FOUND),
        ("", "/nope.md", O.MISSING),
        ("", "/Docs/", O.WRONG_CASE),
        (None, "/docs/", O.FOUND),
        ("part/one", "/part/one/docs/", O.FOUND),
        ("part/one", "/part/one", O.FOUND),
        ("part/one", "/part/one/nope.md", O.MISSING),
        ("part/one", "/part/one/..nope", O.MISSING),
        ("part/one", "/part/two.md", O.IGNORED),
        ("part/one", "/docs/", O.IGNORED),
        ("part/one", "../two.md", O.IGNORED),
        ("part/one", "../../two.md", O.IGNORED),
        ("part/one", "../../../two.md", O.OUTSIDE),
        ("part/one", "../../issues", O.IGNORED),
        ("part/one", "../../../../issues", O.EXTERNAL),
    ],
)
def test_a_slash_means_the_root_of_the_repository(
    root: Path, prefix: str | None, destination: str, outcome: Outcome
) -> None:
    assert Repository(root, prefix=prefix).follow(destination).outcome is outcome


def test_absolute_links_can_be_ignored(root: Path) -> None:
    repository = Repository(root, absolute=RouteLinks.IGNORE)
    assert repository.follow("/nope.md").outcome is O.IGNORED
    assert repository.follow("nope.md").outcome is O.MISSING


@pytest.mark.parametrize(
    ("destination", "outcome"),
    [
        ("/lib/x.md", O.IGNORED),
        ("/lib/nope.md", O.IGNORED),
        ("/lib/nope", O.IGNORED),
        ("/other/nope.md", O.IGNORED),
        ("../../lib/x.md", O.IGNORED),
        ("../../lib/nope.md", O.IGNORED),
    ],
)
def test_what_lies_beyond_the_root_is_unknown_without_looking(
    tmp_path: Path, destination: str, outcome: Outcome
) -> None:
    write_files(tmp_path, {"part/one/readme.md": "# R\n", "lib/x.md": "# X\n"})
    repository = Repository(tmp_path / "part/one", prefix="part/one")
    assert repository.follow(destination).outcome is outcome
