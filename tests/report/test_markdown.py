"""The Markdown summary, rendered as a platform would: nothing in it is a stranger's."""

from __future__ import annotations

import re
from html import unescape
from itertools import chain, pairwise

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from curriculum_lint.report.markdown import LIMIT, markdown_report
from curriculum_lint.report.markdown_tables import ROWS
from curriculum_lint.report.markdown_text import code, plain, prose
from curriculum_lint.report.summary import Report

from .sample import DATABASES, DIAGNOSTICS, HTTP, ci_report, place
from .strategies import hostile
from .test_people_formats import hostile_reports

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

#: What the summary itself is made of; everything else would be a stranger's.
TOKENS = {
    *("heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr"),
    *("th", "td", "inline", "text", "strong", "code_inline", "html_block"),
}
HTML = re.compile(r"</?details>|<summary>[^<>]*</summary>")
#: What a platform makes active in text that is no code: mentions, references, links, formulas.
ACTIVE = re.compile(
    r"@[\w-]|#\d|gh-\d|://|www\.|\$[^\u200b]|:(?=[\w+-]+:)", re.IGNORECASE | re.ASCII
)


def written(report: Report) -> str:
    return "".join(markdown_report(report))


def tokens(markdown: str) -> list[Token]:
    blocks = RENDERER.parse(markdown)
    return list(chain.from_iterable([block, *(block.children or [])] for block in blocks))


def texts(markdown: str) -> list[str]:
    """What is shown as text, and not as code."""
    return [
        unescape(each.content) for each in tokens(markdown) if each.type in {"text", "html_block"}
    ]


def rows(markdown: str) -> list[list[str]]:
    """The cells of every row of every table, rendered."""
    found: list[list[str]] = []
    for before, token in pairwise(RENDERER.parse(markdown)):
        if token.type == "tr_open":
            found.append([])
        if before.type in {"td_open", "th_open"}:
            found[-1].append(RENDERER.renderInline(token.content))
    return found


def assert_inert(markdown: str) -> None:
    for token in tokens(markdown):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        assert kind in TOKENS, token
        if kind == "html_block":
            assert HTML.sub("", token.content).strip() == "", token.content
    for text in texts(markdown):
        assert not ACTIVE.search(text), text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", markdown)
    for line in markdown.splitlines():
        assert "##[" not in line
        assert not line.lstrip().startswith("::")


# -- what a reader sees


def test_the_first_line_is_the_verdict() -> None:
    assert written(ci_report()).startswith(
        "## ❌ curriculum-lint: 4 errors, 3 warnings and 2 infos\n"
    )
    warnings = tuple(each for each in DIAGNOSTICS if each.severity == "warning")
    assert written(ci_report(warnings)).startswith("## ⚠️ curriculum-lint: 3 warnings\n")
    assert written(ci_report(())).startswith("## ✅ curriculum-lint: no findings\n")


def test_a_clean_run_shows_what_was_checked_and_nothing_else() -> None:
    markdown = written(ci_report(()))
    assert rows(markdown)[1] == ["21", "10", "10", "180", "0", "0", "0", "0"]
    assert len(rows(markdown)) == 2
    assert "<details>" not in markdown


def test_the_worst_file_comes_first() -> None:
    markdown = written(ci_report())
    table = markdown.partition("### Files")[2].partition("### Rules")[0]
    assert [row[0] for row in rows(table)[1:]] == [
        HTTP,
        "junior_level/3_security",
        "\\x3a:\u200berror title=x::\\x0a/re\\u202eadme\\udcff.md",
        DATABASES,
    ]
    assert rows(table)[1][1:] == ["3", "1", "1", "2"]


def test_rules_are_described_and_the_worst_comes_first() -> None:
    table = rows(written(ci_report()).partition("### Rules")[2].partition("### Findings")[0])
    assert [row[0] for row in table[1:4]] == [
        "CL101 missing-readme",
        "CL206 exercise-number",
        "CL301 broken-link",
    ]
    assert table[3][1] == "a link to a file that does not exist (<code>a|b</code> too)"
    assert table[3][2:] == ["1", "1"]


def test_every_finding_is_folded_away_below_its_file() -> None:
    markdown = written(ci_report())
    assert markdown.count("<details>") == markdown.count("</details>") == 4
    assert markdown.count("\n- ") == len(DIAGNOSTICS)
    folded = markdown.partition(f"<summary>{HTTP}: 3 errors, 1 warning and 1 info</summary>")[2]
    first = folded.strip().splitlines()[0]
    assert first.startswith("- 3:23 **error** CL301 broken-link: The link goes to")
    assert first.endswith('Did you mean "../2\\_databases/readme.md"?')


