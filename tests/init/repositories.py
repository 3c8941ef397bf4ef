"""Repositories as people lay them out: paths of readmes, and the settings that describe them."""

from __future__ import annotations

from typing import NamedTuple


class Repository(NamedTuple):
    paths: list[str]
    levels: list[str]
    module_pattern: str
    readme: str
    modules: int
    subsections: int = 0
    subsection_pattern: str = "{letter}_{slug}"
    unit_file: str | None = None


LAYOUTS = {
    "like this repository": Repository(
        [
            "README.md",
            *(f"junior_level/{n}_topic_{w}/readme.md" for n, w in enumerate("abcdefghijk", 1)),
            "junior_level/1_topic_a/a_more_words/readme.md",
            "junior_level/1_topic_a/b_last_words/readme.md",
            "junior_level/readme.md",
            "mid_level/readme.md",
        ],
        ["*_level"],
        "{number}_{slug}",
        "readme.md",
        11,
        2,
    ),
    "at the root": Repository(
        [
            "README.md",
            "01-intro/README.md",
            "02-loops/README.md",
            "10-files/README.md",
            "docs/a.md",
        ],
        ["."],
        "{number:02}-{slug}",
        "README.md",
        3,
    ),
    "weeks": Repository(
        [
            "week1/readme.md",
            "week2/readme.md",
            "week3/readme.md",
            "week12/readme.md",
            "v1/readme.md",
        ],
        ["."],
        "week{number}",
        "readme.md",
        4,
    ),
    "lessons that start again in each theme": Repository(
        [
            "README.md",
            *(f"html/lessons/{n}-forms-{w}/README.md" for n, w in enumerate("abc", 1)),
            *(f"css/lessons/{n}-boxes-{w}/README.md" for n, w in enumerate("ab", 1)),
            "js/lessons/1-values/README.md",
            "html/assets/1-pictures/about.txt",
        ],
        ["*/lessons"],
        "{number}-{slug}",
        "README.md",
        6,
    ),
    "files with letters": Repository(
        ["part1.md", "part1a.md", "part1b.md", "part2.md", "part2a.md", "part3.md", "readme.md"],
        ["."],
        "part{number}.md",
        "readme.md",
        3,
        3,
        "part{number}{letter}.md",
    ),
    "files with letters only": Repository(
        ["part1a.md", "part1b.md", "part2a.md", "part2b.md"],
        ["."],
        "part{number}{track}.md",
        "readme.md",
        4,
    ),
    "files with letters in folders": Repository(
        [f"content/{n}/en/part{n}{w}.md" for n in (1, 2, 3) for w in ("", "a", "b")],
        ["content/*/en"],
        "part{number}.md",
        "readme.md",
        3,
        6,
        "part{number}{letter}.md",
    ),
    "two folders down": Repository(
        [
            *(f"backend/{w}/{n}_part_{w}/readme.md" for w in ("data", "web") for n in (1, 2)),
            *(f"frontend/css/{n}_part/readme.md" for n in (1, 2, 3)),
        ],
        ["*/*"],
        "{number}_{slug}",
        "readme.md",
        7,
    ),
    "two folders down beside others": Repository(
        [
            "backend/data/1_tables/readme.md",
            "backend/data/2_keys/readme.md",
            "backend/web/1_html/readme.md",
            "backend/pictures/about.md",
        ],
        ["backend/data", "backend/web"],
        "{number}_{slug}",
        "readme.md",
        3,
    ),
    "numbered themes with numbered lessons": Repository(
        [
            "1-Introduction/README.md",
            "2-Working-With-Data/README.md",
            *(f"1-Introduction/0{n}-lesson-{w}/README.md" for n, w in enumerate("abc", 1)),
            *(f"2-Working-With-Data/0{n}-lesson-{w}/README.md" for n, w in enumerate("de", 4)),
            *(f"translations/fr/1-Introduction/0{n}-lecon/README.md" for n in range(1, 9)),
        ],
        ["1-Introduction", "2-Working-With-Data"],
        "{number:02}-{slug}",
        "README.md",
        5,
    ),
    "tracks and a second number": Repository(
        [
            "06-core-01/readme.md",
            "06-core-02/readme.md",
            "06-extra-01/readme.md",
            "07-core-01/readme.md",
        ],
        ["."],
        "{number:02}-{track}-{part:02}",
        "readme.md",
        4,
    ),
    "numbers in words are no parts": Repository(
        ["01-python-3/readme.md", "02-web-2/readme.md", "03-css/readme.md"],
        ["."],
        "{number:02}-{slug}",
        "readme.md",
        3,
    ),
    "capitals and blanks": Repository(
        ["Lesson 1 - Loops/README.md", "Lesson 2 - Lists Of Lists/README.md"],
        ["."],
        "Lesson {number} - {name}",
        "README.md",
        2,
    ),
    "another readme": Repository(
        ["course/01_one/index.md", "course/02_two/index.md", "course/02_two/notes.md"],
        ["course"],
        "{number:02}_{slug}",
        "index.md",
        2,
    ),
    "chapters as files": Repository(
        [f"docs/{n:02}-chapter-{w}.md" for n, w in enumerate("abcdefghijkl", 1)],
        ["docs"],
        "{number:02}-{slug}.md",
        "readme.md",
        12,
    ),
    "folders with special characters": Repository(
        ["[a] course/1_one/readme.md", "[a] course/2_two/readme.md", "a course/notes.md"],
        ["[[]a] course"],
        "{number}_{slug}",
        "readme.md",
        2,
    ),
    "cohorts and pages beside the course": Repository(
        [
            "README.md",
            *(f"{n:02}-topic-{w}/README.md" for n, w in enumerate("abcdef", 1)),
            *(f"{n:02}-topic-{w}/0{m}-page.md" for n, w in enumerate("ab", 1) for m in range(1, 5)),
            *(
                f"cohorts/{year}/{n:02}-topic-{w}/homework.md"
                for year in (2021, 2022, 2023)
                for n, w in enumerate("abcdef", 1)
            ),
        ],
        ["."],
        "{number:02}-{slug}",
        "README.md",
        6,
    ),
    "the only Markdown file of each folder": Repository(
        [
            "readMe.md",
            *(f"{n:02}_Day_Topic_{w}/{n:02}_topic_{w}.md" for n, w in enumerate("ABCDE", 1)),
            "03_Day_Topic_C/03_topic_boilerplate/README.md",
        ],
        ["."],
        "{number:02}_{name}",
        "readMe.md",
        5,
        unit_file="*.md",
    ),
    "lessons in phases with their text in a folder": Repository(
        [
            "README.md",
            *(f"phases/{p:02}-phase-{w}/README.md" for p, w in enumerate("abc")),
            *(
                f"phases/{p:02}-phase-{w}/{n:02}-lesson-{x}/docs/en.md"
                for p, w in enumerate("abc")
                for n, x in enumerate("abcd", 1)
            ),
        ],
        ["phases"],
        "{number:02}-{slug}",
        "README.md",
        12,
        unit_file="docs/en.md",
    )._replace(levels=["phases/*"]),
    "numbers in two parts": Repository(
        [
            "README.md",
            *(f"{n}.{m} About Topic {w}.md" for n in (1, 2, 3) for m, w in enumerate("abc", 1)),
            *(f"translations/fr/{n}.{m} Sujet.md" for n in (1, 2, 3) for m in (1, 2, 3)),
        ],
        ["."],
        "{number}.{part} {name}.md",
        "README.md",
        9,
    ),
    "ranges and three digits": Repository(
        [
            "README.md",
            *(f"Day01-20/{n:02}.topic.md" for n in range(1, 21)),
            *(f"Day21-40/{n:02}.topic.md" for n in (*range(21, 31), *range(33, 41))),
            "Day21-40/31-32.topic.md",
            *(f"Day41-100/{n}.topic.md" for n in range(41, 101)),
        ],
        ["*"],
        "{number:02}.{slug}.md",
        "README.md",
        99,
    ),
    "dates and versions are no units": Repository(
        [
            "README.md",
            *(f"lessons/{n}-lesson-{w}/README.md" for n, w in enumerate("abcd", 1)),
            *(f"2021-0{n}_news/README.md" for n in range(1, 9)),
            *(f"{n}.0_notes/README.md" for n in range(1, 9)),
            *(f"notes/v{n}/README.md" for n in range(1, 9)),
        ],
        ["lessons"],
        "{number}-{slug}",
        "README.md",
        4,
    ),
    "a number behind a hash": Repository(
        [f"Python Class #{n} Topic {w}/README.md" for n, w in enumerate("ABCD", 1)],
        ["."],
        "Python Class #{number} {name}",
        "README.md",
        4,
    ),
    "chapters in Chinese": Repository(
        [f"docs/第{n}章 主题{n}/README.md" for n in range(1, 6)],
        ["docs"],
        "第{number}章 {slug}",
        "README.md",
        5,
    ),
    "several courses": Repository(
        [
            "README.md",
            *(f"python/week{n}/README.md" for n in range(1, 5)),
            *(f"javascript/week{n}/README.md" for n in range(1, 4)),
            *(f"databases/week{n}/README.md" for n in range(1, 3)),
        ],
        ["*"],
        "week{number}",
        "README.md",
        9,
    ),
    "three levels deep": Repository(
        [
            f"{n}-part/{m:02}-chapter/{k}-article/article.md"
            for n in (1, 2)
            for m in (1, 2, 3)
            for k in (1, 2, 3)
        ],
        ["*/*"],
        "{number}-{slug}",
        "readme.md",
        18,
        unit_file="article.md",
    ),
    "years that are the courses": Repository(
        [f"{year}/Days/day{n:02}.md" for year in (2022, 2023) for n in range(1, 31)],
        ["*/Days"],
        "day{number:02}.md",
        "readme.md",
        60,
    ),
    "translations beside each other": Repository(
        [
            *(f"units/en/unit{n}/README.md" for n in range(1, 6)),
            *(f"units/{lang}/unit{n}/README.md" for lang in ("es", "fr", "ko") for n in (1, 2, 3)),
        ],
        ["units/en"],
        "unit{number}",
        "README.md",
        5,
    ),
}
