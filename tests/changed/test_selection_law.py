"""What is reported is what is new compared with the base, and what is on changed lines."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.views.baseline.fingerprint import normalised
from tests.changed.checking import diagnostics
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


def lines_of(path: Path) -> list[str]:
    return path.read_text().split("\n") if path.is_file() else []


class Lines(NamedTuple):
    """The numbers of lines that every comparison must call new, and that one may call new.

    There may be several ways to tell what was added: which of two blank lines is the old one?
    """

    new: set[int]
    perhaps_new: set[int]


def compared(before: list[str], after: list[str]) -> Lines:
    first = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
    if first is None:
        first = min(len(before), len(after))
    rest = zip(before[first:][::-1], after[first:][::-1], strict=False)
    shorter = min(len(before), len(after)) - first
    last = next((n for n, (a, b) in enumerate(rest) if a != b), shorter)
    middle = set(range(first + 1, len(after) - last + 1))
    return Lines({n for n in middle if after[n - 1] not in before}, middle)


class Tally(NamedTuple):
    """How many findings of one kind must be reported at least, and may be at most."""

    least: int
    most: int


def key_of(root: Path, each: Diagnostic) -> tuple[str, str, str]:
    place = each.place
    text = (lines_of(root / place.path) or [""] * place.start.line)[place.start.line - 1]
    # A finding about a unit is at its folder where there is no readme.
    unit = place.path.removesuffix("/readme.md")
    # Numbers do not tell findings apart: an exercise may have got another one.
    return unit, each.code, "" if place.end == (1, 1) else normalised(text)


def expected(root: Path, base: Path) -> dict[tuple[str, str, str], Tally]:
    before = Counter(key_of(base, each) for each in run_on(base).diagnostics)
    now, new, perhaps = Counter(), Counter(), Counter()
    for each in run_on(root).diagnostics:
        key, path = key_of(root, each), each.place.path
        lines = compared(lines_of(base / path), lines_of(root / path))
        at = set(range(each.place.start.line, each.place.end.line + 1))
        now[key] += 1
        new[key] += bool(at & lines.new)
        perhaps[key] += bool(at & lines.perhaps_new)
    more = {key: max(0, now[key] - before[key]) for key in now}
    return {
        key: Tally(max(new[key], more[key]), min(now[key], perhaps[key] + more[key])) for key in now
    }


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
        rows = diagnostics(root, "--no-cache", "--base", "main")
        reported = {(row["path"], row["line"], row["code"], row["message"]) for row in rows}
        seen = Counter(
            key_of(root, each)
            for each in run_on(root).diagnostics
            if (each.place.path, each.place.start.line, each.code, each.message) in reported
        )
        tallies = expected(root, Path(folder) / "base")
        assert len(rows) == seen.total()
        for key, tally in tallies.items():
            assert tally.least <= seen[key] <= tally.most, key
