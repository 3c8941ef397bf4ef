"""The packages as they are released: what they hold, and that they work where nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.curricula import write_broken

URL = "https://git.example/a-mentor/curriculum-lint"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the sdist, built as the release builds them."""
    target = tmp_path_factory.mktemp("packages")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(target)],
        cwd=ROOT,
        env={**os.environ, "CURRICULUM_LINT_URL": URL},
        check=True,
        capture_output=True,
    )
    [wheel], [sdist] = target.glob("*.whl"), target.glob("*.tar.gz")
    return {"wheel": wheel, "sdist": sdist}


def test_a_registry_takes_them(packages: dict[str, Path]) -> None:
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, packages.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_wheel_holds_what_the_program_reads(packages: dict[str, Path]) -> None:
    names = set(zipfile.ZipFile(packages["wheel"]).namelist())
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wanted |= {f"curriculum_lint/schema/{path.name}" for path in (ROOT / "schema").iterdir()}
    assert "curriculum_lint/py.typed" in wanted
    assert {name for name in names if ".dist-info/" not in name} == wanted


def test_its_metadata_leads_to_the_repository(packages: dict[str, Path]) -> None:
    with zipfile.ZipFile(packages["wheel"]) as wheel:
        [path] = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        metadata = message_from_bytes(wheel.read(path))
    assert f"Rules, {URL}/blob/v{metadata['Version']}/docs/rules" in metadata.get_all("Project-URL")
    assert f"]({URL}/blob/v{metadata['Version']}/docs/" in metadata.get_payload()
    assert "](docs/" not in metadata.get_payload()


def test_the_sdist_holds_the_repository_with_its_tests(packages: dict[str, Path]) -> None:
    with tarfile.open(packages["sdist"]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode == 0:
        assert set(tracked.stdout.split("\0")) - {""} <= names | {".gitattributes"}
    assert {"tests/test_structure.py", "schema/module.schema.json", "action.yml"} <= names
    assert not [name for name in names if name.startswith((".git/", ".venv/", "dist/"))]


@pytest.mark.parametrize(("kind", "versions"), [("wheel", "lowest"), ("sdist", "newest")])
def test_it_works_in_a_fresh_environment(
    kind: str, versions: str, packages: dict[str, Path], tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh"
    subprocess.run([sys.executable, "-m", "venv", str(fresh)], check=True)
    options = ["--constraint", str(ROOT / "tools/lowest.txt")] if versions == "lowest" else []
    pip = [str(fresh / "bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, *options, str(packages[kind])], check=True, capture_output=True)
    course = write_broken(tmp_path / "course")

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(fresh / "bin/curriculum-lint"), *arguments],
            cwd=course,
            capture_output=True,
            text=True,
            check=False,
        )

    found = command("check", "--no-cache")
    assert (found.returncode, found.stderr) == (1, "")
    assert "CL104" in found.stdout
    assert command("page", str(tmp_path / "site")).returncode == 0
    assert command("chekc").stderr.startswith("There is no command “chekc”; did you mean")
    assert command("rule", "CL301").stdout.startswith("# CL301")
    for each in ("config", "graph", "stats"):
        assert command(each).returncode == 0, each
