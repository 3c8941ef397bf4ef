"""What names a file or folder is written anew when it moves: links, and paths in code."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...links.destination import DestinationForm, read_destination, split_destination
from ...links.rewrite import respelt, with_fragment, with_hosted_path, with_path
from ...listings.front_matter import named_neighbours
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Unit
from ...model.reading_order import ReadingOrder
from ...model.target import Outcome, Target
from ...parse.document import Document, Link
from ...text.globs import compile_globs
from ...text.late_pattern import late_pattern
from ...workspace.entry import Entry, EntryKind
from ..headings.new_headings import CannotRewriteError
from ..labels.written_links import text_start, uses_of
from ..units.configured import configured_paths
from .own_addresses import AddressLink
from .path_names import with_names
from .references import NamedInText, References
from .routes import Routes

#: For each document, the anchors that change, and what they become.
Anchors = Mapping[str, Mapping[str, str]]

#: A link's text that is a name or path, such as `03-files/`, and neither a word nor a number.
_NAME = late_pattern(r"(?!\d+[.:)])[^\s\[\]()<>*`\\]*[\d_/.-][^\s\[\]()<>*`\\]*")
_DIGITS = late_pattern(r"\d+")
_USER_CONTENT = "user-content-"
#: An anchor that is missing here may be one that another platform makes.
_LED_TO = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.ANCHOR_MISSING})


class Relocation:
    """Follows the moves of one curriculum, one set of them after the other."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self.references = References(curriculum)
        settings = curriculum.settings
        globs = (*settings.per_path_ignores, *settings.exclude)
        self._configured = configured_paths(settings)
        self._routes = Routes(curriculum)
        self._matchers: list[Callable[[str], bool]] = [compile_globs((glob,)) for glob in globs]

    @cached_property
    def _order(self) -> ReadingOrder:
        return reader_of(self._curriculum).order

    def links(self, moves: Moves, anchors: Anchors) -> Iterator[Edit]:
        """The edits by which every link leads to where it led, with the ``anchors`` that change.

        Raises ``CannotRewriteError`` where something would break all the same.
        """
        self._check(moves)
        for source, target in self.references.links(_names(moves), anchors):
            yield from self._link(source, target, moves, anchors)
        for each in self.references.addresses:
            yield from self._address(each, moves, anchors)
        yield from self._routes.edits(moves)

    def _address(self, each: AddressLink, moves: Moves, anchors: Anchors) -> Iterator[Edit]:
        """The address on GitHub of a file that moves, or of one whose anchors change."""
        link, shows = each.link, each.shows
        written = with_hosted_path(link, shows, moves.new(shows.path))
        fragment = split_destination(link.destination).fragment.removeprefix("#")
        anchor = anchors.get(shows.path, {}).get(fragment)
        if anchor is not None:
            written = with_fragment(link._replace(destination=written), anchor)
        if written != link.destination and link.target is not None:
            yield Edit(each.source, *link.target, written)

    def possible_links(self, moves: Moves, anchors: Anchors) -> Iterator[Edit]:
        """The same as far as it can be, for moves that somebody makes in any case."""
        for source, target in self.references.links(_names(moves), anchors):
            with suppress(CannotRewriteError):
                yield from self._link(source, target, moves, anchors)

    def anchors(self, anchors: Anchors) -> Iterator[Edit]:
        """The edits by which links follow anchors where nothing moves."""
        for source, target in self.references.links((), anchors):
            yield from self._link(source, target, Moves(), anchors)

    def texts(self, moves: Moves) -> Iterator[Edit]:
        """The edits by which texts that name a path name the new one."""
        for source, target in self.references.links(_names(moves), ()):
            document = self._curriculum.pages[source].document
            for link in uses_of(target.link, document):
                yield from _text_anew(document, link, target.path, moves)
        for named in self.references.named(_names(moves)):
            yield from _named_anew(named, moves)
        yield from self._in_front_matter(moves)

    def _in_front_matter(self, moves: Moves) -> Iterator[Edit]:
        """`next` and `prev` name folders or files."""
        for edit, unit in self._neighbours:
            name = moves.new(unit.path).rpartition("/")[2]
            new = with_names(edit.text, unit.basename, name)
            if new != edit.text:
                yield edit._replace(text=new)

    @cached_property
    def _neighbours(self) -> list[tuple[Edit, Unit]]:
        """Where front matter names a unit, as edits that leave the text as it is."""
        return [
            (Edit(page.path, *span, page.document.text[slice(*span)]), target.unit)
            for page in self._curriculum.pages.values()
            if (owner := self._order.by_readme.get(page.path)) is not None
            for _, span, target in named_neighbours(page, owner, self._order)
        ]

    def _check(self, moves: Moves) -> None:
        """Refuse what cannot follow: symbolic links, and what the configuration names."""
        for path in self._configured:
            if moves.new(path) != path:
                raise CannotRewriteError(
                    f"The configuration names {path}, which gets another name: change it there "
                    "first, or use a glob."
                )
        for link in self.references.symbolic_links:
            _check_link(link, moves)
        for move in moves:
            for entry in self.references.entries(move.source):
                new = moves.new(entry.path)
                if any(matches(entry.path) != matches(new) for matches in self._matchers):
                    raise CannotRewriteError(
                        f"A glob of the configuration matches only one of {entry.path} and {new}: "
                        "change the glob first."
                    )

    def _link(self, source: str, target: Target, moves: Moves, anchors: Anchors) -> Iterator[Edit]:
        link = target.link
        written = self._with_new_path(source, target, moves)
        anchor = _new_anchor(target, anchors)
        if anchor is not None:
            written = with_fragment(link._replace(destination=written), anchor)
        if written == link.destination:
            return
        if link.target is None:
            line = self._curriculum.pages[source].document.line(link.span.start)
            raise CannotRewriteError(
                f"{source}:{line} the link “{link.text}” has its destination in markup that cannot "
                "be rewritten: write it as `[text](path)`."
            )
        yield Edit(source, *link.target, written)

    def _with_new_path(self, source: str, target: Target, moves: Moves) -> str:
        """What leads from where the document will be to where the target will be."""
        link, here = target.link, moves.new(source)
        destination = read_destination(link.destination)
        if not destination.path:
            return link.destination
        right = target.actual if target.outcome is Outcome.WRONG_CASE else None
        path = right or target.path
        wanted, meant = moves.new(path), target.path
        if destination.form is DestinationForm.RELATIVE:
            meant = _leads(here, link.destination)
        if meant == wanted:
            self._check_stays_broken(source, target, meant, moves)
            return link.destination
        # Other names on the same way, if that leads there: its author chose a longer one.
        same_way = respelt(link, wanted)
        is_short = _is_shortest(here, wanted, same_way)
        is_kept = is_short or not _is_shortest(source, path, link.destination)
        is_relative = destination.form is DestinationForm.RELATIVE
        if is_relative and is_kept and _leads(here, same_way) == wanted:
            return same_way
        return with_path(link, here, wanted, target.path, folder=self._is_folder(path))

    def _check_stays_broken(self, source: str, target: Target, path: str, moves: Moves) -> None:
        """Refuse to let a link that leads nowhere lead to something else all at once."""
        old, entries = moves.old(path) or path, self._curriculum.tree.entries
        if target.outcome is Outcome.MISSING and old in entries and self._is_another(old, path):
            line = self._curriculum.pages[source].document.line(target.link.span.start)
            raise CannotRewriteError(
                f"{source}:{line} a broken link, “{target.link.text}” to {path}, would lead to "
                "something else: repair it first, or take it out."
            )

    def _is_another(self, old: str, path: str) -> bool:
        """Whether what will be at ``path`` is not what was called so but for its number."""
        skeleton = self._curriculum.skeleton
        for one, other in zip(old.split("/"), path.split("/"), strict=False):
            if one != other:
                templates = (skeleton.module_template, skeleton.subsection_template)
                names = [name for template in templates if (name := template.read(one))]
                has_slug = bool(names) and bool(names[0].slug)
                if not has_slug or _DIGITS.sub("", one) != _DIGITS.sub("", other):
                    return True
        return False

    def _is_folder(self, path: str) -> bool:
        entry = self._curriculum.tree.entries.get(path)
        return entry is None or entry.kind is EntryKind.FOLDER


