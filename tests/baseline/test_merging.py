"""Branches that each prune the baseline are merged by git; conflicts are resolved by an update."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.views.baseline.file import pruned_baseline, read_baseline, render_baseline
from curriculum_lint.views.baseline.fingerprint import Fingerprint
from tests.changed.history import commit, git, repository
from tests.command import invoke
from tests.curricula import clean_files

NAME = "curriculum-lint-baseline.json"
NAMES = ("alpha", "beta", "gamma", "delta")


def entries_of(names: str) -> dict[Fingerprint, int]:
    return {Fingerprint(f"{name}.md", "CL301", "", "x"): 2 for name in names}


@given(kept=st.sets(st.sampled_from("abcdef")), again=st.sets(st.sampled_from("abcdef")))
def test_a_pruned_baseline_is_read_as_what_is_left(kept: set[str], again: set[str]) -> None:
    text = render_baseline(entries_of("abcdef"))
    once = pruned_baseline(text, entries_of("".join(kept)))
    assert once is not None
    assert pruned_baseline(once, entries_of("".join(kept))) == once
    twice = pruned_baseline(once, entries_of("".join(again)))
    # What was taken away does not come back in its place: then the file is written anew.
    assert (twice is None) == (not again <= kept)


def _merged(tmp_path: Path, base: str, ours: str, theirs: str) -> tuple[int, str]:
    files = [tmp_path / name for name in ("ours", "base", "theirs")]
    for file, text in zip(files, (ours, base, theirs), strict=True):
        file.write_text(text)
    done = subprocess.run(
        ["git", "merge-file", "-p", *map(str, files)], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations("abcd", 2)))
def test_any_two_branches_that_prune_merge(tmp_path: Path, one: str, other: str) -> None:
    base = render_baseline(entries_of("abcd"))
    ours = pruned_baseline(base, entries_of("abcd".replace(one, "")))
    theirs = pruned_baseline(base, entries_of("abcd".replace(other, "")))
    assert ours
    assert theirs
    code, text = _merged(tmp_path, base, ours, theirs)
    assert code == 0
    left = "abcd".replace(one, "").replace(other, "")
    (tmp_path / NAME).write_text(text)
    read = read_baseline(str(tmp_path), NAME)
    assert read is not None
    assert read.entries == entries_of(left)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum whose baseline knows a broken link in each of several files."""
    pages = {f"{name}.md": f"# {name}\n\n[x](gone-{name}.md)\n" for name in NAMES}
    root = repository(tmp_path / "root", clean_files() | pages)
    _update(root)
    commit(root)
    return root


def _update(root: Path, *options: str) -> None:
    done = invoke("check", "--root", str(root), "--update-baseline", *options)
    assert done.exit_code == 0, done


def _known(root: Path) -> set[str]:
    return {each["unit"] for each in json.loads((root / NAME).read_text())["entries"]} - {""}


def _mend(root: Path, name: str) -> None:
    (root / f"{name}.md").write_text(f"# {name}\n")
    _update(root)
    commit(root)


def test_branches_that_mend_different_files_merge(root: Path) -> None:
    for name in NAMES[:3]:
        git(root, "switch", "-qC", name, "change")
        _mend(root, name)
    for name in NAMES[:2]:
        git(root, "merge", "-q", "--no-edit", name)
    assert _known(root) == {"delta.md"}
    _update(root)
    assert invoke("check", "--root", str(root)).exit_code == 0


def test_a_conflict_is_refused_and_an_update_resolves_it(root: Path) -> None:
    base = (root / NAME).read_text()
    ours = base.replace('"count": 1', '"count": 2', 1)
    theirs = base.replace('"count": 1', '"count": 3', 1)
    code, text = _merged(root.parent, base, ours, theirs)
    assert code == 1
    (root / NAME).write_text(text)
    refused = invoke("check", "--root", str(root))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "`check --update-baseline` resolves it" in refused.stderr
    _update(root)
    assert _known(root) == {f"{name}.md" for name in NAMES}
    assert "<<<<<<<" not in (root / NAME).read_text()
    assert invoke("check", "--root", str(root)).exit_code == 0
