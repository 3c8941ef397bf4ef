"""``python -m tools.release``: what a release needs, done or checked in one place.

``begin 0.3.0`` sets the version, gives what is unreleased its section in the changelog, and names
the version in the documents. ``check v0.3.0`` says what of that does not hold. ``notes`` prints
the section of the version. ``texts`` writes how the tool is installed into the documents: from
the registry once ``ON_REGISTRY`` says so, and until then from the repository.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

#: The one switch of the day on which the package is on the registry: `texts` does the rest.
ON_REGISTRY = False

_VERSION = re.compile(r"\d+\.\d+\.\d+")
_SOURCE = "src/curriculum_lint/__init__.py"
_ASSIGNED = re.compile(r'(?<=__version__ = ")[^"]*')
_CHANGELOG = "CHANGELOG.md"
_UNRELEASED = "## Unreleased\n"
#: How documents name a version of this tool: a tag, or what pip is asked for.
_NAMED = re.compile(
    r"(?P<before>rev: v|curriculum-lint v|archive/v|curriculum-lint==|HASH # v|"
    r'"curriculum-lint", "version": ")'
    r"\d+\.\d+\.\d+"
)


class Text(NamedTuple):
    """How one document says what pip installs."""

    path: str
    from_repository: str
    from_registry: str

    def wanted(self, *, registry: bool) -> tuple[str, str]:
        """What must not stand there, and what must."""
        pair = self.from_repository, self.from_registry
        return pair if registry else pair[::-1]


_ARCHIVE = "install https://github.com/YOUR-FORK/curriculum-lint/archive/v{version}.tar.gz"
TEXTS = (
    Text("docs/ci.md", _ARCHIVE, "install curriculum-lint=={version}"),
    Text("docs/integrations.md", _ARCHIVE, "install curriculum-lint=={version}"),
    Text(
        "docs/getting-started.md",
        ".venv/bin/pip install path/to/a/clone/of/this/repository",
        ".venv/bin/pip install curriculum-lint",
    ),
)


def main(arguments: Sequence[str]) -> int:
    """Run one of the commands."""
    match list(arguments):
        case ["begin", new] if _VERSION.fullmatch(new):
            begin(ROOT, new, datetime.now(UTC).date())
        case ["check", tag]:
            faults = list(faults_of(ROOT, tag))
            print("\n".join(faults) or f"{tag} can be released.")
            return int(bool(faults))
        case ["notes"]:
            print(notes_of(ROOT, version_of(ROOT)).strip())
        case ["texts"]:
            write_texts(ROOT, registry=ON_REGISTRY)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def version_of(root: Path) -> str:
    """The version in the source, which is the only place that says it."""
    found = _ASSIGNED.search((root / _SOURCE).read_text())
    if found is None:
        raise ValueError(f"{_SOURCE} has no __version__")
    return found[0]


def begin(root: Path, new: str, today: date) -> None:
    """Make the tree the one that is released as ``new``."""
    source = root / _SOURCE
    source.write_text(_ASSIGNED.sub(new, source.read_text()))
    changelog = root / _CHANGELOG
    heading = f"{_UNRELEASED}\n## {new} - {today.isoformat()}\n"
    changelog.write_text(changelog.read_text().replace(_UNRELEASED, heading, 1))
    for page in _documents(root):
        text = page.read_text()
        page.write_text(_NAMED.sub(lambda match: f"{match['before']}{new}", text))


def faults_of(root: Path, tag: str) -> Iterator[str]:
    """What keeps the tree from being released as ``tag``: one sentence each."""
    version = version_of(root)
    if tag != f"v{version}":
        yield f"The tag is {tag}, and {_SOURCE} says {version}."
    if not notes_of(root, version).strip():
        yield f"{_CHANGELOG} has no section {version}, or nothing in it."
    if notes_of(root, "Unreleased").strip():
        yield f"{_CHANGELOG} has something under Unreleased: it belongs to a version."
    for page in _documents(root):
        for match in _NAMED.finditer(page.read_text()):
            if not match[0].endswith(version):
                yield f"{page.relative_to(root)} says {match[0]}."
    yield from _wrong_texts(root, registry=ON_REGISTRY)


def notes_of(root: Path, version: str) -> str:
    """The section of the changelog about ``version``, without its heading."""
    parts = re.split(r"^## (.+)\n", (root / _CHANGELOG).read_text(), flags=re.MULTILINE)
    sections = zip(parts[1::2], parts[2::2], strict=True)
    return next((text for title, text in sections if title.split(" ")[0] == version), "")


def write_texts(root: Path, *, registry: bool) -> None:
    """Let the documents say how the tool is installed."""
    version = version_of(root)
    for text in TEXTS:
        old, new = (each.format(version=version) for each in text.wanted(registry=registry))
        page = root / text.path
        page.write_text(page.read_text().replace(old, new))


def _wrong_texts(root: Path, *, registry: bool) -> Iterator[str]:
    version = version_of(root)
    for text in TEXTS:
        old, new = (each.format(version=version) for each in text.wanted(registry=registry))
        said = (root / text.path).read_text()
        if old in said or new not in said:
            yield f"{text.path} should say “{new}”: run `python -m tools.release texts`."


def _documents(root: Path) -> list[Path]:
    return [root / "README.md", *sorted((root / "docs").glob("*.md"))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
