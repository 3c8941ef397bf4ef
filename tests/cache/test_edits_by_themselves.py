"""Edits inside of documents: checked by themselves or not, the result is the one without a cache."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.cache.stored_run import StoredRun
from curriculum_lint.check.result import Result as RunResult
from tests.command import Result, invoke
from tests.curricula import FIRST, LEVEL, SECOND, THIRD, exercise, readme, write_clean
from tests.repository import write_files

#: A gap in the numbers, whose fix edits many files; links, mentions, counts, a copy, suppressions.
FILES = {
    "README.md": "# A course\n\nIt has 3 modules.\n\n1. [Start](first_level/1_start/readme.md)\n"
    "2. [Module 2: Files](first_level/2_files/readme.md)\n"
    "4. [Nets](first_level/4_nets/readme.md)\n\n| Module | About |\n|---|---|\n"
    "| 1 | [Start](first_level/1_start/) |\n| 2 | [Files](first_level/2_files/) |\n",
    f"{LEVEL}/readme.md": "# First level\n\nThere are 9 exercises.\n\n- [Start](1_start/readme.md)\n"
    "- **Files**: all about files\n- module 4, [Nets](4_nets/readme.md)\n",
    f"{LEVEL}/1_start/readme.md": readme("Start") + "\nNext: [Files](../2_files/readme.md)\n",
    f"{LEVEL}/2_files/readme.md": "---\ntitle: Files\nnext: 4_nets\n---\n"
    + readme("Files")
    + "\n<!-- curriculum-lint-disable-next-line CL301 -->\n[gone](gone.md)\n"
    "\n<!-- curriculum-lint-disable-next-line CL302 -->\nNothing.\n",
    f"{LEVEL}/2_files/a_streams/readme.md": readme("Streams", practices="")
    + "See exercise 2.1 and [Nets](../../4_nets/readme.md#2-print-nets-2).\n",
    f"{LEVEL}/4_nets/readme.md": readme("4. Nets", exercises=3).replace("Nets 2\n", "Nets\n")
    + "\n"
    + exercise(2, "4. Nets"),
    "notes.md": "# Notes\n\n[Start](first_level/1_start/readme.md#nowhere), `4_nets/readme.md`.\n\n"
    "```js\nlet a = 1;\n```\n",
    "old/a.md": "# Old\n\n[gone](gone.md)\n",
    "curriculum-lint.toml": 'per-path-ignores = { "old/**" = ["CL301"], "first_level/**" = ["CL302"] }\n',
}
PIECES = (
    *(
        "word",
        " and more",
        "**bold**",
        "`code`",
        "[x](y.md)",
        "module 3",
        " exercise 2",
        "20 exercises ",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n## New\n\n",
        "\n- item\n",
        "\n1. one\n",
        "\n```\n",
        "<!-- c -->",
        "#",
        " ",
    ),
    *(
        "é",
        "\t",
        "**Goal:** x\n",
        "Next: ",
        '<a id="z"></a>',
        "| a | b |\n",
        "4.",
        "_",
        "[",
        ")",
        "<b>",
    ),
    "<!-- curriculum-lint-disable-line CL301 -->",
)


class Pen:
    """Random edits of one document after the other."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)
        self._edits: tuple[Callable[[str], str], ...] = (
            *(self._insert, self._insert, self._append, self._extend_line, self._extend_line),
            *(self._mistype, self._mistype, self._delete, self._repeat_line),
            *(self._rename, self._rename, self._renumber, self._lead_elsewhere),
        )

    def edit(self) -> str:
        """Edit one or two documents, and let their times be old."""
        done = [self._edit_one() for _ in range(self.random.choice((1, 1, 1, 2)))]
        return "; ".join(done)

    def _edit_one(self) -> str:
        path = self.random.choice(sorted(self.root.rglob("*.md")))
        before, change = path.read_bytes().decode(), self.random.choice(self._edits)
        path.write_bytes(change(before).encode())
        _settle(path)
        return f"{change.__name__} {path.name} of {path.parent.name}"

    def _insert(self, text: str) -> str:
        at = self.random.randint(0, len(text))
        return text[:at] + self.random.choice(PIECES) + text[at:]

    def _append(self, text: str) -> str:
        return f"{text}\nMore {self.random.random()}.\n"

    def _extend_line(self, text: str) -> str:
        ends = [match.start() for match in re.finditer("\n", text)] or [0]
        at = self.random.choice(ends)
        return f"{text[:at]} and more{text[at:]}"

    def _rename(self, text: str) -> str:
        """Another word in a heading, or another title that is used already."""
        headings = re.findall("^#+ .*$", text, re.MULTILINE) or ["# "]
        old, new = self.random.choice(headings), self.random.choice(headings)
        title = old + self.random.choice((" and more", " Files", "é"))
        kept = re.match(r"#+ (?:\d+\) )?", old)
        copied = (kept[0] if kept else "") + re.sub(r"^#+ (?:\d+\) )?", "", new)
        return text.replace(old, self.random.choice((title, title, copied)), 1)

    def _renumber(self, text: str) -> str:
        numbers = re.findall(r"^## \d+\)", text, re.MULTILINE) or ["## "]
        return text.replace(self.random.choice(numbers), f"## {self.random.randint(1, 5)})", 1)

    def _lead_elsewhere(self, text: str) -> str:
        places = [*re.findall(r"\]\(([^)#\n]*#[^)\n]*)\)", text), "gone.md"]
        new = ("#1-print-start-1", "#files", "../2_files/readme.md#2-print-files-2", "#Start")
        return text.replace(self.random.choice(places), self.random.choice(new), 1)

    def _mistype(self, text: str) -> str:
        letters = [match.start() for match in re.finditer("[a-z]", text)] or [0]
        at = self.random.choice(letters)
        return f"{text[:at]}q{text[at + 1 :]}"

    def _delete(self, text: str) -> str:
        at = self.random.randint(0, len(text))
        return text[:at] + text[at + self.random.randint(1, 20) :]

    def _repeat_line(self, text: str) -> str:
        lines = text.splitlines(keepends=True) or [""]
        at = self.random.randrange(len(lines))
        return "".join([*lines[: at + 1], *lines[at:]])


