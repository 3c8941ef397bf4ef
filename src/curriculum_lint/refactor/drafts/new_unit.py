"""A unit that does not exist yet: its name, and its first readme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...edits.edit import Fix, Safety, Write
from ...edits.line_ends import line_end_of
from ...model.curriculum import Curriculum, Kind, Page, Unit
from ...model.reading_order import UnitPlace
from ...model.template import NameParts, Template, slugify
from ...model.unit_file import new_file_name
from ...text.numerals import numeral_like
from ...workspace.lookup import Status
from ..labels.page_title import title_of
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import LabelGrammar, labelled_as_most
from ..units.refusal import Refusal
from ..units.siblings import Siblings, template_of
from .readme_frame import ReadmeFrame, frame_like
from .readme_template import readme_template

#: What no file name may hold on some system.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 150
#: The file of a unit that repeats its number: `04_files.md` in `04_files`.
_NUMBERED_FILE = re.compile(r"(?P<number>\d{1,3})([-_. ])(.*?)(\.[a-z]+)", re.IGNORECASE)


def checked_title(title: str) -> str:
    """``title`` on one line. Raises `Refusal` for one that is none."""
    title = " ".join(title.split())
    if not title or len(title) > _LONGEST or not title.isprintable():
        raise Refusal(f"A title has 1 to {_LONGEST} characters that can be seen.")
    return title


def slug_of(template: Template, title: str, beside: Sequence[Unit] = ()) -> str:
    """The part of a unit's name that says its title, as names ``beside`` it are written.

    Raises `Refusal`.
    """
    if not template.fields & {"slug", "name"}:
        return ""
    if "name" in template.fields:
        slug = _NOT_IN_NAMES.sub("", title).strip(". ")
        # Where the number is parted by a blank, words are as well.
        slug = slug if " " in template.text else _as_beside(slug, beside)
    else:
        # A dot before the slug ends the number, and joins no words.
        slug = slugify(title, _joint_of(beside) or template.joint.replace(".", "-"))
    if not slug:
        raise Refusal(f"No name can be made of “{title}”: write one with --name.")
    return slug


def _as_beside(slug: str, beside: Sequence[Unit]) -> str:
    """A name without blanks where no other has one: joined as they are, and in small letters."""
    names = [unit.name.slug for unit in beside]
    if not names or any(" " in name for name in names):
        return slug
    joined = (_joint_of(beside) or "-").join(slug.split())
    return joined if any(name != name.lower() for name in names) else joined.lower()


def _joint_of(units: Iterable[Unit]) -> str:
    """What joins the words in most names of units; empty where each is one word."""
    joints = Counter(char for unit in units for char in unit.name.slug if char in "-_")
    return joints.most_common(1)[0][0] if joints else ""


def written_name(template: Template, name: NameParts) -> str:
    """``name`` by the template. Raises `Refusal` if nobody could read it back."""
    written = template.write(name)
    if template.read(written) != name or _NOT_IN_NAMES.search(written):
        near = slugify(name.slug, template.joint)
        advice = f"write `{near}`" if near and near != name.slug else "write another name"
        raise Refusal(f"“{name.slug}” does not fit the pattern `{template.text}`: {advice}.")
    return written


def new_unit(curriculum: Curriculum, siblings: Siblings, number: int, slug: str) -> Unit:
    """The unit with that number, whose folder or file does not exist yet. Raises `Refusal`."""
    skeleton, parent = curriculum.skeleton, siblings.parent
    is_module = siblings.kind is Kind.MODULE
    template = template_of(skeleton, siblings.kind)
    # A template of subsections may repeat the number of the module.
    around = parent.name.number if "number" in template.fields and not is_module else None
    name = siblings.renamed(NameParts(number=around, slug=slug), number)
    path = _join(parent.around, written_name(template, name))
    readme = (
        path if template.is_file else _join(path, _file_name(curriculum, siblings, number, slug))
    )
    if curriculum.tree.lookup(path).status is not Status.MISSING:
        raise Refusal(f"{path} exists already.")
    return Unit(siblings.kind, path, name, readme)


def _file_name(curriculum: Curriculum, siblings: Siblings, number: int, slug: str) -> str:
    """What the files beside it are called, with its own number and name, or as configured."""
    names = [unit.readme.rpartition("/")[2] for unit in siblings.units if unit.readme]
    name = new_file_name(curriculum.settings)
    if names and names[-1].casefold() == name.casefold():
        return names[-1]
    numbered = [match for each in names if (match := _NUMBERED_FILE.fullmatch(each))]
    if len(numbered) < len(names) or not names or siblings.kind is not Kind.MODULE:
        return name
    _, joint, _, suffix = numbered[-1].groups()
    padded = numbered[0]["number"]
    return f"{numeral_like(padded, number)}{joint}{slugify(slug, joint)}{suffix}"


class FirstReadme(NamedTuple):
    """The fix that writes a readme, and what stands in it around the text."""

    fix: Fix
    frame: ReadmeFrame


def first_readme(curriculum: Curriculum, siblings: Siblings, unit: Unit, title: str) -> FirstReadme:
    """The unit's readme, in the manner of the units beside it."""
    grammar = grammar_of(curriculum)
    new, *places = (_place(curriculum, siblings, each) for each in (unit, *siblings.units))
    pages = [(each, page) for each in places if (page := curriculum.page(each.unit))]
    frame, end = frame_like(curriculum, places, new, title), "\n"
    if pages:
        end = line_end_of(pages[-1][1].document.text)
        title = _titled(grammar, pages, new, title)
    text = frame.around(readme_template(curriculum, unit, title)).replace("\n", end)
    write = Write(unit.readme or unit.path, text)
    return FirstReadme(Fix(f"Write {write.path}", Safety.UNSAFE, writes=(write,)), frame)


def _titled(
    grammar: LabelGrammar, pages: Sequence[tuple[UnitPlace, Page]], new: UnitPlace, title: str
) -> str:
    """The title with the label that most of those beside it have."""
    titles = ((place, title_of(page)) for place, page in pages)
    models = ((place, each.text) for place, each in titles if each)
    return labelled_as_most(models, grammar, new, title)


def _place(curriculum: Curriculum, siblings: Siblings, unit: Unit) -> UnitPlace:
    level = _level_of(curriculum, siblings)
    return UnitPlace(level, unit if siblings.kind is Kind.MODULE else siblings.parent, unit)


def _level_of(curriculum: Curriculum, siblings: Siblings) -> Unit:
    parent = siblings.parent
    return next(each for each in curriculum.levels if parent == each or parent in each.children)


def _join(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder}/{name}"
