"""What we read is what GitHub's own grammar shows: in examples, in files, in generated texts."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.parse.commonmark_examples import examples
from tests.parse.test_commonmark import WRAPPERS
from tools.differential.cli import main
from tools.differential.compare import compare, differences
from tools.differential.documents import documents
from tools.differential.page import Page, PageHeading, PageLink
from tools.differential.read import read_page
from tools.differential.run import compare_texts
from tools.differential.shrink import shrink

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not {".venv", "node_modules", ".git"} & set(path.relative_to(ROOT).parts)
)


@pytest.mark.skipif(not examples(), reason="the examples could not be fetched")
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_the_examples_of_the_specification(wrapper: str) -> None:
    outcome = compare_texts(map(WRAPPERS[wrapper], examples()))
    assert outcome.facts > 500
    assert outcome.differing == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_markdown_file_of_this_repository(path: Path) -> None:
    assert differences(path.read_bytes().decode()) == []


def test_a_share_of_the_generated_documents() -> None:
    outcome = compare_texts(islice(documents(20_261_130), 1_500))
    assert outcome.facts > 5_000
    assert outcome.differing == {}


#: One for each kind of mistake that the first version made, and that only the comparison finds.
ONCE_WRONG = [
    "A.[^n]\n\n[^n]: B.\n\n    [x](y) ## c\n\n    ## d\n",
    "# A[^n]\n\n[^n]: B.\n",
    "- a\n<br>\n## b\n",
    "[r]: s\n<br>\n[x](y)\n",
    "| a |\n-----\n| [x](y) |\n",
    "<a href='a&sect=b&copy;c&region'>x</a>\n",
    "<picture><source srcset='a.png 1x, b.png 2x'><img src=c.png></picture>\n",
    "**a ~~b** c~~ https://d.e/f_g_ [h ~~i~~](j)\n",
    "a\n|b\n-|\nc | [x](y) | [v](w)\n",
    "> - [ ] a\n\n- [x] [b](c)\n",
    "$![a](b)$\n",
]


@pytest.mark.parametrize("text", ONCE_WRONG)
def test_what_was_once_wrong(text: str) -> None:
    assert differences(text) == []


LINK = PageLink("b", "a", None)


@pytest.mark.parametrize(
    "changed",
    [
        {"links": []},
        {"links": [("c", "a")]},
        {"links": [("b", "other")]},
        {"headings": []},
        {"headings": [PageHeading(2, "T", "t")]},
        {"headings": [PageHeading(1, "T", "t-1")]},
        {"code_spans": ["d"]},
        {"code": []},
        {"tables": [1]},
        {"items": []},
        {"footnotes": []},
        {"definitions": {"r": "x"}},
        {"images": []},
        {"addresses": []},
        {"anchors": []},
        {"heading_lines": []},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_each_kind_of_fact_can_differ(changed: dict[str, object]) -> None:
    text = (
        "# T\n\n[a](b) `c` [r] ![i](j) [^n]\n\n- [ ] x\n\n[r]: s\n\n```js\nd\n```\n\n"
        "|t|\n|-|\n\n<a id=p href=q></a>\n\n[^n]: note\n"
    )
    page = read_page(text)
    ((fact, value),) = changed.items()
    if fact == "links" and value:
        lines = page.links[0].lines
        value = [PageLink(*value[0], lines), *page.links[1:]]
    wrong = Page(**{**vars(page), fact: value})
    assert list(compare(page, page)) == []
    assert list(compare(page, wrong)) != []


def test_equal_seeds_make_equal_documents() -> None:
    assert list(islice(documents(5), 50)) == list(islice(documents(5), 50))
    assert list(islice(documents(5), 50)) != list(islice(documents(6), 50))


def test_a_text_shrinks_to_what_shows_it() -> None:
    assert shrink("one\ntwo three\nfour", lambda text: "w" in text and "f" in text) == "wf"


def test_the_command_tells_what_it_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_text("# A\n\n[b](c)\n")
    assert main([str(file), "--documents", "3"]) == 0
    assert capsys.readouterr().out.startswith("4 documents, ")
    monkeypatch.setattr("tools.differential.run.read_page", lambda _text: Page())
    assert main([str(file), "--documents", "0"]) == 1
    assert "not known: headings." in capsys.readouterr().out
    assert main([str(tmp_path / "none.md")]) == 2