def _settle(path: Path) -> None:
    """Let the file be older than the run."""
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns - 1_000_000_000))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum in which many things are wrong."""
    write_files(tmp_path / "repository", FILES)
    for path in (tmp_path / "repository").rglob("*"):
        _settle(path)
    return tmp_path / "repository"


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each run after an edit, whether the edit was checked by itself."""
    known: list[bool] = []
    changed = StoredRun.changed

    def note(stored: StoredRun) -> RunResult | None:
        done = changed(stored)
        known.append(done is not None)
        return done

    monkeypatch.setattr(StoredRun, "changed", note)
    return known


def _check(root: Path, *arguments: str) -> Result:
    return invoke("check", "--root", str(root), "--output-format", "json", *arguments)


@pytest.mark.parametrize("seed", range(4))
def test_any_edits_give_the_result_without_a_cache(
    root: Path, answers: list[bool], seed: int
) -> None:
    pen, done = Pen(root, seed), ["nothing"]
    for _ in range(15):
        assert _check(root) == _check(root, "--no-cache"), done
        done.append(pen.edit())
    assert any(answers), "no edit was checked by itself"


@pytest.mark.parametrize("path", ["README.md", f"{LEVEL}/1_start/readme.md", "old/a.md"])
def test_another_word_in_a_paragraph_is_checked_by_itself(
    root: Path, answers: list[bool], path: str
) -> None:
    text = (root / path).read_text() + "\nA paragraph about nothing.\n\nAnother one.\n"
    (root / path).write_text(text)
    _settle(root / path)
    _check(root)
    (root / path).write_text(text.replace("about nothing", "about\nmany things [x]"))
    _settle(root / path)
    assert _check(root) == _check(root, "--no-cache")
    assert answers == [False, True]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("notes.md", "# Notes", "# Note"),
        ("notes.md", "#nowhere", "#1-print-start-1"),
        ("README.md", "3 modules", "4 modules"),
        (f"{LEVEL}/4_nets/readme.md", "1) Print 4. Nets 1", "1) Print 4. Net 1"),
        (f"{LEVEL}/2_files/readme.md", "## 1) Print Files 1", "## 1) Print Files 2"),
        (f"{LEVEL}/2_files/readme.md", "## 1) Print Files 1", "## 3) Print Files 1"),
        (f"{LEVEL}/2_files/readme.md", "next: 4_nets", "next: 1_start"),
        (f"{LEVEL}/1_start/readme.md", "Next: [", "Back: ["),
        (f"{LEVEL}/readme.md", "**Files**", "**Start**"),
        (f"{LEVEL}/readme.md", "module 4,", "module 5,"),
        (f"{LEVEL}/2_files/a_streams/readme.md", "See exercise 2.1", "See exercise 2.3"),
    ],
)
def test_what_others_see_is_looked_at_as_a_whole(
    root: Path, answers: list[bool], path: str, old: str, new: str
) -> None:
    _check(root)
    before = (root / path).read_text()
    assert old in before
    (root / path).write_text(before.replace(old, new))
    _settle(root / path)
    assert _check(root) == _check(root, "--no-cache")
    assert answers == [False, False]


