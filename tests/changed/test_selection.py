"""What a finding has to do with a change: nothing, caused by it, or touched by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_lint.check.concern import Concern
from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic, Place
from curriculum_lint.report.sources import Sources
from curriculum_lint.settings.load import load_settings
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position
from curriculum_lint.views.baseline.fingerprint import Fingerprint, Fingerprints
from curriculum_lint.views.changed.selection import NOTE, touched_by, with_concern
from curriculum_lint.views.changed.versions import Versions, open_versions
from curriculum_lint.workspace.disk import Disk
from tests.changed.history import repository

FILES = {"notes.md": "# Notes\n\nText.\n\nText.\n", "old.md": "# Old\n\nText.\n"}


@pytest.fixture
def versions(tmp_path: Path) -> Iterator[Versions]:
    """The last line of notes.md is another one, and new.md is new."""
    root = repository(tmp_path / "repository", FILES)
    (root / "notes.md").write_text("# Notes\n\nText.\n\nText.\nText.\n")
    (root / "new.md").write_text("# New\n")
    settings = load_settings(str(root), root=str(root)).settings
    with open_versions(Disk(settings), "main") as opened:
        yield opened


def at(path: str, line: int, code: str = "CL301", exercise: str = "", **more: str) -> Diagnostic:
    place = Place(path, Position(line, 1), Position(line, 5))
    return Diagnostic(
        code, "some-rule", Severity.ERROR, "Something.", place, exercise=exercise, **more
    )  # type: ignore[arg-type]


def fingerprints(versions: Versions, *found: Diagnostic) -> Counter[Fingerprint]:
    take = Fingerprints(versions.settings, Sources(versions.now).line).of
    return Counter(map(take, found))


def concerns(
    versions: Versions, found: list[Diagnostic], known: Counter[Fingerprint]
) -> list[tuple[str, int, Concern]]:
    """Path, line and concern of each, in the order in which they come out."""
    marked = with_concern(found, versions, known, versions.now)
    assert sorted(each._replace(help=None, concern=Concern.OTHER) for each in marked) == (
        sorted(each._replace(help=None) for each in found)
    )
    return [(each.place.path, each.place.start.line, each.concern) for each in marked]


def test_what_was_there_comes_first_and_what_is_touched_last(versions: Versions) -> None:
    found = [
        at("new.md", 1),
        at("notes.md", 1),
        at("notes.md", 6),
        at("old.md", 1),
        at("old.md", 2, INTERNAL_ERROR),
        at("old.md", 3),
    ]
    assert concerns(versions, found, fingerprints(versions, found[1], found[5])) == [
        ("notes.md", 1, Concern.OTHER),
        ("old.md", 3, Concern.OTHER),
        ("old.md", 1, Concern.CAUSED),
        ("new.md", 1, Concern.TOUCHED),
        ("notes.md", 6, Concern.TOUCHED),
        ("old.md", 2, Concern.TOUCHED),
    ]


@pytest.mark.parametrize(
    ("advice", "said"), [(None, NOTE), ("Write it.", f"Write it. {NOTE}"), ("", NOTE)]
)
def test_what_a_change_causes_elsewhere_says_so(
    versions: Versions, advice: str | None, said: str
) -> None:
    found = [at("old.md", 1)._replace(help=advice), at("new.md", 1)._replace(help=advice)]
    caused, touched = with_concern(found, versions, Counter(), versions.now)
    assert (caused.concern, caused.help) == (Concern.CAUSED, said)
    assert (touched.concern, touched.help) == (Concern.TOUCHED, advice)


def test_of_two_that_look_alike_the_one_that_nobody_touched_was_there(versions: Versions) -> None:
    """Whichever comes first."""
    found = [at("notes.md", 6), at("notes.md", 3)]
    assert concerns(versions, found, fingerprints(versions, found[0])) == [
        ("notes.md", 3, Concern.OTHER),
        ("notes.md", 6, Concern.TOUCHED),
    ]


def test_another_title_of_an_exercise_makes_nothing_new(versions: Versions) -> None:
    """As many findings as there were are known, whatever their exercises are called now."""
    was = [at("old.md", 3, exercise=title) for title in ("Read", "Write", "Write")]
    now = [at("old.md", 3, exercise=title) for title in ("Show", "Tell", "Write", "Ask")]
    now = [each._replace(message=f"{number}") for number, each in enumerate(now)]
    marked = with_concern(now, versions, fingerprints(versions, *was), versions.now)
    assert [(each.exercise, each.concern) for each in marked] == [
        ("Show", Concern.OTHER),
        ("Tell", Concern.OTHER),
        ("Write", Concern.OTHER),
        ("Ask", Concern.CAUSED),
    ]


def test_new_lines_and_new_files_are_touched_and_faults_of_the_tool_everywhere(
    versions: Versions,
) -> None:
    found = [
        *(at("notes.md", line) for line in (1, 3, 5, 6)),
        *(at("old.md", line) for line in (1, 3)),
        at("old.md", 1, INTERNAL_ERROR),
        at("new.md", 1),
        at("gone.md", 1),
        at(".", 1),
    ]
    touched = touched_by(found, versions, versions.now)
    assert touched == {found[3], found[6], found[7], found[8]}
