"""Checks again what has been edited, where nobody who looks at the whole can see the edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..model.curriculum import Page
from ..model.outline import Exercise
from ..model.watch import LINES, PARTS, TEXT, part_of, query_of
from ..parse.document import Document
from ..text.moved import is_moved
from ..workspace.read import FileText
from ..workspace.workspace import Workspace
from .around_edit import AroundEdit, NotAlike, known_page
from .diagnostic import INTERNAL_ERROR, Diagnostic
from .document_reader import DocumentReader, Found, SourceFile
from .earlier import Earlier, KnownPage, mark_digest
from .engine import Coded, conclude
from .rule import Rule
from .shift import Shift, Unplaced

#: With more changed documents than that, everything is looked at.
_MOST_CHANGED = 8

#: The text that a document had, ``None`` where that is not known.
OldText = Callable[[str], FileText | None]


class Rerun(NamedTuple):
    """What is found now in the documents that were edited, and what that leaves behind.

    What was found in ``others`` names places in these documents, which have moved. ``hidden``,
    ``pages``, ``titles`` and ``digests`` are for another `Earlier`: all that is another now.
    """

    found: tuple[Diagnostic, ...]
    others: frozenset[str]
    shifts: Mapping[str, Shift]
    hidden: dict[str, list[str]]
    pages: dict[str, KnownPage]
    titles: dict[str, Any]
    digests: str | None

    def diagnostics(self, before: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """All that is found now, in order; ``before`` is what was found elsewhere."""
        moved = map(self._moved, before)
        return tuple(sorted((*moved, *self.found), key=lambda each: each.order))

    def _moved(self, found: Diagnostic) -> Diagnostic:
        if found.place.path in self.others:
            for path, shift in self.shifts.items():
                found = shift.diagnostic(found, path)
        return found


def rerun(
    workspace: Workspace,
    rules: Sequence[Rule],
    earlier: Earlier,
    changed: Sequence[str],
    old_text: OldText,
    valid_shapes: set[str],
) -> Rerun | None:
    """What an edit of the ``changed`` documents changes, if only they themselves show it.

    ``None`` where rules about the whole curriculum may have read what is edited.
    """
    if len(changed) > _MOST_CHANGED or not all(map(earlier.role, changed)):
        return None
    try:
        again = _Again(workspace, rules, earlier, valid_shapes)
        return again.check([again.edit(path, old_text) for path in changed])
    except (NotAlike, Unplaced):
        return None


class _Edit(NamedTuple):
    """A document as it was and as it is, and what the rules of documents find in it now."""

    path: str
    shift: Shift
    before: Page
    after: Page
    found: list[Coded]


class _Again:
    def __init__(
        self, workspace: Workspace, rules: Sequence[Rule], earlier: Earlier, shapes: set[str]
    ) -> None:
        self.workspace, self.rules, self.earlier = workspace, rules, earlier
        self._old = DocumentReader(workspace.settings, (), shapes)
        self._new = DocumentReader(workspace.settings, rules, shapes)
        self._around = AroundEdit(workspace, earlier, self._new.vocabulary)

    def edit(self, path: str, old_text: OldText) -> _Edit:
        old, new = old_text(path), self.workspace.read(path)
        if old is None or not isinstance(new, FileText) or is_moved(old.text) or is_moved(new.text):
            raise NotAlike
        shift = Shift(old.text, new.text)
        if not shift.start:
            raise NotAlike
        before, _ = self._read(self._old, path, old)
        return _Edit(path, shift, before, *self._read(self._new, path, new))

    def _read(self, reader: DocumentReader, path: str, text: FileText) -> Found:
        role = self.earlier.role(path)
        if role is None:
            raise NotAlike
        try:
            page, found = reader.read(SourceFile(path, text, role))
        except Exception:
            raise NotAlike from None
        if any(each.code == INTERNAL_ERROR for each in found):
            raise NotAlike
        return page, found

    def check(self, edits: Sequence[_Edit]) -> Rerun:
        for edit in edits:
            _Comparison(edit, self.earlier).compare()
        self._compare_answers(edits)
        digests = _new_digests(self.earlier.digests, edits)
        paths = {edit.path for edit in edits}
        others = {each for path in paths for each in self._known(path).pointing} - paths
        early = {path: self._moved(path, edits) for path in (*paths, *others)}
        found = [coded for path in paths for coded in early[path]]
        pages = {edit.path: edit.after for edit in edits}
        on_pages = [coded for edit in edits for coded in edit.found]
        diagnostics, hidden = conclude(self._around.bare(pages), on_pages, found, self.rules)
        now = {path: self._known(path)._replace(found=each) for path, each in early.items()}
        titles = {edit.path: edit.after.outline.title for edit in edits}
        shown = tuple(each for each in diagnostics if each.place.path in paths)
        shifts = {edit.path: edit.shift for edit in edits}
        kept = self._hidden(hidden, paths)
        return Rerun(shown, frozenset(others), shifts, kept, now, titles, digests)

    def _known(self, path: str) -> KnownPage:
        return known_page(self.earlier, path)

    def _moved(self, path: str, edits: Sequence[_Edit]) -> list[Coded]:
        found = self._known(path).findings()
        for edit in edits:
            found = [
                each._replace(finding=edit.shift.finding(each.finding, edit.path)) for each in found
            ]
        return found

    def _hidden(self, now: Mapping[str, set[str]], affected: set[str]) -> dict[str, list[str]]:
        """Where per-path ignores hide something now: as many may be idle as before."""
        found: dict[str, list[str]] = {}
        for glob, before in self.earlier.hidden.items():
            found[glob] = sorted({*before} - affected | now[glob])
            if bool(found[glob]) != bool(before):
                raise NotAlike
        return found

    def _compare_answers(self, edits: Sequence[_Edit]) -> None:
        """Raise `NotAlike` where a question about one of the pages has another answer now."""
        for edit in edits:
            self._compare_answers_of(edit)
        asked = [(edit, each) for edit in edits for each in self._queries(edit.path, parameters=2)]
        if not asked:
            return
        before = self._around.with_pages({edit.path: edit.before for edit in edits})
        after = self._around.with_pages({edit.path: edit.after for edit in edits})
        for edit, query in asked:
            answers = query(before, edit.before), query(after, edit.after)
            if not edit.shift.is_same(*answers):
                raise NotAlike

    def _compare_answers_of(self, edit: _Edit) -> None:
        """The same for questions about a page by itself."""
        for query in self._queries(edit.path, parameters=1):
            if not edit.shift.is_same(query(edit.before), query(edit.after)):
                raise NotAlike
        for name, things in self._known(edit.path).asked.items():
            about: Any = query_of(name)
            if not (
                about and edit.shift.is_same(about(edit.before, things), about(edit.after, things))
            ):
                raise NotAlike

    def _queries(self, path: str, parameters: int) -> Iterator[Any]:
        for fact, paths in self.earlier.read.items():
            if paths is None or path in paths:
                query = query_of(fact)
                if query is not None and query.__code__.co_argcount == parameters:
                    yield query


class _Comparison:
    """What was read of a page, before and after an edit."""

    def __init__(self, edit: _Edit, earlier: Earlier) -> None:
        self._edit, self._earlier = edit, earlier
        self._same = edit.shift.is_same

    def compare(self) -> None:
        """Raise `NotAlike` where something is not as it was, but for places that have moved."""
        before, after = self._edit.before, self._edit.after
        whole = ((each.unmet, each.is_reserved) for each in (before, after))
        if not self._same(*whole):
            raise NotAlike
        for fact, paths in self._earlier.read.items():
            if (paths is None or self._edit.path in paths) and not self._is_same(fact):
                raise NotAlike

    def _is_same(self, fact: str) -> bool:
        if fact == TEXT:
            return False
        if fact == LINES:
            return not self._edit.shift.lines
        if query_of(fact) is not None:
            return True
        before, after = (_values(page, fact) for page in (self._edit.before, self._edit.after))
        return self._same(before, after)


def _values(page: Page, fact: str) -> Any:
    """What a page says of a fact; parts of it are facts of their own."""
    if " of " in fact:
        return [*_parts(page, fact)]
    source = page.document if hasattr(Document, fact) else page.outline
    if not hasattr(source, fact):
        raise NotAlike(fact)
    found = getattr(source, fact)
    part = PARTS.get(fact)
    return [_without(each, part) for each in found] if part else found


def _without(whole: Any, part: str) -> Any:
    if isinstance(whole, Exercise):
        # Who compares digests is asked about all of them at once.
        whole = whole._replace(digest="")
    return whole._replace(**{part: ()})


def _parts(page: Page, fact: str) -> Iterator[Any]:
    for name, part in PARTS.items():
        for whole in getattr(page.outline, name):
            if part_of(whole, part) == fact:
                yield [*getattr(whole, part)]


def _new_digests(digests: Callable[[], str | None], edits: Sequence[_Edit]) -> str | None:
    """The digests of all exercises, if they are others than they were.

    Raises `NotAlike` where exercises become or were equal.
    """
    changed = [each for edit in edits for each in _changed_digests(edit)]
    found = digests() if changed else None
    if changed and found is None:
        raise NotAlike
    for old, new in changed:
        found = _with_digest(found or "", old, new)
    if any((found or "").count(new) > 1 for _, new in changed if new):
        raise NotAlike
    return found


def _with_digest(digests: str, old: str, new: str) -> str:
    if old and digests.count(old) != 1:
        raise NotAlike
    return digests.replace(old, "", 1) + new if old else digests + new


def _changed_digests(edit: _Edit) -> Iterator[tuple[str, str]]:
    before, after = (page.outline.exercises for page in (edit.before, edit.after))
    if len(before) != len(after):
        raise NotAlike
    for pair in zip(before, after, strict=True):
        old, new = (mark_digest(each.digest) if each.digest else "" for each in pair)
        if old != new:
            yield old, new
