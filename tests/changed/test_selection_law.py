"""What is reported is what is new compared with the base, and what is on changed lines."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic
from tests.changed.checking import found
from tests.changed.history import commit, git, repository
from tests.curricula import FIRST, SECOND, clean_files
from tests.repository import run_on

_FILES = ("a.md", "b.md", "docs/c.md", FIRST, SECOND)
_NEW = ("new.md", "docs/new.md")
#: Every line that is added is another one, so that there is one way to tell what was added.
_LINES = (
    "[gone](missing-{n}.md)",
    "## Heading {n}",
    "[to](a.md#heading-{n}) in {n}",
    "[to](docs/c.md#heading-{n}) in {n}",
    "![](picture-{n}.png)",
    "Plain words {n}.",
)
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Edit(NamedTuple):
    """One step of a change."""

    kind: str
    path: str
    at: int
    line: str


_EDITS = st.lists(
    st.builds(
        Edit,
        st.sampled_from(["insert", "insert", "insert", "replace", "delete", "remove", "create"]),
        st.sampled_from(_FILES),
        st.integers(0, 40),
        st.sampled_from(_LINES),
    ),
    max_size=8,
)


def apply(root: Path, edits: list[Edit], first: int) -> None:
    for number, edit in enumerate(edits, start=first):
        path = root / edit.path
        line = edit.line.format(n=number // 2)
        if edit.kind == "create":
            path = root / _NEW[edit.at % 2]
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"# New {number}\n\n{line}\n")
        elif edit.kind == "remove":
            path.unlink(missing_ok=True)
            remove_empty(path.parent)
        elif path.exists():
            lines = path.read_text().split("\n\n")
            at = edit.at % len(lines)
            lines[at : at + (edit.kind != "insert")] = [line] * (edit.kind != "delete")
            path.write_text("\n\n".join(lines).rstrip("\n") + "\n")


def remove_empty(folder: Path) -> None:
    """As git does, which knows no empty folders."""
    while folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def changed_by_git(root: Path) -> dict[str, set[int]]:
    """The lines that git itself says are new, by path."""
    git(root, "add", "--all")
    lines: dict[str, set[int]] = {}
    for path in git(root, "diff", "--cached", "--name-only", "--no-renames").split("\n"):
        # Lines that are not empty are all different: patience never takes a blank one for the old.
        options = ("--cached", "--no-renames", "--patience", "-U0")
        text = git(root, "diff", *options, "--", path) if path else ""
        lines[path] = {
            number
            for start, count in _HUNK.findall(text)
            for number in range(int(start), int(start) + int(count or 1))
        }
    return lines


def keys(root: Path, diagnostics: tuple[Diagnostic, ...]) -> Iterator[tuple[str, str, str]]:
    for each in diagnostics:
        place = each.place
        file = root / place.path
        text = file.read_text().split("\n")[place.start.line - 1] if file.is_file() else ""
        # A finding about a unit is at its folder where there is no readme.
        unit = place.path.removesuffix("/readme.md")
        yield unit, each.code, "" if place.end == (1, 1) else text


def expected(root: Path, base: Path) -> set[tuple[str, int, str]]:
    before = Counter(keys(base, run_on(base).diagnostics))
    now = run_on(root).diagnostics
    lines = changed_by_git(root)
    wanted: set[tuple[str, int, str]] = set()
    waiting = []
    for each, key in zip(now, keys(root, now), strict=True):
        touched = lines.get(each.place.path, set())
        if any(n in touched for n in range(each.place.start.line, each.place.end.line + 1)):
            wanted.add(row_of(each))
        waiting.append((row_of(each) in wanted, each, key))
    for _, each, key in sorted(waiting, key=lambda item: item[0]):
        before[key] -= 1
        if before[key] < 0:
            wanted.add(row_of(each))
    return wanted


def row_of(each: Diagnostic) -> tuple[str, int, str]:
    return each.place.path, each.place.start.line, each.code


# An example takes a dozen processes: shrinking one would take minutes.
@settings(max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(_EDITS, _EDITS, _EDITS)
def test_reported_are_the_new_findings_and_those_on_changed_lines(
    before: list[Edit], committed: list[Edit], edited: list[Edit]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {**clean_files(), **{path: f"# {path}\n" for path in ("a.md", "b.md", "docs/c.md")}}
        root = repository(Path(folder) / "root", files)
        apply(root, before, 0)
        commit(root)
        git(root, "branch", "-f", "main")
        shutil.copytree(root, Path(folder) / "base")
        apply(root, committed, 100)
        commit(root)
        apply(root, edited, 200)
        reported = {each[:3] for each in found(root, "--no-cache", "--base", "main")}
        git(root, "reset", "-q", "--soft", "main")
        assert reported == expected(root, Path(folder) / "base")
