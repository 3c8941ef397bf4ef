"""Whatever is changed in whatever order: with a cache the result is the one without."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.parse import parser
from curriculum_lint.parse.document import Document
from tests.command import Result, invoke
from tests.curricula import FIRST, LEVEL, PRACTICES, SECOND, THIRD, exercise, readme

CONFIGURATIONS = [
    None,
    "",
    'ignore = ["CL104"]\n',
    'severity = { "broken-link" = "info" }\n',
    'exclude = ["notes/**"]\n',
    'levels = ["other"]\n',
    '[sections]\ngoal = ["Ziel"]\n',
    '[schemas]\nmodule = "schema.json"\n',
    '[links]\nignore = ["*ignored*"]\n',
    "[limits]\nfile-bytes = 150\n",
    'per-path-ignores = { "first_level/2_*/**" = ["CL1"] }\n',
    "wrong = 1\n",
]
IGNORES = [None, "ignored\n", "ignored\nnotes/\n", "*.txt\n", "2_files\n"]
SCHEMAS = ["{}", '{"required": ["hints"]}', '{"required": ["outcomes", "next"]}', "{"]
#: Texts of one length, so that an edit need not change a size.
TEXTS = [
    "# Notes\n\n[a](x.md#one)\n",
    "# Notes\n\n[a](x.md#two)\n",
    "# Noteß\n\n[a](x.mm#two)\n",
    "# One\n\n#### Two\n\nabcde.\n",
    "# Two\n\n[a](/ignored/a)..\n",
    "# Two\n\n![](ignored/b.png)\n",
]
READMES = [
    readme("Start"),
    readme("Start", practices=""),
    readme("Start", exercises=3),
    "# Start\n\n" + exercise(1) + exercise(3) + PRACTICES,
    readme("Start").replace("**Goal:**", "**Ziel:**"),
    readme("Start").replace("Run it", "[Run](../2_files/readme.md#2-print-files-2)"),
    readme("Start").replace("Run it", "[Run](../../notes/a.md#two)"),
    readme("Start") + "\n<!-- curriculum-lint-disable-file CL112 -->\n\n[x](nowhere)\n",
    "# Start\n",
    "",
    "\x00\x1b[31m",
]
PAGES = [FIRST, SECOND, THIRD, f"{LEVEL}/3_new/readme.md", f"{LEVEL}/1_start/README.md"]
NOTES = ["notes/a.md", "notes/x.md", "x.md", "ignored/a.md", "other/1_start/readme.md"]
OTHERS = ["ignored/a", "ignored/b.png", "notes/ignored/a", "x.mm", "notes/x.mm"]


class Walk:
    """Random edits of one curriculum."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)
        self.steps: list[Callable[[], str]] = [
            *[self.write_page, self.write_note] * 3,
            *(self.write_other, self.delete, self.rename, self.make_folder, self.link),
            *(self.configure, self.ignore, self.write_schema, self.touch, self.edit_and_touch_back),
            *(self.move_away, self.settle, self.settle),
        ]

    def step(self) -> str:
        return self.random.choice(self.steps)()

    def _write(self, path: str, text: str) -> str:
        target = self.root / path
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        for parent in target.parents:
            if parent.exists() and not parent.is_dir():
                parent.unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True) if self.random.random() < 0.5 else None
        if target.is_symlink():
            target.unlink()
        target.write_text(text, encoding="utf-8", newline="")
        return f"write {path}: {text[:40]!r}"

    def _files(self) -> list[Path]:
        return sorted(path for path in self.root.rglob("*") if path.is_file())

    def write_page(self) -> str:
        return self._write(self.random.choice(PAGES), self.random.choice(READMES))

    def write_note(self) -> str:
        return self._write(self.random.choice(NOTES), self.random.choice(TEXTS))

    def write_other(self) -> str:
        return self._write(self.random.choice(OTHERS), "x")

    def write_schema(self) -> str:
        return self._write("schema.json", self.random.choice(SCHEMAS))

    def make_folder(self) -> str:
        path = self.root / self.random.choice([*OTHERS, f"{LEVEL}/4_empty", "notes/x.md"])
        if path.parent.is_dir() and not path.exists() and not path.is_symlink():
            path.mkdir()
        return f"folder {path}"

    def link(self) -> str:
        path = self.root / self.random.choice([*NOTES, *OTHERS, FIRST])
        target = self.random.choice(["a.md", "../x.md", "nowhere", "/etc", "../ignored/a", "."])
        if path.parent.is_dir() and not path.is_dir():
            path.unlink(missing_ok=True)
            path.symlink_to(target)
        return f"link {path} to {target}"

    def delete(self) -> str:
        path = self.random.choice(self._files() or [self.root / "none"])
        path.unlink(missing_ok=True)
        return f"delete {path}"

    def rename(self) -> str:
        paths = [path for path in sorted(self.root.rglob("*")) if path.parent.is_dir()]
        path = self.random.choice(paths)
        other = path.with_name(self.random.choice([path.name.swapcase(), "5_five", "x.md", "a.md"]))
        if not other.exists():
            path.rename(other)
        return f"rename {path} to {other.name}"

    def move_away(self) -> str:
        path = self.root / self.random.choice([LEVEL, "notes", "ignored"])
        other = path.with_name(f"{path.name}_x_level")
        source, target = (path, other) if path.exists() else (other, path)
        if source.exists() and not target.exists():
            source.rename(target)
        return f"move {source} to {target}"

    def _set(self, name: str, texts: list[str | None]) -> str:
        text = self.random.choice(texts)
        path = self.root / name
        if text is not None:
            return self._write(name, text)
        path.unlink(missing_ok=True)
        return f"remove {name}"

    def configure(self) -> str:
        return self._set("curriculum-lint.toml", CONFIGURATIONS)

    def ignore(self) -> str:
        return self._set(".gitignore", IGNORES)

    def touch(self) -> str:
        path = self.random.choice(self._files())
        seconds = self.random.choice([1_000_000_000, 1_000_000_001, 4_000_000_000])
        os.utime(path, (seconds, seconds))
        return f"touch {path}"

    def edit_and_touch_back(self) -> str:
        """An edit that changes neither size nor time."""
        path = self.root / "notes/a.md"
        if path.is_dir() or not path.exists():
            return "nothing"
        state = path.stat()
        text = path.read_bytes().decode()
        others = [t for t in TEXTS if len(t.encode()) == state.st_size and t != text]
        if others:
            path.write_text(self.random.choice(others), encoding="utf-8")
            os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
        return f"edit {path} and touch it back"

    def settle(self) -> str:
        for number, path in enumerate(self._files()):
            os.utime(path, (1_100_000_000 + number % 3,) * 2)
        return "settle"


