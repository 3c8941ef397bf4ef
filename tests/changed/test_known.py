"""What is found in the base: once for each commit, under the names that files have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.cache.pages import StoredPages
from curriculum_lint.cache.store import Shelf
from curriculum_lint.check.diagnostic import INTERNAL_ERROR
from curriculum_lint.check.pages_in_memory import PagesInMemory
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.selection import select_rules
from curriculum_lint.rules.links.broken_link import BrokenLink
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import Overrides, load_settings
from curriculum_lint.views.baseline.fingerprint import Fingerprint
from curriculum_lint.views.changed.known import known_findings
from curriculum_lint.views.changed.versions import open_versions
from curriculum_lint.workspace.disk import Disk
from tests.changed.history import commit, git, repository
from tests.command import invoke


class Known:
    """Asks for what is known, and counts how often the base is checked for that."""

    def __init__(self, root: Path, base: str | None = "main") -> None:
        self.root, self.base = root, base
        self.checks = 0

    def find(self, *select: str, pages: PagesInMemory | None = None) -> Counter[Fingerprint]:
        overrides = Overrides(select=select or ("CL301", "CL104"))
        settings = load_settings(str(self.root), root=str(self.root), overrides=overrides).settings

        def rules() -> Sequence[Rule]:
            self.checks += 1
            return select_rules(all_rules(), settings)

        with open_versions(Disk(settings), self.base) as versions:
            return known_findings(versions, rules, pages)


GONE = Fingerprint("old.md", "CL301", "", "gone.md")
FILES = {"old.md": "# Old\n\n[x](gone.md)\n\n[y](gone.md)\n", "other.md": "# Other\n"}


@pytest.fixture
def known(tmp_path: Path) -> Known:
    return Known(repository(tmp_path / "repository", FILES))


def test_equal_findings_are_counted(known: Known) -> None:
    assert known.find() == {GONE: 2}


def test_the_same_base_is_checked_once(known: Known) -> None:
    first = known.find()
    (known.root / "old.md").write_text("# Old\n")
    assert (known.find(), known.checks) == (first, 1)


def test_other_rules_find_other_things_in_it(known: Known) -> None:
    known.find()
    assert (known.find("CL104"), known.checks) == ({}, 2)


def test_another_commit_is_checked_again_even_with_the_same_files(known: Known) -> None:
    """What is around the root may be another thing, and links lead there."""
    first = known.find()
    commit(known.root)
    git(known.root, "branch", "-f", "main")
    assert (known.find(), known.checks) == (first, 2)


def test_another_folder_of_the_same_commit_is_checked_for_itself(tmp_path: Path) -> None:
    root = repository(tmp_path, {f"{name}/{path}": FILES[path] for name in "ab" for path in FILES})
    one, other = Known(root / "a"), Known(root / "b")
    assert one.find() == other.find() == {GONE: 2}
    assert (one.checks, other.checks) == (1, 1)


def test_what_was_moved_is_known_by_its_new_name(known: Known) -> None:
    (known.root / "old.md").rename(known.root / "new.md")
    assert known.find() == {GONE._replace(unit="new.md"): 2}
    assert (known.find(), known.checks) == ({GONE._replace(unit="new.md"): 2}, 1)


def test_before_the_first_commit_nothing_is_known(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-qb", "main")
    (root / "old.md").write_text(FILES["old.md"])
    known = Known(root, None)
    assert (known.find(), known.checks) == ({}, 0)


def test_a_fault_of_the_tool_is_never_known(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(BrokenLink, "check", break_down)
    assert INTERNAL_ERROR not in {each.code for each in known.find()}


def test_pages_that_have_just_been_checked_are_not_read_again(
    known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    (known.root / "other.md").write_text("# Another\n")
    invoke("check", "--root", str(known.root), "--select", "CL301,CL104")
    get, remembered = StoredPages.get, {}

    def look(self: StoredPages, path: str, *rest: Any) -> Any:
        found = get(self, path, *rest)
        remembered[path] = found is not None
        return found

    monkeypatch.setattr(StoredPages, "get", look)
    assert known.find() == {GONE: 2}
    assert remembered == {"old.md": True, "other.md": False}


def test_what_the_cache_holds_is_not_believed_blindly(
    known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    known.find()
    monkeypatch.setattr(Shelf, "read", lambda _self, _name: {"old.md": 1})
    assert (known.find(), known.checks) == ({GONE: 2}, 2)


def test_what_is_known_of_bases_has_a_folder_of_its_own(known: Known, tmp_path: Path) -> None:
    known.find()
    (of_root,) = (tmp_path / "cache" / "bases").iterdir()
    (answer,) = of_root.iterdir()
    known.find("CL104")
    assert answer in set(of_root.iterdir())
    assert len(list(of_root.iterdir())) == 2


def test_without_a_cache_the_pages_of_this_run_are_asked(known: Known, tmp_path: Path) -> None:
    pages = PagesInMemory()
    for checks in (1, 2):
        assert known.find(pages=pages) == {GONE: 2}
        assert known.checks == checks
    assert not (tmp_path / "cache" / "bases").exists()
