"""Another curriculum has other requirements: they change with data, not with code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum_lint.readme_schema.schemas import schema_texts
from curriculum_lint.settings.settings import Settings
from tests.command import invoke
from tests.repository import write_files

CONFIGURATION = """
levels = ["kurs"]
module-pattern = "lektion-{number:02}-{slug}"
readme = "LIESMICH.md"

[sections]
exercise = ["Aufgabe"]
goal = ["Ziel"]
steps = ["Schritte", "So gehst du vor"]
acceptance_criteria = ["Kontrolle"]
reflection = ["Denk nach"]
best_practices = ["Merke"]
exercises = ["Aufgaben"]

[schemas]
module = "schema/lektion.json"
"""
SCHEMA = {
    "type": "object",
    "required": ["exercises", "reflection"],
    "properties": {
        "title": {"type": "string"},
        "exercises": {
            "type": "array",
            "minItems": 1,
            "maxItems": 3,
            "items": {
                "type": "object",
                "required": ["goal", "steps", "acceptance_criteria"],
                "properties": {
                    "goal": {"type": "object", "properties": {"form": {"const": "text"}}},
                    "steps": {"type": "object", "properties": {"form": {"const": "ordered"}}},
                    "acceptance_criteria": {
                        "type": "object",
                        "properties": {"form": {"const": "task"}, "items": {"minimum": 2}},
                    },
                },
            },
        },
        "reflection": {"type": "object", "properties": {"form": {"const": "bullet"}}},
    },
}


def aufgabe(number: int) -> str:
    return (
        f"## Aufgabe {number}: Zeile {number}\n\n"
        f"### Ziel\n\nGib Zeile {number} aus.\n\n"
        f"### Schritte\n\n1. Schreibe zeile{number}.js.\n2. Starte es.\n\n"
        f"### Kontrolle\n\n- [ ] Es gibt `{number}` aus.\n- [ ] Es endet mit Code {number}.\n\n"
    )


LESSON = f"# Anfang\n\n{aufgabe(1)}{aufgabe(2)}## Denk nach\n\n- Was fehlt?\n"
PATH = "kurs/lektion-01-anfang/LIESMICH.md"


def found(root: Path, lesson: str, schema: object = SCHEMA) -> list[tuple[int, str, str]]:
    """Line, code and message of what is found in the lesson."""
    write_files(
        root,
        {
            "curriculum-lint.toml": CONFIGURATION,
            "schema/lektion.json": json.dumps(schema),
            "kurs/LIESMICH.md": "# Kurs\n\n[Anfang](lektion-01-anfang/LIESMICH.md)\n",
            PATH: lesson,
        },
    )
    done = invoke(
        *("check", "--root", str(root), "--no-cache"),
        *("--output-format", "json", "--select", "CL1,CL201,CL205,CL206,CL207"),
    )
    assert done.exit_code in (0, 1), done
    return [
        (each["line"], each["code"], each["message"])
        for each in json.loads(done.stdout)["diagnostics"]
    ]


def test_lesson_that_meets_its_own_schema_is_clean(tmp_path: Path) -> None:
    assert found(tmp_path, LESSON) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "words"),
    [
        ("## Denk nach\n\n- Was fehlt?\n", "", 1, "CL104", "Denk nach"),
        ("### Ziel\n\nGib Zeile 1 aus.\n\n", "", 3, "CL104", "Ziel"),
        (
            "1. Schreibe zeile1.js.\n2. Starte",
            "- Schreibe zeile1.js.\n- Starte",
            9,
            "CL107",
            "order",
        ),
        ("- [ ] Es gibt `1` aus.\n", "", 14, "CL114", "at least 2"),
        ("- [ ] Es gibt `1` aus.\n- [ ] Es", "- Es gibt `1` aus.\n- Es", 14, "CL107", "task"),
        ("- Was fehlt?", "1. Was fehlt?", 35, "CL107", "bullet"),
        ("Gib Zeile 1 aus.\n\n", "", 5, "CL105", "Ziel"),
    ],
)
def test_each_requirement_of_the_schema_is_checked(
    tmp_path: Path, old: str, new: str, line: int, code: str, words: str
) -> None:
    assert LESSON.count(old) == 1
    ((at, found_code, message),) = found(tmp_path, LESSON.replace(old, new))
    assert (at, found_code) == (line, code), message
    assert words in message


def test_too_many_exercises_are_counted(tmp_path: Path) -> None:
    many = "".join(aufgabe(number) for number in range(1, 5))
    lesson = f"# Anfang\n\n{many}## Denk nach\n\n- Was fehlt?\n"
    ((_, code, message),) = found(tmp_path, lesson)
    assert code == "CL114"
    assert "at most 3" in message


def test_what_the_built_in_schema_wants_is_wanted_no_more(tmp_path: Path) -> None:
    """No best practices, headings for labels, another alias, and text where a list may be."""
    assert "Merke" not in LESSON
    assert found(tmp_path, LESSON.replace("### Schritte", "### So gehst du vor:")) == []


def test_another_schema_wants_another_thing(tmp_path: Path) -> None:
    assert found(tmp_path, LESSON, {}) == []
    wanted = {"required": ["best_practices"], "properties": {"best_practices": {}}}
    assert [code for _, code, _ in found(tmp_path, LESSON, wanted)] == ["CL104"]
    assert found(tmp_path, LESSON + "\n## Merke\n\n- Lies.\n", wanted) == []


def test_number_word_of_the_vocabulary_numbers_the_exercises(tmp_path: Path) -> None:
    lesson = LESSON.replace("Aufgabe 2:", "Aufgabe 4:")
    ((line, code, _),) = found(tmp_path, lesson)
    assert (line, code) == (lesson[: lesson.index("Aufgabe 4")].count("\n") + 1, "CL206")


@pytest.mark.parametrize("kind", ["module", "subsection"])
def test_the_built_in_schemas_are_schemas(kind: str) -> None:
    import json

    import jsonschema

    path, text = schema_texts(Settings(root="/"))[kind]
    assert path.endswith(f"{kind}.schema.json")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))
