"""Indexes of units in the forms in which people write them, for tests that move the units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Lesson(NamedTuple):
    """A module of a test's curriculum: its number, the slug of its folder, its title."""

    number: int
    slug: str
    title: str
    words: str
    #: How folders are called, and how destinations of links are written.
    name: str = "{n}_{slug}"
    leads: str = "{}/readme.md"

    @property
    def folder(self) -> str:
        return self.name.format(n=self.number, slug=self.slug)

    @property
    def readme(self) -> str:
        return self.leads.format(self.folder)

    @property
    def link(self) -> str:
        return f"[{self.title}]({self.readme})"


#: How one entry is written, and what stands between two of them.
Form = Callable[[Sequence[Lesson]], str]


def _each(write: Callable[[Lesson], str], between: str = "\n", around: str = "{}") -> Form:
    return lambda lessons: around.replace("{}", between.join(map(write, lessons)))


def _grid(cells: Sequence[str], columns: int) -> str:
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    lines = ("| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in rows)
    return "\n".join(["| " * columns + "|", "|---" * columns + "|", *lines])


def _by_columns(cells: Sequence[str], rows: int) -> str:
    columns = -(-len(cells) // rows)
    whole = [*cells, *[""] * (rows * columns - len(cells))]
    return _grid([whole[at + rows * by] for at in range(rows) for by in range(columns)], columns)


_TABLE = "| # | Lesson | About |\n|---|:--|---|\n{}"
FORMS: dict[str, Form] = {
    "bullets": _each(lambda e: f"- {e.link} {e.words}"),
    "bold, with icons": _each(lambda e: f"- 🚀 **{e.link}**: {e.words}"),
    "numbered": _each(lambda e: f"{e.number}. {e.link}"),
    "numbered in bold": _each(lambda e: f"{e.number}. **{e.link}**: {e.words}"),
    "numbered by one": _each(lambda e: f"1. {e.link} - {e.words}"),
    "numbered without links": _each(lambda e: f"{e.number}. **{e.title}**: {e.words}."),
    "nearly the title": _each(lambda e: f"{e.number}. **The {e.title} lesson**: {e.words}."),
    "words before": _each(lambda e: f"- Week {e.number}: {e.link} ([more](x.md)) {e.words}"),
    "in the link": _each(lambda e: f"- [Module {e.number}: {e.title}]({e.readme})"),
    "names of folders": _each(lambda e: f"- [`{e.folder}`]({e.readme}) {e.words}"),
    "references": lambda lessons: (
        "\n".join(f"{e.number}. [{e.title}][{e.slug}]" for e in lessons)
        + "\n\n"
        + "\n".join(f"[{e.slug}]: {e.readme}" for e in sorted(lessons, key=lambda e: e.slug))
    ),
    "loose items": _each(
        lambda e: f"{e.number}. {e.link}\n\n   Learn {e.words}.\n\n   - {e.slug} one", "\n\n"
    ),
    "numbers, words below": _each(lambda e: f"{e.number}. {e.link}\n\nLearn {e.words}.", "\n\n"),
    "numbers, lists below": _each(
        lambda e: f"{e.number}. **{e.link}**\n\n- {e.words}\n- {e.slug} one", "\n\n---\n\n"
    ),
    "a table": _each(lambda e: f"| {e.number} | {e.link} | {e.words} |", "\n", _TABLE),
    "a table without links": _each(
        lambda e: f"**Module {e.number}: {e.title}** | {e.words}",
        "\n",
        "Lesson | About\n---|---\n{}",
    ),
    "headings": _each(
        lambda e: f"### Module {e.number}: {e.link}\n\n{e.words}.\n\n- one\n- two {e.slug}", "\n\n"
    ),
    "headings, links below": _each(
        lambda e: f"### 🚀 Module {e.number}: {e.title}\n\nThen {e.words}. [Open]({e.readme})",
        "\n\n* * *\n\n",
    ),
    "bold paragraphs": _each(lambda e: f"**{e.number}. {e.link}**\n\n{e.words}.", "\n\n"),
    "plain paragraphs": _each(lambda e: f"Module {e.number}: {e.title}", "\n\n"),
    "lines": _each(lambda e: f"[Module {e.number}: {e.title}]({e.readme})", "  \n"),
    "on one line": _each(lambda e: e.link, " | "),
    "boxes to tick": _each(lambda e: f"- [ ] {e.link} {e.words}"),
    "in brackets": _each(lambda e: f"{e.number}) {e.link} — {e.words}"),
    "quoted": _each(lambda e: f"> {e.number}. {e.link}"),
    "other bullets": _each(lambda e: f"* **Week {e.number}** – {e.link} *({e.words})*"),
    "two digits": _each(lambda e: f"- {e.number:02} · {e.link}"),
    "arrows": _each(lambda e: f"- {e.title} → [read]({e.readme}) ({e.words})"),
    "a wide table": _each(
        lambda e: (
            f"| ✅ | Week {e.number} | {e.link} | [Start]({e.readme}) | {e.slug} h | {e.words} |"
        ),
        "\n",
        "|   | When | Lesson | Go | Takes | About |\n| :-: | --- | --- | :-- | --: | --- |\n{}",
    ),
    "a table of numbers": _each(
        lambda e: f"| [{e.number:02}]({e.readme}) | {e.title} | {e.words} |",
        "\n",
        "| No. | Lesson | About |\n| --- | --- | --- |\n{}",
    ),
    "a grid": lambda lessons: _grid([e.link for e in lessons], 3),
    "a grid by columns": lambda lessons: _by_columns([e.link for e in lessons], 3),
    "a table in HTML": _each(
        lambda e: f'<tr>\n<td>{e.number}</td>\n<td><a href="{e.readme}">{e.title}</a></td>\n</tr>',
        "\n",
        "<table>\n{}\n</table>",
    ),
    "rules between": _each(lambda e: f"{e.link}\n\n{e.words}.", "\n\n---\n\n"),
    "HTML": _each(
        lambda e: f'  <li><a href="{e.readme}">{e.title}</a></li>', "\n", "<ul>\n{}\n</ul>"
    ),
}

#: What is not understood, or only in part: new units are told there.
OTHERS: dict[str, Form] = {
    "folded": _each(
        lambda e: (
            f"<details>\n<summary>Module {e.number}: {e.title}</summary>\n\n"
            f"{e.words}: [read]({e.readme})\n\n</details>"
        ),
        "\n\n",
    ),
    "pictures": _each(lambda e: f"- [![{e.title}](x.png) {e.title}]({e.readme}) {e.words}"),
    "prose": _each(lambda e: f"You {e.words} with [that lesson]({e.readme}).", "  "),
}


def lessons(*names: str) -> list[Lesson]:
    """Modules from 1 on, with titles and words of their own."""
    return [
        Lesson(at, name, f"{name.title()} {name[::-1]}", f"know {name} by heart")
        for at, name in enumerate(names, 1)
    ]


def curriculum(found: Sequence[Lesson], form: Form) -> dict[str, str]:
    """A level with the lessons, whose readme lists them in that form."""
    files = {
        "curriculum-lint.toml": "schemas = { module = 'any.json', subsection = 'any.json' }\n",
        "any.json": "{}\n",
        "README.md": "# Course\n\n- [The level](a_level/readme.md)\n",
        "a_level/readme.md": f"# The level\n\nBefore.\n\n{form(found)}\n\n## About\n\nThe end.\n",
        "a_level/x.md": "# X\n\n[Up](readme.md)\n",
    }
    return files | {
        f"a_level/{each.readme}": f"# {each.title}\n\n{each.words}.\n" for each in found
    }
