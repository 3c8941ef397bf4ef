from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits, edits_by_path
from tests.repository import diagnostics_on, places, write_files

ANY = {"curriculum-lint.toml": 'schemas = { module = "any.json", subsection = "any.json" }\n',
       "any.json": "{}\n"}  # fmt: skip
FIRST = "a_level/1_start/readme.md"
SECOND = "a_level/2_files/readme.md"
SUB = "a_level/2_files/b_more/readme.md"


def _found(root: Path, code: str, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    write_files(root, {**ANY, **files})
    return tuple(d for d in diagnostics_on(root) if d.code in (code, "CL000"))


def _exercises(*numbers: str, title: str = "Start", text: str = "") -> str:
    body = "".join(f"### {number}) Print line {number}\n\nText.\n\n" for number in numbers)
    return f"# {title}\n\n{text}\n\n## Exercises\n\n{body}"


def _marked(found: tuple[Diagnostic, ...], files: dict[str, str]) -> list[str]:
    """The texts at which the findings point."""
    lines = {path: text.split("\n") for path, text in files.items()}
    return [
        lines[d.place.path][d.place.start.line - 1][
            d.place.start.column - 1 : d.place.end.column - 1
        ]
        for d in found
    ]


# -- CL207


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ("1 2 4", ["3:1"]),
        ("1 2 2", ["3:1"]),
        ("1 2 2 3", ["3:1"]),
        ("1 1 2 3", ["2:1"]),
        ("1 3 5", ["2:1"]),
        ("2 1", ["2:1"]),
        ("1 2 3", []),
        ("1 1 1", []),
        ("0 0 0", []),
        ("0 1 2", []),
        ("7 8 9", []),
        ("5", []),
        ("1 2 3 1 2 3", []),
        ("1 2 1 2 1 2", []),
        ("1999 2004 2011", []),
    ],
)
def test_numbers_of_a_list_are_compared_with_what_is_shown(
    numbers: str, wrong: list[str], tmp_path: Path
) -> None:
    text = "".join(f"{number}. Item\n" for number in numbers.split())
    found = _found(tmp_path, "CL207", {"notes.md": text})
    assert places(found) == [f"notes.md:{place} CL207" for place in wrong]


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ("1 2 4", "This item is numbered 4, but it is shown as 3."),
        ("1 2 2 3", "This item is numbered 2, but it is shown as 3; 3 is shown as 4."),
        (
            "1 3 5 7",
            "This item is numbered 3, but it is shown as 2; 5 and 7 are shown as 3 and 4.",
        ),
        (
            "1 1 2 3 4 5 6 7",
            "This item is numbered 1, but it is shown as 2; 2, 3, 4, 5, 6 and 1 more are shown as "
            "3, 4, 5, 6, 7 and so on.",
        ),
    ],
)
def test_the_wrong_numbers_of_a_list_are_told_as_one(
    numbers: str, message: str, tmp_path: Path
) -> None:
    text = "".join(f"{number}. Item\n" for number in numbers.split())
    (found,) = _found(tmp_path, "CL207", {"notes.md": text})
    assert found.message == message


@pytest.mark.parametrize(
    "text",
    [
        "1. One\n2. Two\n\ntext\n\n4. Four\n5. Five\n",
        "1. One\n2. Two\n\n3) Three\n4) Four\n",
        "```text\n1. One\n3. Two\n```\n",
        "- 1\n- 3\n",
        "- [One](1_one/x.md)\n\n1. [One](1_one/)\n2. [Two](2_two/)\n4. [Four](4_four/readme.md)\n",
        "9. Nine\n   1. In\n10. Ten\n   1. Melts in\n11. Eleven\n",
    ],
    ids=["split by text", "other delimiter", "code", "bullets", "numbers of folders", "melted"],
)
def test_lists_that_commonmark_splits_and_numbers_that_are_meant_are_fine(
    text: str, tmp_path: Path
) -> None:
    assert _found(tmp_path, "CL207", {"notes.md": text}) == ()


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("1. a\n2. b\n4. c\n5. d\n", "1. a\n2. b\n3. c\n4. d\n"),
        ("01. a\n02. b\n04. c\n", "01. a\n02. b\n03. c\n"),
        ("9. a\n11. b\n12. c\n", "9. a\n10. b\n11. c\n"),
        ("8. a\n10. b\n    more\n", "8. a\n9.  b\n    more\n"),
        ("9. a\n9. b\n   more\n11. c\n", None),
        ("> 1. a\n> 3. b\n", "> 1. a\n> 2. b\n"),
        ("1. a\r\n2. b\r\n2. c\r\n", "1. a\r\n2. b\r\n3. c\r\n"),
    ],
)
def test_the_fix_writes_what_is_shown_and_keeps_the_shape(
    text: str, fixed: str | None, tmp_path: Path
) -> None:
    found = _found(tmp_path, "CL207", {"notes.md": text})
    fixes = [d.fix for d in found if d.fix]
    assert bool(fixes) == (fixed is not None)
    if fixed is not None:
        assert apply_edits(text, edits_by_path(fixes)["notes.md"]) == fixed


