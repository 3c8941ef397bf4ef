"""Navigation, owners, workflows and other curricula that name what moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changed.history import commit, git, repository
from tests.command import Result, invoke
from tests.curricula import FIRST, LEVEL, clean_files
from tests.repository import write_files

OLD = f"{LEVEL}/1_start"
NEW = f"{LEVEL}/2_start"
SAID = "Also named here"


def move(root: Path, *options: str) -> Result:
    done = invoke("move", "1", "--to", "2", "--root", str(root), *options)
    assert done.exit_code == 0, done
    return done


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "course", clean_files())


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "nav:\n  - Start: {}/readme.md\n"),
        ("mkdocs.yml", "nav:\n  - Start (1): '{}/readme.md'  # the first\n"),
        ("mkdocs.yml", "nav: [{}/readme.md, \"{}/\"]\n"),
        ("_quarto.yml", "book:\r\n  chapters:\r\n    - part: One\r\n      chapters:\r\n        - {}/readme.md\r\n"),
        ("_toc.yml", "root: README\nchapters:\n- file: {}/readme\n"),
        (".github/workflows/x.yaml", "jobs:\n  x:\n    steps:\n      - working-directory: ./{}\n"),
        (f"{LEVEL}/.pages", "nav:\n  - {}\n"),
        ("quiz.json", '{"lesson":"{}", "file": "{}/readme.md"}\n'),
        ("data/course.toml", "first = '{}'\n"),
        ("SUMMARY.md", "# Summary\n\n- [Start]({}/readme.md)\n"),
    ],
)  # fmt: skip
def test_a_value_that_is_the_path_follows(root: Path, path: str, text: str) -> None:
    old, new = (OLD, NEW) if path.count(LEVEL) == 0 else ("1_start", "2_start")
    write_files(root, {path: text.replace("{}", old)})
    done = move(root)
    assert (root / path).read_bytes().decode() == text.replace("{}", new)
    assert SAID not in done.stderr
    assert invoke("check", "--root", str(root)).exit_code == 0


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "# - {}/readme.md\n"),
        ("mkdocs.yml", "run: cat {}/readme.md\n"),
        ("mkdocs.yml", "{}/readme.md: Start\n"),
        ("mkdocs.yml", "<<<<<<< a\n- {}\n=======\n- x\n>>>>>>> b\n"),
        (".github/workflows/x.yml", "paths:\n  - '{}/**'\n"),
        (".github/CODEOWNERS", "/{}/ @anna\n"),
        ("sidebars.js", "module.exports = [\n'{}/readme'];\n"),
        ("astro.config.mjs", "export default {\n  slug: '{}' };\n"),
        ("package.json", '{"workspaces": ["{}"]}\n'),
        ("pyproject.toml", '[tool.x]\npaths = ["{}"]\n'),
        ("page.html", '<a href="./{}/">Start</a>\n'),
        ("notes.txt", "https://github.com/a/b/blob/main/{}/readme.md\n"),
        ("course.json", '{"first": "1_start"}\n'),
        ("notes.md", "# Notes\n\n```sh\ncd {}\n```\n"),
        ("archive/old.md", "[start](../{}/readme.md)\n"),
        ("notes.md", '# Notes\n\n<q cite="{}/readme.md">x</q>\n'),
    ],
)
def test_any_other_form_is_listed_and_left(root: Path, path: str, text: str) -> None:
    config = 'exclude = ["archive/**"]\n'
    write_files(root, {path: text.replace("{}", OLD), "curriculum-lint.toml": config})
    commit(root)
    done = move(root)
    assert (root / path).read_text() == text.replace("{}", OLD)
    line = 1 + next(at for at, each in enumerate(text.splitlines()) if "{}" in each or "1_" in each)
    assert f"\n{path}:{line}: " in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "11_start, 1_starts, x1_start, 1_start.txt, 1_start-old",
        "other/1_start/readme.md",
        "../../first_level/1_start",
    ],
)
def test_what_only_looks_like_it_is_not_listed(root: Path, text: str) -> None:
    write_files(root, {"lib/notes.txt": f"{text}\n", "other/1_start/x.txt": "x"})
    assert SAID not in move(root).stderr


def test_what_names_what_is_removed_is_listed(root: Path) -> None:
    write_files(root, {"CODEOWNERS": f"/{OLD}/ @me\n", ".github/labeler.yml": f"a:\n- {OLD}/**\n"})
    done = invoke("remove", "1", "--root", str(root))
    assert done.exit_code == 0, done
    listed = done.stderr.partition(f"{SAID}, and left as it is:\n")[2].splitlines()
    assert {f".github/labeler.yml:2: - {OLD}/**", f"CODEOWNERS:1: /{OLD}/ @me"} <= {*listed}


def test_what_is_below_the_folder_of_a_site_is_found_there(tmp_path: Path) -> None:
    files = {f"docs/{path}": text for path, text in clean_files().items()}
    nav = {"mkdocs.yml": f"nav:\n  - {OLD}/readme.md\n"}
    config = {"curriculum-lint.toml": 'levels = ["docs/*_level"]\n'}
    root = repository(tmp_path / "site", files | nav | config)
    assert SAID not in move(root).stderr
    assert NEW in (root / "mkdocs.yml").read_text()


def test_what_may_be_in_two_places_is_only_listed(tmp_path: Path) -> None:
    files = {f"docs/{path}": text for path, text in clean_files().items()}
    nav = {"mkdocs.yml": f"nav:\n  - {OLD}/readme.md\n", f"old/{FIRST}": "# Old\n"}
    config = {"curriculum-lint.toml": 'levels = ["docs/*_level"]\n'}
    root = repository(tmp_path / "site", files | nav | config)
    assert "mkdocs.yml:2: " in move(root).stderr
    assert OLD in (root / "mkdocs.yml").read_text()


@pytest.mark.parametrize("options", [(), ("--diff",)])
def test_files_beyond_the_root_are_listed_and_never_touched(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    files = {f"{one}/{path}": text for one in "ab" for path, text in clean_files().items()}
    around = {
        "a/curriculum-lint.toml": "",
        "b/curriculum-lint.toml": "",
        "b/notes.md": f"# Notes\n\n[theirs](../a/{FIRST}), [ours]({FIRST})\n",
        "b/mkdocs.yml": f"nav:\n  - {FIRST}\n",
        "README.md": f"# Both\n\n[one](a/{FIRST})\n",
        "mkdocs.yml": f"nav:\n  - a/{FIRST}\n  - b/{FIRST}\n",
    }
    top = repository(tmp_path / "top", files | around)
    done = move(top / "a", *options)
    said = [line for line in done.stderr.splitlines() if not line.startswith("To take it back")]
    lines = [line.partition(": ")[0] for line in said if ": " in line]
    assert lines == ["../README.md:3", "../b/notes.md:3", "../mkdocs.yml:2"]
    assert git(top, "status", "--porcelain", "b", "README.md", "mkdocs.yml") == ""


def test_a_repair_that_renames_says_it_as_well(root: Path) -> None:
    (root / LEVEL / "2_files").rename(root / LEVEL / "3_files")
    write_files(root, {"CODEOWNERS": f"/{LEVEL}/3_files/ @anna\n"})
    for option in ("--diff", "--fix"):
        done = invoke("check", option, "--unsafe-fixes", "--root", str(root))
        assert "CODEOWNERS:1: " in done.stderr


def test_hostile_text_is_not_printed_as_it_is(root: Path) -> None:
    write_files(root, {"x.txt": f"::error::{OLD}\n##[group]{OLD}\n\x1b[31m{OLD}\n"})
    said = move(root).stderr
    assert "\x1b" not in said
    assert "##[" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_of_one_line_only_what_is_left_is_told(root: Path) -> None:
    link = f'<img src="{OLD}/readme.md" longdesc="{OLD}/readme.md" alt="x">'
    write_files(root, {"notes.md": f"# Notes\n\n{link}\n\n<img src='{OLD}/readme.md' alt='x'>\n"})
    said = move(root).stderr
    assert "notes.md:3: " in said
    assert "notes.md:5: " not in said


def test_addresses_on_a_host_are_told(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": "levels = ['.']\n",
            "README.md": "# C\n\n- [A](1_a/readme.md)\n- [B](2_b/readme.md)\n\n"
            "[On the web](https://github.com/o/r/blob/main/2_b/readme.md)\n",
            "1_a/readme.md": "# A\n",
            "2_b/readme.md": "# B\n",
        },
    )
    done = invoke("move", "2_b", "--to", "1", "--root", str(tmp_path))
    assert "README.md:6: [On the web]" in done.stderr
