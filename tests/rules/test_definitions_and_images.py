"""CL308, CL310, CL312, CL315: definitions, images, texts of links, anchors of headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.run import run
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Safety
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

RULES = [rule for rule in all_rules() if rule.code in ("CL308", "CL310", "CL312", "CL315")]


def found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    write_files(root, {"readme.md": text})
    return run(Disk(Settings(str(root))), RULES).diagnostics


def lines(root: Path, text: str) -> list[tuple[int, str]]:
    return [(d.place.start.line, d.code) for d in found(root, text)]


def fixed(root: Path, text: str) -> str:
    edits = [edit for d in found(root, text) if d.fix for edit in d.fix.edits]
    return apply_edits(text, edits)


@pytest.mark.parametrize(
    "text",
    [
        "[a][x]\n\n[x]: /url\n",
        "[X]\n\n[x]: /url\n",
        "![a][x]\n\n[x]: /url\n",
        "[a][ẞ]\n\n[SS]: /url\n",
        "[a][two\nwords]\n\n[Two   words]: /url\n",
        "[![a][image]][page]\n\n[image]: /url\n[page]: /url\n",
        "![the [a][x] of it](/y.png)\n\n[x]: /url\n",
        "| a |\n|---|\n| [b][x] |\n\n[x]: /url\n",
        "<td>\n[x]\n</td>\n\n[x]: /url\n",
        "[//]: # (This is a comment)\n\n[//]: # 'Another'\n",
        "[comment]: <> (This is a comment)\n\n[comment]: <> (This is another)\n",
        "[//]: <> (a)\n\n[note]: # (b)\n\n[todo]: <> (c)\n",
        '[_metadata_:author]: - "name"\n',
        "Before\n[x]: /url\n",
        "```\n[x]: /url\n```\n",
        "```\nunclosed\n\n[x]: /url\n",
    ],
)
def test_a_used_definition_and_what_is_none_are_fine(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, f"# Title\n\n{text}") == []


def test_a_file_of_definitions_to_include_is_fine(tmp_path: Path) -> None:
    assert lines(tmp_path, "[a]: /a\n[b]: /b\n") == []


def test_a_label_that_stands_only_in_code_is_unused(tmp_path: Path) -> None:
    assert lines(tmp_path, "# T\n\nWrite `[x]`.\n\n[x]: /url\n") == [(5, "CL308")]


def test_each_definition_of_an_unused_label_is_unused(tmp_path: Path) -> None:
    text = "# T\n\nText.\n\n[x]: /a\n\n- item\n\n[x]: /b\n"
    assert lines(tmp_path, text) == [(5, "CL308"), (9, "CL308")]


def test_a_second_definition_that_leads_elsewhere_has_no_safe_fix(tmp_path: Path) -> None:
    (second,) = found(tmp_path, "# T\n\n[x]\n\n[x]: /a\n[X]: /b\n")
    assert "line 5" in second.message
    assert second.fix is not None
    assert second.fix.safety is Safety.UNSAFE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Text.\n\n[x]: /url\n", "Text.\n"),
        ("Text.\n\n[x]: /url\n\nMore.\n", "Text.\n\nMore.\n"),
        ("Text.\n\n[x]: /url\n    'title'\n\nMore.\n", "Text.\n\nMore.\n"),
        ("Text.\n\n[x]: /url\nMore.\n", "Text.\n\nMore.\n"),
        ("Text.\n\n[x]: /url", "Text.\n"),
        # What stands behind would become code, or one list with what stands before.
        ("- a\n\n[x]: /url\n\n- b\n", None),
        ("Text.\n\n[x]: /url\n\n    code\n", None),
        ("> [x]: /url\n", None),
        ("- [x]: /url\n", None),
    ],
)
def test_removing_a_definition_leaves_the_rest_as_it_was(
    tmp_path: Path, before: str, after: str | None
) -> None:
    text = f"# Title\n\n{before}"
    assert [code for _, code in lines(tmp_path, text)] == ["CL308"]
    assert fixed(tmp_path, text) == (text if after is None else f"# Title\n\n{after}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![](/a.png)", 1),
        ("![ ](/a.png)", 1),
        ("![][a]\n\n[a]: /a.png", 1),
        ('<img src="/a.png">', 1),
        ('<p>\n<img\n  src="/a.png"\n  width="4">\n</p>', 1),
        ("[![](/a.png) the manual](/b)", 1),
        ("[![](/a.png)](/b)", 1),
        ("![a](/a.png)", 0),
        ("![`a`](/a.png)", 0),
        ('<img src="/a.png" alt="">', 0),
        ("<img alt src=/a.png>", 0),
        ("<img src=/a.png ALT='a'>", 0),
        ('<img src="/a.png" title="a">', 0),
        ('<img src="/a.png" aria-hidden="true">', 0),
        ('<img src="/a.png" :alt="text">', 0),
        ('<script src="/a.js"></script> <iframe src="/b"></iframe>', 0),
        ("`![](/a.png)`", 0),
        ("<!-- ![](/a.png) <img src='/a.png'> -->", 0),
    ],
)
def test_an_image_needs_words(tmp_path: Path, text: str, expected: int) -> None:
    assert [code for _, code in lines(tmp_path, f"# T\n\n{text}\n")] == ["CL310"] * expected


@pytest.mark.parametrize(
    "text",
    [
        "[here](/a)",
        "[Here.](/a)",
        "[**click here**](/a)",
        "[this link][a]\n\n[a]: /a",
        "[More…](/a)",
    ],
)
def test_a_text_that_names_nothing_is_vague(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, f"# T\n\n{text}\n") == [(3, "CL312")]


@pytest.mark.parametrize(
    "text",
    [
        "[what is here](/a)",
        "[`this`](/a)",
        "[this](https://example.org/operators/this)",
        "[more](/man/more.1.html)",
        "[![here](/a.png)](/a)",
        "[there](/a)",
        "<https://example.org/here>",
        "`[here](/a)`",
    ],
)
def test_a_text_that_names_something_is_fine(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, f"# T\n\n{text}\n") == []


@pytest.mark.parametrize(
    "heading",
    [
        "⚠️ Warning",
        "1️⃣ First",
        "❤️ and ✔️",
        "👁️‍🗨️ Seen",
        "👩‍💻 Work",
        "葛󠄀飾",
        "🏳️‍🌈",
        "ⓐ Part",
        "The heart ♥︎",
    ],
)
def test_an_invisible_character_that_does_something_is_fine(tmp_path: Path, heading: str) -> None:
    assert lines(tmp_path, f"# T\n\n## {heading}\n") == []


@pytest.mark.parametrize(
    ("heading", "right"),
    [("🚀️ Start", "🚀 Start"), ("️Start", "Start"), ("Sta\ufe0frt", "Start"), ("1️. a", "1. a")],
)
def test_one_that_does_nothing_can_go(tmp_path: Path, heading: str, right: str) -> None:
    text = f"# T\n\n## {heading}\n"
    (only,) = found(tmp_path, text)
    assert "%EF%B8%8F" in only.message
    assert only.fix is not None
    assert only.fix.safety is Safety.UNSAFE
    assert fixed(tmp_path, text) == f"# T\n\n## {right}\n"
