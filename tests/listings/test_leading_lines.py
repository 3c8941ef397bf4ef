"""A quick look at the lines of links misses no list that a close look finds."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.listings.leading_lines import befores, may_lead
from curriculum_lint.listings.listing import UnitIndex
from curriculum_lint.listings.page_units import PageUnits
from curriculum_lint.listings.read import ListingReader
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.refactor.labels import entry_labels
from curriculum_lint.refactor.labels.entry_labels import EntryLabel
from curriculum_lint.refactor.labels.unit_grammar import grammar_of
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

PAGES = 250
SEEDS = range(6)
LINKS = ("[Files](../../2_files/readme.md)", "[Nets](../../3_nets)", "[x](../../2_files#a)", "[r]")
WORDS = (
    "See",
    "read about",
    "**Week 1**",
    "Module 2:",
    "what was said there of",
    "🚀",
    "2.",
    "(",
    "",
)
LONG = "This line says at length what nobody has to read in order to understand"
STARTS = (
    "",
    "",
    "- ",
    "* ",
    "1. ",
    "7) ",
    "- 2. ",
    "> ",
    "> - ",
    "  ",
    "    ",
    "\t",
    "-\n  ",
    "a) ",
)
REST = ("", ".", ", and more.", " | b |", "<br>", "  ", "\\", " · ", " – what it is")
ODD = (
    *(
        "",
        "",
        "## Next",
        "### 1) Try it",
        "---",
        "***",
        "| a | b |\n| --- | --- |",
        "<div>",
        "</div>",
    ),
    *(
        "<p>",
        "[r]: ../../3_nets/readme.md",
        "```text\n- x\n```",
        "**Links**",
        "Links:",
        "<!-- x -->",
    ),
)


def line(random: Random) -> str:
    if random.random() < 0.35:
        return random.choice(ODD)
    parts = [random.choice(STARTS), "| " * (random.random() < 0.1)]
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        parts += [random.choice((*WORDS, LONG)), " " * (random.random() < 0.9)]
        parts += [random.choice(LINKS) if random.random() < 0.6 else "", random.choice(REST)]
    return "".join(parts)


def page(random: Random) -> str:
    lines = "\n".join(line(random) for _ in range(random.randint(2, 12)))
    return f"# Part\n\n{lines}\n".replace("\n", random.choice(("\n", "\n", "\r\n")))


def curriculum_of(root: Path, random: Random) -> Curriculum:
    names = ("1_start", "2_files", "3_nets")
    files = {f"a_level/{each}/readme.md": f"# {each[2:].title()}\n" for each in names}
    for at in range(PAGES):
        first, second = divmod(at, 26)
        letters = f"{chr(97 + second)}" if not first else f"{chr(96 + first)}{chr(97 + second)}"
        files[f"a_level/1_start/{letters}_part/readme.md"] = page(random)
        files[f"more/{at}.md"] = page(random).replace("../../", "../a_level/")
    write_files(root, files)
    return read_curriculum(Disk(load_settings(str(root), root=str(root)).settings))


def found_on(curriculum: Curriculum) -> dict[str, tuple[list[UnitIndex], list[EntryLabel]]]:
    """The indexes and labels of each page."""
    reader, grammar = ListingReader(curriculum), grammar_of(curriculum)
    return {
        path: (
            reader.with_lone_on(page),
            list(entry_labels.entry_labels(curriculum, page, reader, grammar)),
        )
        for path, page in curriculum.pages.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_missed(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    curriculum = curriculum_of(tmp_path, Random(seed))
    quick = found_on(curriculum)
    monkeypatch.setattr(PageUnits, "may_list", True)
    monkeypatch.setattr(entry_labels, "befores", lambda *_: ["Module 1:"])
    assert found_on(curriculum) == quick
    listed = [indexes for indexes, _ in quick.values() if indexes]
    assert PAGES / 10 < len(listed) < 2 * PAGES


_A, _B, _C = LINKS[0], LINKS[1], "[Start](../../1_start)"
FORMS = {
    "in paragraphs of items": f"- **Week 1**\n\n  {LONG} {_A}\n\n- **Week 2**\n\n  {LONG} {_B}\n",
    "on other lines of items": f"- **Week 1**\n  {LONG} {_A}\n- **Week 2**\n  {LONG} {_B}\n",
    "beside each other": f"{LONG} {_A} · {_B} · {_C}\n",
    "in cells": f"| a | b |\n| --- | --- |\n| x | {LONG} {_A} |\n| y | {LONG} {_B} |\n",
    "in last cells": f"a | b\n--- | ---\nx | {LONG} {_A}\n\na | b\n--- | ---\ny | {LONG} {_B}\n",
    "in first cells": f"a | b\n--- | ---\n{LONG} {_A} | x\n{LONG} {_B} | y\n",
    "in a cell without a sign": f"| a | b |\n| --- | --- |\n{LONG} {_A}\n{LONG} {_B}\n",
    "in HTML": "".join(
        f'<p>{LONG} <a href="{each}">x</a><br></p>\n' for each in ("../../2_files", "../../3_nets")
    ),
    "in quotes": f"> - **Week 1**\n>\n>   {LONG} {_A}\n> - **Week 2**\n>\n>   {LONG} {_B}\n",
    "below headings": f"## Files\n\n{LONG} {_A}\n\n## Nets\n\n{LONG} {_B}\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_found(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"1_start": "Start", "2_files": "Files", "3_nets": "Nets"}
    files = {f"a_level/{each}/readme.md": f"# {title}\n" for each, title in names.items()}
    path = "more/part.md"
    text = FORMS[form].replace("../../", "../a_level/")
    write_files(tmp_path, {**files, path: f"# Part\n\n{text}"})
    settings = load_settings(str(tmp_path), root=str(tmp_path)).settings
    curriculum = read_curriculum(Disk(settings))
    quick = found_on(curriculum)[path]
    monkeypatch.setattr(PageUnits, "may_list", True)
    assert found_on(curriculum)[path] == quick
    assert quick[0], "no list"


def test_links_in_sentences_lead_no_entry() -> None:
    text = f"{LONG} [a](b), see also [c](d).\n\n1. {LONG} [e](f)\n2. {LONG}\n"
    assert not may_lead(text, [at for at, sign in enumerate(text) if sign == "["])


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("- Module 2: ", ["Module 2: "]),
        ("1. 2. See ", ["2. See ", "See "]),
        ("> - x ", ["x "]),
        ("\tSee ", ["See "]),
        ("", [""]),
    ],
)
def test_what_stands_before_a_link(line: str, before: list[str]) -> None:
    assert [*befores(f"x\n{line}[a](b)", len(line) + 2)] == before
