"""What a repository is for, by its own words: a course, or a product and its documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from ..workspace.read import FileText
from ..workspace.tree import EntryKind
from ..workspace.workspace import Workspace

#: What only a course is called, in the languages in which most are written.
_COURSE = re.compile(
    r"(?<![-\w])(?:(?<!of )courses?|curricul(?:um|a|ums)|boot ?camps?|syllab(?:us|i)|lessons?|"
    r"workshops?|lectures?|learners?|students?|homeworks?|textbooks?|cursos?|lecci[oó]n(?:es)?|"
    r"clases?|aulas?|cours|kurs\w*|lehrgang|unterricht|corso|lezioni|cursus|kurz\w*|dersler\w*|"
    r"курс\w*|урок\w*|лекци\w*|занят\w*)(?!\w)|课程|課程|教程|教材|讲义|講義|コース|講座|授業|入門|"
    r"강의|강좌|수업|khóa học|bài học|पाठ्यक्रम|دورة|บทเรียน",
    re.IGNORECASE,
)
#: What is said of courses, and of the documentation of much else.
_TEACHES = re.compile(
    r"(?<![-\w])(?:learn(?! more)|teach(?:es|ing)?|tutorials?|book|chapters?|exercises?|katas?|"
    r"challenges?|training|classroom|beginners?|aprende\w*|apprendre|lernen|изуча\w*)(?!\w)|"
    r"学习|學習|学ぶ|학습",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^#[ \t]+(.+)$|<h1[^>]*>(.+?)</h1>", re.MULTILINE | re.IGNORECASE)
#: What a file that describes a site or a package says of it.
_DESCRIBED = re.compile(
    r"""^\W*(?:site_name|site_description|title|description|tagline|name)["']?[ \t]*[:=](.*)$""",
    re.MULTILINE | re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:docs/)?(?:readme|index)\.(?:md|mdx|markdown)|mkdocs\.ya?ml|book\.toml|_config\.ya?ml|"
    r"_quarto\.yml|myst\.yml|docusaurus\.config\.[cm]?[jt]s|(?:hugo|config)\.(?:toml|ya?ml)|"
    r"package\.json|pyproject\.toml",
    re.IGNORECASE,
)
_MANIFEST = re.compile(
    r"package\.json|pyproject\.toml|setup\.(?:py|cfg)|cargo\.toml|go\.mod|pom\.xml|composer\.json|"
    r"build\.gradle(?:\.kts)?|mix\.exs|cmakelists\.txt|package\.swift|.*\.(?:gemspec|sln|tf)",
    re.IGNORECASE,
)
_HISTORY = re.compile(r"(?:changelog|changes|history|news)(?:\.\w+)?", re.IGNORECASE)
_SOURCES = frozenset({"src", "lib", "pkg", "cmd", "crates", "packages", "internal", "plugins"})
#: So many words say what a product is not.
_MANY = 3
_LONGEST = 30_000

