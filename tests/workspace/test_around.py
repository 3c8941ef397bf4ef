"""What the repository around the root ignores, tracks, leaves out, and leaves to others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum_lint.git.index_file import NOTHING, read_index
from curriculum_lint.git.places import find_places
from curriculum_lint.workspace.tree import Tree, scan
from tests.changed.history import commit, git, repository
from tests.command import invoke
from tests.curricula import FIRST, SECOND, clean_files
from tests.repository import write_files


def paths(root: Path) -> set[str]:
    return set(tree_of(root).entries) - {"."}


def tree_of(root: Path) -> Tree:
    return scan(str(root), lambda _: False)


def by_git(top: Path, root: Path) -> set[str]:
    """The files that git tracks or would track below ``root``."""
    listed = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return {path for path in listed.split("\0") if path and (root / path).is_file()}


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose curriculum is two folders below its top, and whose person has a home."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home/xdg"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return repository(tmp_path / "top", {"courses/node/a.md": "# A\n", "courses/b.md": "# B\n"})


LINES = [
    *("drafts/", "/courses/node/x.md", "node/x.md", "courses/", "/courses/*/y.md", "*.tmp.md"),
    *("**/z.md", "!a.md", "/x.md", "courses/node/deep/", "deep/**", "courses/**/x.md"),
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("place", ["top", "between", "root", "exclude"])
def test_ignore_files_above_the_root_count_as_git_counts_them(
    top: Path, line: str, place: str
) -> None:
    folder = {"top": top, "between": top / "courses", "root": top / "courses/node"}.get(place)
    file = folder / ".gitignore" if folder else top / ".git/info/exclude"
    file.write_text(f"{line}\n")
    root = top / "courses/node"
    new = ("x.md", "y.md", "drafts/i.md", "deep/x.md", "deep/z.md", "w.tmp.md", "node/x.md")
    write_files(root, dict.fromkeys(new, "# X\n"))
    wanted = by_git(top, root)
    if place in {"top", "between", "exclude"} and line == "courses/":
        # Who names a folder that is ignored as the root means what is in it.
        wanted |= set(new)
    found = {path for path in paths(root) if (root / path).is_file()}
    assert found - {".gitignore"} == wanted - {".gitignore"}


@pytest.mark.parametrize("how", ["usual", "named", "quoted", "in the repository"])
def test_the_ignore_file_of_a_person_counts(top: Path, tmp_path: Path, how: str) -> None:
    home = tmp_path / "home"
    (home / "xdg/git").mkdir(parents=True)
    (home / "xdg/git/ignore").write_text("usual.md\n")
    (home / "mine").write_text("named.md\n")
    named = '"~/mine"' if how == "quoted" else "~/mine ; a comment"
    if how in {"named", "quoted"}:
        (home / ".gitconfig").write_text(f"[user]\n\tname = A\n[core]\n\texcludesFile = {named}\n")
    if how == "in the repository":
        git(top, "config", "core.excludesFile", str(home / "mine"))
    write_files(top, {"usual.md": "# U\n", "named.md": "# N\n"})
    ignored = "usual.md" if how == "usual" else "named.md"
    assert {"usual.md", "named.md"} - paths(top) == {ignored}


def test_excludes_of_a_linked_worktree_are_those_of_the_repository(
    top: Path, tmp_path: Path
) -> None:
    (top / ".git/info/exclude").write_text("x.md\n")
    linked = tmp_path / "linked"
    git(top, "worktree", "add", "-q", str(linked))
    write_files(linked, {"x.md": "# X\n", "y.md": "# Y\n"})
    found = paths(linked)
    assert "y.md" in found
    assert "x.md" not in found


@pytest.mark.parametrize("version", ["2", "3", "4"])
def test_what_is_tracked_counts_although_a_line_ignores_it(top: Path, version: str) -> None:
    write_files(top, {"_site/deep/in.md": "# In\n", "x.md": "# X\n", "late/y.md": "# Y\n"})
    commit(top)
    git(top, "update-index", f"--index-version={version}")
    if version == "3":
        git(top, "add", "--intent-to-add", "late/y.md")
    (top / ".gitignore").write_text("_site/\nx.md\nlate/\n")
    write_files(top, {"_site/out.md": "# Out\n", "_site/other/o.md": "# O\n"})
    found = {path for path in paths(top) if (top / path).is_file()}
    assert found == by_git(top, top)
    assert "_site/deep/in.md" in found
    assert "_site/out.md" not in found


def test_an_index_of_any_form_is_read_or_nothing_is_known(top: Path) -> None:
    write_files(top, {f"f{i}/{'g' * (i % 9)}{i}.md": f"# {i}\n" for i in range(60)})
    commit(top)
    wanted = set(git(top, "ls-files", "-z").split("\0")) - {""}
    for version in ("2", "4"):
        git(top, "update-index", f"--index-version={version}")
        assert read_index(str(top / ".git"), "").tracked == wanted
    data = (top / ".git/index").read_bytes()
    for broken in (b"", data[:40], data[:-30], b"DIRC" + data[8:], data.replace(b"TREE", b"link")):
        (top / ".git/index").write_bytes(broken)
        assert read_index(str(top / ".git"), "") is NOTHING or not broken


def test_a_repository_of_the_other_hash_is_read(tmp_path: Path) -> None:
    root = tmp_path / "long"
    root.mkdir()
    git(root, "init", "-q", "--object-format=sha256")
    write_files(root, {"a.md": "# A\n", "b/c.md": "# C\n"})
    commit(root)
    assert read_index(str(root / ".git"), "").tracked == {"a.md", "b/c.md"}


def _sparse(tmp_path: Path, *, compact: bool = False) -> Path:
    source = repository(tmp_path / "source", clean_files())
    git(tmp_path, "clone", "-q", "--no-checkout", f"file://{source}", "sparse")
    root = tmp_path / "sparse"
    folder = os.path.dirname(FIRST)
    options = ["--sparse-index"] if compact else []
    git(root, "sparse-checkout", "set", "--cone", *options, folder)
    git(root, "checkout", "-q")
    assert not (root / SECOND).exists()
    return root


@pytest.mark.parametrize("compact", [False, True])
def test_what_a_sparse_checkout_leaves_out_is_no_gap_and_is_told(
    tmp_path: Path, *, compact: bool
) -> None:
    root = _sparse(tmp_path, compact=compact)
    done = invoke("check", "--root", str(root), "--no-cache")
    assert done.exit_code == 0, done
    assert "Note: this sparse checkout leaves out" in done.stderr
    assert "first_level/2_files" in done.stderr
    # The cached answer is the same.
    assert invoke("check", "--root", str(root)).exit_code == 0
    assert invoke("check", "--root", str(root)).exit_code == 0


@pytest.mark.parametrize(
    "command",
    [
        *(["renumber"], ["move", "1", "--to", "2"], ["new", "module", "Third"], ["index"]),
        ["check", "--update-baseline"],
    ],
)
def test_nothing_is_written_over_what_is_only_not_there(tmp_path: Path, command: list[str]) -> None:
    root = _sparse(tmp_path)
    done = invoke(*command, "--root", str(root))
    assert done.exit_code == 2, done
    assert "sparse" in done.stderr
    assert git(root, "status", "--porcelain") == ""


def test_a_fix_moves_no_folder_that_is_not_all_there(tmp_path: Path) -> None:
    root = _sparse(tmp_path)
    done = invoke("check", "--fix", "--unsafe-fixes", "--root", str(root))
    assert done.exit_code == 0, done
    assert git(root, "status", "--porcelain") == ""


@pytest.fixture
def hosting(tmp_path: Path) -> Path:
    """A curriculum with a clone, a linked worktree and a submodule in it."""
    root = repository(tmp_path / "root", clean_files())
    inner = repository(tmp_path / "inner", {"readme.md": "# Inner\n\n[x](gone.md)\n"})
    git(root, "submodule", "add", "-q", f"file://{inner}", "first_level/1_start/inner")
    commit(root)
    git(root, "clone", "-q", str(inner), "clone")
    git(root, "worktree", "add", "-q", "linked")
    return root


def test_other_repositories_are_not_looked_into(hosting: Path) -> None:
    found = paths(hosting)
    for folder in ("clone", "linked", "first_level/1_start/inner"):
        assert folder in found
        assert not any(path.startswith(f"{folder}/") for path in found)
    done = invoke("check", "--root", str(hosting), "--no-cache")
    assert "gone.md" not in done.stdout


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_into_a_submodule_has_one_verdict(hosting: Path, *, is_there: bool) -> None:
    with (hosting / FIRST).open("a") as file:
        file.write("\n[a](inner/) [b](inner/readme.md#inner) [c](inner/nowhere.md)\n")
    if not is_there:
        git(hosting, "submodule", "--quiet", "deinit", "--force", "first_level/1_start/inner")
    done = invoke("check", "--root", str(hosting), "--no-cache", "--select", "CL3")
    assert (done.exit_code, "CL3" in done.stdout) == (0, False), done


def test_a_folder_with_another_repository_in_it_is_not_moved(hosting: Path) -> None:
    before = git(hosting, "status", "--porcelain")
    done = invoke("move", "1", "--to", "2", "--root", str(hosting))
    assert done.exit_code == 2, done
    assert "another git repository is in it" in done.stderr
    assert git(hosting, "status", "--porcelain") == before


def test_a_folder_that_only_looks_like_a_repository_is_harmless(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "# A\n"})
    for text in ("gitdir: ../../../../../etc", "gitdir: \0", "nonsense", "gitdir: /dev/full"):
        (tmp_path / ".git").write_text(text)
        assert "a.md" in paths(tmp_path)
        assert find_places(str(tmp_path)) is not None
