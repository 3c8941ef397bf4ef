"""CL603 look-alike-in-code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Document
from ...settings.severity import Severity
from ...text.code_text import without_text
from ...text.late_pattern import late_pattern
from ...text.look_alikes import (
    DATA,
    MARKUP,
    PROGRAM,
    SHELL,
    SPAN,
    CodeContext,
    LookAlike,
    find_look_alikes,
)
from ...text.phrases import listed
from ...text.source import Span
from .._plain_text import safety_at
from ..links._link_findings import as_code

_SUSPECT = late_pattern("[\u2010-\u2014\u2018-\u201f\u2212]")


class _Language(NamedTuple):
    kind: CodeContext
    #: How its comments and strings are written.
    family: str


def _languages(names: str, kind: CodeContext, family: str) -> dict[str, _Language]:
    return {name: _Language(kind, family) for name in names.split()}


#: PowerShell is not among them: it takes typographic quotes and dashes for what they look like.
_LANGUAGES = {
    **_languages("js javascript mjs cjs ts typescript node java c cpp c++ cs csharp go rust rs php "
                 "kotlin swift dart scala graphql css scss groovy", PROGRAM, "c"),
    **_languages("json jsonc json5", DATA, "c"),
    **_languages("python py ruby rb r perl", PROGRAM, "hash"),
    **_languages("toml ini env dotenv properties hcl terraform tf", DATA, "hash"),
    **_languages("yaml yml", DATA, "yaml"),
    **_languages("sh bash shell zsh fish dockerfile docker", SHELL, "shell"),
    **_languages("console shell-session sh-session bash-session terminal", SHELL, "session"),
    **_languages("sql mysql postgresql pgsql sqlite plsql", PROGRAM, "sql"),
    **_languages("html xml vue svelte jsx tsx", MARKUP, "markup"),
}  # fmt: skip
_SPAN_OF_CODE = _Language(SPAN, "span")
_WORD = late_pattern(r"[\w+-]*")


class LookAlikeInCode(DocumentRule):
    """Word processors and chat programs turn straight quotes and hyphens into typographic ones.
    Whoever copies such code gets an error about a character that looks right.
    """

    code = "CL603"
    name = "look-alike-in-code"
    summary = "a typographic quote, dash or hyphen in code where the ASCII one is meant"
    severity = Severity.ERROR
    fix_changes = PageChange.CHARACTERS
    limits = (
        "What one line holds is told as one. Only quotes that begin and end a string, dashes that "
        "begin an option, hyphens within a word and minus signs between operands, in fences of a "
        "known language and in code spans. Comments, strings in straight quotes, a program's "
        "output and PowerShell, which understands such quotes, are fine."
    )
    good = (
        Example(
            "# Notes\n\nThe quotes `“` and `”` are “curly”. Write `a – b`.\n\n"
            "```js\nconsole.log('He said “yes” – twice'); // “why”\n```\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\nRun `npm install —save express`.\n\n```js\nconsole.log(“hello”);\n```\n",
            finds=("3:18 CL603", "6:13 CL603"),
            fixed="# Notes\n\nRun `npm install --save express`.\n\n"
            '```js\nconsole.log("hello");\n```\n',
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look into fences and code spans for characters that cannot be meant."""
        document = page.document
        if document.text.isascii() or _SUSPECT.search(document.text) is None:
            return
        found = sorted(each for code in _code(document) for each in _look(document, *code))
        for _, line in groupby(found, lambda each: document.line(each.start)):
            yield from _findings(document, list(line))


def _code(document: Document) -> Iterator[tuple[Span, _Language]]:
    """Where code of a known kind stands."""
    for fence in document.fences:
        word = _WORD.match(fence.info)
        language = _LANGUAGES.get(word[0].lower() if word else "")
        if language is not None and fence.closed:
            yield fence.content, language
    for span in document.code_spans:
        yield span, _SPAN_OF_CODE


def _look(document: Document, span: Span, language: _Language) -> Iterator[LookAlike]:
    """What some code holds, at offsets of the document."""
    written = document.text[span.start : span.end]
    if _SUSPECT.search(written) is None:
        return
    start = span.start
    if language.kind is SPAN:
        start += len(written) - len(written.lstrip("` "))
        written = written.strip("` ")
    for each in find_look_alikes(without_text(written, language.family), language.kind):
        yield each._replace(start=start + each.start, end=start + each.end)


def _findings(document: Document, line: Sequence[LookAlike]) -> Iterator[Finding]:
    """One finding for all that is in one line of code, or two: what is sure, and what is not."""
    for sure in (True, False):
        found = [each for each in line if each.sure is sure]
        if found:
            safety = safety_at(document, line[0].start) if sure else Safety.UNSAFE
            yield _finding(document, found, safety)


def _finding(document: Document, found: Sequence[LookAlike], safety: Safety) -> Finding:
    edits = tuple(Edit(document.path, each.start, each.end, each.meant) for each in found)
    written = dict.fromkeys(as_code(document.text[each.start : each.end]) for each in found)
    meant = listed(dict.fromkeys(as_code(each.meant) for each in found))
    looks, them = ("looks", "it") if len(written) == 1 else ("look", "them")
    message = (
        f"{listed(written)} in code {looks} like {meant}, but programs do not take {them} for that."
    )
    span = Span(edits[0].start, edits[0].end)
    return Finding(document.path, span, message, None, Fix(f"Write {meant}", safety, edits))
