"""What the readmes of a repository have in common, as the JSON Schema of one of them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from statistics import mean
from typing import Any, NamedTuple

from ..model.curriculum import Kind
from ..model.outline import Outline
from ..model.outline_reader import read_outline
from ..model.template import NameParts
from ..model.vocabulary import Vocabulary, normalise
from ..parse.document import Document
from ..readme_schema.readme_data import readme_data
from ..settings.section_names import DEFAULT_SECTIONS, WORD_KEYS
from ..text.phrases import counted
from .exercises import FoundExercises
from .words import CountedName, count_names

#: What so many of the readmes have is asked of the others.
USUAL = 0.8
#: Sections that so few have are in the schema, and not asked for.
_SHOWN = 0.3
_FEWEST_READMES = 3
_MOST_NEW = 12
_EXERCISES = "exercises"
_EXERCISE_KEYS = ("goal", "steps", "acceptance_criteria", "hints")
#: What our own schema asks of every module.
_OURS = frozenset({"best_practices", _EXERCISES})
_PLAIN = frozenset({"kind", "title", "number", "letter", _EXERCISES})
_FORMS = {"text": "text", "bullet": "a bullet list", "ordered": "an ordered list", "task": "tasks"}


class DerivedSchema(NamedTuple):
    """A schema for readmes of one kind, and the names of sections that only it knows.

    ``asked`` says what it asks for, with the counts that led to it; ``lacking`` are the readmes
    that do not have all of it.
    """

    text: str
    sections: Mapping[str, tuple[str, ...]]
    asked: tuple[str, ...]
    lacking: tuple[str, ...] = ()


class _Usage(NamedTuple):
    """How a section is used: in how many readmes, how often in each form, and where on average."""

    key: str
    name: str
    readmes: int
    forms: Counter[str]
    place: float

    @property
    def usual_form(self) -> str | None:
        """The form of nine in ten, ``None`` where there is none."""
        form, count = self.forms.most_common(1)[0]
        return form if count >= 0.9 * self.readmes and form in _FORMS else None


def derive_schema(
    kind: Kind, documents: Sequence[Document], exercises: FoundExercises
) -> DerivedSchema | None:
    """The schema that most of ``documents`` follow; ``None`` where that is the built-in one.

    ``exercises`` says how they write those.
    """
    taken = exercises.parts | {normalise(name) for name, _ in exercises.names}
    names = count_names(documents, labels=False)
    free = (each for each in names if normalise(each.text) not in taken)
    new = dict(_new_sections(free, len(documents)))
    vocabulary = Vocabulary({**exercises.sections, **new}, exercises.settings.forms)
    keys = frozenset(_EXERCISE_KEYS)
    outlines = [read_outline(document, vocabulary, keys) for document in documents]
    data = [readme_data(kind, NameParts(), outline) for outline in outlines]
    if _are_ours(data):
        return None
    orders = [_order(outline) for outline in outlines]
    usages = _usages(data, orders, new)
    usual = [each for each in usages if _is_usual(each.readmes, data)]
    kept = {each.key for each in usages}
    return DerivedSchema(
        json.dumps(_schema(kind, data, usages, orders), indent=2, ensure_ascii=False) + "\n",
        {key: names for key, names in new.items() if key in kept},
        tuple(_told(each, len(data)) for each in usual),
        tuple(_lacking(documents, data, [each.key for each in usual])),
    )


def _lacking(
    documents: Sequence[Document], data: Sequence[dict[str, Any]], asked: Sequence[str]
) -> Iterator[str]:
    for document, readme in zip(documents, data, strict=True):
        if not all(map(readme.get, asked)):
            yield document.path


def _are_ours(data: Sequence[dict[str, Any]]) -> bool:
    ours = [each for each in data if each[_EXERCISES] and each.keys() >= _OURS]
    with_goals = [each for each in ours if any("goal" in one for one in each[_EXERCISES])]
    return 2 * len(with_goals) >= len(data)


def _new_sections(
    names: Iterable[CountedName], readmes: int
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Keys for names that no section has and most readmes use."""
    usual = [
        each
        for each in names
        if each.key is None and each.readmes >= USUAL * readmes and each.times < 1.5 * each.readmes
    ]
    if readmes < _FEWEST_READMES:
        return
    taken = {*DEFAULT_SECTIONS, *WORD_KEYS, *_PLAIN}
    for each in usual[:_MOST_NEW]:
        key = _free(_section_key(each.text), taken)
        taken.add(key)
        yield key, (each.text,)


def _free(key: str, taken: Container[str]) -> str:
    """``key``, with a number behind it where it is taken."""
    numbered = (f"{key}_{number}" for number in count(2))
    return next(each for each in chain([key], numbered) if each not in taken)