@pytest.mark.parametrize(
    ("path", "old", "new", "is_by_itself"),
    [
        (SECOND, "1) Print Files 1", "1) Print all files", True),
        (THIRD, "2) Print Streams 2", "2) Print", True),
        (FIRST, "Best practices", "Notes for students", False),
        (FIRST, "1) Print Start 1", "Print Start 1", False),
        (FIRST, "1) Print Start 1", "1) Print Start 2", False),
        (FIRST, "2) Print Start 2", "2) Print Start twice", False),
        (FIRST, "# Start", "# Begin", False),
    ],
)
def test_a_heading_that_nobody_asks_for_is_checked_by_itself(
    tmp_path: Path, answers: list[bool], path: str, old: str, new: str, is_by_itself: bool
) -> None:
    root = write_clean(tmp_path / "repository")
    write_files(root, {SECOND: readme("Files") + "\n[x](../1_start/readme.md#2-print-start-2)\n"})
    for page in root.rglob("*.md"):
        _settle(page)
    _check(root)
    before = (root / path).read_text()
    assert old in before
    (root / path).write_text(before.replace(old, new, 1))
    _settle(root / path)
    assert _check(root) == _check(root, "--no-cache")
    assert answers == [False, is_by_itself]


def test_an_exercise_that_becomes_the_copy_of_another_is_found(
    root: Path, answers: list[bool]
) -> None:
    page, other = root / LEVEL / "1_start/readme.md", root / LEVEL / "2_files/a_streams/readme.md"
    _check(root)
    text = page.read_text()
    body = other.read_text().split("\n\n", 2)[2].partition("## 2)")[0]
    page.write_text(text.replace(exercise(1, "Start").partition("\n\n")[2], body))
    _settle(page)
    found = _check(root)
    assert found == _check(root, "--no-cache")
    assert "has the same text as" in found.stdout
    assert answers == [False, False]


def test_places_in_an_edited_document_move_in_what_others_say_of_it(
    root: Path, answers: list[bool]
) -> None:
    page = root / LEVEL / "1_start/readme.md"
    page.write_text(page.read_text().replace("# Start\n", "# Start\n\nAbout it.\n"))
    _settle(page)
    _check(root)
    page.write_text(page.read_text().replace("About it.", "About it.\n\nAnd more."))
    _settle(page)
    found = _check(root)
    assert found == _check(root, "--no-cache")
    assert json.loads(found.stdout)["diagnostics"]
    assert answers == [False, True]


@pytest.mark.parametrize("name", ["parts", "left", "run"])
def test_a_lost_or_damaged_file_costs_nothing_but_time(
    root: Path, own_cache: Path, answers: list[bool], name: str
) -> None:
    page = root / "notes.md"
    for harm in (lambda path: path.unlink(), lambda path: path.write_bytes(b"\n" + b"x" * 5000)):
        _check(root)
        for path in own_cache.rglob(f"{name}-*"):
            harm(path)
        page.write_text(page.read_text() + "\nMore.\n")
        _settle(page)
        assert _check(root) == _check(root, "--no-cache")
    assert not any(answers)


def test_what_another_run_has_left_behind_is_not_used(
    root: Path, own_cache: Path, answers: list[bool]
) -> None:
    page = root / "notes.md"
    _check(root)
    (left,) = own_cache.rglob("left-*")
    before = left.read_bytes()
    page.write_text(page.read_text().replace("# Notes", "# Other notes"))
    _settle(page)
    _check(root)
    left.write_bytes(before)
    page.write_text(page.read_text() + "\nMore.\n")
    _settle(page)
    assert _check(root) == _check(root, "--no-cache")
    assert answers == [False, False, False]
