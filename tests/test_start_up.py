"""Start-up is part of the product: what each command may import."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.layouts.curriculum import curriculum
from tests.repository import write_files

HEAVY = {"pydantic", "jsonschema", "curriculum_lint.parse.parser"}
PROBE = """
import json, sys
from curriculum_lint.cli.main import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    write_files(root, {"first_level/readme.md": "# First level\n"})
    write_files(root, {readme.path: readme.text for readme in curriculum()})
    return root


def loaded(root: Path, cache: Path, *arguments: str) -> set[str]:
    """The modules that a command imports."""
    environment = {**os.environ, "CURRICULUM_LINT_CACHE_DIR": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code in (0, 1)
    return set(modules)


def test_version_imports_none_of_the_heavy_packages(repository: Path, tmp_path: Path) -> None:
    assert not HEAVY & loaded(repository, tmp_path / "cache", "--version")


def test_a_cached_check_imports_none_of_them(repository: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert "curriculum_lint.parse.parser" in loaded(repository, cache, "check")
    assert not HEAVY & loaded(repository, cache, "check")


def test_a_cached_check_with_a_configuration_imports_none_of_them(
    repository: Path, tmp_path: Path
) -> None:
    write_files(repository, {"curriculum-lint.toml": 'ignore = ["CL109"]\n'})
    cache = tmp_path / "cache"
    assert "tomllib" in loaded(repository, cache, "check")
    modules = loaded(repository, cache, "check")
    assert not (HEAVY | {"tomllib"}) & modules


def test_one_changed_file_is_the_only_one_that_is_parsed_again(
    repository: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    loaded(repository, cache, "check")
    (repository / "first_level/1_topic_1/notes.txt").write_text("not Markdown\n")
    # The tree has changed, so every page is looked at; none has, so none is parsed.
    assert not HEAVY & loaded(repository, cache, "check")


@pytest.mark.parametrize("configuration", ["", 'ignore = ["CL109"]\n'])
def test_pydantic_is_needed_only_where_a_configuration_is_wrong(
    repository: Path, tmp_path: Path, configuration: str
) -> None:
    write_files(repository, {"curriculum-lint.toml": configuration})
    assert "pydantic" not in loaded(repository, tmp_path / "cache", "check", "--no-cache")


REPLAY = """
import json, sys
from curriculum_lint.__main__ import main
try:
    main()
except SystemExit as end:
    print(json.dumps([end.code, sorted(sys.modules)]), file=sys.stderr)
"""


def test_a_check_of_what_has_not_changed_imports_next_to_nothing(
    repository: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache").mkdir()
    time.sleep(0.1)
    environment = {**os.environ, "CURRICULUM_LINT_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-c", REPLAY, "check"]
    for _ in range(3):
        done = subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, text=True, check=True
        )
    modules = set(json.loads(done.stderr.splitlines()[-1])[1])
    assert not {"click", "hashlib", "tempfile", "curriculum_lint.cli.main"} & modules
    assert len({name for name in modules if name.startswith("curriculum_lint")}) < 25
