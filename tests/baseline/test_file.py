"""The file: what is written is read again, and nothing else is believed."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import referencing
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.edits.digest import digest
from curriculum_lint.settings.errors import SettingsError
from curriculum_lint.views.baseline.file import pruned_baseline, read_baseline, render_baseline
from curriculum_lint.views.baseline.fingerprint import Fingerprint
from curriculum_lint.views.baseline.model import BaselineModel, baseline_schema
from curriculum_lint.views.baseline.write import write_baseline
from tests.report.strategies import hostile

NAME = "curriculum-lint-baseline.json"
MAX_BYTES = 16 * 1024 * 1024
SCHEMA = jsonschema.Draft202012Validator(baseline_schema(), registry=referencing.Registry())
KNOWN = Fingerprint("a", "CL301", "", "x")
ENTRY = '{"unit": "a", "code": "CL301", "exercise": "", "excerpt": "x", "count": 1}'
END = '{"unit": "", "code": "", "exercise": "", "excerpt": "", "count": 0}'

# A fingerprint holds no lone surrogates: those of a file's name are written as escapes.
texts = hostile.map(lambda text: text.encode("utf-8", "backslashreplace").decode())
entries = st.dictionaries(
    st.builds(Fingerprint, texts, st.just("CL301"), texts, texts), st.integers(1, 9)
)


@given(entries)
def test_what_is_written_is_read_again_and_is_what_the_schema_says(tmp_path_factory, found) -> None:
    root = tmp_path_factory.mktemp("baseline")
    text = render_baseline(found)
    assert write_baseline(str(root), NAME, found, None) is None
    file = read_baseline(str(root), NAME)
    assert file is not None and file.entries == found
    SCHEMA.validate(json.loads(text))
    assert text.isascii() and text.isprintable() is False and "\x7f" not in text
    assert "##[" not in text and not any(x.lstrip().startswith("::") for x in text.split("\n"))
    assert text == render_baseline(dict(reversed(list(found.items()))))


def test_the_model_reads_it_too() -> None:
    text = render_baseline({Fingerprint("a", "CL301", "Read a file", "x.md"): 2})
    assert BaselineModel.model_validate_json(text).entries[0].count == 2


def test_one_entry_is_one_line_in_order() -> None:
    found = {Fingerprint(unit, "CL301", "", "x"): 1 for unit in "cab"}
    lines = render_baseline(found).splitlines()
    assert [line.split('"')[3] for line in lines if "unit" in line] == ["a", "b", "c", ""]


def test_no_file_is_no_baseline(tmp_path: Path) -> None:
    assert read_baseline(str(tmp_path), NAME) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no baseline: it is not JSON (line 1: Expecting value)"),
        ("<<<<<<< HEAD\n", "this is no baseline: it is not JSON (line 1: Expecting value)"),
        ("[]", 'this is no baseline: it must be an object with "version" and "entries"'),
        (
            '{"version": 1}',
            'this is no baseline: it must be an object with "version" and "entries"',
        ),
        (
            '{"version": 2, "entries": []}',
            "this is no baseline: its version is not 1; another curriculum-lint wrote it",
        ),
        (
            '{"version": true, "entries": []}',
            "this is no baseline: its version is not 1; another curriculum-lint wrote it",
        ),
        ('{"version": 1, "entries": {}}', 'this is no baseline: "entries" must be a list'),
        *(
            (
                f'{{"version": 1, "entries": [{bad}]}}',
                "this is no baseline: entry 1 must have the texts unit, code, exercise, excerpt "
                "and a count",
            )
            for bad in (
                "3",
                "{}",
                ENTRY.replace("1}", "0}"),
                ENTRY.replace("1}", "true}"),
                ENTRY.replace("1}", "1000001}"),
                ENTRY.replace("1}", "1.0}"),
                ENTRY.replace("1}", "-1}"),
                ENTRY.replace(', "count": 1', ""),
                ENTRY.replace('"a"', "1"),
                ENTRY.replace("1}", '1, "line": 3}'),
                ENTRY.replace('"x"', "null"),
            )
        ),
        (
            f'{{"version": 1, "entries": [{ENTRY}, {ENTRY}]}}',
            "this is no baseline: entry 2 is there twice; keep one of them",
        ),
        ("[" * 50_000, "this is no baseline: it is nested too deeply"),
    ],
)
def test_what_is_no_baseline_is_refused_in_one_line(tmp_path, text: str, message: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_baseline(str(tmp_path), NAME)
    assert str(caught.value) == f"{NAME}: {message}"


@pytest.mark.parametrize("too_much", [0, 1])
def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, too_much: int) -> None:
    text = render_baseline({})
    (tmp_path / NAME).write_text(text.rjust(MAX_BYTES + too_much))
    if too_much:
        with pytest.raises(SettingsError, match="this baseline cannot be read: "):
            read_baseline(str(tmp_path), NAME)
    else:
        assert read_baseline(str(tmp_path), NAME) is not None


@pytest.mark.parametrize("count", [1, 1_000_000])
def test_a_count_has_bounds(tmp_path: Path, count: int) -> None:
    (tmp_path / NAME).write_text(render_baseline({KNOWN: count}))
    read = read_baseline(str(tmp_path), NAME)
    assert read is not None
    assert read.entries == {KNOWN: count}


@pytest.mark.parametrize(
    ("entries", "is_read"),
    [
        (ENTRY, True),
        (f"{ENTRY}, {END}", True),
        (END, True),
        (f"{END}, {ENTRY}", False),
        (f"{END}, {END}", False),
    ],
)
def test_the_end_counts_nothing_and_stands_at_the_end(
    tmp_path: Path, entries: str, is_read: bool
) -> None:
    """It is there for git, and may be missing."""
    (tmp_path / NAME).write_text(f'{{"version": 1, "entries": [{entries}]}}')
    if is_read:
        read = read_baseline(str(tmp_path), NAME)
        assert read is not None
        assert read.entries == ({KNOWN: 1} if ENTRY in entries else {})
    else:
        with pytest.raises(SettingsError, match="entry 1 must have the texts"):
            read_baseline(str(tmp_path), NAME)


def test_of_a_merge_conflict_both_sides_are_known(tmp_path: Path) -> None:
    def side(count: int, *excerpts: str) -> str:
        rendered = render_baseline({KNOWN._replace(excerpt=each): count for each in excerpts})
        return "\n".join(rendered.splitlines()[3:-3])

    head, *_ = render_baseline({}).partition("    {")
    end = f"    {END}\n  ]\n}}\n"
    conflict = f"<<<<<<< HEAD\n{side(2, 'x', 'y')}\n=======\n{side(3, 'x', 'z')}\n>>>>>>> other\n"
    (tmp_path / NAME).write_text(head + conflict + end)
    read = read_baseline(str(tmp_path), NAME)
    assert read is not None
    assert read.is_conflicted
    assert read.text == ""
    assert read.digest == digest((head + conflict + end).encode())
    assert {each.excerpt: count for each, count in read.entries.items()} == {"x": 3, "y": 2, "z": 3}


def test_a_file_without_conflicts_is_known_by_its_text_and_its_bytes(tmp_path: Path) -> None:
    text = render_baseline({KNOWN: 1})
    (tmp_path / NAME).write_text(text)
    assert read_baseline(str(tmp_path), NAME) == ({KNOWN: 1}, digest(text.encode()), text, False)


@pytest.mark.parametrize(
    "entries",
    [
        {KNOWN: 2},
        {KNOWN: 1, KNOWN._replace(unit="b"): 1},
        {},
    ],
)
def test_a_pruned_text_says_what_is_left_or_is_none(entries: dict[Fingerprint, int]) -> None:
    text = render_baseline({KNOWN: 1, KNOWN._replace(excerpt="z"): 5})
    pruned = pruned_baseline(text, entries)
    if len(entries) > 1:
        assert pruned is None
    else:
        assert pruned is not None
        assert len(pruned.splitlines()) == len(text.splitlines()) - (2 - len(entries))
        assert [line for line in pruned.splitlines() if "excerpt" in line] == [
            line for line in render_baseline(entries).splitlines() if "excerpt" in line
        ]


@pytest.mark.parametrize("old", ["[", '"entries": [', "[" * 50_000, "{}", "3,"])
def test_a_text_in_another_form_is_not_pruned(old: str) -> None:
    assert pruned_baseline(render_baseline({KNOWN: 1}).replace('  "version"', old), {}) is None


@pytest.mark.parametrize("target", ["/etc/hostname", "../outside.json"])
def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.json").write_text('{"version": 1, "entries": []}')
    root = tmp_path / "repository"
    root.mkdir()
    (root / NAME).symlink_to(target)
    with pytest.raises(SettingsError, match="leads out of the repository"):
        read_baseline(str(root), NAME)


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"version": 1, "entries": []}')
    before = read_baseline(str(tmp_path), NAME)
    (tmp_path / NAME).write_text('{"version": 1, "entries": [ ]}')
    assert write_baseline(str(tmp_path), NAME, {}, before) is not None
    assert (tmp_path / NAME).read_text() == '{"version": 1, "entries": [ ]}'


def test_the_published_schema_is_that_of_the_models() -> None:
    published = Path(__file__).parents[2] / "schema" / "baseline.schema.json"
    assert baseline_schema() == json.loads(published.read_text())
