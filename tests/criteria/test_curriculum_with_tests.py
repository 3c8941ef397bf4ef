"""A curriculum with tests, through the commands."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import FIRST, write_clean
from tests.repository import write_files

TEST = "tests/start.sh"
CONFIGURATION = '[tests]\nfiles = ["tests/*.sh"]\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_clean(tmp_path)
    test = "# 1.1/1 `node Start1` prints `Start:1`\n# 1.2/1 `node Start2` prints `Start:2`\n"
    write_files(tmp_path, {"curriculum-lint.toml": CONFIGURATION, TEST: test})
    return tmp_path


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = invoke(*arguments, "--root", str(root))
    return result.exit_code, result.stdout + result.stderr


def codes(root: Path) -> list[str]:
    output = invoke("check", "--output-format", "json", "--root", str(root)).stdout
    found = json.loads(output)["diagnostics"]
    return [f"{each['path']}:{each['line']} {each['code']}" for each in found]


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_what_agrees_gives_no_finding(root: Path) -> None:
    assert codes(root) == []


def test_a_cached_run_sees_a_changed_test(root: Path) -> None:
    assert codes(root) == []
    (root / TEST).write_text("# 1.1/1 `node Start1` prints `Start:1`\n# 7.1/1 nothing\n")
    assert codes(root) == [f"{TEST}:2 CL702"]


def test_all_may_be_required(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text(CONFIGURATION + 'required = "all"\n')
    found = codes(root)
    assert [each.split(" ")[1] for each in found] == ["CL701"] * 4
    assert all("2_files" in each for each in found)


def test_a_fix_renumbers_a_test(root: Path) -> None:
    first = "- `node Start1` prints `Start:1`.\n"
    replace(root / FIRST, first, f"- It says hello with `Hi`.\n{first}")
    assert codes(root) == [f"{FIRST}:14 CL703"]
    assert run(root, "check", "--fix")[0] == 1
    assert (root / TEST).read_text().startswith("# 1.1/2 `node Start1`")
    assert codes(root) == [f"{FIRST}:14 CL701"]


def test_a_proof_goes_stale(root: Path) -> None:
    settings = f'{CONFIGURATION}proof = "tests/{{exercise}}.json"\n'
    write_files(root, {"curriculum-lint.toml": settings})
    assert [each.split(" ")[1] for each in codes(root)] == ["CL705", "CL705"]
    text = (root / TEST).read_text()
    for number in (1, 2):
        criterion = f"`node Start{number}` prints `Start:{number}`."
        record = {
            "criteria": {f"1.{number}/1": sha256(criterion.encode()).hexdigest()},
            "files": {"start.sh": sha256(text.encode()).hexdigest()},
        }
        for other in {1, 2} - {number}:
            record["files"][f"1.{other}.json"] = ""
        (root / f"tests/1.{number}.json").write_text(json.dumps(record))
    # Each record lies in the folder of the other, and is one of its files.
    assert {each.split(" ")[1] for each in codes(root)} == {"CL706"}
    assert "before tests/1.2.json changed" in run(root, "check")[1]


@pytest.mark.parametrize(
    "record", ["", "[]", "{", '{"criteria": 1}', '{"criteria": {}, "files": []}']
)
def test_a_record_that_cannot_be_read_says_so(root: Path, record: str) -> None:
    settings = f'{CONFIGURATION}proof = "proofs/{{exercise}}/p.json"\n'
    write_files(root, {"curriculum-lint.toml": settings, "proofs/1.1/p.json": record})
    code, output = run(root, "check")
    assert (code, "cannot be read: it is no JSON object" in output) == (1, True)


def test_the_figures_say_how_many_run(root: Path) -> None:
    output = invoke("stats", "--output-format", "json", "--root", str(root)).stdout
    assert json.loads(output)["required"]["tested"] == 2
    assert "Criteria that run" in run(root, "stats", "--output-format", "markdown")[1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('names = ["{exercise}"]', "must hold {criterion} once"),
        ('names = ["{exercise}/{criterion}/{x}"]', "the placeholder"),
        ('proof = "proof.json"', "must hold {exercise}"),
        ('proof = "../{exercise}.json"', "climbs"),
        ('required = "some"', "started"),
        ('file = ["x"]', 'did you mean "files"'),
    ],
)
def test_a_wrong_configuration_says_what_to_write(root: Path, line: str, message: str) -> None:
    (root / "curriculum-lint.toml").write_text(f"[tests]\n{line}\n")
    code, output = run(root, "check")
    assert (code, message in output) == (2, True), output


def test_two_levels_may_number_alike(root: Path) -> None:
    other = (root / FIRST).read_text().replace("Start", "Stop")
    write_files(
        root,
        {
            "curriculum-lint.toml": f'levels = ["first_level", "second_level"]\n{CONFIGURATION}',
            "README.md": "# A course\n\n[One](first_level/readme.md)\n[Two](second_level/readme.md)\n",
            "second_level/readme.md": "# Second level\n\n[Stop](1_stop/readme.md)\n",
            "second_level/1_stop/readme.md": other,
        },
    )
    assert codes(root) == []
    write_files(root, {"tests/stop.sh": "# 1.1/1 `node Stop1` prints `Stop:2`\n"})
    assert {each.split(" ")[1] for each in codes(root)} == {"CL703"}


def test_the_page_has_the_command_where_there_is_a_test(root: Path) -> None:
    command = '[index]\ncheck-command = "check.sh {number}"\n'
    (root / "curriculum-lint.toml").write_text(command + CONFIGURATION)
    assert invoke("page", str(root / "site"), "--root", str(root)).exit_code == 0
    page = (root / "site/index.html").read_text()
    assert [page.count(f'dir="ltr">check.sh {number}<') for number in (1, 2)] == [1, 1]


def test_a_misspelt_label_of_criteria_is_told_once(root: Path) -> None:
    readme = next(root.rglob("*tart*/readme.md"))
    text = readme.read_text()
    assert "**Acceptance criteria:**" in text
    readme.write_text(text.replace("**Acceptance criteria:**", "**Acceptence criteria:**", 1))
    assert [each.split()[-1] for each in codes(root)] == ["CL111"]
