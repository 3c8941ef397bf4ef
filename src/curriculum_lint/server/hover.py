"""What there is to know of the thing under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from ..check.rule import Rule
from ..index.passages import Passages
from ..index.titles import title_of
from ..model.curriculum import Curriculum, Page
from ..model.outline import Exercise
from ..model.prerequisites import Prerequisites
from ..model.target import Outcome, Target
from ..parse.document import Heading
from ..parse.plain import definitions_of, plain_text_of
from ..report.markdown_text import code
from ..text.markdown import in_markdown
from ..text.sentences import first_sentence
from ..text.source import Span
from .cursor import Cursor, Goal, find_exercise, goal_of

_LONGEST = 300
_MOST_NAMED = 20
_TOLD = {
    Outcome.MISSING: "Leads nowhere: there is no {path}.",
    Outcome.ANCHOR_MISSING: "{path} has no anchor {fragment}.",
    Outcome.WRONG_CASE: "Written {actual} on disk.",
    Outcome.OUTSIDE: "Leads out of the repository.",
}


def hover(cursor: Cursor, rules: Iterable[Rule]) -> Hover | None:
    """What is known of the thing at ``cursor``."""
    for text, span in _told(cursor, rules):
        content = MarkupContent(MarkupKind.Markdown, text)
        return Hover(content, cursor.view.lines(cursor.page.path).range(span))
    return None


def _told(cursor: Cursor, rules: Iterable[Rule]) -> Iterator[tuple[str, Span]]:
    if cursor.rule_word is not None:
        word, span = cursor.rule_word
        rule = next((rule for rule in rules if word in (rule.code, rule.name)), None)
        yield (rule_text(rule) if rule else f"There is no rule {code(word)}.", span)
    if cursor.target is not None and cursor.link is not None:
        text = _link_text(cursor.curriculum, cursor.target)
        if text:
            yield text, cursor.link.span
    if cursor.reference is not None:
        found = find_exercise(cursor.curriculum, cursor.page, cursor.reference)
        if found is not None:
            yield _exercise_text(*found), cursor.reference.span
    if cursor.exercise is not None:
        yield _exercise_text(cursor.page, cursor.exercise), cursor.exercise.heading.span
    if cursor.heading is not None:
        text = _concept_text(cursor.curriculum, cursor.page, cursor.heading)
        if text:
            yield text, cursor.heading.span


def rule_text(rule: Rule) -> str:
    """A rule in a few lines."""
    why = cleandoc(rule.__doc__ or "")
    state = f"{rule.severity}{', off by default' if rule.opt_in else ''}"
    return f"**{rule.code} {rule.name}** ({state})\n\nReports {rule.summary}.\n\n{why}"


def _link_text(curriculum: Curriculum, target: Target) -> str:
    told = _TOLD.get(target.outcome)
    if told is not None:
        fragment, actual = f"#{target.fragment}", target.actual or ""
        words = {"path": target.path, "fragment": fragment, "actual": actual}
        return told.format(**{name: code(word) for name, word in words.items()})
    goal = goal_of(curriculum, target)
    if goal is None or target.outcome is Outcome.EXTERNAL:
        return ""
    page = curriculum.pages.get(goal.path) or curriculum.neighbours.get(goal.path)
    if page is None:
        return code(goal.path)
    return _place_text(curriculum, page, goal)


def _place_text(curriculum: Curriculum, page: Page, goal: Goal) -> str:
    """A page or one of its headings: title, first sentence, and what is known of a concept."""
    heading = next((h for h in page.document.headings if h.span == goal.span), None)
    exercise = next((e for e in page.outline.exercises if e.heading == heading), None)
    if exercise is not None:
        return _exercise_text(page, exercise)
    if heading is None or heading == page.outline.title:
        return _joined(
            _bold(title_of(page) or page.path), in_markdown(Passages(page).summary), code(page.path)
        )
    concept = _concept_text(curriculum, page, heading)
    first = concept or _joined(_bold(heading.text), _first_sentence(page, heading))
    return _joined(first, code(page.path))


def _exercise_text(page: Page, exercise: Exercise) -> str:
    goal = in_markdown(Passages(page).goal(exercise))
    name = f"Exercise {exercise.number}: " if exercise.number else ""
    return _joined(_bold(f"{name}{exercise.title}"), goal, code(page.path))


def _concept_text(curriculum: Curriculum, page: Page, heading: Heading) -> str:
    """Who teaches a concept, and who needs it; empty for a heading that is none."""
    if heading not in page.outline.concepts:
        return ""
    needed = Prerequisites(curriculum)
    place = needed.order.by_readme.get(page.path)
    teaches = f"Taught by {place.label}: {title_of(page)}." if place else ""
    users = [
        f"{each.unit.label}: {title_of(each.page)}"
        for each in needed.all
        if each.other.unit.readme == page.path and each.concept == heading.text
    ]
    named = "".join(f"\n- {in_markdown(user)}" for user in users[:_MOST_NAMED])
    more = f"\n- and {len(users) - _MOST_NAMED} more" if len(users) > _MOST_NAMED else ""
    needs = f"Needed by:\n{named}{more}" if users else "No unit says that it needs it."
    sentence = _first_sentence(page, heading)
    return _joined(_bold(heading.text), sentence, in_markdown(teaches), needs)


def _first_sentence(page: Page, heading: Heading) -> str:
    """The first sentence below a heading."""
    later = (h.span.start for h in page.document.headings if h.span.start > heading.span.start)
    end = next(later, len(page.document.text))
    for block in page.document.blocks:
        if block.kind == "paragraph" and heading.span.end <= block.span.start < end:
            text = page.document.text[slice(*block.span)]
            plain = plain_text_of(text, definitions_of(page.document))
            return in_markdown(first_sentence(plain, _LONGEST))
    return ""


def _bold(text: str) -> str:
    return f"**{in_markdown(text)}**"


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
