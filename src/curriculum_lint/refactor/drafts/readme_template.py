"""The first readme of a unit: what its schema requires, still to be written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from ...model.curriculum import Curriculum, Kind, Unit
from ...model.outline import Form
from ...model.template import slugify
from ...readme_schema.readme_data import EXERCISES
from ...readme_schema.readme_schema import ReadmeSchema
from ...readme_schema.required import required_sections
from .section_text import PLACEHOLDER, section_text


def readme_template(curriculum: Curriculum, unit: Unit, title: str = "") -> str:
    """The text of a readme that has everything but what only its author knows.

    Without a ``title`` it has the words of the unit's name.
    """
    blocks = [f"# {title or _title(unit)}\n"]
    schema = curriculum.schemas.get(unit.kind)
    if unit.children and unit.kind is Kind.LEVEL:
        blocks.append("".join(_entries(curriculum, unit)))
    else:
        blocks.append(f"{PLACEHOLDER}\n")
    if schema is not None:
        blocks += _sections(curriculum, schema)
    return "\n".join(blocks)


def _title(unit: Unit) -> str:
    """The words of the folder's name."""
    slug = slugify(unit.name.slug or unit.basename, " ")
    return (slug[:1].upper() + slug[1:]) or PLACEHOLDER


def _entries(curriculum: Curriculum, level: Unit) -> Iterator[str]:
    for unit in level.children:
        page = curriculum.page(unit)
        title = page.outline.title if page else None
        name = title.text if title and title.text else _title(unit)
        if not set(name) & set("[]\\`<*_"):
            destination = posixpath.relpath(f"/{unit.place}", f"/{level.path}")
            yield f"- [{name}]({quote(destination)})\n"


def _sections(curriculum: Curriculum, schema: ReadmeSchema) -> Iterator[str]:
    for key, form, items in required_sections(schema, of_exercise=False):
        if key == EXERCISES:
            yield from _exercise(curriculum, schema)
        elif key not in ("title", "kind", "number", "letter"):
            heading = f"## {curriculum.vocabulary.preferred(key)}"
            yield section_text(heading, form, items, is_label=False)


def _exercise(curriculum: Curriculum, schema: ReadmeSchema) -> Iterator[str]:
    yield f"## 1) {PLACEHOLDER}\n"
    required = required_sections(schema, of_exercise=True)
    for key, form, items in required:
        label = f"**{curriculum.vocabulary.preferred(key)}:**"
        yield section_text(label, Form(form), items, is_label=True)
