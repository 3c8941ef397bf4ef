"""Classes that a sample of other people's curricula showed to be false, or useless."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.edit import Safety
from tests.repository import diagnostics_on, write_files

_CONFLICT = "<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> theirs\n"


def found(root: Path, code: str, files: dict[str, str]) -> list[Diagnostic]:
    write_files(root, files)
    return [each for each in diagnostics_on(root) if each.code == code]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"# Merge with git\n\n```text\n{_CONFLICT}```\n", 0),
        (f"# Los conflictos\n\n```\n{_CONFLICT}```\n", 0),
        (f"# Loops\n\n```js\n{_CONFLICT}```\n", 1),
        (f"# Merge with git\n\n{_CONFLICT}", 1),
        (f"# Merge with git\n\n```text\n{_CONFLICT}", 1),
    ],
)
def test_a_conflict_in_code_is_an_example_where_the_page_is_about_git(
    tmp_path: Path, text: str, count: int
) -> None:
    assert len(found(tmp_path, "CL005", {"a.md": text})) == count


def test_the_file_of_a_parallel_folder_is_not_written_unasked(tmp_path: Path) -> None:
    files = {
        "2023/readme.md": "# 2023\n\n[solution](week-2/homework.py)\n",
        "2023/week-2/readme.md": "# Week 2\n",
        "2021/week-2/homework.py": "1\n",
    }
    (broken,) = found(tmp_path, "CL301", files)
    assert broken.fix is None


def test_a_page_is_never_meant_where_an_image_is_shown(tmp_path: Path) -> None:
    (broken,) = found(tmp_path, "CL301", {"a.md": "# A\n\n![Plan](plan.png)\n", "plan.md": "# P\n"})
    assert broken.help is None


def test_links_into_a_folder_that_is_gone_are_told_once_in_a_page(tmp_path: Path) -> None:
    links = "".join(f"- [{name}](lessons/{name}.md)\n" for name in ("a", "b", "c"))
    (broken,) = found(tmp_path, "CL301", {"archive/old.md": f"# Old\n\n{links}"})
    assert broken.message == (
        "`lessons/a.md` does not exist: there is no folder `lessons` in `archive`, and 2 more "
        "links of this page lead into it."
    )


@pytest.mark.parametrize("quoted", ['"{}"', "'{}'", "“{}”", '"<{}>"'])
def test_an_address_in_quotation_marks_is_an_address(tmp_path: Path, quoted: str) -> None:
    written = quoted.format("https://example.org/api")
    (wrong,) = found(tmp_path, "CL305", {"a.md": f"# A\n\nSee <a href={written!r}>it</a>.\n"})
    assert wrong.help == "Write `https://example.org/api`."


def test_wide_spaces_of_typographers_stay(tmp_path: Path) -> None:
    text = "# A\n\n**Note:**\u2003Read on\u2002and on.\n"
    assert found(tmp_path, "CL602", {"a.md": text}) == []


def test_what_one_line_of_code_holds_is_one_finding(tmp_path: Path) -> None:
    text = "# A\n\nWrite `role=”none”` or `hidden=”true”`, never `npm i —save`.\n"
    (wrong,) = found(tmp_path, "CL603", {"a.md": text})
    assert wrong.fix is not None
    assert wrong.fix.safety is Safety.SAFE
    assert wrong.message.startswith('`”` and `—` in code look like `"` and `--`,')


_UNITS = {f"first_level/{n}_u/readme.md": f"# U{n}\n" for n in (1, 2, 3, 4, 5)}


def test_units_that_only_a_text_mentions_are_not_left_out_of_a_list(tmp_path: Path) -> None:
    files = {**_UNITS, "notes.md": "# Notes\n\nSee [U1](first_level/1_u/readme.md).\n"}
    files["first_level/readme.md"] = "# First level\n"
    assert found(tmp_path, "CL311", files) == []


def test_an_open_fence_hides_links(tmp_path: Path) -> None:
    listed = "# First level\n\n- [U1](1_u/readme.md)\n\n```\n- [U2](2_u/readme.md)\n"
    files = {**_UNITS, "first_level/readme.md": listed}
    assert found(tmp_path, "CL311", files) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Read:\n    - a\n    - b\n", "Write a blank line above it, and begin it at the margin."),
        (
            "1. Read:\n\n   Both:\n       - a\n       - b\n",
            "Begin it in column 4, where the text of the item around it begins.",
        ),
    ],
)
def test_a_glued_list_is_told_where_to_begin(tmp_path: Path, text: str, advice: str) -> None:
    (glued,) = found(tmp_path, "CL125", {"a.md": f"# A\n\n{text}"})
    assert glued.help == advice


def test_an_address_as_a_label_belongs_in_parentheses(tmp_path: Path) -> None:
    (undefined,) = found(tmp_path, "CL307", {"a.md": "# A\n\n[it][https://example.org/a]\n"})
    assert undefined.help == "Write the address in parentheses: `[…](https://example.org/a)`."


@pytest.mark.parametrize(
    ("behind", "count"),
    [("{alt='The tree'}", 0), ('{#fig .wide alt="x"}', 0), ("{.wide}", 1), (" alt=x", 1)],
)
def test_an_image_whose_words_stand_in_its_attributes(
    tmp_path: Path, behind: str, count: int
) -> None:
    assert len(found(tmp_path, "CL310", {"a.md": f"# A\n\n![](x.svg){behind}\n"})) == count


@pytest.mark.parametrize(
    ("link", "safety"), [("/guides/setup.md", Safety.UNSAFE), ("guides/setup.md", Safety.SAFE)]
)
def test_an_absolute_link_may_be_a_route_of_a_website(
    tmp_path: Path, link: str, safety: Safety
) -> None:
    files = {
        "site/content/guides/setup.md": "# Set up\n",
        "guides/b.md": "# B\n",
        "site/a.md": f"# A\n\n[set up]({link})\n",
    }
    (broken,) = found(tmp_path, "CL301", files)
    assert broken.fix is not None
    assert broken.fix.safety is safety


def test_a_page_without_a_title_is_told_at_its_heading(tmp_path: Path) -> None:
    (titled,) = found(tmp_path, "CL103", {"a.md": "<!--\nmade by x\n-->\n\n## Part\n\nText.\n"})
    assert (titled.place.start.line, titled.place.end.column) == (5, 8)
