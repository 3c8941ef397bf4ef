"""The words that name sections: the built-in ones and those of the configuration."""

from __future__ import annotations

from .errors import Problem
from .read import RawConfiguration
from .section_names import DEFAULT_SECTIONS, WORD_KEYS
from .toml_text import shown, toml_key

Names = dict[str, list[str]]

#: Words for one exercise, which a section that is given the same name takes from them.
_EXERCISE_WORDS = "exercise"


def merged_sections(given: Names) -> Names:
    """The built-in keys first, then new ones. A given name is taken from the built-in keys."""
    taken = {_comparable(n) for key, names in given.items() if key not in WORD_KEYS for n in names}
    sections = {
        key: [name for name in names if _keeps(key) or _comparable(name) not in taken]
        for key, names in DEFAULT_SECTIONS.items()
    }
    return {**sections, **given}


def _keeps(key: str) -> bool:
    """Whether the names of a key stay its own, whatever others are called."""
    return key in WORD_KEYS and key != _EXERCISE_WORDS


def shared_names(raw: RawConfiguration) -> list[Problem]:
    """Names that stand for two sections, and sections that are left without a name.

    Looks at what is well-formed and leaves the rest to the other checks.
    """
    given = _well_formed(raw.table.get("sections"))
    return [*_given_twice(given, raw), *_left_empty(given, raw)]


def _well_formed(table: object) -> Names:
    if not isinstance(table, dict):
        return {}
    return {
        key: [name for name in names if isinstance(name, str)]
        for key, names in table.items()
        if isinstance(names, list) and names
    }


def _given_twice(given: Names, raw: RawConfiguration) -> list[Problem]:
    problems: list[Problem] = []
    owner: dict[str, str] = {}
    for key, names in given.items():
        if key in WORD_KEYS:
            continue
        where = toml_key(["sections", key])
        for index, name in enumerate(names):
            first = owner.setdefault(_comparable(name), key)
            if first != key:
                message = (
                    f"{where}: {shown(name)} is already a name of {toml_key(['sections', first])}"
                )
                problems.append(Problem(message, raw.path, raw.line_of(("sections", key, index))))
    return problems


def _left_empty(given: Names, raw: RawConfiguration) -> list[Problem]:
    line = raw.line_of(("sections",))
    return [
        Problem(
            f"{toml_key(['sections', key])} has no name left, because other keys have them all; "
            "give it one",
            raw.path,
            line,
        )
        for key, names in merged_sections(given).items()
        if not names
    ]


def _comparable(name: str) -> str:
    return name.strip().rstrip(":").strip().casefold()
