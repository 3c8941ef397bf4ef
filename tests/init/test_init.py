"""``init`` writes a configuration with which the modules of a repository are found."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.init.aside import AsideKind
from curriculum_lint.init.automation import HOOK, workflow
from curriculum_lint.init.configuration import Survey, render
from curriculum_lint.init.derived_schema import DerivedSchema
from curriculum_lint.init.layout import FoundLayout, find_layouts
from curriculum_lint.init.pages import PAGES_PATH, pages_workflow
from curriculum_lint.init.requirement import _of_clone, _of_commit
from curriculum_lint.init.site_links import SiteLinks
from curriculum_lint.init.words import CountedName
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.skeleton import find_units
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.read import parse_configuration
from curriculum_lint.settings.settings import Settings
from curriculum_lint.settings.validate import validate
from curriculum_lint.workspace.disk import Disk
from tests.command import invoke
from tests.curricula import write_clean
from tests.report.strategies import hostile
from tests.repository import write_files

from .repositories import LAYOUTS, Repository

CONFIGURATION = "curriculum-lint.toml"
HOOK_FILE = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/curriculum-lint.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_clean(tmp_path / "repository")
    (root / ".git").mkdir()
    monkeypatch.chdir(root)
    return root


def summary(root: Path) -> dict[str, int]:
    done = invoke("check", "--output-format", "json", "--root", str(root))
    assert done.exit_code in (0, 1), done.stderr
    return json.loads(done.stdout)["summary"]


@pytest.mark.parametrize("repository", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_is_recognised_and_its_modules_are_checked(
    tmp_path: Path, repository: Repository
) -> None:
    write_files(tmp_path, {path: f"# Title of {path}\n" for path in repository.paths})
    done = invoke("init", "--root", str(tmp_path))
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"Found {repository.modules} modules." in done.stdout
    settings = load_settings(str(tmp_path)).settings
    assert list(settings.levels) == repository.levels
    assert settings.module_pattern == repository.module_pattern
    assert settings.subsection_pattern == repository.subsection_pattern
    assert (settings.readme, settings.unit_file) == (repository.readme, repository.unit_file)
    found = summary(tmp_path)
    assert (found["modules"], found["subsections"]) == (repository.modules, repository.subsections)


def test_a_clean_curriculum_is_clean_with_what_is_written(root: Path) -> None:
    assert invoke("init").exit_code == 0
    assert summary(root)["errors"] == 0


def test_without_modules_only_links_are_checked(tmp_path: Path) -> None:
    write_files(tmp_path, {"README.md": "# Notes\n", "1-only/readme.md": "# One\n"})
    done = invoke("init", "--root", str(tmp_path))
    assert "Found no modules." in done.stdout
    assert load_settings(str(tmp_path)).settings.levels == ()


def test_texts_that_are_not_read_are_told_where_nothing_else_is_there(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{n:02}-topic.ipynb": "{}" for n in range(1, 6)})
    write_files(tmp_path, {"README.md": "# A course\n", "notes.rst": "Notes\n"})
    done = invoke("init", "--root", str(tmp_path))
    assert "are read; there are other texts: 5 .ipynb, 1 .rst.\n" in done.stdout


def test_the_most_used_known_name_is_preferred_and_unknown_ones_are_listed(root: Path) -> None:
    text = "# A\n\n## 1) Do\n\n**Steps:** x\n\n**Objective:** y\n\n**Your turn:** z\n\n## Goal\n"
    write_files(root, {f"first_level/{n}_m{n}/readme.md": text for n in range(5, 9)})
    assert invoke("init").exit_code == 0
    written = (root / CONFIGURATION).read_text()
    data = tomllib.loads(written)
    assert "sections" not in data
    assert "steps: “Build steps” 6 times in 3 readmes" in written
    assert "“Your turn” 4 times in 4 readmes" in written
    settings = load_settings(".").settings
    assert set(settings.sections["steps"]) == set(Settings(root="").sections["steps"])


def test_sections_of_another_name_are_written_first(tmp_path: Path) -> None:
    text = "# A\n\n## 1) Do\n\n**Steps:** x\n\n**Success criteria:** y\n"
    write_files(tmp_path, {f"{n:02}-a-{n}/readme.md": text for n in (1, 2, 3)})
    invoke("init", "--root", str(tmp_path))
    sections = load_settings(str(tmp_path)).settings.sections
    assert sections["steps"] == ("Steps", "Build steps", "Instructions", "What to do")
    assert sections["acceptance_criteria"][0] == "Success criteria"
    assert "# “Steps” 3 times in 3 readmes." in (tmp_path / CONFIGURATION).read_text()


def test_hook_and_workflow_are_written_once(root: Path) -> None:
    done = invoke("init", "--package", "curriculum-lint==9.9")
    files = [CONFIGURATION, HOOK_FILE, WORKFLOW]
    assert done.stdout.startswith("".join(f"Wrote {each}.\n" for each in files))
    assert (root / HOOK_FILE).read_text() == HOOK
    assert (root / WORKFLOW).read_text() == workflow("curriculum-lint==9.9")


def test_nothing_that_exists_is_changed(root: Path) -> None:
    write_files(root, {HOOK_FILE: "repos: []\n", WORKFLOW: "name: mine\n"})
    done = invoke("init")
    assert (root / HOOK_FILE).read_text() == "repos: []\n"
    assert (root / WORKFLOW).read_text() == "name: mine\n"
    assert f"{HOOK_FILE} exists. Add to its `repos`:\n  - repo: local\n" in done.stdout


def test_a_hook_that_is_there_is_not_proposed(root: Path) -> None:
    write_files(root, {HOOK_FILE: HOOK})
    assert "Add to its" not in invoke("init").stdout


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (CONFIGURATION, "levels = []\n", f"{CONFIGURATION} exists already"),
        ("pyproject.toml", "[tool.curriculum-lint]\n", "pyproject.toml has a table for curr"),
    ],
)
def test_a_configuration_is_replaced_only_by_force(
    root: Path, path: str, text: str, message: str
) -> None:
    write_files(root, {path: text})
    done = invoke("init")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(message)
    assert done.stderr.endswith(f"; --force writes a new {CONFIGURATION}\n")
    assert not (root / HOOK_FILE).exists()
    assert invoke("init", "--force").exit_code == 0
    assert load_settings(".").settings.levels == ("*_level",)


def test_force_replaces_the_configuration_only(root: Path) -> None:
    write_files(root, {CONFIGURATION: "broken", HOOK_FILE: "repos: []\n", WORKFLOW: "name: mine\n"})
    assert invoke("init", "--force").exit_code == 0
    assert (root / HOOK_FILE).read_text() == "repos: []\n"
    assert (root / WORKFLOW).read_text() == "name: mine\n"


def test_a_dry_run_prints_and_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    done = invoke("init", "--dry-run", "--package", "curriculum-lint==9.9")
    assert sorted(root.rglob("*")) == before
    assert done.exit_code == 0
    for path in (CONFIGURATION, HOOK_FILE, WORKFLOW):
        assert f"# ----- {path}\n" in done.stdout
    printed = done.stdout.split("# ----- ")[1].partition("\n")[2]
    invoke("init", "--package", "curriculum-lint==9.9")
    assert (root / CONFIGURATION).read_text().strip() == printed.strip()


def test_below_the_top_of_a_repository_only_the_configuration_is_written(root: Path) -> None:
    done = invoke("init", "--root", "first_level")
    assert done.exit_code == 0
    files = {path.name for path in (root / "first_level").iterdir() if path.is_file()}
    assert files == {"readme.md", CONFIGURATION}
    assert not (root / "first_level" / HOOK_FILE).exists()
    assert "belong to the top of the repository" in done.stdout


def test_nothing_is_written_through_a_link_out_of_the_repository(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / ".github").symlink_to(outside)
    done = invoke("init", "--package", "curriculum-lint==9.9")
    assert done.exit_code == 2
    assert "a symbolic link is in the way" in done.stderr
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_the_configuration_is_refused(root: Path) -> None:
    (root / CONFIGURATION).symlink_to(root.parent / "absent.toml")
    assert invoke("init").exit_code == 2
    assert invoke("init", "--force").exit_code == 2
    assert not (root.parent / "absent.toml").exists()


def test_the_workflow_is_hardened() -> None:
    data = yaml.safe_load(workflow("curriculum-lint==1"))
    (job,) = data["jobs"].values()
    assert data["permissions"] == {} and job["permissions"] == {"contents": "read"}
    assert data["concurrency"]["cancel-in-progress"] is True
    assert job["timeout-minutes"] == 10
    uses = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(len(each.partition("@")[2]) == 40 for each in uses)
    assert job["steps"][0]["with"] == {"fetch-depth": 2, "persist-credentials": False}
    assert "${{" not in "".join(step.get("run", "") for step in job["steps"])


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)) | st.just("${{ secrets.X }}"))
def test_the_requirement_is_only_ever_text(requirement: str) -> None:
    written = workflow(requirement)
    assert written.isascii() and written.count("${{") == workflow("x").count("${{")
    steps = yaml.safe_load(written)["jobs"]["check"]["steps"]
    assert steps[2]["env"]["REQUIREMENT"] == requirement


@pytest.mark.parametrize("package", ["", " ", "a\nb", "p\u202ex", "\udcff"])
def test_a_requirement_is_plain_text(root: Path, package: str) -> None:
    done = invoke("init", "--package", package)
    assert (done.exit_code, (root / CONFIGURATION).exists()) == (2, False)


def test_the_hook_is_one_that_pre_commit_takes() -> None:
    (hook,) = yaml.safe_load(HOOK)["repos"][0]["hooks"]
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)


@pytest.mark.parametrize(
    ("direct_url", "requirement"),
    [
        (None, None),
        ({"url": "file:///x", "dir_info": {}}, None),
        (
            {"url": "https://example.org/x.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "curriculum-lint @ git+https://example.org/x.git@abc",
        ),
        (
            {
                "url": "https://me:secret@example.org/x",
                "vcs_info": {"vcs": "git", "commit_id": "a"},
            },
            None,
        ),
        ({"url": 3, "vcs_info": {"vcs": "git", "commit_id": "a"}}, None),
    ],
)
def test_the_requirement_is_the_commit_it_was_installed_from(direct_url, requirement) -> None:
    assert _of_commit(direct_url) == requirement


names = st.builds(
    CountedName, hostile, st.sampled_from([None, None, "goal"]), st.integers(2, 9), st.just(9)
)


@cache
def _own_layout() -> FoundLayout:
    return find_layouts(Disk(Settings(root=str(Path(__file__).parents[2]))))[0]


@given(hostile, st.lists(names, max_size=4), hostile)
def test_what_strangers_write_stays_in_comments_and_strings(word: str, found, first: str) -> None:
    layout = _own_layout()
    layout = layout._replace(
        modules=(first, first),
        readmes=((word, 2),),
        aside={word: AsideKind.TRANSLATION, first: AsideKind.HISTORY},
        readme="readme.md",
        evidence=layout.evidence._replace(listed=2, listed_in=(word, first)),
    )
    known = [name for name in found if name.key is None]
    schema = DerivedSchema("{}", {}, (word,))
    routes = SiteLinks(9, 0, word, 9)
    layouts = (layout, layout._replace(module_pattern="{number}_{slug}"))
    text = render(Survey(1, layouts, 0, tuple(known), 9, Counter(), {Kind.MODULE: schema}, routes))
    assert all(line.isprintable() or not line.isascii() for line in text.split("\n"))
    settings = validate(parse_configuration(text, CONFIGURATION), "/")
    assert settings.levels == layout.levels


@given(
    st.lists(
        st.tuples(st.sampled_from(["1", "02", "3", "week4", "Teil 5"]), hostile, hostile),
        min_size=2,
        max_size=6,
    )
)
def test_any_names_of_folders_give_a_configuration_that_loads(tmp_path_factory, parts) -> None:
    root = tmp_path_factory.mktemp("any")
    write_files(root, {"notes.md": "# Notes\n"})
    for number, middle, level in parts:
        name = f"{number}-{middle}".replace("/", "").replace("\x00", "")
        folder = level.replace("/", "").replace("\x00", "").strip(".") or "x"
        try:
            write_files(root, {f"{folder[:60]}/{name[:60]}/readme.md": "# A\n\n**Goal:** x\n"})
        except (UnicodeEncodeError, OSError):
            continue
    done = invoke("init", "--root", str(root))
    assert (done.exit_code, done.stderr) == (0, "")
    count = int((done.stdout.split("Found ")[1].split()[0]).replace("no", "0"))
    assert summary(root)["modules"] == count


def test_the_page_is_published_where_somebody_asks_for_it(root: Path) -> None:
    assert invoke("init", "--root", str(root)).exit_code == 0
    assert not (root / PAGES_PATH).exists()
    done = invoke("init", "--root", str(root), "--pages", "--package", "curriculum-lint==9.9")
    assert done.exit_code == 0
    assert (root / PAGES_PATH).read_text() == pages_workflow("curriculum-lint==9.9")
    again = invoke("init", "--root", str(root), "--pages")
    assert again.exit_code == 2
    assert "exists already" in again.stderr


def test_the_workflow_that_publishes_is_hardened() -> None:
    for requirement in ("curriculum-lint==1", None):
        data = yaml.safe_load(pages_workflow(requirement))
        assert data["permissions"] == {}
        assert data["jobs"]["build"]["permissions"] == {"contents": "read"}
        assert [step.get("uses") for step in data["jobs"]["publish"]["steps"]] == [
            "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e"
        ]


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("### Aufgabe {n}.{k}: Zählen", "Aufgabe"),
        ("### Ejercicio {k}", "Ejercicio"),
        ("#### 练习{k}", "练习"),
        ("## Problem {k} (10 points)", "Problem"),
    ],
)
def test_words_before_any_form_of_number_are_proposed(
    tmp_path: Path, heading: str, word: str
) -> None:
    for n in range(1, 5):
        tasks = "".join(f"{heading.format(n=n, k=k)}\n\nText.\n\n" for k in (1, 2, 3))
        write_files(tmp_path, {f"week{n}/README.md": f"# Week {n}\n\n{tasks}"})
    assert invoke("init", "--root", str(tmp_path)).exit_code == 0
    assert load_settings(str(tmp_path)).settings.sections["exercise"][-1] == word
    assert summary(tmp_path)["exercises"] == 12


def test_levels_that_are_written_otherwise_are_not_asked_for_what_most_have(tmp_path: Path) -> None:
    lesson = "# Lesson {0}\n\n## Warm up\n\nText.\n\n## Try it yourself\n\nText.\n"
    files = {
        f"{level}/{n:02}-x/README.md": lesson.format(n) for level in "abcd" for n in range(1, 6)
    }
    files |= {f"e/{n:02}-x/README.md": f"# Lesson {n}\n\nA project.\n" for n in range(1, 4)}
    files["a/03-x/README.md"] = "# Lesson 3\n\n## Warm up\n\nText.\n"
    write_files(tmp_path, files)
    assert invoke("init", "--root", str(tmp_path)).exit_code == 0
    assert load_settings(str(tmp_path)).settings.per_path_ignores == {"e/**": ("missing-section",)}
    done = invoke("check", "--root", str(tmp_path), "--select", "CL104", "--output-format", "json")
    found = json.loads(done.stdout)["diagnostics"]
    assert [each["path"] for each in found] == ["a/03-x/README.md"]


def test_pages_without_a_layout_have_habits_too(tmp_path: Path) -> None:
    texts = {
        f"{folder}/{name}.md": "### Introduction\n\nText.\n" for folder, name in ("ax", "by", "cz")
    }
    write_files(tmp_path, {"README.md": "# Notes\n", **texts})
    assert invoke("init", "--root", str(tmp_path)).exit_code == 0
    assert "# 3 of 4 pages: " in (tmp_path / CONFIGURATION).read_text()
    assert "missing-title" in load_settings(str(tmp_path)).settings.ignore


_PAGES = ["values", "loops", "files", "errors", "modules"]
_LISTS = {
    "SUMMARY.md": "".join(f"- [{each}](src/{each}.md)\n" for each in _PAGES),
    "README.md": "| Lesson |\n|---|\n" + "".join(f"| [{e}](src/{e}.md) |\n" for e in _PAGES),
    "mkdocs.yml": "nav:\n" + "".join(f"  - {each}: {each}.md\n" for each in _PAGES),
    "_toc.yml": "chapters:\n" + "".join(f"- file: src/{each}\n" for each in _PAGES),
    "sidebars.js": "module.exports = ['" + "', '".join(_PAGES) + "'];\n",
}


@pytest.mark.parametrize("path", _LISTS)
def test_units_without_numbers_are_read_in_the_order_of_a_list(tmp_path: Path, path: str) -> None:
    write_files(tmp_path, {f"src/{each}.md": f"# {each}\n" for each in _PAGES})
    write_files(tmp_path, {path: _LISTS[path]})
    done = invoke("init", "--root", str(tmp_path))
    assert f"Found {len(_PAGES)} modules." in done.stdout
    settings = load_settings(str(tmp_path)).settings
    assert (settings.levels, settings.module_pattern) == (("src",), "{name}.md")
    assert settings.order == (path,)
    disk = Disk(settings)
    units = find_units(disk.tree, settings, disk.read).levels[0].children
    assert [unit.name.slug for unit in units] == _PAGES


def test_the_order_of_a_list_is_that_of_its_lines_not_of_names(tmp_path: Path) -> None:
    pages = ["loops", "arrays", "zones"]
    text = "".join(f"1. [{each}]({each}/)\n" for each in pages)
    write_files(tmp_path, {"README.md": f"# Course\n\n{text}"})
    write_files(tmp_path, {f"{each}/README.md": f"# {each}\n" for each in pages})
    invoke("init", "--root", str(tmp_path))
    settings = load_settings(str(tmp_path)).settings
    disk = Disk(settings)
    units = find_units(disk.tree, settings, disk.read).levels[0].children
    assert [unit.path for unit in units] == pages


@pytest.mark.parametrize("asked", ["1", "2", "0"])
def test_a_layout_is_taken_by_its_number(tmp_path: Path, asked: str) -> None:
    paths = [f"{n:02}-topic-{w}/README.md" for n, w in enumerate("abcd", 1)]
    paths += [f"{n:02}-topic-{w}/0{m}-page.md" for n, w in enumerate("abcd", 1) for m in (1, 2)]
    write_files(tmp_path, {path: f"# {path}\n" for path in ["README.md", *paths]})
    done = invoke("init", "--root", str(tmp_path), "--layout", asked)
    assert done.exit_code == 0
    settings = load_settings(str(tmp_path)).settings
    patterns = {"1": "{number:02}-{slug}", "2": "{number:02}-{slug}.md"}
    if asked == "0":
        assert settings.levels == ()
    else:
        assert settings.module_pattern == patterns[asked]
        assert f"* {asked}: " in done.stdout


def test_a_layout_that_is_not_there_is_refused(root: Path) -> None:
    done = invoke("init", "--layout", "99")
    assert (done.exit_code, (root / CONFIGURATION).exists()) == (2, False)
    assert "--layout 99" in done.stderr


def test_what_most_readmes_have_is_asked_of_the_others_as_a_warning(tmp_path: Path) -> None:
    usual = "# {}\n\n## What we build\n\nText.\n\n## Homework\n\n- Read.\n\n## Hints\n\nx\n"
    texts = {f"week{n}/README.md": usual.format(f"Week {n}") for n in range(1, 10)}
    texts["week10/README.md"] = "# Week 10\n\n## Homework\n\n- Read.\n"
    links = "".join(f"- [Week {n}](week{n}/README.md)\n" for n in range(1, 11))
    write_files(tmp_path, {"README.md": f"# Course\n\n{links}", **texts})
    assert invoke("init", "--root", str(tmp_path)).exit_code == 0
    schema = json.loads((tmp_path / "curriculum-lint-module.schema.json").read_text())
    assert set(schema["required"]) == {"what_we_build", "exercises", "hints"}
    assert "9 of 10 readmes" in schema["properties"]["hints"]["description"]
    done = invoke("check", "--output-format", "json", "--root", str(tmp_path))
    found = [d for d in json.loads(done.stdout)["diagnostics"] if d["code"] == "CL104"]
    assert {(d["path"], d["severity"]) for d in found} == {("week10/README.md", "warning")}
    assert len(found) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("الأهداف", "الخطوات", "معايير القبول"),
        ("学习目标", "今天的内容", "作业"),
        ("Zadání", "Před začátkem", "Co dál"),
    ],
)
def test_sections_in_any_script_are_asked_for_each(tmp_path: Path, names: tuple[str, ...]) -> None:
    sections = [f"## {name}\n\nText.\n" for name in names]
    texts = {f"{n}_x/README.md": "\n".join([f"# {n}. X", *sections]) for n in range(1, 6)}
    texts["5_x/README.md"] = "\n".join(["# 5. X", *sections[:-1]])
    links = "".join(f"{n}. [X]({n}_x/README.md)\n" for n in range(1, 6))
    write_files(tmp_path, {"README.md": f"# Course\n\n{links}", **texts})
    invoke("init", "--root", str(tmp_path))
    schema = json.loads((tmp_path / "curriculum-lint-module.schema.json").read_text())
    assert len(schema["required"]) == len(names)
    told = " ".join(schema["properties"][key]["description"] for key in schema["required"])
    assert all(f"“{name}”" in told for name in names)
    done = invoke("check", "--output-format", "json", "--root", str(tmp_path))
    found = [d for d in json.loads(done.stdout)["diagnostics"] if d["code"] == "CL104"]
    assert [d["path"] for d in found] == ["5_x/README.md"]
    assert names[-1] in found[0]["message"]


def test_what_few_readmes_have_is_not_asked_for(tmp_path: Path) -> None:
    texts = {f"week{n}/README.md": f"# Week {n}\n\n## About {n}\n\nText.\n" for n in (1, 2, 3, 4)}
    write_files(tmp_path, {"README.md": "# Course\n", **texts})
    invoke("init", "--root", str(tmp_path))
    schema = json.loads((tmp_path / "curriculum-lint-module.schema.json").read_text())
    assert schema["required"] == []
    done = invoke("check", "--output-format", "json", "--root", str(tmp_path))
    codes = {d["code"] for d in json.loads(done.stdout)["diagnostics"]}
    assert not codes & {"CL102", "CL103", "CL104", "CL105"}


def test_routes_of_a_site_are_proposed(tmp_path: Path) -> None:
    text = "# Week {}\n\n[A](/lessons/a) [B](/lessons/b)\n"
    write_files(tmp_path, {f"week{n}/README.md": text.format(n) for n in (1, 2, 3)})
    invoke("init", "--root", str(tmp_path))
    assert load_settings(str(tmp_path)).settings.links.absolute == "ignore"


def test_a_workflow_that_could_install_nothing_is_not_written(root: Path, monkeypatch) -> None:
    monkeypatch.setattr("curriculum_lint.init.requirement.own_requirement", lambda: None)
    done = invoke("init")
    assert done.exit_code == 0
    assert not (root / WORKFLOW).exists()
    assert "No workflow was written" in done.stdout


def test_what_was_installed_from_a_clone_is_installed_from_there(tmp_path: Path) -> None:
    def git(*arguments: str, where: Path) -> None:
        subprocess.run(["git", *arguments], cwd=where, check=True, capture_output=True)

    origin, clone = tmp_path / "origin", tmp_path / "clone"
    origin.mkdir()
    git("init", "-b", "main", where=origin)
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    git(*identity, "commit", "--allow-empty", "-m", "Begin", where=origin)
    git("clone", str(origin), str(clone), where=tmp_path)
    direct_url = {"url": clone.as_uri(), "dir_info": {"editable": True}}
    assert _of_clone(direct_url) is None
    git("remote", "set-url", "origin", "git@github.com:someone/linter.git", where=clone)
    found = _of_clone(direct_url)
    assert found is not None
    assert found.startswith("curriculum-lint @ git+https://github.com/someone/linter.git@")
    git(*identity, "commit", "--allow-empty", "-m", "Not pushed", where=clone)
    assert _of_clone(direct_url) is None


def test_words_that_number_exercises_are_proposed(tmp_path: Path) -> None:
    text = "# Week {}\n\n## Part 1\n\n### Question 1: A\n\nx\n\n### Question 2: B\n\nx\n\n## Part 2\n\nx\n"
    write_files(tmp_path, {f"week{n}/README.md": text.format(n) for n in (1, 2, 3)})
    invoke("init", "--root", str(tmp_path))
    words = load_settings(str(tmp_path)).settings.sections["exercise"]
    assert words[-1] == "Question" and "Exercise" in words and "Part" not in words
    assert summary(tmp_path)["exercises"] == 6


def test_what_most_units_do_is_no_finding(tmp_path: Path) -> None:
    text = "# Week {}\n\n#### Deep\n\nText.\n"
    files = {f"week{n}/README.md": text.format(n) for n in range(1, 6)}
    write_files(tmp_path, {**files, "week6/README.md": "# Week 6\n\n## Fine\n\nText.\n"})
    invoke("init", "--root", str(tmp_path))
    assert load_settings(str(tmp_path)).settings.ignore == ("heading-level-skip",)
    written = (tmp_path / CONFIGURATION).read_text()
    assert "# 5 of 6 modules: The heading “Deep” has level 4" in written
