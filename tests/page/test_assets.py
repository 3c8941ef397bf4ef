"""The files that every page is made with."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import curriculum_lint.page
from curriculum_lint.page.assets import assets

FOLDER = Path(curriculum_lint.page.__file__).parent
VENDOR = FOLDER / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
SCRIPTS = sorted(FOLDER.glob("scripts/*.js"))


@pytest.mark.parametrize("library", MANIFEST["libraries"], ids=lambda each: each["name"])
def test_a_library_is_as_it_was_fetched(library: dict[str, str]) -> None:
    code = (VENDOR / library["file"]).read_text(encoding="utf-8")
    assert hashlib.sha256(code.encode()).hexdigest() == library["sha256"]
    assert code.startswith(f"/*! {library['name']} {library['version']}")
    assert library["licence"] == "MIT"
    assert "Permission is hereby granted" in (VENDOR / library["licence_file"]).read_text()


def test_nothing_else_is_vendored() -> None:
    named = {each[key] for each in MANIFEST["libraries"] for key in ("file", "licence_file")}
    assert {path.name for path in VENDOR.iterdir()} == named | {"manifest.json"}


def test_every_script_and_style_is_in_the_page() -> None:
    parts = assets(has_map=True, has_diagrams=True)
    for path in FOLDER.glob("styles/*.css"):
        assert path.read_text(encoding="utf-8") in parts.style
    for path in SCRIPTS:
        assert path.read_text(encoding="utf-8") in parts.script + parts.first_script


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_the_scripts_are_javascript(tmp_path: Path) -> None:
    parts = assets(has_map=True, has_diagrams=True)
    for name, code in (("first", parts.first_script), ("page", parts.script)):
        path = tmp_path / f"{name}.js"
        path.write_text(code, encoding="utf-8")
        done = subprocess.run(["node", "--check", path], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_makes_elements_and_never_html(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", code)
    assert "</" not in code
    assert len(code.splitlines()) < 250


def test_the_library_for_graphs_is_left_out_without_any() -> None:
    assert len(assets(has_map=True).libraries) == 2
    assert len(assets(has_map=False, has_diagrams=True).libraries) == 2
    assert len(assets(has_map=False).libraries) == 1
