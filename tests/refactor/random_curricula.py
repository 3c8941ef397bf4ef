"""Random curricula: levels, modules, subsections, exercises, with indexes in all forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

from tests.refactor.indexes import FORMS, Lesson
from tests.refactor.random_surroundings import surroundings

NAMES = (
    *("alpha", "bravo", "carol", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet"),
    *("kilo", "lima", "mike", "nectar", "oscar", "papa", "quebec", "romeo", "sierra", "tango"),
)
LEVELS = ("a_level", "b_level", "c_level")


class Deeper(NamedTuple):
    """A subsection."""

    letter: str
    slug: str
    title: str

    @property
    def folder(self) -> str:
        return f"{self.letter}_{self.slug}"


#: How subsections are listed in the readme of their module.
INNER: dict[str, Callable[[Deeper], str]] = {
    "bullets": lambda e: f"- [{e.title}]({e.folder}/readme.md): about {e.slug}",
    "letters": lambda e: f"- {e.letter}) [{e.title}]({e.folder}/readme.md)",
    "lettered lines": lambda e: f"{e.letter}) **[{e.title}]({e.folder}/readme.md)**  ",
    "numbered": lambda e: f"1. [{e.title}]({e.folder}/readme.md)",
    "plain": lambda e: f"- {e.letter}. {e.title}",
}


class Styles(NamedTuple):
    """How a curriculum is written."""

    forms: tuple[str, ...]
    inner: str
    root: str
    words: str
    name: str
    leads: str
    title: str
    inner_title: str
    neighbours: str
    front: str
    exercise: str
    newline: str
    nested: bool
    end: str
    said: str
    edition: str
    menu: str
    listed: bool


class Made(NamedTuple):
    """A module and its subsections."""

    level: str
    lesson: Lesson
    inner: tuple[Deeper, ...]


#: How many modules there are in each level, and subsections in each of these.
Shape = Sequence[Sequence[int]]

CHOICES: dict[str, tuple[Any, ...]] = {
    "inner": tuple(sorted(INNER)),
    "root": ("none", "sections", "table", "levels", "groups"),
    "words": (
        *("{0} {1}", "{0} {1}", "{0} & {1}", "`{0}` {1}", "Ünï {0} {1}", "日本語 {0}", "{0}: {1}"),
        *(
            "{0} ({1})",
            "{0} 101 {1}",
            "Привет {0} {1}",
            "*{0}* {1}",
            "{0}, {1} and more",
            "C++ {0}",
        ),
    ),
    "name": ("{n}_{slug}", "{n}_{slug}", "{n:02}-{slug}", "week-{n}-{slug}"),
    "leads": ("{}/readme.md", "{}/readme.md", "./{}/readme.md", "{}", "{}/"),
    "title": (
        *(
            "{}",
            "Module {n}: {}",
            "{n}. {}",
            "🚀 Week {n} – {}",
            "第{n}章 {}",
            "Module {n:02} | {}",
        ),
        *("Модуль {n}. {}", "Lesson {n} - {}", "{n:02} {}"),
    ),
    "inner_title": ("{}", "{n}{a}. {}", "Subsection {n}{a}: {}"),
    "neighbours": ("none", "section", "line", "front matter", "top", "table", "HTML"),
    "front": ("none", "position", "title"),
    "exercise": (
        *("none", "### Exercise {u}.{n}: {}", "### {u}.{n} {}", "### Exercise {n}: {}"),
        *("### {u}.{n}. {}", "### Exercise {u}.{n}: {}", "#### Task {n} – {}"),
        *("- [ ] Exercise {n}: {}", "{n}. **{}**", "| {n} | {} |", "**Exercise {n}. {}**"),
    ),
    "newline": ("\n", "\n", "\r\n"),
    "nested": (False, True),
    "end": ("\n", "\n", "", "\n\n\n", "BOM"),
    "said": ("nothing", "nothing", "numbers", "counts", "neighbours"),
    "edition": ("none", "none", "none", "beside", "in a folder"),
    "menu": ("none", "none", "mkdocs", "SUMMARY", "sidebar"),
    "listed": (False, False, True),
}
COUNTS = (0, 0, 0, 1, 2, 3)


def drawn(random: Random) -> tuple[Shape, Styles]:
    """A shape and styles that ``random`` stands for."""
    levels = [random.randint(2, 5) for _ in range(random.randint(1, 3))]
    shape = [[random.choice(COUNTS) for _ in range(count)] for count in levels]
    forms = tuple(random.sample(sorted(FORMS), random.randint(1, 3)))
    return shape, Styles(forms, **{key: random.choice(each) for key, each in CHOICES.items()})


def made(shape: Shape, styles: Styles) -> list[Made]:
    """The units of a shape, each with a name of its own."""
    names = iter(NAMES)
    found: list[Made] = []
    for level, modules in zip(LEVELS, shape, strict=False):
        for at, count in enumerate(modules, 1):
            name = next(names)
            title = styles.words.format(name.title(), name[::-1])
            words = f"know {name} by heart"
            lesson = Lesson(at, name, title, words, styles.name, styles.leads)
            inner = tuple(
                Deeper(letter, f"{name}{word}", f"{word.title()} of {name}")
                for letter, word in zip("abc", ("deep", "wide", "high"), strict=True)
            )
            found.append(Made(level, lesson, inner[:count]))
    return found


def files_of(shape: Shape, styles: Styles) -> dict[str, str]:
    """Every file of a curriculum of that shape, written in those styles."""
    units = made(shape, styles)
    configuration = "schemas = { module = 'any.json', subsection = 'any.json' }\n"
    pattern = styles.name.replace("{n", "{number")
    configuration += f'module-pattern = "{pattern}"\n' if pattern != "{number}_{slug}" else ""
    generated = "<!-- curriculum-index:start -->\n<!-- curriculum-index:end -->\n\n" * styles.listed
    files = {
        "curriculum-lint.toml": configuration,
        "any.json": "{}\n",
        "README.md": f"# Course\n\nWords.\n\n{generated}{_root(units, styles)}",
    }
    for level in dict.fromkeys(each.level for each in units):
        own = [each for each in units if each.level == level]
        files[f"{level}/readme.md"] = _level(level, own, styles)
        files[f"{level}/x.md"] = "# X\n\n[Up](readme.md)\n"
    for at, each in enumerate(units):
        files |= dict(_module(units, at, each, styles))
    files |= dict(surroundings(units, styles, files))
    return {p: _ended(t, styles) if p.endswith(".md") else t for p, t in files.items()}


def _ended(text: str, styles: Styles) -> str:
    """A file as an editor leaves it."""
    ends = "\n" if styles.end == "BOM" else styles.end
    text = ("\ufeff" if styles.end == "BOM" else "") + text.rstrip("\n") + ends
    return text.replace("\n", styles.newline)


def _root(units: Sequence[Made], styles: Styles) -> str:
    levels = list(dict.fromkeys(each.level for each in units))
    if styles.root == "groups":
        lines = [f"| **{e.level}** | {_beyond(e)} |" for e in units]
        seen = {e.level: at for at, e in reversed(list(enumerate(units)))}
        rows = [
            line if seen[e.level] == at else f"|  | {_beyond(e)} |"
            for at, (line, e) in enumerate(zip(lines, units, strict=True))
        ]
        return "| Where | What |\n|---|---|\n" + "\n".join(rows) + "\n"
    if styles.root == "table":
        rows = [f"| {e.level} | {_beyond(e)} |" for e in units]
        return "| Where | What |\n|---|---|\n" + "\n".join(rows) + "\n"
    found = "".join(f"- [{level}]({level}/readme.md)\n" for level in levels)
    if styles.root == "sections":
        for level in levels:
            own = [e for e in units if e.level == level]
            lines = [f"{e.lesson.number}. {_beyond(e)}\n" for e in own]
            found += f"\n## The {level}\n\n{''.join(lines)}"
    return found if styles.root != "none" else "No list.\n"


def _beyond(each: Made) -> str:
    """A link to a module from the root."""
    return f"[{each.lesson.title}]({each.level}/{each.lesson.folder}/readme.md)"


def _level(level: str, own: Sequence[Made], styles: Styles) -> str:
    parts = [FORMS[form]([each.lesson for each in own]) for form in styles.forms]
    if styles.nested:
        parts.append("\n".join(line for each in own for line in _nested(each)))
    return (
        f"# The {level}\n\nBefore.\n\n" + "\n\n## More\n\n".join(parts) + "\n\n## About\n\nEnd.\n"
    )


def _nested(each: Made) -> list[str]:
    lesson = each.lesson
    inner = [
        f"   - {e.letter}) [{e.title}]({lesson.folder}/{e.folder}/readme.md)" for e in each.inner
    ]
    return [f"{lesson.number}. {lesson.link}", *inner]


def _module(units: Sequence[Made], at: int, each: Made, styles: Styles) -> list[tuple[str, str]]:
    lesson, number = each.lesson, each.lesson.number
    folder = f"{each.level}/{lesson.folder}"
    other = units[at - 1]
    target = _over(other) if other.level == each.level else f"../../{other.level}/x.md"
    listed = "\n".join(INNER[styles.inner](e) for e in each.inner)
    text = (
        f"{_top(units, at, styles)}# {styles.title.format(lesson.title, n=number)}\n\n"
        f"{lesson.words}, see [there]({target}).\n\n{_said(units, at, styles)}"
        + (f"## Subsections\n\n{listed}\n\n" if each.inner else "")
        + _exercises(str(number), lesson.slug, styles)
        + _neighbours(units, at, styles)
    )
    found = [(f"{folder}/readme.md", _front(units, at, styles) + text)]
    for place, e in enumerate(each.inner):
        title = styles.inner_title.format(e.title, n=number, a=e.letter)
        exercises = _exercises(f"{number}{e.letter}", e.slug, styles)
        front = f"---\nsidebar_position: {place + 1}\n---\n\n" if styles.front == "position" else ""
        text = f"{front}# {title}\n\nBack to [the module](../readme.md).\n\n{exercises}"
        found.append((f"{folder}/{e.folder}/readme.md", text))
    return found


def _exercises(unit: str, slug: str, styles: Styles) -> str:
    if styles.exercise == "none":
        return "The end.\n"
    lines = [styles.exercise.format(f"Do {slug} {n}", u=unit, n=n) for n in (1, 2)]
    words = f"As in exercise {unit}.2.\n\n" if "{u}" in styles.exercise else ""
    head = "| No. | Exercise |\n|---|---|\n" if styles.exercise.startswith("|") else ""
    body = "\n" if styles.exercise[0] in "-{|" else "\n\nDo it.\n\n"
    return f"## Exercises\n\n{words}{head}" + "".join(f"{each}{body}" for each in lines)


def _front(units: Sequence[Made], at: int, styles: Styles) -> str:
    lesson, lines = units[at].lesson, []
    if styles.front == "position":
        lines.append(f"sidebar_position: {lesson.number}")
    if styles.front == "title":
        title = styles.title.format(lesson.title, n=lesson.number).replace('"', "'")
        lines.append(f'title: "{title}"')
    if styles.neighbours == "front matter":
        beside = [(n, _beside(units, at, step)) for n, step in (("prev", -1), ("next", 1))]
        lines += [f"{name}: {unit.lesson.folder}" for name, unit in beside if unit]
    return "".join(["---\n", *(f"{line}\n" for line in lines), "---\n\n"]) if lines else ""


def _beside(units: Sequence[Made], at: int, step: int) -> Made | None:
    found = units[at + step] if 0 <= at + step < len(units) else None
    return found if found and found.level == units[at].level else None


def _neighbours(units: Sequence[Made], at: int, styles: Styles) -> str:
    before, after = _beside(units, at, -1), _beside(units, at, 1)
    if styles.neighbours == "section":
        text = f"Go on with [{after.lesson.title}]({_over(after)})." if after else ""
        return f"\n## Next\n\n{text or 'That was the last one.'}\n"
    if styles.neighbours == "table":
        cells = [f"[{e.lesson.title}]({_over(e)})" if e else "" for e in (before, after)]
        return f"\n| Previous | Next |\n|:---|---:|\n| {' | '.join(cells)} |\n"
    if styles.neighbours == "HTML":
        words = (("Previous", before), ("Next", after))
        links = [f'<a href="{_over(each)}">{word}</a>' for word, each in words if each]
        return f'\n<p align="center">\n{" | ".join(links)}\n</p>\n' if links else ""
    return _line(before, after) if styles.neighbours == "line" else ""


def _line(before: Made | None, after: Made | None) -> str:
    parts = [f"[← Previous]({_over(before)})"] if before else []
    parts += [f"[Next: {after.lesson.title}]({_over(after)})"] if after else []
    return f"\n---\n\n{' | '.join(parts)}\n" if parts else ""


def _over(other: Made) -> str:
    """The destination of a link from one module to another one of its level."""
    return f"../{other.lesson.folder}/readme.md"


def _top(units: Sequence[Made], at: int, styles: Styles) -> str:
    """A line of navigation above the title."""
    if styles.neighbours != "top":
        return ""
    found = [("« Back", _beside(units, at, -1)), ("Next »", _beside(units, at, 1))]
    links = [f"[{words}]({_over(each)})" for words, each in found if each]
    return f"{' · '.join(['[Up](../readme.md)', *links])}\n\n"


def _said(units: Sequence[Made], at: int, styles: Styles) -> str:
    """Words that say numbers, counts or the order, and are right."""
    each, before = units[at], _beside(units, at, -1)
    if styles.said == "numbers" and before:
        link = f"[module {before.lesson.number}]({_over(before)})"
        return f"It goes on from {link}, and module {each.lesson.number} is this one.\n\n"
    if styles.said == "neighbours" and before:
        return f"Read the previous module, {before.lesson.title}, first.\n\n"
    if styles.said == "counts":
        return f"It is one of {sum(e.level == each.level for e in units)} modules.\n\n"
    return ""
