"""Kinds of text that were reported and are right: each with its siblings, and what stays wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import codes_of, diagnostics_on, write_files

EXERCISE = (
    "# {title}\n\n## 1) Say hello\n\n**Goal:** Print a greeting that is long enough to compare.\n\n"
    "**Build steps:**\n\n1. Write a file that prints it.\n\n**Acceptance criteria:**\n\n"
    "- {criterion}\n\n## Best practices\n\n- Test it.\n"
)
PRINTS = "It prints `hello`."


def in_module(text: str, name: str = "1_start") -> dict[str, str]:
    return {
        "first_level/readme.md": f"# First level\n\n- [Start]({name}/readme.md)\n",
        f"first_level/{name}/readme.md": text,
    }


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("In `tsconfig.json`:", '{\n  "compilerOptions": { "strict": true, },\n}'),
        ("In `.vscode/settings.json`:", '{\n  "editor.tabSize": 2,\n}'),
        ("Text.", '{\n  "compilerOptions": {\n    // strict\n    "strict": true,\n  },\n}'),
        ("The answer:", 'status: 200\nbody:\n{\n  "a": 1\n}'),
        ("Ask:", 'POST /users\nContent-Type: application/json\n\n{ "a": 1 }'),
        ("The answer:", '{\n  "a": 1\n}\n(where 1 is an id)'),
        ("The answer:", '{\n  "a": 1, # the first\n  "b": 2\n}'),
        ("A template:", "{schema}"),
    ],
)
def test_a_part_of_json_and_a_configuration_file_are_fine(
    tmp_path: Path, before: str, body: str
) -> None:
    files = {"notes.md": f"# Notes\n\n{before}\n\n```json\n{body}\n```\n"}
    assert codes_of(tmp_path, files, "CL605") == []


@pytest.mark.parametrize("body", ['{ "a": 1, }', '"a": { "b": 1, }', '{ "a": 1 "b": 2 }'])
def test_other_json_is_still_read(tmp_path: Path, body: str) -> None:
    files = {"notes.md": f"# Notes\n\n```json\n{body}\n```\n"}
    assert codes_of(tmp_path, files, "CL605") == ["CL605"]


@pytest.mark.parametrize(
    "block",
    [
        "```text\na\xa0b\n```",
        "```output\na\xa0b\n```",
        "```console\n$ ls\na\xa0b\n```",
        "```\n├──\xa0a\n│\xa0\xa0 └──\xa0b\n```",
        "    ├──\xa0a\n    └──\xa0b",
    ],
)
def test_output_of_programs_may_hold_any_space(tmp_path: Path, block: str) -> None:
    assert codes_of(tmp_path, {"notes.md": f"# Notes\n\n{block}\n"}, "CL602") == []


def test_what_is_typed_may_not(tmp_path: Path) -> None:
    files = {"notes.md": "# Notes\n\n```console\n$ ls\xa0-l\na\xa0b\n```\n"}
    assert codes_of(tmp_path, files, "CL602") == ["CL602"]


@pytest.mark.parametrize(
    "criterion",
    [
        "The token works once; the second use is rejected.",
        "It works properly after a restart.",
        "The link works only for its owner.",
        "The page looks right and shows the name.",
    ],
)
def test_a_criterion_that_says_what_happens_is_not_vague(tmp_path: Path, criterion: str) -> None:
    files = in_module(EXERCISE.format(title="Start", criterion=criterion))
    assert codes_of(tmp_path, files, "CL117") == []


@pytest.mark.parametrize("criterion", ["It works.", "The error handling works properly."])
def test_a_vague_criterion_still_is(tmp_path: Path, criterion: str) -> None:
    files = in_module(EXERCISE.format(title="Start", criterion=criterion))
    assert codes_of(tmp_path, files, "CL117") == ["CL117"]


@pytest.mark.parametrize(
    "link",
    [
        "[Click](#click)",
        "[Click](https://click.palletsprojects.com/)",
        "[Here](here.md)",
        "[More](https://example.org/more/)",
    ],
)
def test_a_link_may_be_named_by_what_it_names(tmp_path: Path, link: str) -> None:
    files = {"notes.md": f"# Notes\n\n## Click\n\nSee {link}.\n", "here.md": "# Here\n"}
    assert codes_of(tmp_path, files, "CL312") == []


def test_translations_hold_the_same_exercises(tmp_path: Path) -> None:
    text = EXERCISE.format(title="Start", criterion=PRINTS)
    files = {
        "en_level/1_start/readme.md": text,
        "en_level/1_start/es/readme.md": text,
        "en_level/readme.md": "# L\n",
    }
    assert codes_of(tmp_path, files, "CL118,CL203") == []
    two = {"curriculum-lint.toml": 'levels = ["en", "es"]\n'}
    for level in ("en", "es"):
        two |= {f"{level}/readme.md": "# L\n", f"{level}/1_start/readme.md": text}
    assert codes_of(tmp_path / "two", two, "CL118") == []


def test_a_copy_is_still_found(tmp_path: Path) -> None:
    text = EXERCISE.format(title="Start", criterion=PRINTS)
    files = {**in_module(text), **in_module(text.replace("# Start", "# Files"), "2_files")}
    assert codes_of(tmp_path, files, "CL118") == ["CL118"]


def test_titles_in_another_language_than_folders_are_not_compared(tmp_path: Path) -> None:
    files = {
        "first_level/readme.md": "# Nivel\n",
        "first_level/1_loops/readme.md": "# Bucles\n",
        "first_level/2_variables/readme.md": "# Variables y tipos\n",
        "first_level/3_files/readme.md": "# Ficheros\n",
    }
    assert codes_of(tmp_path, files, "CL208") == []


@pytest.mark.parametrize(
    "lines",
    ["Choose:  \na) Redis  \nb) a file", "a) Redis  \nb) a file", "Choose:\\\na) x\\\nb) y"],
)
def test_letters_behind_hard_breaks_stand_on_lines_of_their_own(tmp_path: Path, lines: str) -> None:
    assert codes_of(tmp_path, {"notes.md": f"# Notes\n\n{lines}\n"}, "CL209") == []


def test_only_the_letters_that_melt_are_found(tmp_path: Path) -> None:
    files = {"notes.md": "# Notes\n\nChoose:\na) Redis  \nb) a file\n"}
    assert codes_of(tmp_path, files, "CL209") == ["CL209"]


def test_what_pandoc_takes_from_a_heading_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = EXERCISE.format(title="Start {#start .unnumbered}", criterion=PRINTS)
    text = text.replace("## Best practices", "## Best practices {#best}")
    assert codes_of(tmp_path, in_module(text), "CL104,CL111,CL208") == []


def test_output_stands_right_behind_the_program(tmp_path: Path) -> None:
    text = "# Notes\n\n```js\nconsole.log(one)\n```\n\n```sh\none\xa0two\n```\n"
    assert codes_of(tmp_path, {"notes.md": text}, "CL602") == []
    assert codes_of(tmp_path, {"notes.md": text.replace("```js", "```sh")}, "CL602") == ["CL602"]


def test_names_that_site_generators_give_are_anchors(tmp_path: Path) -> None:
    text = (
        "# Terms\n\n[shell]{#shell}\n:   A program. See [root](#root), [way](#way), [x](#nowhere).\n\n"
        "[root directory]{.term #root}\n\n::: {#way}\nText.\n:::\n"
    )
    assert codes_of(tmp_path, {"notes.md": text}, "CL302") == ["CL302"]


def test_badges_of_contributors_lead_nowhere(tmp_path: Path) -> None:
    badge = '<a href="#content-ada" title="Content">x</a>\n'
    text = f"# Thanks\n\n<!-- ALL-CONTRIBUTORS-LIST:START -->\n{badge}<!-- ALL-CONTRIBUTORS-LIST:END -->\n"
    assert codes_of(tmp_path, {"notes.md": text}, "CL302") == []
    assert codes_of(tmp_path, {"notes.md": f"{text}\n{badge}"}, "CL302") == ["CL302"]


def test_a_number_that_is_shown_as_it_is_written_is_right(tmp_path: Path) -> None:
    files = {"notes.md": "# Notes\n\n1. a\n3. b\n4. c\n5. d\n5. e\n"}
    assert codes_of(tmp_path, files, "CL207") == ["CL207"]


def test_text_that_reads_as_a_definition_is_not_deleted(tmp_path: Path) -> None:
    write_files(tmp_path, {"notes.md": "# Notes\n\nThe answer:\n\n- [name]: [shape]\n- done\n"})
    (found,) = (each for each in diagnostics_on(tmp_path) if each.code == "CL308")
    assert found.fix is None


def test_a_path_may_begin_in_a_folder_around_the_text(tmp_path: Path) -> None:
    files = {
        "first_level/readme.md": "# First level\n\n- [Start](1_start/readme.md)\n",
        "first_level/1_start/readme.md": "# Start\n",
        "first_level/1_start/docs/en.md": "# Text\n\nSee `outputs/one.md` and `outputs/two.md`.\n",
        "first_level/1_start/outputs/one.md": "# One\n",
        "outputs/other.md": "# Other\n",
        "first_level/2_files/outputs/two.md": "# Two\n",
    }
    # A file of the other name is another lesson's.
    assert codes_of(tmp_path, files, "CL313") == []
    files["first_level/1_start/docs/en.md"] = "# Text\n\nSee `first_level/1_start/output/one.md`.\n"
    assert codes_of(tmp_path, files, "CL313") == ["CL313"]


def test_pages_that_a_site_leads_to_need_no_links(tmp_path: Path) -> None:
    level = {"first_level/readme.md": "# First level\n\n- [Start](1_start/readme.md)\n"}
    level["first_level/1_start/readme.md"] = "# Start\n"
    few = {f"first_level/1_start/{number}.md": "# A page\n" for number in range(3)}
    assert codes_of(tmp_path / "few", {**level, **few}, "CL311") == ["CL311"] * 3
    many = {f"first_level/1_start/{number}.md": "# A page\n" for number in range(30)}
    assert codes_of(tmp_path / "many", {**level, **many}, "CL311") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Part\n\nText.\n", ["CL103"]),
        ("---\ntitle: Part\n---\n\n## More\n", []),
        ("Text of another page.\n\n## Part\n", []),
        ('<h1 align="center">Part</h1>\n\n## More\n', []),
        ("## Part\n\n# Title\n", []),
    ],
)
def test_a_page_has_a_title_somewhere(tmp_path: Path, text: str, found: list[str]) -> None:
    assert codes_of(tmp_path, {"notes.md": text}, "CL103") == found


@pytest.mark.parametrize("first", ["- - [ ] Write", "- > - [x] Write", "1. - [ ] Write"])
def test_a_box_in_a_list_that_begins_inside_a_line_is_written_rightly(
    tmp_path: Path, first: str
) -> None:
    assert codes_of(tmp_path, {"notes.md": f"# Notes\n\n{first}\n- [ ] Read\n"}, "CL123") == []