#: Pages that tell how to use a product.
_PAGES_OF_A_PRODUCT = re.compile(
    r"(?:about|tests|resources|learning|(?:quick|getting)[-_ ]?start(?:ed)?|install(?:ation|ing)?|"
    r"usage|config(?:uration|uring)?|"
    r"(?:rest[-_ ]?)?api(?:[-_ ]reference)?|cli|reference|faq|changelog|contributing|deploy(?:ment|"
    r"ing)?|troubleshooting|migrat(?:ion|ing)(?:[-_ ]guide)?|upgrad(?:e|ing)|plugins?|security|"
    r"architecture|development|release[-_ ]?notes|roadmap|license|options|settings|authentication|"
    r"monitoring|benchmarks?|performance|core|utils?|common|shared|client|server|sdk)",
    re.IGNORECASE,
)
_MOST_PAGES = 0.4
_MOST_PAGES_BESIDE_A_COURSE = 0.8
#: Folders whose numbered files are entered one after another, and taught to nobody.
_RECORDS = re.compile(
    r"(?:(?:architectur(?:e|al)|design|technical|team|board|project)[-_])?(?:adrs?|rfcs?|keps?|"
    r"peps?|decisions?|decision[-_](?:records?|log)|proposals?|meetings?|meeting[-_](?:notes|"
    r"minutes)|minutes|agendas?|standups?|retro(?:s|spectives)?|newsletters?|migrations|incidents|"
    r"postmortems)",
    re.IGNORECASE,
)
#: The last word of the names of what is entered from time to time.
_RECORD = re.compile(
    r"(?:.*[-_ ])?(?:news|minutes|meetings?|reports?|updates?|digests?|newsletters?|releases?|"
    r"changelog|standups?|retro(?:s|spective)?|logs?|status)",
    re.IGNORECASE,
)
#: What makes a folder a part of a program.
_PART = re.compile(
    r"package\.json|pyproject\.toml|setup\.py|cargo\.toml|go\.mod|pom\.xml|chart\.ya?ml|main\.tf|"
    r"action\.ya?ml|__init__\.py|tasks|handlers",
    re.IGNORECASE,
)
#: An item of a list that leads to another website.
_LINK_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\W{0,4}\[.*?\]\(https?://", re.MULTILINE)
_PROSE = re.compile(r"^(?![ \t]*(?:#|\||<!--|$)).+$", re.MULTILINE)
_MOST_LINKS = 0.6
_MOST_RECORDS = 0.6
_MOST_PARTS = 0.6
_MOST_READ = 20


class Purpose:
    """What the texts of one repository say that it is for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._tree = workspace, workspace.tree

    @cached_property
    def is_course(self) -> bool:
        """Whether it calls itself a course: a product does so in its title, or often."""
        titles, texts = " ".join(self._titles), " ".join(self._texts)
        named = _COURSE.search(titles) or _TEACHES.search(titles)
        return bool(named) or len(_COURSE.findall(texts)) >= (_MANY if self._is_product else 1)

    def may_be_lessons(self, folders: Iterable[str], names: Sequence[str]) -> bool:
        """Whether numbered units in ``folders`` may be lessons, by what is around them.

        In the repository of a program or library, folders say so themselves.
        """
        around = list(folders)
        records = sum(_RECORD.fullmatch(name) is not None for name in names)
        if (around and all(map(_are_records, around))) or records > _MOST_RECORDS * len(names):
            return False
        return not self._is_product or self.is_course or any(map(_names_course, around))

    def may_be_named(self, units: Sequence[str], *, in_order: bool) -> bool:
        """Whether units without numbers may be lessons, rather than pages about a program.

        What stands in no order is a course only where the repository speaks of learning.
        """
        if any("awesome" in each for each in self._titles):
            return False
        if self._is_product and not self.is_course:
            return False
        names = [path.rpartition("/")[2].partition(".")[0] for path in units]
        manual = sum(_PAGES_OF_A_PRODUCT.fullmatch(name) is not None for name in names)
        if self.is_course:
            return manual < _MOST_PAGES_BESIDE_A_COURSE * len(names)
        if self._speaks_of_learning:
            return manual < _MOST_PAGES * len(names)
        parts = sum(map(self._is_part, units))
        return in_order and manual < _MOST_PAGES * len(names) and parts < _MOST_PARTS * len(units)

    def are_collections(self, files: Iterable[str]) -> bool:
        """Whether texts are mostly lists of links to other websites."""
        texts = [text for path in list(files)[:_MOST_READ] if (text := self._read(path))]
        lines = sum(len(_PROSE.findall(text)) for text in texts)
        return sum(len(_LINK_ITEM.findall(text)) for text in texts) > _MOST_LINKS * lines

    def _is_part(self, unit: str) -> bool:
        """Whether a folder is a part of a program."""
        return any(_PART.fullmatch(each.name) for each in self._tree.children(unit))

    @cached_property
    def _speaks_of_learning(self) -> bool:
        return any(map(_TEACHES.search, self._texts))

    @cached_property
    def _is_product(self) -> bool:
        top = self._tree.children(".")
        files = [each.name for each in top if each.kind is EntryKind.FILE]
        folders = {each.name.casefold() for each in top if each.kind is EntryKind.FOLDER}
        is_kept = any(map(_HISTORY.fullmatch, files)) or bool(folders & _SOURCES)
        return any(map(_MANIFEST.fullmatch, files)) and (is_kept or "main.tf" in files)

    @cached_property
    def _texts(self) -> list[str]:
        return [text for path in self._tree.entries if (text := self._about(path))]

    @cached_property
    def _titles(self) -> list[str]:
        found = (_TITLE.search(text) for text in self._texts)
        return [(match[1] or match[2]).casefold() for match in found if match]

    def _about(self, path: str) -> str:
        if not _ABOUT.fullmatch(path):
            return ""
        text = self._read(path)
        if path.casefold().endswith((".md", ".mdx", ".markdown")):
            return text
        return "\n".join(f"# {match[1]}" for match in _DESCRIBED.finditer(text))

    def _read(self, path: str) -> str:
        read = self._workspace.read(path)
        return read.text[:_LONGEST] if isinstance(read, FileText) else ""


def _are_records(folder: str) -> bool:
    """Whether numbered files in a folder are decisions, proposals or minutes."""
    return any(map(_RECORDS.fullmatch, folder.split("/")[-2:]))


def _names_course(folder: str) -> bool:
    words = re.findall(r"[^\W\d_]+", folder.casefold())
    return any(_COURSE.fullmatch(each) or _TEACHES.fullmatch(each) for each in words)
