"""check.mjs, as a learner and a mentor meet it."""

from __future__ import annotations

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from junitparser import JUnitXml

from tests.acceptance.programs import check, node, run_node, write_solution
from tests.ci.documents import schema_complaints
from tools.acceptance import PROOF

SERVER = "src/server.js"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return write_solution("1.3", tmp_path / "toolshed")


@pytest.mark.parametrize("release", [22, 24])
def test_a_right_program_keeps_all_criteria(program: Path, release: int) -> None:
    result = check(program, "1.3", release=release)
    assert result.returncode == 0, result.stdout
    assert "✔ 1.3/2 `GET /healthy`" in result.stdout
    assert "All 3 criteria hold." in result.stdout


def test_a_failure_says_what_came_and_how_to_see_it(program: Path) -> None:
    server = program / SERVER
    server.write_text(server.read_text().replace("404", "200"))
    result = check(program, "1.3")
    assert result.returncode == 1
    assert "expected: 404\n      got:      200" in result.stdout
    assert "curl -i http://localhost:3000/   # 200" in result.stdout
    assert "2 of 3 criteria hold." in result.stdout


def test_a_program_that_hangs_ends_with_what_it_printed(program: Path) -> None:
    (program / SERVER).write_text("console.error('waiting'); setInterval(() => {}, 1000);\n")
    began = time.monotonic()
    result = check(program, "1.3", "--only", "1", CHECK_PATIENCE_MS="1000")
    assert time.monotonic() - began < 20
    assert result.returncode == 1
    assert "printed no line within 1 s" in result.stdout
    assert "waiting" in result.stdout


def test_a_program_that_crashes_says_why(program: Path) -> None:
    (program / SERVER).write_text("throw new Error('no shelf');\n")
    result = check(program, "1.3", "--only", "1")
    assert result.returncode == 1
    assert "ended with exit code 1 before it printed its URL" in result.stdout
    assert "no shelf" in result.stdout


def test_a_later_stage_skips_what_was_replaced(tmp_path: Path) -> None:
    result = check(write_solution("1.5", tmp_path / "toolshed"), "1.3", "--stage", "1.5")
    assert result.returncode == 0, result.stdout
    assert "skipped: replaced by exercise 1.5" in result.stdout


def test_ten_checks_at_once_do_not_meet(program: Path) -> None:
    with ThreadPoolExecutor(10) as pool:
        results = list(pool.map(lambda _: check(program, "1.3"), range(10)))
    assert [result.returncode for result in results] == [0] * 10


def test_reports_for_machines(program: Path) -> None:
    (program / SERVER).write_text("console.log('<\\u0001\"');\n")
    junit, tap = program / "checks.xml", program / "checks.tap"
    check(program, "1.2", "1.3", "--only", "2", "--junit", str(junit), "--tap", str(tap))
    suites = {suite.name: suite for suite in JUnitXml.fromfile(str(junit))}
    assert (suites["1.2"].failures, suites["1.3"].failures) == (0, 1)
    assert tap.read_text().startswith("TAP version 13")


def test_a_starter_is_the_program_before_an_exercise(tmp_path: Path) -> None:
    folder = tmp_path / "start"
    assert check(tmp_path, "--starter", "1.3", str(folder)).returncode == 0
    assert (folder / "src/greet.js").exists()
    assert not (folder / SERVER).exists()
    refused = check(tmp_path, "--starter", "1.3", str(folder))
    assert (refused.returncode, "is not empty" in refused.stderr) == (2, True)


def test_the_list_names_exercises_and_criteria(tmp_path: Path) -> None:
    assert (
        "1.3 Serve a health check with node:http (3 criteria)" in check(tmp_path, "--list").stdout
    )
    assert "1.3/3 The first line" in check(tmp_path, "--list", "1.3").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Usage"),
        (["99.1"], 'There are no checks for "99.1"'),
        (["1.3", "--only", "9"], "There is no criterion 1.3/9"),
        (["1.3", "--stage", "1.1"], "has not reached exercise 1.3 yet"),
        (["1.3", "--stage", "soon"], "--stage needs an exercise"),
        (["1.3", "--dir", "nowhere"], "There is no folder nowhere"),
        (["--nonsense"], "Unknown option"),
        (["--starter", "1.3"], "Name the folder"),
    ],
)
def test_wrong_usage_is_exit_code_2(tmp_path: Path, arguments: list[str], message: str) -> None:
    result = check(tmp_path, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "    at " not in result.stderr


def test_the_workflow_for_a_classroom_is_a_workflow(tmp_path: Path) -> None:
    readme = (PROOF.parent / "README.md").read_text(encoding="utf-8")
    workflow = tmp_path / "checks.yml"
    workflow.write_text(readme.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    assert not schema_complaints("vendor.github-workflows", workflow)


def test_the_command_of_the_workflow_writes_its_report(program: Path) -> None:
    readme = (PROOF.parent / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.splitlines() if "--junit checks.xml" in line)
    command = line.split("run: ")[1].replace("curriculum/acceptance", str(PROOF.parent))
    environment = {"STAGE": "1.3", "PATH": node(24).path, "HOME": str(program)}
    done = subprocess.run(command, shell=True, cwd=program, env=environment, check=False)
    assert done.returncode == 0
    assert (program / "checks.xml").exists()


def test_access_tokens_become_variables(tmp_path: Path) -> None:
    diary = (PROOF.parent / "kit" / "diary.mjs").as_uri()
    code = f"""
        import {{ Diary, showRequest }} from '{diary}';
        const diary = new Diary();
        for (const token of ['a.b.c', 'd.e.f', 'a.b.c']) {{
          const headers = {{ authorization: `Bearer ${{token}}` }};
          diary.add({{ kind: 'request', text: showRequest('GET', '/me', {{ headers }}) }});
        }}
        console.log(String(diary));
    """
    told = run_node("--input-type=module", "--eval", code, cwd=tmp_path).stdout
    assert "a.b.c" not in told
    assert [
        line.split("Bearer ")[1].split('"')[0] for line in told.splitlines() if "Bearer" in line
    ] == [
        "$TOKEN",
        "$TOKEN2",
        "$TOKEN",
    ]
    assert "# $TOKEN and $TOKEN2: the accessToken of a login" in told
