"""What a release needs: one version everywhere, notes, texts, constraints and addresses."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.checkout import ROOT
from tools import release
from tools.lowest import FILE, lowest_constraints
from tools.project_urls import project_urls, with_addresses

VERSION = release.version_of(ROOT)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What `tools.release` reads and writes."""
    for name in ("README.md", "CHANGELOG.md", "src/curriculum_lint/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


def add_note(tree: Path, note: str) -> None:
    changelog = tree / "CHANGELOG.md"
    text = changelog.read_text()
    changelog.write_text(text.replace("## Unreleased\n", f"## Unreleased\n\n- {note}\n", 1))


def test_a_release_is_begun_with_one_command(tree: Path) -> None:
    add_note(tree, "Something new.")
    release.begin(tree, "7.8.9", date(2031, 2, 3))
    assert list(release.faults_of(tree, "v7.8.9")) == []
    assert "- Something new." in release.notes_of(tree, "7.8.9")
    assert "## 7.8.9 - 2031-02-03\n" in (tree / "CHANGELOG.md").read_text()
    assert "rev: v7.8.9" in (tree / "docs/ci.md").read_text()
    assert VERSION not in (tree / "docs/ci.md").read_text()


def test_every_fault_of_a_release_is_named(tree: Path) -> None:
    add_note(tree, "Something new.")
    release.begin(tree, "7.8.9", date(2031, 2, 3))
    add_note(tree, "Too late.")
    (tree / "docs/ci.md").write_text(
        (tree / "docs/ci.md").read_text().replace("rev: v7.8.9", "rev: v7.8.8")
    )
    text = release.TEXTS[-1]
    page = tree / text.path
    page.write_text(page.read_text().replace(*text.wanted(registry=not release.ON_REGISTRY)))
    assert list(release.faults_of(tree, "v7.9.0")) == [
        "The tag is v7.9.0, and src/curriculum_lint/__init__.py says 7.8.9.",
        "CHANGELOG.md has something under Unreleased: it belongs to a version.",
        "docs/ci.md says rev: v7.8.8.",
        f"{text.path} should say “{text.wanted(registry=release.ON_REGISTRY)[1]}”: "
        "run `python -m tools.release texts`.",
    ]


def test_a_version_without_notes_is_no_release(tree: Path) -> None:
    (tree / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n")
    release.begin(tree, "7.8.9", date(2031, 2, 3))
    assert "CHANGELOG.md has no section 7.8.9, or nothing in it." in release.faults_of(
        tree, "v7.8.9"
    )


def test_one_switch_turns_the_texts_to_the_registry_and_back(tree: Path) -> None:
    before = {page: page.read_text() for page in tree.rglob("*.md")}
    release.write_texts(tree, registry=True)
    after = "".join(page.read_text() for page in tree.rglob("*.md"))
    assert f"pip install curriculum-lint=={VERSION}" in (tree / "docs/ci.md").read_text()
    assert "archive/v" not in after
    assert "path/to/a/clone" not in after
    release.write_texts(tree, registry=False)
    assert {page: page.read_text() for page in tree.rglob("*.md")} == before


def test_the_texts_say_what_is_true_today() -> None:
    assert not release.ON_REGISTRY or VERSION
    text = "".join(page.read_text() for page in [ROOT / "README.md", *ROOT.glob("docs/*.md")])
    promised = re.findall(r"pip install '?curriculum-lint(?!\[)\b", text)
    assert bool(promised) is release.ON_REGISTRY, "the registry does not have it yet"


def test_documents_name_the_version_of_the_source() -> None:
    wrong = [each for each in release.faults_of(ROOT, f"v{VERSION}") if " says " in each]
    assert not wrong


def test_the_lowest_versions_are_those_of_pyproject() -> None:
    assert (ROOT / FILE).read_text() == lowest_constraints(), "run `python -m tools.lowest`"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pinned = dict(line.split("==") for line in lowest_constraints().splitlines())
    for requirement in map(Requirement, project["dependencies"]):
        assert requirement.specifier.contains(pinned[requirement.name])


def test_the_description_of_a_package_leads_to_the_repository() -> None:
    url = "https://git.example/a-mentor/curriculum-lint"
    readme = (ROOT / "README.md").read_text()
    published = with_addresses(readme, url, "1.2.3")
    assert f"]({url}/blob/v1.2.3/docs/tutorial.md)" in published
    assert f"]({url}/raw/v1.2.3/docs/pictures/" in published
    left = re.findall(r"\]\((?!https?:|#)([^)]*)\)", published)
    assert not left
    assert "](#" in published
    assert project_urls(url, "1.2.3")["Rules"] == f"{url}/blob/v1.2.3/docs/rules"
