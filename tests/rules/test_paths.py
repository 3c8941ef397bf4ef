"""CL301, CL311, CL313: what leads to documents, in links and in code."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import run
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import LinkSettings, RouteLinks, Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import places, write_files

RULES = [rule for rule in all_rules() if rule.code in ("CL101", "CL301", "CL311", "CL313")]
LEVEL = "first_level/readme.md"
FIRST = "first_level/1_start/readme.md"
FILES = {
    LEVEL: "# First\n\n- [Start](1_start/)\n- [Loops](2_loops/readme.md)\n",
    FIRST: "# Start\n",
    "first_level/2_loops/readme.md": "# Loops\n",
    "docs/setup.md": "# Setup\n",
    "src/app.js": "1\n",
}


def found(root: Path, files: dict[str, str], **settings: object) -> list[str]:
    write_files(root, {**FILES, **files})
    return places(run(Disk(Settings(str(root), **settings)), RULES).diagnostics)  # type: ignore[arg-type]


def test_a_link_to_the_readme_that_a_unit_lacks_is_not_reported_besides(tmp_path: Path) -> None:
    text = FILES[LEVEL] + "- [Files](3_files/readme.md) and [notes](3_files/notes.md)\n"
    files = {LEVEL: text, "first_level/3_files/app.js": "1\n"}
    assert found(tmp_path, files) == ["first_level/3_files:1:1 CL101", f"{LEVEL}:5:42 CL301"]


def test_a_linked_curriculum_has_no_orphans(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == []


@pytest.mark.parametrize(
    "link",
    [
        "[n](1_start/notes.md)",
        "[n](1_start/notes.md#no-such)",
        "[n](/first_level/1_start/notes.md)",
        "<a href='1_start/notes.md'>n</a>",
        "[n][x]\n\n[x]: 1_start/notes.md",
        "[n](https://github.com/o/r/blob/main/first_level/1_start/notes.md)",
        "[n](https://github.com/o/r/blob/main/first_level/1_start/notes.md#n)",
        "[n](https://github.com/o/r/blob/main/first_level/1_start/notes.md?plain=1#L1)",
        "[n]({{site.url}}/first_level/1_start/notes.html)",
        "[n]({{site.url}}/first_level/1_start/notes?a=b#n)",
    ],
)
def test_a_link_in_any_form_counts(tmp_path: Path, link: str) -> None:
    files = {LEVEL: FILES[LEVEL] + f"\n{link}\n", "first_level/1_start/notes.md": "# N\n"}
    assert "first_level/1_start/notes.md:1:1 CL311" not in found(tmp_path, files)


def test_a_link_to_html_leads_to_the_document_it_is_made_of(tmp_path: Path) -> None:
    files = {
        LEVEL: FILES[LEVEL] + "\n[n](1_start/notes.html)\n",
        "first_level/1_start/notes.md": "# N\n",
    }
    assert found(tmp_path, files) == [f"{LEVEL}:6:5 CL301"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("first_level/1_start/notes.md", "# N\n"),
        ("first_level/1_start/more/readme.md", "# N\n"),
        ("first_level/notes.md", "# N\n\n[this](notes.md) [top](#n)\n"),
    ],
)
def test_what_only_links_to_itself_is_an_orphan(tmp_path: Path, path: str, text: str) -> None:
    assert found(tmp_path, {path: text}) == [f"{path}:1:1 CL311"]


@pytest.mark.parametrize(
    "path",
    [
        "notes.md",
        "docs/more.md",
        ".github/first_level/notes.md",
        "first_level/1_start/CHANGELOG.md",
        "first_level/1_start/LICENSE-content.md",
        "first_level/CONTRIBUTING.md",
        "first_level/1_start/readme.es.md",
        "first_level/1_start/_partial/notes.md",
        "first_level/module-template.md",
    ],
)
def test_what_people_find_without_a_link_is_no_orphan(tmp_path: Path, path: str) -> None:
    assert found(tmp_path, {path: "# N\n"}) == []


def test_a_curriculum_that_links_no_unit_has_its_folders_for_an_index(tmp_path: Path) -> None:
    assert found(tmp_path, {LEVEL: "# First\n"}) == []


def test_without_levels_nothing_is_an_orphan_or_a_path(tmp_path: Path) -> None:
    files = {"readme.md": "# R\n\n`docs/setups.md`\n"}
    assert found(tmp_path, files, levels=("part*",)) == []


def test_where_the_root_is_the_level_documents_beside_the_units_are_no_orphans(
    tmp_path: Path,
) -> None:
    files = {"readme.md": "# R\n\n[a](1_a/)\n", "1_a/readme.md": "# A\n", "1_a/more.md": "# B\n"}
    assert found(tmp_path, files, levels=(".",)) == ["1_a/more.md:1:1 CL311"]


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        ("readme.md", "first_level/3_loops", "first_level/2_loops"),
        ("readme.md", "first_level/2_loop/", "first_level/2_loops/"),
        ("readme.md", "first_level/1_start/readme.md:12", None),
        ("readme.md", "docs/setups.md", "docs/setup.md"),
        ("docs/setup.md", "./../docs/setups.md", "./setup.md"),
        ("readme.md", "first_level/nothing_like_it/x.md", ""),
        ("readme.md", "first_level/1_start/README.md", "first_level/1_start/readme.md"),
        (FIRST, "first_level/3_loops/", "first_level/2_loops/"),
        (FIRST, "first_level/1_start/answer.js", None),
        (FIRST, "src/ap.js", None),
        (FIRST, "./src/app.js", None),
        ("readme.md", "src/new/thing.js", None),
        ("readme.md", "first_level/{number}_x", None),
        ("readme.md", "first_level/*/readme.md", None),
        ("readme.md", "first_level/<name>/readme.md", None),
        ("readme.md", "first_level/…/readme.md", None),
        ("readme.md", "first_level/.../readme.md", None),
        ("readme.md", "cd first_level/3_loops", None),
        ("readme.md", "application/json", None),
        ("readme.md", "@scope/package", None),
        ("readme.md", "https://example.org/first_level/3_loops", None),
        ("readme.md", "first_level/1_start/node_modules/x", None),
        ("readme.md", "../other/first_level", None),
        ("CHANGELOG.md", "first_level/3_loops", None),
    ],
)
def test_a_path_in_code_exists(tmp_path: Path, path: str, code: str, expected: str | None) -> None:
    write_files(
        tmp_path,
        {
            **FILES,
            path: f"# T\n\nSee `{code}`.\n\n[1](/first_level/1_start/) [2](/first_level/2_loops/)\n",
        },
    )
    every = run(Disk(Settings(str(tmp_path))), RULES).diagnostics
    shown = [d for d in every if d.code == "CL313"]
    if expected is None:
        assert shown == []
    elif expected:
        assert [d.help for d in shown] == [f"Did you mean `{expected}`?"]
    else:
        assert len(shown) == 1


# -- CL301: the routes of a website


def _linking(*destinations: str) -> dict[str, str]:
    return {"docs/links.md": "# Links\n\n" + "".join(f"- [x]({each})\n" for each in destinations)}


def _broken(root: Path, files: dict[str, str], **settings: object) -> list[tuple[str, str | None]]:
    write_files(root, {**FILES, **files})
    done = run(Disk(Settings(str(root), **settings)), RULES)  # type: ignore[arg-type]
    return [(each.message, each.help) for each in done.diagnostics if each.code == "CL301"]


def test_a_link_without_the_ending_of_its_page_is_told_what_to_write(tmp_path: Path) -> None:
    assert _broken(tmp_path, _linking("setup#setup")) == [
        ("`setup#setup` does not exist: the file is `setup.md`.", "Write `setup.md#setup`.")
    ]


def test_many_links_without_endings_are_told_once_and_can_be_switched_off(tmp_path: Path) -> None:
    pages = {f"docs/p{number}.md": "# P\n" for number in range(11)}
    files = {**pages, **_linking(*(f"p{number}" for number in range(11)), "nowhere")}
    first, other = _broken(tmp_path, files)
    assert first[0] == (
        "`p0` does not exist: the file is `p0.md`, and 10 more links of the curriculum leave out "
        "an ending."
    )
    assert other[0].startswith("`nowhere` does not exist")
    (left,) = _broken(tmp_path, files, links=LinkSettings(endings=RouteLinks.IGNORE))
    assert left == other


def test_routes_of_one_prefix_are_told_once(tmp_path: Path) -> None:
    links = _linking("/guides/one", "/guides/two", "/guides/three/", "/rules/one", "/srcs/app.js")
    told = [message for message, _ in _broken(tmp_path, links)]
    assert told == [
        "`/guides/one` does not exist: there is no folder `guides` in the root of the repository, "
        "and 2 more links of the curriculum begin with `/guides/`.",
        "`/rules/one` does not exist: there is no folder `rules` in the root of the repository.",
        "`/srcs/app.js` does not exist: there is no folder `srcs` in the root of the repository.",
    ]


def test_links_into_a_folder_that_was_renamed_are_told_one_by_one(tmp_path: Path) -> None:
    links = _linking(*(f"/first_levels/{name}/" for name in ("1_start", "2_loops", "1_start")))
    write_files(tmp_path, {**FILES, **links})
    done = run(Disk(Settings(str(tmp_path))), RULES)
    assert [each.fix is not None for each in done.diagnostics if each.code == "CL301"] == [True] * 3


@pytest.mark.parametrize(
    "path", ["first_level/XX_name/x.md", "first_level/module_n/", "docs/NN.md"]
)
def test_what_stands_for_a_name_is_no_path(tmp_path: Path, path: str) -> None:
    assert found(tmp_path, {"readme.md": f"# R\n\nEach is in `{path}`.\n"}) == []


def test_the_readme_of_a_folder_with_code_comes_with_the_folder(tmp_path: Path) -> None:
    files = {
        "first_level/1_start/code/readme.md": "# N\n",
        "first_level/1_start/code/app.js": "1\n",
    }
    assert found(tmp_path, files) == []