def _check(root: Path, *arguments: str) -> Result:
    return invoke("check", "--root", str(root), "--output-format", "json", *arguments)


@pytest.mark.parametrize("seed", range(3))
def test_any_walk_of_edits_gives_the_result_without_a_cache(root: Path, seed: int) -> None:
    walk = Walk(root, seed)
    taken: list[str] = []
    for _ in range(20):
        taken.append(walk.step())
        expected = _check(root, "--no-cache")
        assert expected.exit_code in (0, 1, 2)
        for run in ("first", "second"):
            assert _check(root) == expected, (run, taken)


def test_the_walk_meets_remembered_results(root: Path, own_cache: Path) -> None:
    """The walk would prove nothing if no result were remembered."""
    walk = Walk(root, 0)
    walk.settle()
    _check(root)
    stored = {path.name.split("-")[0] for path in own_cache.rglob("*.json")}
    assert {"run", "pages"} <= stored


def test_ignored_target_that_appears_and_disappears_is_seen(root: Path) -> None:
    (root / ".gitignore").write_text("build\n")
    (root / "notes.md").write_text("# Notes\n\n[a](build/a.md)\n")
    Walk(root, 0).settle()
    broken = _check(root, "--select", "CL301").stdout
    assert "CL301" in broken
    (root / "build").mkdir()
    (root / "build/a.md").write_text("# A\n")
    assert "CL301" not in _check(root, "--select", "CL301").stdout
    shutil.rmtree(root / "build")
    assert _check(root, "--select", "CL301").stdout == broken