# -- CL210


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("See exercise 21.", ["21"]),
        ("See exercises 3 and 14.", ["14"]),
        ("See exercises 13/14.", ["13", "14"]),
        ("As in exercises 2, 3 and 9, print.", ["9"]),
        ("From exercises 1–8 on.", ["8"]),
        ("Use ex. 9 again.", ["9"]),
        ("Use Exercise #9 again.", ["9"]),
        ("Print it (reuse #7).", ["7"]),
        ("It is like before, see #2 and #7.", ["7"]),
        ("Use exercise\n9 again.", ["9"]),
        ("Use the server of exercise 9: it runs.", ["9"]),
    ],
)
def test_references_to_exercises_that_do_not_exist_are_found(
    text: str, wrong: list[str], tmp_path: Path
) -> None:
    files = {FIRST: _exercises("1", "2", "3", "4", text=text)}
    assert _marked(_found(tmp_path, "CL210", files), files) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "See exercise 3, exercises 1–4 and ex. 2.",
        "Do each exercise 9 times, or exercise 30 minutes a day.",
        "`exercise 9` and [exercise 9](https://example.org).",
        "```text\nsee exercise 9, see #7\n```",
        "See #123 and the colours #333 and #fff; `#7`.",
        "{count, plural, =0 {none} other {# of #9}}",
        "Fixed in #7 by somebody; C# 9, issue #9, PR #9.",
        "See exercise 9 of the previous module, or exercise 9 in *SICP*.",
        "As in module 3, exercise 9. Like SICP exercise 9 and Knuth's exercise 9.",
        "**Exercise 9:** a label, not a reference.",
        "Exercise 9\n\n- Exercise 9: an announcement\n",
        "Exercise 3-4 of no book. Exercise 3.14159 is no number.",
        "Task 9 waits for task 8; the server answers with challenge 401.",
        "<!-- see exercise 9 -->",
        "The last exercise 9.5% of all learners skip.",
        "What you can add to it as exercise 21.",
    ],
)
def test_other_numbers_are_no_references(text: str, tmp_path: Path) -> None:
    files = {FIRST: _exercises("1", "2", "3", "4", text=text)}
    assert _found(tmp_path, "CL210", files) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("ex. 2b.2 and exercise 2.1", []),
        ("exercise 2b.9", ["2b.9"]),
        ("exercise 2.9", ["2.9"]),
        ("exercise 7.1", ["7.1"]),
        ("exercise 2c.1", ["2c.1"]),
        ("exercise 3.1", []),
    ],
)
def test_numbers_with_a_dot_belong_to_the_unit_of_that_number(
    text: str, wrong: list[str], tmp_path: Path
) -> None:
    files = {
        "a_level/readme.md": f"# A\n\nBegin with {text} today.\n",
        FIRST: _exercises("1.1", "1.2", text=f"Begin with {text} today."),
        SECOND: _exercises("2.1", "2.2", title="Files"),
        SUB: _exercises("2b.1", "2b.2", title="More"),
        "a_level/3_later/readme.md": "# Later\n",
    }
    found = _marked(_found(tmp_path, "CL210", files), files)
    assert found == wrong * 2


def test_words_count_where_exercises_are_called_so(tmp_path: Path) -> None:
    body = "## Task 1: Print\n\nText.\n\n## Task 2: Read\n\nLike task 9 and exercise 8.\n"
    files = {FIRST: f"# Start\n\n{body}"}
    assert _marked(_found(tmp_path, "CL210", files), files) == ["9"]


