"""What lies in a repository and is no lesson: translations, history, pictures, tools."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from ..text.natural import natural_key
from ..text.translation import is_language, original_of
from ..workspace.tree import EntryKind, Tree


class AsideKind(StrEnum):
    """Why a folder is passed over in the search for units."""

    TRANSLATION = "translations"
    HISTORY = "earlier versions and cohorts"
    MATERIAL = "pictures, templates, tests and tools"


_MATERIAL = frozenset(
    [
        *("assets", "image", "images", "img", "imgs", "figures", "fig", "figs", "icons"),
        *("screenshots", "test", "tests", "fixtures", "template", "templates", "archetypes"),
        *("layouts", "vendor", "third_party", "node_modules", "partials", "shortcodes"),
        *("boilerplate", "outputs"),
    ]
)
#: These may be lessons, too, except at the top of a repository.
_MATERIAL_AT_THE_TOP = frozenset(
    ["media", "static", "public", "scripts", "tools", "site", "plugins", "themes", "build", "dist"]
)
_MATERIAL_STARTS = ("_layout", "_include", "_template", ".")
#: Hidden folders in which courses keep their texts: anywhere, and at this place.
_HIDDEN_TEXTS = ".docs"
_HIDDEN_STEPS = ".github/steps"
_MATERIAL_ENDS = ("_boilerplate", "-boilerplate", "-solution", "_solution")
_HISTORY = re.compile(
    r"(?:.*[_-])?(?:archives?|archived|deprecated|obsolete|outdated|backup|cohorts?)(?:[_-].*)?",
    re.IGNORECASE,
)
_HISTORY_AT_THE_TOP = re.compile(
    r"(?:versioned_docs|old|legacy|previous|past|batches|editions|news|blog|_?posts|changelogs?|releases?|"
    r"release[_-]notes)(?:[_-].*)?|(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))[_-]edition",
    re.IGNORECASE,
)
_VERSION = re.compile(r"v(?:ersion)?[-_ ]?\d+(?:\.\d+)*", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:[a-z]+[-_ ]?)?(?:19|20)\d\d(?:[-_](?:\d\d)?\d\d|[-_][a-z]+)?", re.IGNORECASE
)
_FOLDERS_OF_TRANSLATIONS = re.compile(
    r"translat(?:ions?|ed)(?:[_-].*)?|.*[_-]translations|i18n|l10n|locales?|langs?|languages",
    re.IGNORECASE,
)
_ENGLISH = ("en", "english", "en-us", "en-gb", "en_us")
#: So much of what is in a folder must be outside as well, for it to be a copy.
_MIRRORED = 0.5
#: So much is enough beside another language.
_ALIKE = 0.2


class Asides:
    """The folders of one tree that hold no units."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._texts = [entry.path for entry in tree.markdown()]
        self._kinds: dict[str, AsideKind | None] = {"": None, _HIDDEN_STEPS: None}

    def kind(self, path: str) -> AsideKind | None:
        """Why ``path`` is passed over, ``None`` where it is not."""
        if path not in self._kinds:
            around, _, name = path.rpartition("/")
            self._kinds[path] = self.kind(around) or self._own_kind(around, name, path)
        return self._kinds[path]

    @cached_property
    def folders(self) -> Mapping[str, AsideKind]:
        """The outermost folders that are passed over and hold Markdown files."""
        found: dict[str, AsideKind] = {}
        for text in self._texts:
            parts = text.split("/")[:-1]
            for at in range(len(parts) if self.kind("/".join(parts)) else 0):
                kind = self.kind("/".join(parts[: at + 1]))
                if kind is not None:
                    found["/".join(parts[: at + 1])] = kind
                    break
        return found

    def is_translated(self, path: str) -> bool:
        """Whether a file is a translation that stands beside the file it translates."""
        return original_of(path, self._tree.entries) != path

    def _own_kind(self, around: str, name: str, path: str) -> AsideKind | None:
        if _is_material(name.casefold(), is_top=not around):
            return AsideKind.MATERIAL
        if _FOLDERS_OF_TRANSLATIONS.fullmatch(name) or self._is_translation(around, name, path):
            return AsideKind.TRANSLATION
        is_year = _YEAR.fullmatch(name) is not None and not self._are_all_years(around)
        is_old = is_year or self._is_replaced(around, name)
        return AsideKind.HISTORY if is_old or _is_history(name, is_top=not around) else None

    def _is_replaced(self, around: str, name: str) -> bool:
        """Whether a folder such as `v1` stands beside a later version with texts."""
        if not _VERSION.fullmatch(name):
            return False
        others = (
            each.name
            for each in self._tree.children(around or ".")
            if each.kind is EntryKind.FOLDER and self._count(each.path)
        )
        return any(
            _VERSION.fullmatch(other) and natural_key(other) > natural_key(name) for other in others
        )

    def _is_translation(self, around: str, name: str, path: str) -> bool:
        if not is_language(name):
            return False
        others = [each for each in self._languages.get(around, ()) if each != name]
        if not others:
            return self._is_mirrored(path, around)
        source = self._source(around, [name, *others])
        return name != source and self._share(path, f"{around}/{source}".lstrip("/")) >= _ALIKE

    def _source(self, around: str, languages: Sequence[str]) -> str:
        """The language that the others are translated from."""
        english = [each for each in languages if each.casefold() in _ENGLISH]
        counts = Counter({each: self._count(f"{around}/{each}".lstrip("/")) for each in languages})
        return english[0] if english else counts.most_common(1)[0][0]

    @cached_property
    def _languages(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for path, entry in self._tree.entries.items():
            if entry.kind is EntryKind.FOLDER and is_language(entry.name) and self._count(path):
                found.setdefault(path.rpartition("/")[0], []).append(entry.name)
        return found

    @cached_property
    def _below(self) -> Counter[str]:
        """How many Markdown files are in each folder and below it."""
        counts: Counter[str] = Counter()
        for text in self._texts:
            parts = text.split("/")
            counts.update("/".join(parts[:at]) for at in range(1, len(parts)))
        return counts

    def _count(self, folder: str) -> int:
        return self._below[folder]

    def _is_mirrored(self, path: str, around: str) -> bool:
        """Whether most of what is in a folder is around it as well, whatever it is called there."""
        return self._share(path, around) >= _MIRRORED

    def _share(self, path: str, other: str) -> float:
        """The share of the texts in one folder that ``other`` has outside of it as well."""
        start = f"{other}/" if other else ""
        inside = [text for text in self._texts if text.startswith(f"{path}/")]
        outside = {
            _numbers(text.removeprefix(start))
            for text in self._texts
            if text.startswith(start) and not text.startswith(f"{path}/")
        }
        same = sum(_numbers(text.removeprefix(f"{path}/")) in outside for text in inside)
        return same / max(len(inside), 1)

    def _are_all_years(self, around: str) -> bool:
        """Whether nothing but years is there: then they are the courses themselves."""
        children = self._tree.children(around or ".")
        folders = [
            each.name
            for each in children
            if each.kind is EntryKind.FOLDER and self._count(each.path) > 1
        ]
        return all(_YEAR.fullmatch(name) or _HISTORY.fullmatch(name) for name in folders)


def _is_material(name: str, *, is_top: bool) -> bool:
    known = _MATERIAL | _MATERIAL_AT_THE_TOP if is_top else _MATERIAL
    if name == _HIDDEN_TEXTS:
        return False
    return name in known or name.startswith(_MATERIAL_STARTS) or name.endswith(_MATERIAL_ENDS)


def _is_history(name: str, *, is_top: bool) -> bool:
    if is_top and _HISTORY_AT_THE_TOP.fullmatch(name):
        return True
    return _HISTORY.fullmatch(name) is not None


def _numbers(path: str) -> str:
    """A path with what translators keep: the numbers of units, or the names without any."""
    return "/".join(
        re.sub(r"\D+", ".", part) if any(map(str.isdigit, part)) else part.casefold()
        for part in path.split("/")
    )