def test_code_in_a_message_stays_code() -> None:
    assert prose("`a_b|c` is no *file*") == "`a_b|c` is no \\*file\\*"
    assert RENDERER.renderInline(prose("``a ` b`` @x")) == "<code>a ` b</code> @\u200bx"


def test_what_a_baseline_holds_is_mentioned() -> None:
    given_report = ci_report(())
    summary = given_report.summary._replace(baselined=3)
    assert "3 known findings" in written(given_report._replace(summary=summary))


# -- what a stranger cannot do


@given(hostile_reports())
def test_any_text_is_inert(report: Report) -> None:
    markdown = written(report)
    assert_inert(markdown)
    assert markdown.count("<details>") == markdown.count("</details>") == 1
    # three tables, each with a heading and one row of as many cells
    cells = rows(markdown)
    assert [len(row) for row in cells] == [8, 8, 5, 5, 4, 4]
    # a cell too many would be dropped, and the others be in the wrong place
    assert sorted(cells[3][1:4]) == ["", "", "1"]
    assert (cells[3][4], cells[5][1:]) == ("1", ["", "1", "1"])


@given(hostile)
def test_text_is_shown_as_it_is(words: str) -> None:
    one_line = re.sub(r"[^ -~]", "", words)
    shown = RENDERER.parseInline(f"x{plain(one_line)}x")[0].children
    assert {each.type for each in shown} <= {"text"}
    back = "".join(each.content for each in shown).replace("\u200b", "")
    assert back.replace("\\x3a", ":").replace("\\x23", "#") == f"x{one_line}x".replace(
        "\\x3a", ":"
    ).replace("\\x23", "#")


@given(hostile)
def test_code_cannot_be_left(words: str) -> None:
    shown = RENDERER.parseInline(f"x{code(words)}x")[0].children
    assert [each.type for each in shown] in (["text", "code_inline", "text"], ["text"])


@pytest.mark.parametrize(
    "words",
    [
        "@octocat and @org/team, see #12, GH-12, org/repo#12",
        "https://evil.example/x www.evil.example mail@evil.example",
        "[click](https://evil.example) ![x](y) <https://evil.example>",
        "<img src=x onerror=alert(1)> </details> <!-- x --> &lt;script&gt;",
        "$`\\unicode{x}`$ $$x$$ :rocket: [^1]",
        "| a | b |",
        "`unclosed @octocat",
        "**bold** ~~gone~~ _it_",
    ],
)
def test_known_tricks_do_nothing(words: str) -> None:
    found = DIAGNOSTICS[0]._replace(message=words, help=words, place=place(words, (1, 1), (1, 2)))
    assert_inert(written(ci_report((found,))))


# -- size


def test_the_summary_stays_below_the_limit_of_the_platform() -> None:
    found = tuple(
        DIAGNOSTICS[0]._replace(
            message="`x` " * 200, place=place(f"{n // 50:04}.md", (n % 50 + 1, 1), (n % 50 + 1, 2))
        )
        for n in range(5000)
    )
    markdown = written(ci_report(found))
    assert LIMIT - 100_000 < len(markdown.encode()) <= LIMIT < 1024 * 1024
    assert markdown.endswith("The log has all that is listed.\n")
    assert markdown.count("<details>") == markdown.count("</details>")


def test_long_tables_and_files_are_cut_with_the_number_of_what_is_left_out() -> None:
    files = [DIAGNOSTICS[0]._replace(place=place(f"{n}.md", (1, 1), (1, 2))) for n in range(150)]
    files += [DIAGNOSTICS[0]._replace(place=place("a.md", (n, 1), (n, 2))) for n in range(1, 61)]
    markdown = written(ci_report(tuple(files)))
    assert f"\nand {151 - ROWS} more files\n" in markdown
    assert "- and 10 more findings\n" in markdown


@pytest.mark.parametrize("limit", range(0, 4000, 130))
def test_a_summary_that_is_cut_is_whole_up_to_there(limit: int) -> None:
    markdown = "".join(markdown_report(ci_report(), limit))
    assert len(markdown.encode()) <= max(limit, 100)
    assert markdown.count("<details>") == markdown.count("</details>")
    assert_inert(markdown)
