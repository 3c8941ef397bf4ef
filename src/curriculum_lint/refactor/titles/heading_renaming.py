"""A heading gets other words: links to its anchor follow, in every file."""

from __future__ import annotations

from collections.abc import Iterator

from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, Page
from ...model.target import Outcome
from ...parse.document import Heading
from ...text.suggest import closest
from ...text.whole_words import find_whole
from ..headings.new_headings import NewHeading, heading_edits
from ..labels.reference_labels import with_labels
from ..labels.written_links import escape_brackets, place_in_text, shown_links
from ..units.refusal import Refusal
from ..words.titled_numbers import titled_numbers

_LED_TO = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE})


class HeadingRenaming:
    """Gives a heading of a page the words ``new``.

    ``names`` are the old one and the new one of what it opens: links to it may say only that.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        page: Page,
        heading: Heading,
        new: str,
        names: tuple[str, str] | None = None,
    ) -> None:
        self._curriculum, self._page, self._new = curriculum, page, new
        self._heading, self._names = heading, names or (heading.text, new)
        self.renamed = {heading.text: new}

    def fix(self) -> Fix:
        """The fix that does it. Raises ``CannotRewriteError``."""
        heading = self._heading
        edit = Edit(self._page.path, *heading.content, self._new)
        headings = {heading: NewHeading(edit, self._new)}
        edits = {*heading_edits(self._curriculum, self._page, headings), *self._words()}
        edits |= set(self._titled())
        title = f"Call it “{self._new}”"
        return Fix(title, Safety.UNSAFE, with_labels(self._curriculum, edits))

    def _words(self) -> Iterator[Edit]:
        """The old name in the texts of links to the heading."""
        old, new = self._names
        for source, page in self._curriculum.pages.items():
            for link, target in shown_links(self._curriculum, page):
                fragment = (target.fragment or "").removeprefix("user-content-").casefold()
                is_it = target.page == self._page.path and fragment == self._heading.anchor
                begin = find_whole(link.text, old) if is_it and target.outcome in _LED_TO else -1
                at = place_in_text(link, page.document, begin, len(old)) if begin >= 0 else -1
                if at >= 0:
                    yield Edit(source, at, at + len(old), escape_brackets(new))

    def _titled(self) -> Iterator[Edit]:
        """The title behind the number of the exercise, in tables and lists."""
        exercises = [e for e in self._page.outline.exercises if e.heading == self._heading]
        for each in titled_numbers(self._curriculum.pages.values(), exercises):
            yield Edit(each.page.path, *each.title, self._names[1])


def find_heading(page: Page, words: str) -> Heading:
    """The heading with those words, or with that anchor. Raises `Refusal` without one."""
    words = words.strip().lstrip("#").strip()
    every = page.document.headings
    for key in (words, words.casefold()):
        found = [each for each in every if key in (each.text, each.text.casefold(), each.anchor)]
        if len(found) == 1:
            return found[0]
        if found:
            lines = ", ".join(str(page.document.line(each.span.start)) for each in found)
            raise Refusal(
                f"{page.path} has several headings “{words}”, in lines {lines}: write the anchor "
                f"of one, such as `{found[-1].anchor}`."
            )
    near = closest(words, [each.text for each in every])
    hint = f"; did you mean “{near}”?" if near else "."
    raise Refusal(f"{page.path} has no heading “{words}”{hint}")
