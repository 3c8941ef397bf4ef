from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.readmes import PageReader, Role
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.outline import Outline
from curriculum_lint.model.template import NameParts
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.rules.progression.unused_prerequisite import UnusedPrerequisite
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from tests.repository import diagnostics_on, places, write_files

UNITS = ("1_start", "1_start/a_shells", "2_files", "2_files/a_more", "2_files/b_less", "3_http")
READER = PageReader(Vocabulary(DEFAULT_SECTIONS), {})


def _outline(text: str) -> Outline:
    return READER.read(parse_document("readme.md", text), Role(Kind.MODULE, NameParts())).outline


def _found(root: Path, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    write_files(root, files)
    found = diagnostics_on(root, UnusedPrerequisite())
    return tuple(d for d in found if d.code.startswith("CL5") or d.code == "CL000")


def _unit(folder: str, before: str = "", *, level: str = "a_level", concept: str = "") -> str:
    """A unit that teaches a concept named after it."""
    name = folder.rpartition("_")[2]
    start = f"## Before you start\n\n{before}\n\n" if before else ""
    return f"# {name.title()}\n\n{start}## Concepts\n\n### {concept or name.title()} concept\n"


def _link(source: str, other: str, level: str = "") -> str:
    up = "../" * (source.count("/") + 1)
    where = f"../{level}/" if level else ""
    return f"[X]({up}{where}{other}/readme.md#{other.rpartition('_')[2]}-concept)"


def _curriculum(requires: dict[str, list[str]]) -> dict[str, str]:
    return {
        f"a_level/{unit}/readme.md": _unit(
            unit, "\n".join(f"- {_link(unit, other)}" for other in requires.get(unit, []))
        )
        for unit in UNITS
    }


@pytest.mark.parametrize(
    ("requires", "found"),
    [
        ({"2_files": ["1_start"], "3_http": ["1_start", "2_files"]}, []),
        ({"1_start": ["3_http"]}, ["1_start CL501"]),
        ({"1_start": ["1_start/a_shells"]}, ["1_start CL501"]),
        ({"2_files/a_more": ["2_files/b_less"]}, ["2_files/a_more CL501"]),
        ({"2_files/b_less": ["2_files/a_more", "2_files"]}, []),
        ({"1_start": ["2_files"], "2_files": ["1_start"]}, ["1_start CL502"]),
        ({"1_start": ["2_files"], "2_files": ["3_http"], "3_http": ["1_start"]}, ["1_start CL502"]),
        ({"1_start": ["2_files", "3_http"], "2_files": ["1_start"]},
         ["1_start CL502", "1_start CL501"]),
        ({"2_files": ["1_start/a_shells"]}, ["2_files CL503"]),
        ({"2_files/a_more": ["1_start/a_shells"]}, []),
        ({"1_start/a_shells": ["2_files"], "2_files": ["1_start/a_shells"]},
         ["1_start/a_shells CL502", "2_files CL503"]),
    ],
)  # fmt: skip
def test_requirements_lead_back_to_required_units(
    requires: dict[str, list[str]], found: list[str], tmp_path: Path
) -> None:
    diagnostics = _found(tmp_path, _curriculum(requires))
    seen = [f"{d.place.path[8:-10]} {d.code}" for d in diagnostics]
    assert sorted(seen) == sorted(found), [d.message for d in diagnostics]


def test_a_cycle_is_shown_as_a_path_with_its_links(tmp_path: Path) -> None:
    requires = {"1_start": ["2_files"], "2_files": ["3_http"], "3_http": ["1_start"]}
    (found,) = _found(tmp_path, _curriculum(requires))
    assert "module 1 → module 2 → module 3 → module 1" in found.message
    assert [note.place.path for note in found.related] == [
        "a_level/2_files/readme.md",
        "a_level/3_http/readme.md",
    ]


@pytest.mark.parametrize(
    ("before", "count"),
    [
        ("- [Http](../3_http/readme.md)", 1),
        ("- [Http](../3_http/)", 1),
        ("- **[Http](../3_http/)** comes first", 0),
        ("This unit prepares [Http](../3_http/readme.md).", 0),
        ("As [there](../3_http/readme.md#http-concept).", 1),
        ("Like [exercise 3.1](../3_http/readme.md#31-print).", 0),
        ("- [Concept](../3_http/readme.md#concepts)", 0),
        ("- [Gone](../3_http/readme.md#gone)", 0),
        ("- [Node](https://nodejs.org) and [this](#start-concept)", 0),
        ("- [Gone](../3_http/readme.md#gone)\n- [this](#start)\n- [Http](../3_http/)", 1),
    ],
)
def test_links_to_concepts_and_listed_units_count(before: str, count: int, tmp_path: Path) -> None:
    files = _curriculum({})
    files["a_level/1_start/readme.md"] = _unit("1_start", before)
    files["a_level/3_http/readme.md"] += "\n## Exercises\n\n### 3.1 Print\n"
    assert [d.code for d in _found(tmp_path, files)] == ["CL501"] * count


@pytest.mark.parametrize(
    ("first", "second", "settings", "forward"),
    [
        ("junior_level", "mid_level", "", True),
        ("beginner_level", "advanced_level", "", True),
        ("red_level", "green_level", "", False),
        ("red_level", "green_level", 'levels = ["red_level", "green_level"]\n', True),
        ("part1_level", "part2_level", "", True),
    ],
)
def test_levels_are_compared_where_their_order_is_known(
    first: str, second: str, settings: str, forward: bool, tmp_path: Path
) -> None:
    files = {
        f"{first}/1_start/readme.md": _unit(
            "1_start", f"- {_link('1_start', '1_http', '../' + second)}"
        ),
        f"{second}/1_http/readme.md": _unit("1_http"),
    }
    files = {path: text.replace("../../../", "../../") for path, text in files.items()}
    if settings:
        files["curriculum-lint.toml"] = settings
    assert [d.code for d in _found(tmp_path, files)] == ["CL501"] * forward


@pytest.mark.parametrize(
    ("concepts", "found"),
    [
        (["CRUD", "CRUD"], ["a_level/2_files/readme.md:5:1 CL504"]),
        (["CRUD", "**crud**"], ["a_level/2_files/readme.md:5:1 CL504"]),
        (["CRUD", "Paging"], []),
        (["Overview", "Overview"], []),
        (["Exercises", "Exercises"], []),
    ],
)
def test_a_concept_is_taught_once(concepts: list[str], found: list[str], tmp_path: Path) -> None:
    files = {
        f"a_level/{unit}/readme.md": f"# {unit}\n\n## Concepts\n\n### {concept}\n\nText.\n"
        for unit, concept in zip(("1_start", "2_files"), concepts, strict=True)
    }
    assert places(_found(tmp_path, files)) == found


def test_a_heading_of_many_units_is_no_concept(tmp_path: Path) -> None:
    files = {
        f"a_level/{n}_x/readme.md": "# X\n\n## Concepts\n\n### In short\n\nText.\n"
        for n in (1, 2, 3)
    }
    assert _found(tmp_path, files) == ()


@pytest.mark.parametrize(
    ("line", "time", "difficulty"),
    [
        ("**Time:** about 10 h · **Difficulty:** 1–3 of 10", (600, 600), (1, 3)),
        ("**Time:** 20 min · **Difficulty:** 1", (20, 20), (1, 1)),
        ("**Difficulty:** 2/5 | **Duration**: 1.5 hours", (90, 90), (2, 2)),
        ("Time: 2–3 h", (120, 180), None),
        ("*Estimated time:* 1 h 30 min", (90, 90), None),
        ("⏱️ **Time:** 45 minutes", (45, 45), None),
        ("**Time:** 1,5 h\n**Difficulty:** 4", (90, 90), (4, 4)),
        ("- **Time:** 5 min", (5, 5), None),
        ("**Time:** two days", None, None),
        ("**Time:** 200 ms", None, None),
        ("**Difficulty:** hard", None, None),
        ("**Difficulty:** 70 of 100", None, None),
        ("**Difficulty:** 2.5", None, None),
        ("Response time: 5 min", None, None),
        ("It takes time: 5 min", None, None),
        ("Time flies 5 min", None, None),
        ("`Time: 5 min`", None, None),
        ("```text\nTime: 5 min\n```", None, None),
        ("## Video\n\nTime: 5 min", None, None),
    ],
)
def test_lines_about_time_and_difficulty_are_read(
    line: str, time: tuple[int, int] | None, difficulty: tuple[int, int] | None
) -> None:
    effort = _outline(f"# Start\n\nText.\n\n{line}\n\n## Best practices\n\n- Test.\n").effort
    assert (effort.time and effort.time[:2]) == time
    assert (effort.difficulty and effort.difficulty[:2]) == difficulty


def test_the_lines_open_no_sections() -> None:
    text = (
        "# Start\n\n## Exercises\n\n### 1) Print\n\n**Time:** 5 min\n\n**Goal:** Print.\n\n"
        "**Difficulty:** 2\n\n**Steps:**\n\n1. Print.\n2. Time: 3 min\n"
    )
    (exercise,) = _outline(text).exercises
    assert [section.key for section in exercise.sections] == ["goal", "steps"]
    assert exercise.effort.time is not None
    assert exercise.effort.time[:2] == (5, 5)
    assert exercise.effort.difficulty is not None
    assert text[slice(*exercise.effort.difficulty.span)] == "2"


def _efforts(*steps: str, unit: str = "", word: str = "Difficulty") -> str:
    parts = "".join(
        f"### {n}) Print line {n}\n\n**{word}:** {step}\n\n" for n, step in enumerate(steps, 1)
    )
    return f"# Start\n\n{unit}\n\n## Exercises\n\n{parts}"


@pytest.mark.parametrize(
    ("modules", "found"),
    [
        (["1 1 2 3", "3 4"], []),
        (["1 3"], ["1_a:13:17"]),
        (["2 1"], ["1_a:13:17"]),
        (["1 2 1 2"], ["1_a:17:17"]),
        (["3 4", "2 3"], []),
        (["1", "3"], ["2_b:9:17"]),
        (["1–2 3", "3–4"], []),
        (["hard easy"], []),
    ],
)
def test_difficulty_rises_in_single_steps(
    modules: list[str], found: list[str], tmp_path: Path
) -> None:
    files = {
        f"a_level/{folder}/readme.md": _efforts(*steps.split())
        for folder, steps in zip(("1_a", "2_b"), modules, strict=False)
    }
    wanted = [f"a_level/{each.replace(':', '/readme.md:', 1)} CL505" for each in found]
    assert places(_found(tmp_path, files)) == wanted


@pytest.mark.parametrize(
    ("unit", "steps", "message"),
    [
        ("**Time:** 1 h", ["30 min", "30 min"], None),
        (
            "**Time:** 1 h",
            ["30 min", "45 min"],
            "The 2 exercises here take 1 h 15 min, more than 1 h.",
        ),
        ("**Time:** 1–2 h", ["60 min", "45–90 min"], None),
        ("**Time:** 30 min", ["45 min"], "The 1 exercise here takes 45 min, more than 30 min."),
        ("", ["60 min", "60 min"], None),
        ("**Time:** 1 day", ["60 min", "2 h"], None),
    ],
)
def test_exercises_fit_into_the_time_of_their_unit(
    unit: str, steps: list[str], message: str | None, tmp_path: Path
) -> None:
    files = {"a_level/1_a/readme.md": _efforts(*steps, unit=unit, word="Time")}
    assert [d.message for d in _found(tmp_path, files)] == ([message] if message else [])


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("See [it](../1_start/readme.md#start-concept).", ["Files"]),
        ("See [it](../1_start/readme.md#start-concept) and the X.", []),
        ("Nothing is linked.", []),
    ],
)
def test_a_concept_that_the_unit_never_speaks_of_is_unused(
    text: str, unused: list[str], tmp_path: Path
) -> None:
    files = _curriculum({"3_http": ["1_start", "2_files"]})
    files["a_level/3_http/readme.md"] += f"\n{text}\n"
    found = _found(tmp_path, files)
    assert [d.message.split()[0].strip("“") for d in found] == unused


def test_a_curriculum_without_such_sections_has_no_progression(tmp_path: Path) -> None:
    files = {f"a_level/{unit}/readme.md": f"# {unit}\n\n[All](../)\n" for unit in UNITS}
    assert _found(tmp_path, files) == ()


def test_names_of_time_and_difficulty_can_be_configured(tmp_path: Path) -> None:
    files = {
        "curriculum-lint.toml": '[sections]\ntime = ["Dauer"]\n',
        "a_level/1_a/readme.md": _efforts("45 min", unit="**Dauer:** 30 min", word="Dauer"),
    }
    assert [d.code for d in _found(tmp_path, files)] == ["CL506"]