def test_a_number_in_a_gap_is_said_by_the_gap_alone(tmp_path: Path) -> None:
    files = {FIRST: _exercises("1", "2", "4", text="Use exercise 3.")}
    assert _found(tmp_path, "CL210", files) == ()
    assert len(_found(tmp_path, "CL206", files)) == 1


def test_readmes_without_exercises_and_units_called_exercises_are_left_alone(
    tmp_path: Path,
) -> None:
    files = {
        FIRST: "# Start\n\nSee exercise 9.\n",
        SECOND: _exercises("1", "2", title="Exercise 2: Files", text="In exercise 9, you read."),
    }
    assert _found(tmp_path, "CL210", files) == ()


def test_pages_that_are_no_readmes_are_left_alone(tmp_path: Path) -> None:
    files = {"docs/notes.md": "# Notes\n\n## Exercise 1\n\nSee exercise 9 and 4a.2.\n"}
    assert _found(tmp_path, "CL210", files) == ()


# -- CL211


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("4. Files", "4"),
        ("Module 4: Files", "4"),
        ("MODULE 4 – Files", "4"),
        ("Lesson 04 Files", "04"),
        ("4) Files", "4"),
        ("2. Files", None),
        ("Module 2: Files", None),
        ("2a. Files", None),
        ("4 ways to read files", None),
        ("404: Not found", None),
        ("3D files", None),
        ("Week 4: Files", None),
        ("Part 4: Files", None),
        ("12-factor files", None),
        ("4 – 5 files", None),
        ("Files in Module 4", None),
    ],
)
def test_the_number_of_a_title_is_the_folders(
    title: str, wrong: str | None, tmp_path: Path
) -> None:
    files = {FIRST: "# 1. Start\n", SECOND: f"# {title}\n"}
    assert _marked(_found(tmp_path, "CL211", files), files) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("title", "wrong"),
    [("a) More", "a"), ("2a. More", "2a"), ("3b) More", "3b"), ("b) More", None), ("2b More", None),
     ("2. More", None), ("C: pointers", None), ("B. More", None)],
)  # fmt: skip
def test_the_letter_of_a_title_is_the_folders(
    title: str, wrong: str | None, tmp_path: Path
) -> None:
    files = {FIRST: "# 1. Start\n", SECOND: "# 2. Files\n", SUB: f"# {title}\n"}
    assert _marked(_found(tmp_path, "CL211", files), files) == ([wrong] if wrong else [])


def test_numbers_that_all_differ_count_something_else(tmp_path: Path) -> None:
    files = {FIRST: "# Lesson 11: Start\n", SECOND: "# Lesson 12: Files\n"}
    assert _found(tmp_path, "CL211", files) == ()


def test_the_fix_of_a_title_rewrites_the_links_to_it(tmp_path: Path) -> None:
    files = {SECOND: "# 4. Files\n", FIRST: "# 1. Start\n\n[On](../2_files/readme.md#4-files)\n"}
    (found,) = _found(tmp_path, "CL211", files)
    assert found.fix is not None
    edits = edits_by_path([found.fix])
    assert apply_edits(files[SECOND], edits[SECOND]) == "# 2. Files\n"
    assert "readme.md#2-files" in apply_edits(files[FIRST], edits[FIRST])


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ("[4. Files](2_files/readme.md)", ["4"]),
        ("[Module 3: Files](2_files/)", ["3"]),
        ("**3.** [Files](2_files/readme.md)", ["3"]),
        ("a) [More](2_files/b_more/readme.md)", ["a"]),
        ("2a) [More](2_files/b_more/readme.md)", ["2a"]),
        ("[2. Files](2_files/readme.md)", []),
        ("b) [More](2_files/b_more/readme.md)", []),
        ("[Files](2_files/readme.md), 3. edition", []),
        ("5 hours: [Files](2_files/readme.md)", []),
    ],
)
def test_the_number_of_an_entry_is_the_folders(
    entry: str, wrong: list[str], tmp_path: Path
) -> None:
    files = {
        "a_level/readme.md": f"# A\n\n- [1. Start](1_start/readme.md)\n- {entry}\n",
        FIRST: "# Start\n",
        SECOND: "# Files\n",
        "a_level/2_files/a_less/readme.md": "# Less\n",
        SUB: "# More\n",
    }
    assert _marked(_found(tmp_path, "CL211", files), files) == wrong


