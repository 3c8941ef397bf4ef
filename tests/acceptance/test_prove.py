"""prove.mjs: what it accepts, what it refuses, and when a proof is out of date."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.programs import run_node
from tools.acceptance import PROOF

README = "junior_level/1_foundations_http/readme.md"


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    """A curriculum whose only checks are those of exercise 1.1."""
    source = PROOF.parents[1]
    for name in ("acceptance/kit", "acceptance/exercises/1.1"):
        shutil.copytree(source / name, tmp_path / name)
    for name in ("acceptance/check.mjs", "acceptance/prove.mjs", README):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, tmp_path / name)
    return tmp_path


def prove(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_node(root / "acceptance/prove.mjs", *arguments, cwd=root)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def complain(root: Path) -> Iterator[str]:
    result = prove(root, "1.1")
    assert result.returncode == 1, result.stdout
    yield from (line for line in result.stdout.splitlines() if line.startswith("1.1: "))


def test_a_proof_is_recorded_and_good_for_the_ci(curriculum: Path) -> None:
    proof = curriculum / "acceptance/exercises/1.1/proof.json"
    recorded = proof.read_text()
    proof.unlink()
    assert prove(curriculum, "1.1").returncode == 0
    assert proof.read_text() == recorded
    assert prove(curriculum, "--ci", "--seconds", "0").returncode == 0


def fail_first(root: Path, times: int) -> Path:
    """Let the check of the solution fail so many times, and renew the proof."""
    test = root / "acceptance/exercises/1.1/criteria.test.mjs"
    rounds = root / "rounds"
    replace(
        test,
        "const { stdout } = await greet(program, 'Ada Lovelace');",
        f"const {{ stdout }} = await greet(program, 'Ada Lovelace'); fail('{rounds.as_posix()}');",
    )
    test.write_text(
        test.read_text()
        + """
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
function fail(file) {
  const left = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (left > 0) writeFileSync(file, String(left - 1));
  assert.equal(left, 0, 'A busy machine');
}
"""
    )
    assert prove(root, "1.1").returncode == 0
    rounds.write_text(str(times))
    return rounds


def test_a_failure_by_chance_does_not_stop_a_change_that_does_not_touch_it(
    curriculum: Path,
) -> None:
    fail_first(curriculum, 1)
    result = prove(curriculum, "--ci", "--jobs", "1")
    assert result.returncode == 0, result.stdout
    assert "1.1: by chance: criterion 1.1/2 fails on the solution" in result.stdout
    assert "1.1: fails by chance, in 1 of 2 proofs. This change does not touch it" in result.stdout
    assert "0 problems, and 1 by chance" in result.stdout


@pytest.mark.parametrize(("failures", "code"), [(2, 0), (3, 1)])
def test_a_criterion_that_gets_three_tries_holds_if_one_holds(
    curriculum: Path, failures: int, code: int
) -> None:
    rounds = fail_first(curriculum, failures)
    test = curriculum / "acceptance/exercises/1.1/criteria.test.mjs"
    last = "assert.match(stdout, /Ada Lovelace/, 'Standard output');\n}"
    replace(test, last, f"{last}, {{ tries: 3 }}")
    assert prove(curriculum, "1.1", "--jobs", "1").returncode == code
    assert rounds.read_text() == "0"


def test_a_failure_that_stays_stops_every_change(curriculum: Path) -> None:
    fail_first(curriculum, 1000)
    assert prove(curriculum, "--ci").returncode == 1


def test_a_failure_by_chance_stops_the_change_that_touches_it(curriculum: Path) -> None:
    fail_first(curriculum, 1)
    change = ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a"]
    for command in (["init", "-q"], [*change, "--allow-empty"], ["add", "acceptance"], change):
        subprocess.run(["git", *command], cwd=curriculum, check=True)
    result = prove(curriculum, "--ci", "--jobs", "1")
    assert result.returncode == 1
    assert "1.1: criterion 1.1/2 fails on the solution" in result.stdout


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (README, "greets with the full name", "greets with her full name"),
        ("acceptance/exercises/1.1/criteria.test.mjs", "'Standard output'", "'Output'"),
        ("acceptance/exercises/1.1/solution/src/hello.js", "Hello", "Good day"),
        ("acceptance/exercises/1.1/mutants.mjs", "Bye!", "See you!"),
    ],
)
def test_a_changed_word_makes_the_proof_stale(
    curriculum: Path, file: str, old: str, new: str
) -> None:
    replace(curriculum / file, old, new)
    result = prove(curriculum, "--ci", "--seconds", "0")
    assert result.returncode == 1
    assert "1.1: the proof is missing or out of date" in result.stdout


def test_a_mutant_that_survives_is_reported(curriculum: Path) -> None:
    replace(
        curriculum / "acceptance/exercises/1.1/mutants.mjs",
        "process.argv[1]'",
        "process.argv.at(2)'",
    )
    assert any("is not caught by criterion 1.1/1" in line for line in complain(curriculum))


def test_a_mutant_that_only_breaks_the_syntax_is_reported(curriculum: Path) -> None:
    replace(
        curriculum / "acceptance/exercises/1.1/mutants.mjs", "process.argv[1]'", "process.argv['"
    )
    assert any("it only breaks the syntax" in line for line in complain(curriculum))


def test_a_criterion_that_catches_nothing_is_reported(curriculum: Path) -> None:
    mutants = curriculum / "acceptance/exercises/1.1/mutants.mjs"
    mutants.write_text("export default [];\n")
    assert "1.1: criterion 1.1/2 catches no mutant" in list(complain(curriculum))


def test_a_test_that_cannot_fail_is_reported(curriculum: Path) -> None:
    test = curriculum / "acceptance/exercises/1.1/criteria.test.mjs"
    replace(test, "assert.match(stdout, /Ada Lovelace/, 'Standard output');", "")
    complaints = list(complain(curriculum))
    assert any("is not caught by criterion 1.1/2" in line for line in complaints)
    replace(test, "const { stdout } = await greet(program, 'Ada Lovelace');", "")
    assert any("1.1/2 does not fail on the starter" in line for line in complain(curriculum))


def test_words_that_the_criterion_does_not_say_are_reported(curriculum: Path) -> None:
    replace(curriculum / README, "greets with the full name", "greets with her full name")
    assert any(
        'no criterion 1.1/2 says "greets with the full name"' in line
        for line in complain(curriculum)
    )


def test_a_criterion_without_a_test_is_reported(curriculum: Path) -> None:
    line = '- `node src/hello.js "  "` behaves like a missing argument.\n'
    replace(curriculum / README, line, line + "- It never sleeps.\n")
    assert "1.1: criterion 1.1/5 has no test" in list(complain(curriculum))


def test_an_end_that_only_the_text_knows_is_reported(curriculum: Path) -> None:
    old = "greets with the full name"
    replace(curriculum / README, f"{old}.", f"{old} (until exercise 1.2).")
    told = '1.1: criterion 1.1/2 says "until exercise 1.2", and its test "undefined"'
    assert told in list(complain(curriculum))
