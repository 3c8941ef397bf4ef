"""What every fix promises: its own finding goes, none comes, and nothing else is touched."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.check.example import Example, files_of
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import read_curriculum, run
from curriculum_lint.check.selection import select_rules
from curriculum_lint.edits.edit import Fix, Move, Safety
from curriculum_lint.edits.moves import Moves
from curriculum_lint.fix.repair import Repair, repair, write
from curriculum_lint.refactor.paths.rename import Renaming
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import Overrides, load_settings
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from curriculum_lint.workspace.draft import Draft
from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{index}")
    for rule in all_rules()
    for index, example in enumerate(rule.bad)
    if example.fixed is not None
]
#: A readme that is begun has places to fill, and rules that can look inside from then on.
REMINDERS = {"CL101": {"CL116", "CL311", "CL402"}, "CL104": {"CL116"}}


def settings_of(root: Path, code: str = "") -> Settings:
    also = Overrides(extend_select=(code,) if code else ())
    return load_settings(str(root), root=str(root), overrides=also).settings


def repaired(root: Path, code: str) -> Repair:
    """Apply the fixes of one rule alone."""
    settings = settings_of(root, code)
    rules = select_rules(list(all_rules()), settings)

    def check(draft: Draft) -> object:
        return run(draft, rules)

    done = repair(Draft(Disk(settings)), lambda each: each.code == code, check)  # type: ignore[arg-type]
    assert write(settings, done) == []
    return done


def found(root: Path, code: str) -> Counter[str]:
    settings = settings_of(root, code)
    rules = select_rules(list(all_rules()), settings)
    return Counter(each.code for each in run(Disk(settings), rules).diagnostics)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_fix_removes_its_finding_and_adds_none(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    before = found(tmp_path, rule.code)
    done = repaired(tmp_path, rule.code)
    after = found(tmp_path, rule.code)
    assert done.fixed > 0
    assert after[rule.code] < before[rule.code]
    assert {code for code in after if after[code] > before[code]} <= REMINDERS.get(rule.code, set())
    # What the draft promised is what the disk gives.
    assert Counter(each.code for each in done.run.diagnostics) == after


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_the_page_of_a_rule_says_whether_its_fix_is_unsafe(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    settings = settings_of(tmp_path, rule.code)
    found = run(Disk(settings), select_rules(list(all_rules()), settings)).diagnostics
    safeties = {each.fix.safety for each in found if each.fix and each.code == rule.code}
    assert safeties == {Safety.UNSAFE if example.unsafe else Safety.SAFE}


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_what_a_fix_does_not_name_stays_as_it_is(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    write_files(tmp_path, files_of(example))
    for path in tmp_path.rglob("*.md"):
        path.chmod(0o640)
    before = state_of(tmp_path)
    done = repaired(tmp_path, rule.code)
    moves = Moves(done.plan.moves)
    after = state_of(tmp_path)
    for path, body in before.items():
        if moves.new(path) not in done.after:
            assert after[moves.new(path)] == body
    made = {text.path for text in done.plan.texts if text.expected_digest is None}
    assert after.keys() == {moves.new(path) for path in before} | made
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*.md")}
    assert modes == {0o640} or made


@pytest.mark.parametrize(("rule", "example"), CASES)
@pytest.mark.parametrize(("mark", "end"), [(b"\xef\xbb\xbf", b"\r\n"), (b"", b"\r")])
def test_marks_and_line_ends_stay_and_change_nothing_else(
    rule: Rule, example: Example, mark: bytes, end: bytes, tmp_path: Path
) -> None:
    if rule.code == "CL607":
        pytest.skip("marks and line ends are what it is about")
    plain, root = tmp_path / "plain", tmp_path / "marked"
    for folder in (plain, root):
        write_files(folder, files_of(example))
    for path in root.rglob("*.md"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", end))
    done = repaired(root, rule.code)
    repaired(plain, rule.code)
    made = {text.path for text in done.plan.texts if text.expected_digest is None}
    for path in root.rglob("*.md"):
        name = path.relative_to(root).as_posix()
        if name not in made:
            body = path.read_bytes()
            assert body.startswith(mark)
            assert set(re.findall(rb"\r\n|\r|\n", body)) <= {end}
            assert body.removeprefix(mark).replace(end, b"\n") == (plain / name).read_bytes()


#: Links of every kind, from and to what is renamed.
_LINKS = {
    "readme.md": "# R\n\n[a](l/1_a/readme.md), [f](l/1_a/), [b](l/1_a), <a href='l/1_a/x.png'>x</a>,"
    " ![i](l/1_a/x.png), [e](<l/1_a/sp ace.md>), [p](l/1_a/sp%20ace.md), [abs](/l/1_a/readme.md#a)"
    ", [r][r], `l/1_a/readme.md`, `l/1_a/`, [u](l/1_a/ü.md), [q](l/1_a/%C3%BC.md?x=1#y)\n\n"
    '[r]: l/1_a/readme.md "Title"\n\n- **l/1_a/** folder\n',
    "l/readme.md": "# L\n\n[a](1_a/readme.md), [dot](./1_a/readme.md), [up](../l/1_a/readme.md)\n",
    "l/1_a/readme.md": "# A\n\n[self](#a), [me](readme.md), [me2](../1_a/readme.md), [b](../2_b/readme"
    ".md), [deep](a_x/readme.md), [root](../../readme.md), [gone](../9_z/readme.md)\n",
    "l/1_a/a_x/readme.md": "# X\n\n[up](../readme.md#a), [self](../a_x/readme.md), [b](../../2_b/), "
    "[long](../../1_a/readme.md)\n",
    "l/1_a/sp ace.md": "# S\n",
    "l/1_a/ü.md": "# U\n",
    "l/1_a/x.png": "png",
    "l/2_b/readme.md": "# B\n\n[a](../1_a/readme.md#a)\n",
}
_NAMES = st.text("ab1_-. ()&'ü%#?[]", min_size=1, max_size=6).filter(
    lambda name: name.strip(". ") == name and name not in ("1_a", "2_b")
)


def renamed(root: Path, source: str, target: str) -> Fix | None:
    settings = settings_of(root)
    draft = Draft(Disk(settings))
    curriculum = read_curriculum(Disk(settings))
    fix = Renaming(curriculum).fix(Move(source, target), "Rename")
    if fix is None:
        return None
    assert fix.safety is Safety.UNSAFE
    assert draft.possible([fix]) == [fix]
    assert draft.apply([fix])
    done = Repair(draft, draft.plan(), None, 1, ())  # type: ignore[arg-type]
    assert write(settings, done) == []
    return fix


def outcomes(root: Path) -> Counter[tuple[str, str]]:
    targets = read_curriculum(Disk(settings_of(root))).targets.values()
    return Counter((t.link.text, str(t.outcome)) for each in targets for t in each)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_NAMES)
def test_renamed_and_renamed_back_every_byte_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    root = tmp_path_factory.mktemp("renamed")
    write_files(root, {**_LINKS, "curriculum-lint.toml": 'levels = ["none"]\n'})
    before, links = state_of(root), outcomes(root)
    assert renamed(root, "l/1_a", f"l/{name}") is not None
    assert (root / "l" / name / "x.png").exists()
    assert outcomes(root) == links
    assert renamed(root, f"l/{name}", "l/1_a") is not None
    after = state_of(root)
    # Escapes may be other ones, and only names like those of code are found in code.
    assert after.keys() == before.keys()
    assert outcomes(root) == links
    if re.fullmatch(r"[ab1][ab1_.-]*", name):
        assert after == before


def test_a_name_that_is_taken_or_unsafe_is_not_given(tmp_path: Path) -> None:
    write_files(tmp_path, _LINKS)
    assert renamed(tmp_path, "l/1_a", "l/2_b") is None
    os.symlink("1_a", tmp_path / "l/latest")
    assert renamed(tmp_path, "l/1_a", "l/3_c") is None


def test_an_ignored_name_is_not_given_and_it_is_said(tmp_path: Path) -> None:
    files = {
        "first_level/readme.md": "# First level\n\n[Start](01_start/readme.md)\n",
        "first_level/01_start/readme.md": "# Start\n",
        ".gitignore": "1_start/\n",
    }
    write_files(tmp_path, files)
    arguments = ("--root", str(tmp_path), "--no-cache", "--select", "CL203")
    done = invoke("check", "--fix", "--unsafe-fixes", *arguments)
    assert done.exit_code == 1
    assert "first_level/1_start was not made: git would ignore it" in done.stderr
    assert (tmp_path / "first_level/01_start/readme.md").exists()
