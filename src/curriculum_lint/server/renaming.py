"""Renames a heading, an exercise, a unit or a file, from the thing itself or from a link to it."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from ..check.pages_in_memory import ReadPages
from ..edits.edit import Move
from ..index.titles import title_of
from ..model.curriculum import Kind, Page, Unit
from ..model.template import slugify
from ..parse.document import Heading, Link
from ..refactor import steps
from ..refactor.paths.rename import Renaming
from ..refactor.restructuring import Restructured, Restructuring
from ..refactor.units.refusal import Refusal
from ..rules.index.index_out_of_date import IndexOutOfDate
from ..rules.structure.stated_count import StatedCountMismatch
from ..text.source import Span
from .cursor import Cursor, Goal, find_exercise
from .view import ProjectView

_NOT_IN_NAMES = re.compile(r'[/\\<>:"|?*\x00-\x1f]')
_NAMED = (Kind.MODULE, Kind.SUBSECTION)


class Subject(NamedTuple):
    """What is renamed: a heading, or without one the file at ``path``, with its unit if it is one.

    ``span`` is where it is named at the cursor, ``words`` what it is called now.
    """

    path: str
    span: Span
    words: str
    heading: Heading | None = None
    unit: Unit | None = None
    with_folder: bool = False


def subject_at(cursor: Cursor) -> Subject | None:
    """What a rename at ``cursor`` renames."""
    if cursor.target is not None and cursor.link is not None:
        return _of_link(cursor, cursor.link)
    if cursor.reference is not None:
        found = find_exercise(cursor.curriculum, cursor.page, cursor.reference)
        return (
            _of_heading(cursor, found[0], found[1].heading, cursor.reference.span)
            if found
            else None
        )
    if cursor.heading is not None:
        return _of_heading(cursor, cursor.page, cursor.heading, cursor.heading.content)
    return None


def _of_link(cursor: Cursor, link: Link) -> Subject | None:
    goal, page = cursor.goal(), None
    if goal is None or goal.path not in cursor.curriculum.tree.entries:
        return None
    page = cursor.curriculum.pages.get(goal.path)
    span = _part(cursor, link)
    heading = _heading_of(page, goal) if page and _means_heading(cursor, link) else None
    if page is not None and heading is not None and heading != page.outline.title:
        return _of_heading(cursor, page, heading, span)
    unit = _unit_of(cursor, goal.path)
    words = title_of(page) if unit else posixpath.splitext(posixpath.basename(goal.path))[0]
    return Subject(goal.path, span, words, None, unit, with_folder=True)


def _means_heading(cursor: Cursor, link: Link) -> bool:
    """On the destination, only its fragment means the heading; the text means the whole link."""
    in_target = link.target is not None and link.target.start <= cursor.offset <= link.target.end
    return cursor.is_on_fragment or not in_target


def _part(cursor: Cursor, link: Link) -> Span:
    """The part of the link at the cursor: its path, its fragment, or all of it."""
    if link.target is None or not link.target.start <= cursor.offset <= link.target.end:
        return link.span
    written = cursor.page.document.text[slice(*link.target)]
    mark = written.find("#")
    if mark < 0:
        return link.target
    at = link.target.start + mark
    return Span(at, link.target.end) if cursor.offset >= at else Span(link.target.start, at)


def _heading_of(page: Page, goal: Goal) -> Heading | None:
    return next((h for h in page.document.headings if h.span == goal.span), None)


def _of_heading(cursor: Cursor, page: Page, heading: Heading, span: Span) -> Subject:
    if heading == page.outline.title and (unit := _unit_of(cursor, page.path)):
        return Subject(page.path, span, title_of(page), heading, unit)
    exercise = next((e for e in page.outline.exercises if e.heading == heading), None)
    return Subject(page.path, span, exercise.title if exercise else heading.text, heading)


def _unit_of(cursor: Cursor, path: str) -> Unit | None:
    units = cursor.curriculum.units()
    return next((u for u in units if path in (u.readme, u.path) and u.kind in _NAMED), None)


def rename(view: ProjectView, subject: Subject, name: str) -> Restructured:
    """What becomes of the curriculum when ``subject`` is called ``name``. Raises `Refusal`."""
    project = view.project
    work = Restructuring(view.snapshot.workspace, known=ReadPages(project.pages))
    _act(work, subject, name)
    if not work.is_begun:
        raise Refusal("It is called so already.")
    return work.end((), (IndexOutOfDate(),), (StatedCountMismatch(),))


def _act(work: Restructuring, subject: Subject, name: str) -> None:
    if subject.unit is not None:
        steps.rename_title(work, subject.unit.path, name)
        if subject.with_folder:
            steps.rename_folder(work, subject.unit.path, name)
    elif subject.heading is not None:
        lead = subject.heading.text.removesuffix(subject.words)
        heading = _same(work.curriculum.pages[subject.path], subject.heading)
        steps.rename_heading_in(work, subject.path, heading, f"{lead}{name}")
    else:
        target = _new_path(subject.path, name)
        move = Move(subject.path, target)
        work.do(lambda curriculum: [Renaming(curriculum).certain_fix(move, "Rename")])


def _same(page: Page, heading: Heading) -> Heading:
    return next(each for each in page.document.headings if each.span == heading.span)


def _new_path(path: str, name: str) -> str:
    """The path with a name made of a title, in the way in which the name of today is written."""
    folder, old = posixpath.split(path)
    stem, suffix = posixpath.splitext(old)
    words = " ".join(name.split())
    if words.lower().endswith(suffix.lower()) and suffix:
        words = words[: -len(suffix)]
    if " " in stem:
        new = _NOT_IN_NAMES.sub("", words).strip(". ")
    else:
        new = slugify(words, "_" if "_" in stem else "-")
    if not new:
        raise Refusal(f"No name of a file can be made of “{name}”.")
    return posixpath.join(folder, new + suffix)
