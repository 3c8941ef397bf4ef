"""The table `index`: which files the generated index is written to, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .key import ValueType, key


class PageLayout(StrEnum):
    """Whether the page is one file or a folder; ``AUTO`` decides by the length of the readmes."""

    AUTO = "auto"
    FILE = "file"
    FOLDER = "folder"


class IndexDepth(StrEnum):
    """The last kind of entry that an index in a readme lists."""

    LEVELS = "levels"
    MODULES = "modules"
    SUBSECTIONS = "subsections"
    EXERCISES = "exercises"


class IndexField(StrEnum):
    """What an index in a readme says of every unit, as far as it is known."""

    SUMMARY = "summary"
    TIME = "time"
    DIFFICULTY = "difficulty"
    EXERCISES = "exercises"
    TESTS = "tests"
    CONCEPTS = "concepts"


DEFAULT_INDEX_FIELDS = (
    IndexField.SUMMARY,
    IndexField.TIME,
    IndexField.DIFFICULTY,
    IndexField.EXERCISES,
    IndexField.TESTS,
)


class GraphOf(StrEnum):
    """What the nodes of a graph of prerequisites are."""

    UNITS = "units"
    CONCEPTS = "concepts"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Which files the generated index is written to; none where it is ``None``."""

    readme: tuple[str, ...] = key(
        (),
        ValueType.TARGET,
        "Markdown files that must hold a generated region. Regions in other files are kept as "
        "well.",
        ["README.md"],
        is_list=True,
    )
    json: str | None = key(
        None,
        ValueType.JSON_TARGET,
        "The file for the index as JSON; its name ends in `.json`.",
        "docs/index.json",
    )
    html: str | None = key(
        None,
        ValueType.HTML_TARGET,
        "The file for the index as a web page; its name ends in `.html`.",
        "docs/index.html",
    )
    source: str | None = key(
        None,
        ValueType.WEB_ADDRESS,
        "The web address that the page puts before the paths of files that are not on it. Without "
        "one, its links to them are relative.",
        "https://github.com/owner/repository/blob/main/",
    )
    layout: PageLayout = key(
        PageLayout.AUTO,
        ValueType.CHOICE,
        "Whether the page is one file or a folder with a file for each unit; `auto` makes one file "
        "as long as the readmes have at most two million characters.",
        "folder",
        choices=PageLayout,
    )
    check_command: str | None = key(
        None,
        ValueType.TEXT,
        "The command that checks an exercise, for learners to copy from the page. `{number}` "
        "stands for the number of the exercise.",
        "node acceptance/check.mjs {number}",
    )
    depth: IndexDepth = key(
        IndexDepth.SUBSECTIONS,
        ValueType.CHOICE,
        "The last kind of entry that an index in a readme lists.",
        "modules",
        choices=IndexDepth,
    )
    fields: tuple[IndexField, ...] = key(
        DEFAULT_INDEX_FIELDS,
        ValueType.CHOICE,
        "What an index in a readme says of every unit, as far as it is known.",
        ["summary", "time"],
        is_list=True,
        choices=IndexField,
    )
    graph: GraphOf = key(
        GraphOf.UNITS,
        ValueType.CHOICE,
        "What the nodes of a graph of prerequisites in a readme are.",
        "concepts",
        choices=GraphOf,
    )
