"""Rules about links: the traps, each of which must stay silent, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.run import run
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.settings import LinkSettings, Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

CODES = frozenset("CL301 CL302 CL303 CL304 CL305 CL307 CL309 CL314".split())
RULES = [rule for rule in all_rules() if rule.code in CODES]
OTHERS = {
    "docs/readme.md": "# Docs\n\n## Part one\n",
    "docs/a (b).md": "# Brackets\n",
    "docs/Café.md": "# Café\n",
    "README.es.md": "# Español\n\n## Instalación\n",
    "flow.svg": "<svg/>\n",
    "LICENSE": "text\n",
    "junior_level/5_http/readme.md": "# HTTP\n\n## 4) Send a request\n",
}


def found(root: Path, text: str, **settings: object) -> tuple[Diagnostic, ...]:
    write_files(root, {**OTHERS, "readme.md": text})
    return run(Disk(Settings(str(root), **settings)), RULES).diagnostics  # type: ignore[arg-type]


def only(root: Path, text: str) -> Diagnostic:
    (diagnostic,) = found(root, text)
    return diagnostic


def fixed(text: str, diagnostic: Diagnostic) -> str:
    assert diagnostic.fix is not None
    return apply_edits(text, diagnostic.fix.edits)


SILENT = {
    "parentheses": "[x](docs/a%20(b).md)",
    "parentheses in angle brackets": '[x](<docs/a (b).md> "Title (with) brackets")',
    "escaped parentheses": r"[x](docs/a%20\(b\).md)",
    "titles": "[x](docs/readme.md \"t\") [x](docs/readme.md 't') [x](docs/readme.md (t))",
    "reference with a label of letters like é": "See [x][Café É].\n\n[café é]: docs/Café.md",
    "collapsed and shortcut references": "See [docs][] and [docs].\n\n[docs]: docs/readme.md 'Docs'",
    "code span": "`[x](nope.md)` and ``a ` [x](nope.md)`` and `tasks[0](x)` and `[a][b]`",
    "fence": "```md\n[x](nope.md)\n[a][b]\n```",
    "fence in a fence": "````md\n```js\n[x](nope.md)\n```\n[y](nope.md)\n````",
    "fence in a list": "- a\n\n  ```\n  [x](nope.md)\n  ```",
    "indented code": "    [x](nope.md)",
    "comment": "<!-- [x](nope.md) <a href='nope.md'> -->",
    "comment over lines": "<!--\n\n[x](nope.md)\n\n-->",
    "image of HTML over lines": '<img\n  alt="x"\n  src="flow.svg"\n/>',
    "link of HTML over lines": '<p>\n<a\n  href="docs/"\n  title="x">y</a>\n</p>',
    "emoji in a heading": "## 🚀 Start\n\n[x](#-start)",
    "joined emoji in a heading": "## 👩\u200d💻 Start\n\n[x](#-start)",
    "selector in a heading": "## ⚠️ Start\n\n[x](#%EF%B8%8F-start) [y](#️-start)",
    "image in a heading": "## ![Logo](flow.svg) Start\n\n[x](#-start)",
    "code in a heading": "## Use `npm run` now\n\n[x](#use-npm-run-now)",
    "link in a heading": "## See [the docs](docs/) now\n\n[x](#see-the-docs-now)",
    "two spaces in a heading": "## Set  up & go\n\n[x](#set--up--go)",
    "hyphens in a heading": "## -- help\n\n[x](#---help)",
    "id": '<span id="here"></span>\n\n[x](#here) [y](#user-content-here)',
    "equal headings": "## Hints\n\n## Hints\n\n[x](#hints) [y](#hints-1)",
    "underlined heading": "Set up\n------\n\n[x](#set-up)",
    "HTML heading": "<h2>Set up</h2>\n\n[x](#set-up)",
    "folders": "[x](docs) [x](docs/) [x](./docs) [x](docs#part-one) [x](.) [x](./)",
    "translation": "[x](README.es.md#instalación) [x](README.es.md#instalaci%C3%B3n)",
    "addresses": "[x](//example.org/x) <https://example.org/nope.md> [x](https://example.org#Nope)",
    "mail": "[x](mailto:a@example.org) <a@example.org> [x](tel:+3212) [x](data:text/plain,x)",
    "top": "[x](#) [x](#top) <a href='#'>x</a>",
    "lines": "[x](LICENSE#L1-L3) [x](docs/readme.md?plain=1#L2)",
    "GitHub": "[x](../../issues) [x](../../wiki/Home) [x](../../) [x](../../actions/workflows/ci.yml)",
    "templates": "<a href=\"{{ url }}\">x</a> [x]({{url}}/nope.md) <img src='<%= nope %>'>",
    "template with indices": "{{ site.data[x][y] }} {% assign a = [x][y] %}",
    "wiki link": "[[Nope]] and [[Nope|text]]",
    "footnote": "Text[^1] and [text][^1].\n\n[^1]: A note.",
    "task boxes": "- [ ] [docs](docs/)\n- [x] done\n- [ ][nope]\n- [x][nope]",
    "arrays": "The cell a[i][j], matrix [0][1], and [i][j]; sets [a-z][0-9]+; [1][2]",
    "alert": "> [!NOTE]\n> Text",
    "comment in brackets": "[//]: # (text)\n[comment]: <>",
    "root-relative": "[x](/docs/readme.md) [x](/)",
    "no extension": "[x](LICENSE)",
    "escaped": r"\[x](nope.md) \[a\]\[b\]",
    "fragment of a text": "[x](docs/readme.md#:~:text=Part)",
    "image with a link": "[![Flow](flow.svg)](docs/)",
    "link around an image without words, which is the image's fault": "[![](flow.svg)](docs/)",
    "link with HTML": "[<img src='flow.svg' alt='x'>](docs/)",
    "mailto without text": "<a href='docs/'></a>",
    "math": "$a[b](c)$ is no link to `c`\n".replace("](c)", "] (c)"),
    "quote": '> [x](docs/readme.md\n> "Title")',
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_traps_are_silent(tmp_path: Path, text: str, end: str) -> None:
    whole = f"# Start\n\n{text}\n".replace("\n", end)
    assert [(d.code, d.message) for d in found(tmp_path, whole)] == []


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_front_matter_is_no_text(tmp_path: Path, end: str) -> None:
    text = "---\nlink: '[x](nope.md)'\n---\n\n# Start\n\n[x](#start)\n"
    assert found(tmp_path, text.replace("\n", end)) == ()


def test_settings_can_silence_destinations(tmp_path: Path) -> None:
    links = LinkSettings(ignore=("quiz-*", "*.todo"))
    assert found(tmp_path, "[x](quiz-url) [x](a/b.todo)\n", links=links) == ()


REPORTED = [
    ("[x](nope.md)", "CL301", 5),
    ("![x](nope.png)", "CL301", 6),
    ("[x]: nope.md", "CL301", 6),
    ("<a href='nope.md'>x</a>", "CL301", 10),
    ('<img alt="x" src="nope.png">', "CL301", 19),
    ("[x](<no pe.md>)", "CL301", 6),
    ("[x](docs/readme.md/)", "CL301", 5),
    ("| a |\n|---|\n| [x](nope.md) |", "CL301", 7),
    ("[x](#nope)", "CL302", 5),
    ("[x](docs/#nope)", "CL302", 5),
    ("[x](Docs/)", "CL303", 5),
    ("[x](../x.md)", "CL304", 5),
    ("[x](file:///x)", "CL304", 5),
    (r"[x](docs\readme.md)", "CL304", 5),
    ("[x](www.example.org)", "CL305", 5),
    ("[x][nope]", "CL307", 1),
    ("[nope][]", "CL307", 1),
    ("![x][nope]", "CL307", 1),
    ("[x]()", "CL309", 1),
    ("[x](<>)", "CL309", 1),
    ('<a href="">x</a>', "CL309", 1),
    ("[](docs/)", "CL309", 1),
    ("[](#old-mark)", "CL309", 1),
    ("See [x].\n\n[x]: <>", "CL309", 1),
    ("[x](docs/#Part-One)", "CL314", 5),
]


@pytest.mark.parametrize(("text", "code", "column"), REPORTED)
def test_each_fault_is_reported_once_at_its_place(
    tmp_path: Path, text: str, code: str, column: int
) -> None:
    diagnostic = only(tmp_path, f"# Start\n\n{text}\n")
    assert (diagnostic.code, diagnostic.place.start.column) == (code, column)


FIXED = [
    (
        "[x](junior_level/4_http/readme.md#4-send-a-request)",
        "[x](junior_level/5_http/readme.md#4-send-a-request)",
    ),
    ('[x](<junior_level/4_http/> "T")', '[x](<junior_level/5_http/> "T")'),
    ("[x](/junior_level/5-http?plain=1)", "[x](/junior_level/5_http?plain=1)"),
    ("[x]: ./junior_level/5-http/readme.md 'T'", "[x]: ./junior_level/5_http/readme.md 'T'"),
    ("<a href='junior_level/4_http'>x</a>", "<a href='junior_level/5_http'>x</a>"),
    ("[x](junior_level/5_http#3-send-a-request)", "[x](junior_level/5_http#4-send-a-request)"),
    ("[x](docs/caf%C3%A9.md#caf%C3%A9)", "[x](docs/Caf%C3%A9.md#caf%C3%A9)"),
    ("[x](DOCS/#part-one)", "[x](docs/#part-one)"),
    ("[x](docs/?plain=1#PART-one)", "[x](docs/?plain=1#part-one)"),
    ("[x](#user-content-Start)", "[x](#user-content-start)"),
    ("[x]((https://example.org/a_(b)))", "[x](https://example.org/a_(b))"),
    ("[x](<www.example.org/a b>)", "[x](<https://www.example.org/a b>)"),
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_safe_fix_changes_the_destination_alone(tmp_path: Path, before: str, after: str) -> None:
    text = f"# Start\n\n{before}\n"
    result = fixed(text, only(tmp_path, text))
    assert result == f"# Start\n\n{after}\n"
    assert found(tmp_path, result) == ()


@pytest.mark.parametrize(
    "text",
    [
        "[x](junior_level/4_http/readme.md#nope)",
        "[x](DOCS/#nope)",
        "[x](nope.md)",
        "[x](#nope)",
        r"[x](docs\readme.md)",
        "[x](docs/readme#nope)",
    ],
)
def test_there_is_no_fix_where_it_would_not_end_the_trouble(tmp_path: Path, text: str) -> None:
    assert only(tmp_path, f"# Start\n\n{text}\n").fix is None


MESSAGES = [
    (
        "[x](junior_level/4_http/readme.md)",
        "`junior_level/4_http/readme.md` does not exist: there is no folder `4_http` in `junior_level`.",
        "Did you mean `junior_level/5_http/readme.md`?",
    ),
    (
        "[x](nope.md)",
        "`nope.md` does not exist: there is nothing called `nope.md` in the root of the repository.",
        None,
    ),
    (
        "[x](LICENSE/)",
        "`LICENSE/` is a file, and ends with a slash: only GitHub opens it all the same.",
        "Write `LICENSE`.",
    ),
    (
        "[x](junior_level#x)",
        "`junior_level` is a folder without a readme: there is no `#x` in it.",
        None,
    ),
    (
        "[x](docs/#the-part-one)",
        "No heading or id in `docs/readme.md` has the anchor `#the-part-one`.",
        "Did you mean `docs/#part-one`?",
    ),
    (
        "[x](docs/Cafe\u0301.md)",
        "`docs/Cafe\u0301.md` exists only with its accents composed otherwise: it looks the same, but "
        "GitHub will not find it.",
        "Write `docs/Café.md`.",
    ),
    (
        r"[x](docs\readme.md)",
        r"`docs\readme.md` is written with backslashes, which separate nothing in a link.",
        "Write `docs/readme.md`.",
    ),
    (
        "[x][nod]\n\n[node]: docs/",
        "No definition of the label “nod” is in this document.",
        "Did you mean `[node]`?",
    ),
]


@pytest.mark.parametrize(("text", "message", "advice"), MESSAGES)
def test_messages(tmp_path: Path, text: str, message: str, advice: str | None) -> None:
    diagnostic = only(tmp_path, f"# Start\n\n{text}\n")
    assert (diagnostic.message, diagnostic.help) == (message, advice)


def test_a_link_out_of_the_repository_keeps_its_secret(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write_files(root, {"readme.md": "[x](leak.md#Secret)\n"})
    write_files(tmp_path, {"hidden/place.md": "# secret\n"})
    (root / "leak.md").symlink_to("../hidden/place.md")
    (diagnostic,) = run(Disk(Settings(str(root))), RULES).diagnostics
    assert diagnostic.code == "CL304"
    assert "symbolic link" in diagnostic.message
    assert "hidden" not in repr(diagnostic)


def test_many_broken_links_cost_little(tmp_path: Path) -> None:
    lines = "".join(f"[x](folder{number}/file{number}.md#a{number})\n\n" for number in range(3000))
    lines += "".join(f"[x](#anchor-{number})\n\n" for number in range(3000))
    assert len(found(tmp_path, lines)) == 6000


def test_a_long_destination_is_cut_in_the_message(tmp_path: Path) -> None:
    assert len(only(tmp_path, f"[x]({'a' * 9000})\n").message) < 400