def test_same_size_and_time_do_not_hide_an_edit(root: Path) -> None:
    notes = root / "notes.md"
    notes.write_text("# Notes\n\n[a](README.md)\n")
    Walk(root, 0).settle()
    assert "notes.md" not in _check(root).stdout
    state = notes.stat()
    notes.write_text("# Notes\n\n[a](READNE.md)\n")
    os.utime(notes, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert notes.stat().st_size == state.st_size
    assert "notes.md" in _check(root).stdout


def test_two_roots_share_nothing(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(root, other)
    (other / SECOND).write_text(readme("Files"))
    for each in (root, other):
        Walk(each, 0).settle()
    for _ in range(2):
        assert "CL104" in _check(root).stdout
        assert "CL104" not in _check(other).stdout


def test_moved_root_is_read_anew(root: Path, tmp_path: Path) -> None:
    Walk(root, 0).settle()
    expected = _check(root)
    root.rename(tmp_path / "moved")
    assert _check(tmp_path / "moved") == expected


@pytest.mark.parametrize(
    ("configuration", "ignore"), [('exclude = ["hidden/**"]\n', ""), ("", "hidden/\n")]
)
def test_a_readme_behind_a_link_to_what_is_left_out_is_seen_to_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configuration: str, ignore: str
) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "root"
    hidden = root / "hidden/readme.md"
    hidden.parent.mkdir(parents=True)
    (root / ".gitignore").write_text(ignore)
    (root / "curriculum-lint.toml").write_text(configuration)
    (root / LEVEL / "1_start").mkdir(parents=True)
    (root / FIRST).symlink_to("../../hidden/readme.md")
    for text in (readme("Start"), readme("Start", practices=""), readme("Start", exercises=3)):
        hidden.write_text(text)
        os.utime(hidden, (1, 1))
        with_cache = [invoke("check", "--root", str(root)).stdout for _ in range(2)]
        without = invoke("check", "--root", str(root), "--no-cache").stdout
        assert with_cache == [without, without]


@pytest.mark.parametrize("seed", range(3))
def test_repairs_are_those_without_a_cache(root: Path, seed: int) -> None:
    """Also of what a check has read, and of what repairs before have left."""
    walk, found = Walk(root, seed), 0
    taken: list[str] = []
    for _ in range(12):
        taken.append(walk.step())
        if walk.random.random() < 0.5:
            _check(root)
        options = ("--diff", *["--unsafe-fixes"] * walk.random.randint(0, 1))
        expected = _check(root, *options, "--no-cache")
        found += "+++" in expected.stdout
        for run in ("first", "second"):
            assert _check(root, *options) == expected, (run, taken)
        if walk.random.random() < 0.3:
            taken.append("repair")
            _check(root, "--fix")
            assert _check(root) == _check(root, "--no-cache"), taken
    assert found


def test_a_repair_parses_no_page_that_a_check_has_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / FIRST).write_text(readme("Start").replace("\n1. ", "\n3. "), encoding="utf-8")
    _check(root)
    parsed: list[str] = []
    parse = parser.parse_document

    def note(path: str, *given: Any) -> Document:
        parsed.append(path)
        return parse(path, *given)

    monkeypatch.setattr(parser, "parse_document", note)
    assert "+++" in _check(root, "--diff").stdout
    assert set(parsed) <= {FIRST}