def _section_key(name: str) -> str:
    """A key for a section: its name in plain letters, "section" where there are none."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    key = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    return key if re.match("[a-z]", key) else f"section_{key}".strip("_")


def _order(outline: Outline) -> list[str]:
    """The sections of a readme in the order in which they begin, the exercises as one of them."""
    starts = [(section.span.start, section.key) for section in outline.sections]
    starts += [(exercise.span.start, _EXERCISES) for exercise in outline.exercises[:1]]
    return list(dict.fromkeys(key for _, key in sorted(starts)))


def _usages(
    data: Sequence[dict[str, Any]],
    orders: Sequence[Sequence[str]],
    new: Mapping[str, tuple[str, ...]],
) -> list[_Usage]:
    """The sections that a fair share of the readmes have, in their order."""
    places: dict[str, list[int]] = {}
    forms: dict[str, Counter[str]] = {}
    for readme, order in zip(data, orders, strict=True):
        whole = {**readme, _EXERCISES: {"form": _EXERCISES}} if readme[_EXERCISES] else readme
        for at, key in enumerate(key for key in order if whole.get(key)):
            places.setdefault(key, []).append(at)
            forms.setdefault(key, Counter())[whole[key]["form"]] += 1
    found = [
        _Usage(key, new.get(key, (key,))[0], len(at), forms[key], mean(at))
        for key, at in places.items()
    ]
    least = max(2, _SHOWN * len(data))
    return sorted((each for each in found if each.readmes >= least), key=lambda each: each.place)


def _is_usual(count: int, data: Sequence[object]) -> bool:
    return len(data) >= _FEWEST_READMES and count >= USUAL * len(data)


def _schema(
    kind: Kind,
    data: Sequence[dict[str, Any]],
    usages: Sequence[_Usage],
    orders: Sequence[Sequence[str]],
) -> dict[str, Any]:
    required = [each.key for each in usages if _is_usual(each.readmes, data)]
    exercises = _exercises(data, required=_EXERCISES in required)
    sections = {each.key: _section(each, len(data)) for each in usages}
    properties = {"kind": {"const": str(kind)}, "title": {"type": "string"}, **sections}
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The readme of a {kind}",
        "description": (
            f"Written by `curriculum-lint init` from {counted(len(data), 'readme')}: what "
            f"{round(100 * USUAL)} % of them have is required. Edit it: take a key out of "
            '"required" to ask for it no more.'
        ),
        "type": "object",
        "required": required,
        "properties": properties | {_EXERCISES: exercises},
    }
    # Sections that stand in any order with the others need not keep to one.
    return schema if _keep_order(orders, required) else {**schema, "x-order": "any"}


def _section(usage: _Usage, readmes: int) -> dict[str, Any]:
    form = usage.usual_form
    schema: dict[str, Any] = {"description": _told(usage, readmes), "type": "object"}
    if form is not None and form != "text" and usage.readmes >= 5:
        forms = [form, "task"] if form == "bullet" else [form]
        schema["properties"] = {"form": {"enum": forms}}
    return schema


def _told(usage: _Usage, readmes: int) -> str:
    told = f"“{usage.name}” is in {usage.readmes} of {counted(readmes, 'readme')}"
    if usage.key == _EXERCISES:
        return f"{told}."
    forms = [f"{count} × {_FORMS.get(form, form)}" for form, count in usage.forms.most_common()]
    return f"{told} ({', '.join(forms)})."


def _exercises(data: Sequence[dict[str, Any]], *, required: bool) -> dict[str, Any]:
    with_exercises = sum(bool(readme[_EXERCISES]) for readme in data)
    every = [exercise for readme in data for exercise in readme[_EXERCISES]]
    counts = Counter(key for exercise in every for key in exercise)
    asked = [key for key in _EXERCISE_KEYS if len(every) >= 5 and counts[key] >= USUAL * len(every)]
    told = f"{with_exercises} of {counted(len(data), 'readme')} have exercises, {len(every)} in all"
    told += "".join(f"; {counts[key]} with “{key}”" for key in _EXERCISE_KEYS if counts[key])
    schema: dict[str, Any] = {"description": f"{told}.", "type": "array"}
    if required:
        schema["minItems"] = 1
    schema["items"] = {
        "type": "object",
        "required": asked,
        "properties": {key: {"type": "object"} for key in ("number", "title", *_EXERCISE_KEYS)},
    }
    schema["items"]["properties"] |= {"number": {"type": "string"}, "title": {"type": "string"}}
    return schema


def _keep_order(orders: Sequence[Sequence[str]], required: Sequence[str]) -> bool:
    """Whether nine in ten readmes have the required sections in one order."""
    rank = {key: at for at, key in enumerate(required)}
    ranks = [[rank[key] for key in order if key in rank] for order in orders]
    return sum(each == sorted(each) for each in ranks) >= 0.9 * len(orders)