def _names(moves: Moves) -> list[str]:
    return [path for move in moves for path in move]


def _text_anew(document: Document, link: Link, leads: str, moves: Moves) -> Iterator[Edit]:
    """A link's text that repeats the end of the path: ``[03-files](03-files/readme.md)``."""
    text = link.text
    names = text.rstrip("/").split("/")
    if not _NAME.fullmatch(text):
        return
    for path in (leads, posixpath.dirname(leads)):
        new = moves.new(path).split("/")
        if path.split("/")[-len(names) :] == names and new[-len(names) :] != names:
            start = text_start(link, document)
            if start >= 0:
                spelt = "/".join(new[-len(names) :]) + "/" * text.endswith("/")
                yield Edit(document.path, start, start + len(text), spelt)
            return


def _is_shortest(source: str, path: str, written: str) -> bool:
    """Whether a destination goes up no further than it has to."""
    shortest = posixpath.relpath(f"/{path}", f"/{posixpath.dirname(source)}")
    return written.split("/").count("..") <= shortest.split("/").count("..")


def _leads(source: str, written: str) -> str:
    """The path that a relative destination leads to from a document."""
    path = read_destination(written).path
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _check_link(entry: Entry, moves: Moves) -> None:
    target = entry.target or ""
    before, after = (
        posixpath.relpath(f"/{leads_to}", f"/{posixpath.dirname(path)}")
        for path, leads_to in ((entry.path, target), (moves.new(entry.path), moves.new(target)))
    )
    if before != after:
        raise CannotRewriteError(
            f"The symbolic link {entry.path} would break: take it away, and make it anew later."
        )


def _new_anchor(target: Target, anchors: Anchors) -> str | None:
    if target.page is None or target.outcome not in _LED_TO or not target.fragment:
        return None
    actual = target.actual if target.outcome is Outcome.ANCHOR_CASE else target.fragment
    return anchors.get(target.page, {}).get((actual or "").removeprefix(_USER_CONTENT))


def _named_anew(named: NamedInText, moves: Moves) -> Iterator[Edit]:
    around = "."
    if named.around != ".":
        around = posixpath.dirname(moves.new(named.source))
    meant = posixpath.normpath(posixpath.join(around, named.written))
    wanted = moves.new(named.path)
    if meant == wanted:
        return
    new = posixpath.relpath(f"/{wanted}", posixpath.normpath(f"/{around}"))
    if named.written.startswith("./") and not new.startswith("."):
        new = f"./{new}"
    yield Edit(named.source, *named.span, new)
