"""The disk, a draft and a commit give the same answers, and each file is read at most once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.edit import Edit, Fix, Safety
from curriculum_lint.edits.not_written import Reason
from curriculum_lint.git.calls import find_repository
from curriculum_lint.git.folders import CommitFolders
from curriculum_lint.git.objects import Objects
from curriculum_lint.git.tree import read_commit
from curriculum_lint.settings.limits import Limits
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace import disk as disks
from curriculum_lint.workspace.disk import Disk
from curriculum_lint.workspace.draft import Draft
from curriculum_lint.workspace.read import FileText
from curriculum_lint.workspace.revision import Revision
from curriculum_lint.workspace.workspace import Workspace
from tests.changed.history import repository
from tests.command import invoke
from tests.curricula import clean_files

FILES = {
    "README.md": "# Readme\n",
    "level/1_a/readme.md": "\ufeff# One\r\n",
    "level/1_a/Picture.png": "x",
    "level/2_b/readme.md": "# Two\n",
    "level/2_b/large.md": "x" * 3000,
    "archive/old.md": "# Old\n",
    "node_modules/x/readme.md": "# Theirs\n",
}
LINKS = {
    "alias.md": "README.md",
    "level/3_c": "2_b",
    "stray.md": "../outside.md",
    "absolute.md": "/etc/passwd",
    "circle.md": "circle.md",
    "nowhere.md": "gone.md",
}
ASKED = [
    *("README.md", "readme.md", "level/1_a/picture.png", "level/1_a", "level/3_c/readme.md"),
    *(
        "alias.md",
        "stray.md",
        "absolute.md",
        "circle.md",
        "nowhere.md",
        "gone",
        "level/../README.md",
    ),
    *("archive/old.md", "level/1_a/readme.md/x", "..", "", "node_modules/x/readme.md", "LEVEL/1_a"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspaces") / "root"
    root.mkdir()
    for name, target in LINKS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target)
    return repository(root, FILES)


def settings_of(root: Path) -> Settings:
    return Settings(str(root), exclude=("archive/**",), limits=Limits(file_bytes=2000))


@pytest.fixture(params=["draft", "revision"])
def other(root: Path, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    settings = settings_of(root)
    if request.param == "draft":
        yield Draft(Disk(settings))
        return
    git = find_repository(str(root))
    with Objects(git) as objects:
        head = objects.one("HEAD^{commit}")
        assert head
        around = CommitFolders(objects, head.name)
        yield Revision(settings, objects, read_commit(git, objects, head.name), around)


def test_every_workspace_has_the_same_entries(root: Path, other: Workspace) -> None:
    def entries(workspace: Workspace) -> dict[str, object]:
        return {path: (e.kind, e.target) for path, e in workspace.tree.entries.items()}

    assert entries(other) == entries(Disk(settings_of(root)))
    assert "archive" not in other.tree.entries


def test_every_workspace_has_the_same_texts(root: Path, other: Workspace) -> None:
    disk = Disk(settings_of(root))
    for path in ASKED:
        assert other.read(path) == disk.read(path), path
        assert isinstance(disk.read("level/2_b/large.md"), tuple)


def test_every_workspace_looks_paths_up_alike(root: Path, other: Workspace) -> None:
    disk = Disk(settings_of(root))
    for path in ASKED:
        theirs, ours = other.tree.lookup(path), disk.tree.lookup(path)
        assert (theirs.status, theirs.actual, theirs.in_tree) == (
            *(ours.status, ours.actual, ours.in_tree),
        ), path


def test_every_workspace_reads_generated_files_alike(root: Path, other: Workspace) -> None:
    disk = Disk(settings_of(root))
    for path in ("level/2_b/large.md", "README.md", "level", "gone.json"):
        assert other.read_generated(path) == disk.read_generated(path), path


def test_a_draft_gives_the_digest_of_what_it_will_write(root: Path) -> None:
    draft = Draft(Disk(settings_of(root)))
    fix = Fix("x", Safety.SAFE, (Edit("level/1_a/readme.md", 2, 5, "Uno"),))
    assert draft.apply([fix])
    read = draft.read("level/1_a/readme.md")
    assert read == FileText("# Uno\r\n", True, digest("\ufeff# Uno\r\n".encode()))


def test_a_fix_is_made_for_the_bytes_that_were_checked_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# One\n")
    draft = Draft(Disk(Settings(str(tmp_path))))
    draft.read("a.md")
    # An editor saves between the check and the fix.
    (tmp_path / "a.md").write_text("# One, with more words\n")
    assert draft.apply([Fix("x", Safety.SAFE, (Edit("a.md", 2, 5, "Uno"),))])
    refused = apply_plan(str(tmp_path), draft.plan())
    assert [each.reason for each in refused] == [Reason.CHANGED]
    assert (tmp_path / "a.md").read_text() == "# One, with more words\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--no-cache"),
        ("check", "--fix", "--no-cache"),
        ("check", "--fix", "--unsafe-fixes", "--diff", "--no-cache"),
        ("index",),
        ("index", "--check"),
        ("move", "1", "--to", "2"),
        ("renumber",),
        ("stats",),
        ("graph",),
    ],
    ids=" ".join,
)
def test_each_file_is_read_at_most_once_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    files = clean_files() | {"notes.md": "# Notes\n\n[x](README.md#redme)\n\nNo end"}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    counts: Counter[str] = Counter()
    for name in ("read_text", "read_generated"):
        whole = getattr(disks, name)

        def counted(root: str, path: str, *more: object, whole: object = whole) -> object:
            counts[path] += 1
            return whole(root, path, *more)  # type: ignore[operator]

        monkeypatch.setattr(disks, name, counted)
    invoke(*arguments, "--root", str(tmp_path))
    assert counts or arguments[0] == "index"
    assert {path: count for path, count in counts.items() if count > 1} == {}
