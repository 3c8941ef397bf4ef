"""What two states of a curriculum share gives what reading each of them alone does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.edits.edit import Edit, Fix, Move, Safety
from curriculum_lint.links.resolve import resolve_links
from curriculum_lint.listings import read
from curriculum_lint.listings.read import ListingReader, reader_of
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.model.per_curriculum import PerCurriculum
from curriculum_lint.refactor.proofs.proof import Meant, faults
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.refactor.units.refusal import Refusal
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.refactor.random_commands import act_of, drawn_command
from tests.refactor.random_curricula import drawn, files_of
from tests.repository import write_files

SEEDS = range(1, 31)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Inside of its context no reader borrows from another."""
    with monkeypatch.context() as context:
        yield context


def worked_on(root: Path, random: Random) -> Restructuring:
    """A random curriculum, of which some pages were read, after some random changes."""
    write_files(root, files_of(*drawn(random)))
    work = Restructuring(Disk(load_settings(str(root), root=str(root)).settings))
    for change in random.choices((damage, retitle, rename, command), k=random.randint(1, 4)):
        pages = work.curriculum.pages.values()
        for page in random.sample([*pages], k=len(pages) * random.randint(1, 3) // 3):
            reader_of(work.curriculum).on(page)
        with suppress(Refusal):
            change(work, random)
    return work


def command(work: Restructuring, random: Random) -> None:
    """What a command does: everything follows."""
    act_of(drawn_command(random))(work)


def damage(work: Restructuring, random: Random) -> None:
    """Change lines of some pages as no command would."""
    for path in random.sample(sorted(work.curriculum.pages), k=2):
        lines = work.curriculum.pages[path].document.text.splitlines(keepends=True)
        at, other = (random.randrange(len(lines)) for _ in range(2))
        new = random.choice(["", lines[other], lines[at].replace("1", "2"), lines[at] * 2])
        start = sum(map(len, lines[:at]))
        make(work, Edit(path, start, start + len(lines[at]), new))


def retitle(work: Restructuring, random: Random) -> None:
    """Give a unit the title of another one, and nothing follows."""
    pages = [page for each in work.curriculum.units() if (page := work.curriculum.page(each))]
    page, other = random.choices(pages or [*work.curriculum.pages.values()], k=2)
    old, new = page.outline.title, other.outline.title
    if old and new:
        make(work, Edit(page.path, *old.content, new.text))


def rename(work: Restructuring, random: Random) -> None:
    """Give the folder of a unit another name, and nothing follows."""
    path = random.choice([unit.path for unit in work.curriculum.units()] or ["README.md"])
    target = f"{path}{random.choice(['x', '_b'])}"
    work.make([Fix("Rename it", Safety.UNSAFE, moves=(Move(path, target),))])


def make(work: Restructuring, edit: Edit) -> None:
    work.make([Fix("Change it", Safety.UNSAFE, (edit,))])


def read_alone(curriculum: Curriculum) -> dict[str, object]:
    reader = ListingReader(curriculum)
    return {
        path: (reader.on(page), reader.with_lone_on(page), reader.leading_on(page))
        for path, page in curriculum.pages.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_indexes_that_are_borrowed_are_those_that_are_read(
    seed: int, tmp_path: Path, alone: pytest.MonkeyPatch
) -> None:
    now = worked_on(tmp_path, Random(seed)).curriculum
    shared = read_alone(now)
    alone.setattr(read, "_SHARED", PerCurriculum(ListingReader))
    assert shared == read_alone(now)


@pytest.mark.parametrize("seed", SEEDS)
def test_links_that_are_remembered_lead_where_they_lead(seed: int, tmp_path: Path) -> None:
    now = worked_on(tmp_path, Random(seed)).curriculum
    assert now.targets == resolve_links(now.pages, now.tree, now.settings, "")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_comparison_of_what_differs_finds_what_one_of_everything_does(
    seed: int, tmp_path: Path, alone: pytest.MonkeyPatch
) -> None:
    work = worked_on(tmp_path, Random(seed))
    found = list(faults(work.before, work.curriculum, work.moves, Meant()))
    alone.setattr(read, "_SHARED", PerCurriculum(ListingReader, most=2))
    whole = read_curriculum(work._base), read_curriculum(work._draft)
    assert found == list(faults(*whole, work.moves, Meant()))


LISTED = {
    "curriculum-lint.toml": "schemas = { module = 'any.json' }\n",
    "any.json": "{}\n",
    "README.md": "# Course\n\n[Alpha](a_level/1_one/readme.md#words)\n",
    "a_level/readme.md": "# Level\n\n1. Alpha\n2. Bravo\n",
    "a_level/1_one/readme.md": "# Alpha\n\n## Words\n\nWords.\n",
    "a_level/2_two/readme.md": "# Bravo\n\nWords.\n",
    "a_level/x.md": "# X\n\n- [Alpha](1_one/readme.md)\n- [Bravo](2_two/readme.md)\n",
    "a_level/web.md": "# Y\n\n<https://github.com/owner/name/blob/main/a_level/1_one/readme.md>\n",
}


TITLE = Edit("a_level/2_two/readme.md", 2, 7, "Other")
HEADING = Edit("a_level/1_one/readme.md", 12, 17, "Other")


@pytest.mark.parametrize(
    ("fix", "paths"),
    [
        (Fix("", Safety.UNSAFE, (TITLE,)), ["a_level/readme.md"]),
        (Fix("", Safety.UNSAFE, (HEADING,)), ["README.md"]),
        (
            Fix("", Safety.UNSAFE, (HEADING,), moves=(Move("a_level/2_two", "a_level/3_two"),)),
            ["README.md", "a_level/readme.md", "a_level/x.md"],
        ),
        (
            Fix("", Safety.UNSAFE, moves=(Move("a_level/1_one", "a_level/notes"),)),
            ["README.md", "a_level/x.md", "a_level/web.md"],
        ),
    ],
)
def test_a_page_that_says_something_else_now_is_read_again(
    fix: Fix, paths: list[str], tmp_path: Path
) -> None:
    write_files(tmp_path, LISTED)
    work = Restructuring(Disk(load_settings(str(tmp_path), root=str(tmp_path)).settings))
    seen = read_seen(work.curriculum)
    work.make([fix])
    now, fresh = read_seen(work.curriculum), read_curriculum(work._draft)
    assert [path for path in paths if now[path] == seen[path]] == []
    assert work.curriculum.targets == fresh.targets


def read_seen(curriculum: Curriculum) -> dict[str, object]:
    """What is known of each page but for itself."""
    reader = reader_of(curriculum)
    return {
        path: ([each.entries for each in reader.on(page)], curriculum.targets[path])
        for path, page in curriculum.pages.items()
    }
