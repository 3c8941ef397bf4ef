"""Short forms that name a unit: "Reading W5" in links, 第3课, and words that few labels prove."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.refactor.test_unit_words import said
from tests.repository import write_files


def course(root: Path, text: str, folder: str = "", own: str = "") -> None:
    """Four modules; ``text`` in the root, ``own`` in module 4."""
    pages = {f"{folder}t{n}/readme.md": f"# About {'abcde'[n]}\n\n" for n in (1, 2, 3, 4)}
    pages[f"{folder}t4/readme.md"] += f"{own}\n"
    configuration = f'levels = ["{folder.strip("/") or "."}"]\nmodule-pattern = "t{{number}}"\n'
    files = {"README.md": f"# Course\n\n{text}\n", "curriculum-lint.toml": configuration}
    write_files(root, pages | files)


def _rows(*words: str) -> str:
    return "\n\n".join(
        f"- {' and '.join(f'[{word.format(n)}](t{n}/readme.md)' for word in words)}"
        for n in (1, 2, 3, 4)
    )


@pytest.mark.parametrize("form", ["Reading W{}", "W{} in short", "Plan (wk {})", "D#{} at noon"])
def test_abbreviations_in_links_follow(form: str, tmp_path: Path) -> None:
    course(tmp_path, _rows("About it", form))
    assert said(tmp_path, "move", "4", "--to", "2") == []
    lines = (tmp_path / "README.md").read_text().splitlines()[2::2]
    assert [line.rpartition("[")[2] for line in lines] == [
        f"{form.format(n)}](t{n}/readme.md)" for n in (1, 2, 3, 4)
    ]


def test_what_only_looks_so_stays(tmp_path: Path) -> None:
    course(tmp_path, "[Charts with D3](t3/readme.md), [L2 norms](t2/readme.md), [W4-B](t4)")
    said(tmp_path, "move", "4", "--to", "2")
    text = (tmp_path / "README.md").read_text()
    assert "[Charts with D3](t4/readme.md), [L2 norms](t3/readme.md), [W4-B](t2)" in text


@pytest.mark.parametrize("words", ["第4课", "第 4 章", "第四讲", "4주차", "제4장"])
def test_counters_of_units_are_told(words: str, tmp_path: Path) -> None:
    course(tmp_path, f"这是 {words}的内容。")
    assert said(tmp_path, "move", "4", "--to", "2") == [f"Also says “{words}”: README.md:3."]


@pytest.mark.parametrize("words", ["第4节", "14주차", "第4类", "第5课"])
def test_other_counters_are_not_told(words: str, tmp_path: Path) -> None:
    course(tmp_path, f"这是 {words}的内容。")
    assert said(tmp_path, "move", "4", "--to", "2") == []


def test_counters_follow_where_that_is_wanted(tmp_path: Path) -> None:
    course(tmp_path, "第4课和第三课。")
    assert said(tmp_path, "move", "4", "--to", "2", "--unsafe-fixes") == []
    assert "第2课和第四课。" in (tmp_path / "README.md").read_text()


def test_two_labels_prove_a_word_that_is_known(tmp_path: Path) -> None:
    course(tmp_path, "[Lab 1](t1/readme.md), [lab 2](t2/readme.md). In lab 4 we test.")
    assert said(tmp_path, "move", "4", "--to", "3") == ["Also says “lab 4”: README.md:3."]


def test_folders_say_what_units_are(tmp_path: Path) -> None:
    course(tmp_path, "In lab 4 we test, in step 4 too.", "labs/")
    assert said(tmp_path, "move", "4", "--to", "3") == ["Also says “lab 4”: README.md:3."]


def test_pages_name_the_folders_of_learners(tmp_path: Path) -> None:
    course(tmp_path, "In `work/t4`.", own="Put it in `work/t4`, not in `work/t3` or `st4`.")
    done = invoke("move", "4", "--to", "3", "--root", str(tmp_path))
    assert [line for line in done.stderr.splitlines() if "work/" in line] == [
        "t3/readme.md:3: Put it in `work/t4`, not in `work/t3` or `st4`."
    ]


def test_a_dot_behind_a_number_joins_no_words(tmp_path: Path) -> None:
    files = {f"{n:02}.t{n}x/readme.md": f"# T{n}x\n\nWords.\n" for n in (1, 2)}
    configuration = 'levels = ["."]\nmodule-pattern = "{number:02}.{slug}"\n'
    write_files(tmp_path, files | {"curriculum-lint.toml": configuration})
    invoke("new", "module", "Quite Other", "--root", str(tmp_path))
    assert (tmp_path / "03.quite-other").is_dir()


def test_labels_in_diagrams_are_told(tmp_path: Path) -> None:
    labels = "".join(f'  M{n}["Module {n}"]\n' for n in (1, 2, 3, 4))
    drawn = f"```mermaid\ngraph LR\n{labels}```\n\n```text\nModule 4\n```\n\n"
    course(tmp_path, f"{drawn}{_rows('Module {}')}")
    assert said(tmp_path, "move", "4", "--to", "3") == [
        "Also says “Module 3”: README.md:7.",
        "Also says “Module 4”: README.md:8.",
    ]
