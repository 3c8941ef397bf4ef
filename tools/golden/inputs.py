"""Curricula in which a mutant may show: those of the fuzzer, and levels listed in every form."""

from __future__ import annotations

from random import Random

from tests.refactor.random_curricula import drawn, files_of
from tools.fuzz.texts import damaged, random_files

#: Configurations under which the same names mean something else.
_CONFIGURATIONS = (
    *("", "", "", 'module-pattern = "{number:02}_{slug}"\n', "[words]\n"),
    *('levels = ["."]\n', 'readme = "README.md"\n', '[links]\nabsolute = "ignore"\n'),
    *('[index]\ndepth = "exercises"\n', "[limits]\nlines = 30\n", 'exclude = ["other/**"]\n'),
)


def random_curriculum(random: Random) -> dict[str, str]:
    """A small curriculum that the number behind ``random`` stands for."""
    if random.random() < 0.5:
        return {
            path: data.decode("utf-8", "replace") for path, data in random_files(random).items()
        }
    files = files_of(*drawn(random))
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        path = random.choice(sorted(files))
        files[path] = damaged(files[path], random)
    if random.random() < 0.3:
        path = random.choice(sorted(files))
        files[_other_path(path, random)] = files[path]
    if configuration := random.choice(_CONFIGURATIONS):
        files["curriculum-lint.toml"] = configuration
    return files


def _other_path(path: str, random: Random) -> str:
    """A subsection, a translation, another number, a page beside the units."""
    folder, _, name = path.rpartition("/")
    path = random.choice(
        (
            f"{folder}/a_more/{name}",
            f"{folder}/b_most/{name}",
            f"translations/fr/{path}",
            f"{folder}/README.es.md",
            f"a_level/{random.randint(1, 12)}_other/readme.md",
            f"b_level/{random.randint(0, 3)}_other/README.md",
            "docs/notes.md",
            "README.md",
        )
    )
    return path.removeprefix("/")
