"""Repositories in kinds that others use, and what ``init`` must see in each; none is a real one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from .trees import expand, links

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Found(NamedTuple):
    """The settings of a layout, and how many modules they find."""

    levels: tuple[str, ...]
    patterns: tuple[str, ...]
    modules: int
    unit_file: str | None = None
    order: tuple[str, ...] = ()
    order_by: str | None = None


class Foreign(NamedTuple):
    """The files of a repository, with the texts that matter; ``found`` is ``None`` for none."""

    paths: list[str]
    found: Found | None
    texts: Mapping[str, str] = _NO_TEXTS


def _of(
    *paths: str,
    levels: tuple[str, ...] = (".",),
    names: str | tuple[str, ...],
    modules: int,
    unit_file: str | None = None,
    order: tuple[str, ...] = (),
    order_by: str | None = None,
    texts: Mapping[str, str] = _NO_TEXTS,
) -> Foreign:
    patterns = (names,) if isinstance(names, str) else names
    found = Found(levels, patterns, modules, unit_file, order, order_by)
    return Foreign(expand("README.md", *paths), found, texts)


TREES: dict[str, Foreign] = {
    "themes with lessons, assignments and translations": _of(
        "{1..3}-theme/README.md",
        "{1..3}-theme/{1..4}-lesson/{README,assignment}.md",
        "{1..3}-theme/{1..4}-lesson/translations/README.{es,fr}.md",
        "translations/{fr,de,es}/{1..3}-theme/{1..4}-lesson/README.md",
        levels=("1-theme", "2-theme", "3-theme"),
        names="{number}-{slug}",
        modules=12,
    ),
    "lessons that say their number twice": _of(
        "{1..3}-Theme/{1-lesson-1,2-lesson-2,3-lesson-3}/README.md",
        levels=("*",),
        names="{number}-{slug}",
        modules=9,
    ),
    "articles of chapters of parts, with tasks": _of(
        "{1..3}-part/index.md",
        "{1..3}-part/{01..03}-chapter/index.md",
        "{1..3}-part/{01..03}-chapter/{01..04}-article/article.md",
        "{1..3}-part/{01..03}-chapter/{01..04}-article/{1..2}-task/{task,solution}.md",
        levels=("*/*",),
        names="{number:02}-{slug}",
        modules=36,
        unit_file="article.md",
    ),
    "days of weeks of modules": _of(
        "Module-{01..02}/Week-{01..03}/Day-{01..05}/README.md",
        levels=("*/*",),
        names="Day-{number:02}",
        modules=30,
    ),
    "days named as their folder is": _of(
        "{02..30}_Day_Topic/{=}_topic.md",
        "Chinese/{02..30}_Day_T/{=}_topic.md",
        "old_files/readme{1..9}.md",
        names="{number:02}_{name}",
        modules=29,
        unit_file="*.md",
    ),
    "a new edition beside an old one": _of(
        "src/SUMMARY.md",
        "src/ch{01..09}-{00..03}-topic.md",
        "first-edition/src/ch{01..09}-{00..03}-topic.md",
        levels=("src",),
        names="ch{number:02}-{part:02}-{slug}.md",
        modules=36,
    ),
    "pages in numbered sections without a text of their own": _of(
        "docs/{01..05}-section/{01..09}-topic.md",
        levels=("docs/*",),
        names="{number:02}-{slug}.md",
        modules=45,
    ),
    "seasons and episodes": _of(
        "S{01..03}E{01..06}-topic/README.md", names="S{number:02}E{part:02}-{slug}", modules=18
    ),
    "units and lessons in one name": _of(
        "Unit {1..6}/Unit {=} Lesson {1..3}.md",
        levels=("*",),
        names="Unit {number} Lesson {part}.md",
        modules=18,
    ),
    "two numbers below a section": _of(
        "{1..5}. Section/{=}.{1..4} Topic.md",
        levels=("*",),
        names="{number}.{part} {name}.md",
        modules=20,
    ),
    "two numbers in folders, with translated readmes": _of(
        "guides/{1..2}.{1..7}-topic/README.md",
        "guides/{1..2}.{1..7}-topic/README.{ja,es}.md",
        levels=("guides",),
        names="{number}.{part}-{slug}",
        modules=14,
    ),
    "a Japanese counter": _of("第{1..8}回/README.md", names="第{number}回", modules=8),
    "Russian lessons": _of(
        "Урок {1..12}. Тема/README.md", names="Урок {number}. {slug}", modules=12
    ),
    "Spanish weeks with days": _of(
        "Semana {1..5} - Tema/README.md",
        "Semana {1..5} - Tema/Día {1..3}/README.md",
        levels=("*",),
        names="Día {number}",
        modules=15,
    ),
    "French sessions with exercises beside the course": _of(
        "séance-{1..6}/{cours,exercices}.md",
        names="séance-{number}",
        modules=6,
        unit_file="cours.md",
    ),
    "lectures, labs and homework": _of(
        "lectures/lecture-{01..14}.md",
        "labs/lab-{01..09}.md",
        "homework/hw{1..5}.md",
        "syllabus.md",
        levels=("lectures",),
        names="lecture-{number:02}.md",
        modules=14,
    ),
    "weeks that became topics": _of(
        "week{1..4}/README.md",
        "{05..09}-topic/README.md",
        names=("{number:02}-{slug}", "week{number}"),
        modules=9,
    ),
    "files of which some became folders": _of(
        "lessons/{01..06}-topic.md",
        "lessons/{07..08}-project/README.md",
        levels=("lessons",),
        names=("{number:02}-{slug}.md", "{number:02}-{slug}"),
        modules=8,
    ),
    "a week with more in its name": _of(
        "week{1..5}/README.md",
        "week6-project/README.md",
        names=("week{number}", "week{number}-{slug}"),
        modules=6,
    ),
    "topics beside weeks that count anew": _of(
        "{01..05}-topic/README.md",
        "week{1..3}/README.md",
        names="{number:02}-{slug}",
        modules=5,
    ),
    "several courses with lessons": _of(
        "html/lesson{1..6}/tutorial.md",
        "js/lesson{1..8}/tutorial.md",
        "ruby/lesson{1..4}/tutorial.md",
        levels=("*",),
        names="lesson{number}",
        modules=18,
        unit_file="tutorial.md",
    ),
    "courses with pages in files": _of(
        "courses/{python,web,data}/README.md",
        "courses/{python,web,data}/{01..06}-topic.md",
        levels=("courses/*",),
        names="{number:02}-{slug}.md",
        modules=18,
    ),
    "three digits": _of(
        "lessons/{001..120}_topic.md",
        levels=("lessons",),
        names="{number:03}_{slug}.md",
        modules=120,
    ),
    "capitals": _of("WEEK_{01..10}_INTRO/README.MD", names="WEEK_{number:02}_{name}", modules=10),
    "dashes around the number": _of(
        "python/{01..20}_-_topic/README.md",
        "more-python/{01..06}_-_more/README.md",
        levels=("*",),
        names="{number:02}_-_{slug}",
        modules=26,
    ),
    "bare numbers": _of("{1..12}/README.md", "{1..12}/notes.md", names="{number}", modules=12),
    "topics in a list, with tasks beside": _of(
        "{html,css,js,node}/README.md",
        "{html,css,js,node}/exercises/README.md",
        names="{name}",
        modules=4,
        order=("README.md",),
        texts={"README.md": links("{html,css,js,node}")},
    ),
    "a book with a summary": _of(
        "SUMMARY.md",
        "{hello,integers,arrays,structs,maps}.md",
        "contributing.md",
        names="{name}.md",
        modules=5,
        order=("SUMMARY.md",),
        texts={"SUMMARY.md": links("{hello,integers,arrays,structs,maps}.md")},
    ),
    "a Quarto book": _of(
        "_quarto.yml",
        "{intro,data,models,reports}.md",
        names="{name}.md",
        modules=4,
        order=("_quarto.yml",),
        texts={
            "_quarto.yml": "book:\n  chapters:\n    - intro.md\n    - part: Two\n      chapters:\n"
            "        - data.md\n        - models.md\n    - reports.md\n"
        },
    ),
    "copies in other languages beside each other": _of(
        "{en,fr-FR,de-DE}/step_{1..8}.md",
        levels=("en",),
        names="step_{number}.md",
        modules=8,
    ),
    "sections of a site with weights": _of(
        "hugo.toml",
        "content/{intro,setup,loops,files}/{_index,more}.md",
        levels=("content",),
        names="{name}",
        modules=4,
        order_by="weight",
        texts={
            f"content/{name}/_index.md": f"+++\ntitle = 'About {name}'\nweight = {at}0\n+++\n"
            for at, name in enumerate(("setup", "intro", "loops", "files"), 1)
        },
    ),
    "pages of a site with positions": _of(
        "docs/{intro,setup,loops,files}.md",
        levels=("docs",),
        names="{name}.md",
        modules=4,
        order_by="sidebar_position",
        texts={
            f"docs/{name}.md": f"---\nsidebar_position: {at}\n---\n# About {name}\n"
            for at, name in enumerate(("setup", "intro", "loops", "files"), 1)
        },
    ),
    "a menu of pages": _of(
        "pages/_meta.json",
        "pages/{intro,basics,models,risks}.md",
        levels=("pages",),
        names="{name}.md",
        modules=4,
        order=("pages/_meta.json",),
        texts={"pages/_meta.json": '{"intro": "A", "models": "B", "basics": "C", "risks": "D"}'},
    ),
    "chapters in MDX, in several languages": _of(
        "chapters/{en,fr,ja}/chapter{0..5}/{1..4}.mdx",
        "chapters/{en,fr,ja}/chapter{0..5}/introduction.mdx",
        levels=("chapters/en",),
        names="chapter{number}",
        modules=6,
        unit_file="introduction.mdx",
    ),
    "pages in MDX": _of(
        "docs/{01..04}-topic.mdx", levels=("docs",), names="{number:02}-{slug}.mdx", modules=4
    ),
    "notes": Foreign(expand("README.md", "docs/{api,faq,install}.md", "guide.md"), None),
    "one readme": Foreign(expand("README.md", "CONTRIBUTING.md"), None),
    "protocols of meetings": Foreign(
        expand("README.md", "minutes/2023-{09..12}-{04..07}.md", "releases/{1..4}.0_notes.md"), None
    ),
}
