"""Small curricula for the examples of rules about progression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...check.example import Example, Frame
from ..sample import ANY_README


def teaching(
    units: Mapping[str, Sequence[str]],
    *,
    concepts: Mapping[str, str] | None = None,
    uses: Mapping[str, Sequence[str]] | None = None,
    finds: tuple[str, ...] = (),
) -> Example:
    """A level of units by folder, each with the folders of those whose concept it requires.

    Each unit teaches one concept, named after it or as ``concepts`` says, and its text links to
    the concepts of the units in ``uses``.
    """
    named = {folder: _concept(folder) for folder in units} | dict(concepts or {})
    text = ANY_README + "-- first_level/readme.md --\n# First level\n\n"
    text += "".join(f"- [{_title(folder)}]({folder}/readme.md)\n" for folder in units)
    for folder, required in units.items():
        text += f"-- first_level/{folder}/readme.md --\n# {_title(folder)}\n\n"
        if required:
            text += "## Before you start\n\n"
            text += "".join(f"- {_link(folder, other, named)}\n" for other in required) + "\n"
        text += f"## Concepts\n\n### {named[folder]}\n"
        for other in (uses or {}).get(folder, ()):
            text += f"\nThis goes on from {_link(folder, other, named)}.\n"
    places = tuple(f"first_level/{find}" for find in finds)
    return Example(text, places, frame=Frame.FILES)


def efforts(*modules: str, finds: tuple[str, ...] = ()) -> Example:
    """A level of modules with the given texts below their titles."""
    names = [f"{number}_{name}" for number, name in enumerate(_NAMES[: len(modules)], 1)]
    text = ANY_README + "-- first_level/readme.md --\n# First level\n\n"
    text += "".join(f"- [{_title(name)}]({name}/readme.md)\n" for name in names)
    for name, body in zip(names, modules, strict=True):
        text += f"-- first_level/{name}/readme.md --\n# {_title(name)}\n\n{body}"
    return Example(text, tuple(f"first_level/{find}" for find in finds), frame=Frame.FILES)


_NAMES = ("start", "files", "sockets")


def _title(folder: str) -> str:
    return folder.rpartition("_")[2].capitalize()


def _concept(folder: str) -> str:
    return f"{_title(folder)} concept"


def _link(folder: str, other: str, named: Mapping[str, str]) -> str:
    up = "../" * (folder.count("/") + 1)
    anchor = named[other].lower().replace(" ", "-")
    return f"[{named[other]}]({up}{other}/readme.md#{anchor})"
