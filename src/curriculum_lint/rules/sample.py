"""Small curricula for the examples of rules that look at names, not at what readmes hold."""

from __future__ import annotations

from ..check.example import Example, Frame

#: A configuration by which a readme may hold anything.
ANY_README = (
    '-- curriculum-lint.toml --\nschemas = { module = "any.json", subsection = "any.json" }\n'
    "-- any.json --\n{}\n"
)


def curriculum_of(
    *folders: str, finds: tuple[str, ...] = (), also: str = "", index: str | None = None
) -> Example:
    """A level with a readme for each of ``folders``, titled after it; ``also`` is more files.

    ``index`` stands for the list of links to all of them where given.
    """
    entries = index or "".join(f"- [{_title(folder)}]({folder}/readme.md)\n" for folder in folders)
    readmes = "".join(
        f"-- first_level/{folder}/readme.md --\n# {_title(folder)}\n" for folder in folders
    )
    text = f"{ANY_README}-- first_level/readme.md --\n# First level\n\n{entries}{readmes}{also}"
    places = tuple(f"first_level/{find}" for find in finds)
    return Example(text, places, frame=Frame.FILES)


def _title(folder: str) -> str:
    words = folder.rpartition("/")[2].replace("-", "_").split("_")
    return " ".join(word for word in words if len(word) > 1 and word.isalpha()).capitalize()
