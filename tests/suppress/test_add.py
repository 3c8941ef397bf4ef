"""Comments for what every rule finds in its own examples: the page stays, and the rule is quiet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.example import Example, files_of
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.suppress.insert import Wanted, with_comments
from curriculum_lint.suppress.shown import shown_page
from tests.command import invoke
from tests.curricula import FIRST, SECOND, readme, write_clean
from tests.repository import write_files

#: What no comment can hide: what is said about comments, conflicts, and files that are no text.
LOUD = {"CL001", "CL002", "CL003", "CL004", "CL005"}
EXAMPLES = [
    pytest.param(rule.code, example, id=f"{rule.code}-{index}")
    for rule in all_rules()
    for index, example in enumerate(rule.bad)
    if not rule.needs_network
]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_what_is_found_is_quiet_and_the_page_is_as_it_was(
    code: str, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "course"
    write_files(root, files_of(example))
    monkeypatch.chdir(root)
    before = {path: path.read_bytes().decode() for path in root.rglob("*") if path.is_file()}
    options = ("check", "--no-cache", "--extend-select", code, "--root", ".")
    answer = invoke(*options, "--add-suppressions", "--reason", "it is an example")
    after = {path: path.read_bytes().decode() for path in root.rglob("*") if path.is_file()}
    assert before.keys() == after.keys()
    for path, text in before.items():
        if text != after[path]:
            assert shown_page(text) == shown_page(after[path]), path
    left = invoke(*options, "--output-format", "concise", "--exit-zero").stdout
    found = set(re.findall(r"^\S+:\d+:\d+: (CL\d+) ", left, re.MULTILINE))
    if answer.exit_code == 0:
        assert not found
    else:
        assert answer.exit_code == 1, answer.stderr
        assert found
        noted = set(re.findall(r"^  \S+:\d+:\d+: (CL\d+) ", answer.stderr, re.MULTILINE))
        assert noted <= found | {code}
    again = invoke(*options, "--add-suppressions", "--reason", "again")
    assert {path: path.read_bytes().decode() for path in before} == after, again.stdout


LINES = st.sampled_from(
    ["# Title", "## Part", "text *strong*", "  more", "- item", "  - below", "1. first", "2. second",
     "> quoted", "| a | b |", "|---|---|", "| c | d |", "```js", "```", "    code", "", "", "---",
     "<div>", "</div>", "<!-- a", "-->", "hard  ", "break\\", "Setext", "===", "[x]: y.md", "\t- tab",
     "- [ ] task", "[^1]: note", "<!-- curriculum-lint-disable-next-line CL301 -->"]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=14), st.data(), st.sampled_from(["\n", "\r\n"]))
def test_no_text_is_shown_otherwise_with_comments(lines: list[str], data, end: str) -> None:
    text = end.join(lines) + end * data.draw(st.booleans())
    chosen = data.draw(st.sets(st.integers(1, len(lines)), max_size=4))
    wanted = [Wanted(line, {"CL301": "broken-link", "CL102": "x"}) for line in sorted(chosen)]
    commented = with_comments(text, wanted, "why")
    assert shown_page(commented) == shown_page(text)
    if "\r\n" in text:
        assert "\n" not in commented.replace("\r\n", "")


def test_comments_stand_where_they_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_clean(tmp_path / "course")
    monkeypatch.chdir(root)
    text = readme("Start") + (
        "\nSee [one](a.md).  \nSee [two](b.md)\\\nand [three](c.md).\n\n- An [item](d.md)\n"
        "- and [another](e.md)\n\n| Table |\n|---|\n| [cell](f.md) |\n\n> Quoted [guide](g.md).\n"
    )
    (root / FIRST).write_text(text)
    answer = invoke("check", "--add-suppressions", "--reason", "written next week")
    assert (answer.exit_code, answer.stdout) == (0, "Suppressed 7 findings in 1 file.\n")
    why = "CL301 -- written next week -->"
    after = (root / FIRST).read_text()
    assert after.removeprefix(readme("Start")) == (
        f"\n<!-- curriculum-lint-disable-next-line {why}\n"
        f"See [one](a.md).  \nSee [two](b.md) <!-- curriculum-lint-disable-line {why}\\\n"
        f"and [three](c.md). <!-- curriculum-lint-disable-line {why}\n\n"
        f"- An [item](d.md) <!-- curriculum-lint-disable-line {why}\n"
        f"- and [another](e.md) <!-- curriculum-lint-disable-line {why}\n\n"
        f"| Table |\n|---|\n| [cell](f.md) <!-- curriculum-lint-disable-line {why} |\n\n"
        f"> Quoted [guide](g.md). <!-- curriculum-lint-disable-line {why}\n"
    )
    assert invoke("check").exit_code == 0
    assert invoke("check", "--add-suppressions").stdout == "No comment was added.\n"


def test_only_what_would_be_reported_is_suppressed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_clean(tmp_path / "course")
    monkeypatch.chdir(root)
    for path in (FIRST, SECOND):
        (root / path).write_text(f"{(root / path).read_text()}\n[x](y.md)\n")
    invoke("check", FIRST, "--update-baseline")
    shown = invoke("check", "--add-suppressions", "--diff", SECOND)
    assert (shown.exit_code, FIRST in shown.stdout, SECOND in shown.stdout) == (1, False, True)
    assert invoke("check", "--add-suppressions", SECOND).exit_code == 0
    assert "disable" in (root / SECOND).read_text()
    assert "disable" not in (root / FIRST).read_text()
    assert invoke("check").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--reason", "x"), "--add-suppressions"),
        (("--add-suppressions", "--reason", "a -- b"), "one line"),
        (("--add-suppressions", "--reason", "a\nb"), "one line"),
        (("--add-suppressions", "--reason", " "), "one line"),
        (("--add-suppressions", "--fix"), "no --fix"),
        (("--add-suppressions", "--update-baseline"), "no --update-baseline"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], said: str) -> None:
    answer = invoke("check", *arguments)
    assert answer.exit_code == 2
    assert said in answer.stderr
