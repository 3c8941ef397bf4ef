"""A cache that is damaged, forbidden or shared: the result is the same, and nothing is said."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.cache import fingerprint, store
from curriculum_lint.cache.folder import FOLDER_VARIABLE
from curriculum_lint.cache.store import Shelf
from tests.cache.damage import DAMAGES, Damage, damage_all
from tests.command import Result, invoke


def settle(root: Path) -> None:
    """Make every file old enough for its result to be remembered."""
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))


def check(root: Path) -> Result:
    return invoke("check", "--root", str(root), "--output-format", "json")


@pytest.fixture
def configured(root: Path) -> Path:
    """The curriculum with a configuration and a schema, so that every shelf is used."""
    shutil.copy(Path(__file__).parents[2] / "schema/module.schema.json", root / "own.json")
    (root / "curriculum-lint.toml").write_text('[schemas]\nmodule = "own.json"\n')
    settle(root)
    return root


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_cache_is_ignored_and_replaced(
    configured: Path, own_cache: Path, damage: Damage
) -> None:
    expected = check(configured)
    assert (expected.exit_code, expected.stderr) == (1, "")
    assert damage_all(own_cache, damage) >= 3
    assert check(configured) == expected
    assert check(configured) == expected


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_pages_alone_are_ignored(configured: Path, own_cache: Path, damage: Damage) -> None:
    expected = check(configured)
    for path in own_cache.rglob("run-*"):
        path.unlink()
    damage_all(own_cache, damage)
    (configured / "new.md").write_text("New.\n")
    again = check(configured)
    assert again.exit_code == 1
    assert json.loads(again.stdout)["diagnostics"] == json.loads(expected.stdout)["diagnostics"]


def test_what_was_written_is_read_and_damage_is_seen(own_cache: Path) -> None:
    shelf = Shelf("a", "b")
    data = {"é\udcff": [1, None, True, "x\n\u2028"]}
    shelf.write("name", data)
    assert shelf.read("name") == data
    for damage in DAMAGES.values():
        shelf.write("name", data)
        damage_all(own_cache, damage)
        assert shelf.read("name") is None


def test_another_tool_reads_nothing(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Shelf("a").write("name", [1])
    monkeypatch.setattr(fingerprint, "tool_fingerprint", lambda: "another")
    assert Shelf("a").read("name") is None


def test_old_files_make_room(own_cache: Path) -> None:
    shelf = Shelf("a")
    for number in range(30):
        shelf.write(str(number), number)
    assert len(list(own_cache.rglob("*.json"))) <= 16
    assert shelf.read("29") == 29


# -- folders that do not work


def _file(path: Path) -> None:
    path.write_text("no folder")


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere/at/all")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to("/dev/null")


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("make", [_file, _dangling, _circle, _device, _socket])
def test_cache_folder_that_is_none_is_no_failure(
    root: Path, own_cache: Path, make: Callable[[Path], None]
) -> None:
    expected = invoke("check", "--root", str(root), "--output-format", "json", "--no-cache")
    make(own_cache)
    settle(root)
    for _ in range(2):
        assert check(root) == expected


@pytest.mark.parametrize("folder", ["", "/proc/none", "/dev/full/x", "relative-cache", "\x00", "~"])
def test_odd_name_of_the_cache_folder_is_no_failure(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    if "\0" in folder:
        # The environment cannot hold it: what else might pass such a name on is asked directly.
        monkeypatch.setattr(store, "user_folder", lambda: folder)
    else:
        monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.chdir(tmp_path)
    assert check(root).exit_code == 1


@pytest.mark.parametrize("error", [PermissionError, OSError, InterruptedError])
def test_cache_that_cannot_be_written_is_no_failure(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    expected = invoke("check", "--root", str(root), "--output-format", "json", "--no-cache")

    def refuse(*_arguments: object, **_options: object) -> None:
        raise error(30, "Read-only file system")

    settle(root)
    for name in ("os.makedirs", "curriculum_lint.cache.store._open_private", "os.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(name, refuse)
            assert check(root) == expected, name


def test_full_disk_leaves_no_half_written_cache(
    root: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    def refuse(self: object, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    class Full(io.BytesIO):
        write = refuse  # type: ignore[assignment]

    def full(file: str, mode: str, **options: object) -> io.IOBase:
        if mode == "rb":
            return open(file, mode, **options)  # type: ignore[call-overload,no-any-return]
        Path(file).touch()
        return Full()

    settle(root)
    with monkeypatch.context() as patch:
        patch.setattr(store, "open", full, raising=False)
        assert check(root).exit_code == 1
    assert not [path for path in own_cache.rglob("*") if path.is_file()]


def test_runs_at_once_share_one_cache(root: Path, own_cache: Path) -> None:
    command = [sys.executable, "-m", "curriculum_lint", "check", "--output-format", "json"]
    expected = None
    for _ in range(2):
        settle(root)
        running = [
            subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        done = [(*process.communicate(timeout=60), process.returncode) for process in running]
        assert len(set(done)) == 1
        expected = expected or done[0]
        assert done[0] == expected
        assert (expected[1], expected[2]) == (b"", 1)
    assert not list(own_cache.rglob("*.tmp"))


def test_cache_is_for_its_owner_alone(root: Path, own_cache: Path) -> None:
    settle(root)
    check(root)
    files = [path for path in own_cache.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert (path.stat().st_mode | path.parent.stat().st_mode) & 0o077 == 0, path


def test_a_cache_behind_a_link_of_the_checkout_is_not_used(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = root.parent / "outside"
    (outside / "trees").mkdir(parents=True)
    (outside / "trees" / "mine.txt").write_text("mine")
    (root / "link").symlink_to(outside)
    monkeypatch.chdir(root)
    monkeypatch.setenv(FOLDER_VARIABLE, "link")
    assert check(root).exit_code in (0, 1)
    assert [path.name for path in outside.rglob("*")] == ["trees", "mine.txt"]


def test_only_files_of_the_cache_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    (tmp_path / "shelf").mkdir()
    for number in range(20):
        (tmp_path / "shelf" / f"{number}.txt").write_text("mine")
    for number in range(20):
        Shelf("shelf").write(str(number), {})
    assert len(list((tmp_path / "shelf").glob("*.txt"))) == 20
    assert len(list((tmp_path / "shelf").glob("*.json"))) == 16


def _installed(folder: Path, monkeypatch: pytest.MonkeyPatch, record: str) -> str:
    """The fingerprint of a tool that was installed there just now, with this record."""
    package = folder / "curriculum_lint"
    (package / "cache").mkdir(parents=True, exist_ok=True)
    file = package / "cache/fingerprint.py"
    if not file.exists():
        file.write_text("# A file of the tool.\n")
    described = folder / f"curriculum_lint-{fingerprint.__version__}.dist-info/RECORD"
    if record:
        described.parent.mkdir(exist_ok=True)
        described.write_text(record)
    monkeypatch.setattr(fingerprint, "__file__", str(file))
    monkeypatch.setattr(fingerprint, "_known", [])
    return fingerprint.tool_fingerprint()


def test_the_same_version_installed_elsewhere_reads_the_same_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job of CI installs the tool anew each time, and restores the cache of another one."""
    record = "../bin/x,sha256={0},9\ncurriculum_lint/a.py,sha256=a,1\n"
    first = _installed(tmp_path / "first", monkeypatch, record.format("one"))
    assert _installed(tmp_path / "second", monkeypatch, record.format("two")) == first
    other = record.replace("=a", "=b")
    assert _installed(tmp_path / "third", monkeypatch, other) != first


def test_an_edit_after_the_installation_is_another_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for record in ("curriculum_lint/a.py,sha256=a,1\n", ""):
        folder = tmp_path / f"installed{len(record)}"
        first = _installed(folder, monkeypatch, record)
        file = folder / "curriculum_lint/cache/fingerprint.py"
        file.write_text("# A file of a tool.\n\n"[:24])
        os.utime(file, (4_000_000_000, 4_000_000_000))
        assert _installed(folder, monkeypatch, "") != first
