"""The files that the configuration names → the tests in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.criterion import CriterionTest, CriterionTests, normalise_number
from ..settings.settings import Settings
from ..text.globs import compile_globs
from ..text.source import Span, line_starts
from ..workspace.read import FileText
from ..workspace.tree import EntryKind
from ..workspace.workspace import Workspace
from .quote import quoted_words
from .read_proofs import read_proofs
from .test_name import name_pattern

#: How much of a line before a name is looked at.
_MOST_CHARACTERS = 400
_COMMENT = re.compile(r"(?:^|\s)(?:#|//|/\*|\*|--|;)")


def read_criterion_tests(workspace: Workspace) -> CriterionTests:
    """All tests and proofs; nothing is read where no tests are configured."""
    settings = workspace.settings
    if not settings.tests.files:
        return CriterionTests()
    texts = dict(read_test_files(workspace))
    tests = [test for path, text in texts.items() for test in find_tests(path, text, settings)]
    return CriterionTests(
        tuple(tests),
        read_proofs(workspace, {test.exercise for test in tests}),
        texts,
        {path: line_starts(text) for path, text in texts.items()},
        tuple(_idle(settings, texts)),
    )


def read_test_files(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """The files that hold tests, by path, with their texts; none where none are configured."""
    is_test = compile_globs(workspace.settings.tests.files)
    for path, entry in workspace.tree.entries.items():
        if entry.kind is EntryKind.FILE and is_test(path):
            read = workspace.read(path)
            if isinstance(read, FileText):
                yield path, read.text


def find_tests(path: str, text: str, settings: Settings) -> Iterator[CriterionTest]:
    """The names in one file, in order, each place once."""
    found: dict[int, CriterionTest] = {}
    for template in settings.tests.names:
        for match in name_pattern(template).finditer(text):
            test = CriterionTest(
                path,
                Span(*match.span("name")),
                normalise_number(match["exercise"]),
                Span(*match.span("exercise")),
                int(match["criterion"]),
                Span(*match.span("criterion")),
                quoted_words(text, match.end("name"), _opening(text, match)),
            )
            found.setdefault(match.start("criterion"), test)
    yield from (found[at] for at in sorted(found))


def _opening(text: str, match: re.Match[str]) -> str | None:
    """What a name stands in: the mark of a string, "" for a comment, ``None`` for code."""
    if match["quote"]:
        return str(match["quote"])
    start = match.start("name")
    before = text[max(0, start - _MOST_CHARACTERS) : start].rpartition("\n")[2]
    if not before.strip() and match["name"][:1].isdigit():
        return ""
    if _COMMENT.search(before):
        return ""
    return next((mark for mark in "\"'`" if before.count(mark) % 2), None)


def _idle(settings: Settings, paths: Iterable[str]) -> Iterator[str]:
    known = list(paths)
    for glob in settings.tests.files:
        if not any(map(compile_globs([glob]), known)):
            yield glob