@pytest.mark.parametrize(
    ("index", "wrong"),
    [
        ("1. A(1)\n2. B(2)\n3. C(3)\n", []),
        ("1. A(1)\n1. B(2)\n1. C(3)\n", []),
        ("2. A(1)\n3. B(2)\n4. C(3)\n", ["3:1"]),
        ("1. A(1)\n2. C(3)\n3. B(2)\n", ["4:1"]),
        ("1. B(2)\n2. C(3)\n", []),
        ("1. How to learn\n2. A(1)\n3. B(2)\n4. C(3)\n", []),
    ],
)
def test_an_ordered_list_of_all_modules_shows_their_numbers(
    index: str, wrong: list[str], tmp_path: Path
) -> None:
    for number, name in (("1", "start"), ("2", "files"), ("3", "more")):
        index = index.replace(f"({number})", f"]({number}_{name}/readme.md)")
    index = "".join(
        line.replace(". ", ". [", 1) if "](" in line else line for line in index.splitlines(True)
    )
    files = {
        "a_level/readme.md": f"# A\n\n{index}",
        FIRST: "# A\n",
        SECOND: "# B\n",
        "a_level/3_more/readme.md": "# C\n",
    }
    found = places(_found(tmp_path, "CL211", files))
    assert found == [f"a_level/readme.md:{place} CL211" for place in wrong]


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        (["5.1", "5.2"], ["5.1"]),
        (["2b.1", "2b.2"], ["2b.1"]),
        (["2.1", "2.2", "3.3", "2.4"], ["3.3"]),
        (["2.1", "2.2"], []),
        (["2.1", "2.2", "3.1", "3.2"], []),
        (["1", "2"], []),
    ],
)
def test_the_prefix_of_exercises_is_the_units(
    numbers: list[str], wrong: list[str], tmp_path: Path
) -> None:
    files = {FIRST: _exercises("1.1", "1.2"), SECOND: _exercises(*numbers, title="Files")}
    assert _marked(_found(tmp_path, "CL211", files), files) == wrong


def test_sections_of_a_readme_may_be_numbered_alike_in_all_readmes(tmp_path: Path) -> None:
    files = {path: _exercises("1.1", "1.2", "1.3") for path in (FIRST, SECOND, SUB)}
    assert _found(tmp_path, "CL211", files) == ()


def test_the_fix_of_a_prefix_takes_links_and_references_along(tmp_path: Path) -> None:
    text = "Begin with exercise 5.2, which is [here](#52-print-line-52)."
    second = _exercises("5.1", "5.2", title="Files", text=text).replace(") Print", " Print")
    files = {FIRST: _exercises("1.1"), SECOND: second}
    (found,) = _found(tmp_path, "CL211", files)
    assert found.fix is not None
    fixed = apply_edits(second, edits_by_path([found.fix])[SECOND])
    assert "### 2.1 Print" in fixed
    assert "### 2.2 Print" in fixed
    assert "exercise 2.2, which is [here](#22-print-line-52)" in fixed


# -- CL306


@pytest.mark.parametrize(
    ("ignore", "settings", "link", "count"),
    [
        ("build/", "", "build/page.md", 1),
        ("*.pdf", "", "slides.pdf", 1),
        ("build/", 'exclude = ["build"]\n', "build/page.md", 0),
        ("build/", '[links]\nignore = ["build/*"]\n', "build/page.md", 0),
        ("*.log", "", "build/page.md", 0),
        ("node_modules/", "", "node_modules/page.md", 0),
        ("*.pdf\n!slides.pdf", "", "slides.pdf", 0),
    ],
)
def test_links_to_what_git_ignores_are_reported(
    ignore: str, settings: str, link: str, count: int, tmp_path: Path
) -> None:
    files = {
        ".gitignore": ignore + "\n",
        "curriculum-lint.toml": settings,
        "notes.md": f"# Notes\n\n[There]({link})\n",
        "build/page.md": "# Page\n",
        "node_modules/page.md": "# Page\n",
        "slides.pdf": "-",
    }
    write_files(tmp_path, files)
    assert [d.code for d in diagnostics_on(tmp_path)].count("CL306") == count
