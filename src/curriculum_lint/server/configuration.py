"""Configuration files: their keys and values completed, and explained."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lsprotocol import types

from ..check.rule import Rule
from ..settings.data import kebab
from ..settings.find import OWN_FILE
from ..settings.key import Key, ValueType, keys_of, table_of
from ..settings.read import PYPROJECT, TABLE
from ..settings.settings import Settings
from ..settings.toml_text import toml_value
from ..text.source import Span
from .buffers import Buffer
from .hover import rule_text
from .lines import EditorLines
from .offer import Offer
from .uris import path_of

_TABLE = re.compile(r"^[ \t]*\[([^\[\]\n]*)\]", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*(?P<part>[\w-]*)\Z")
_VALUE = re.compile(r"^[ \t]*[\"']?(?P<key>[\w./*-]+)[\"']?[ \t]*=.*?(?P<part>\"?[\w-]*)\Z")
_WORD = re.compile(r"[\w-]+")
_TABLE_BEGUN = re.compile(r"^[ \t]*\[(?P<part>[\w.-]*)\Z")


class _Place(NamedTuple):
    """Where the cursor is: in which table, and what is in its line before it."""

    table: tuple[str, ...]
    before: str
    start: int


def is_configuration(uri: str) -> bool:
    """Whether a document is one that configures curricula."""
    return os.path.basename(path_of(uri) or "") in (OWN_FILE, PYPROJECT)


def complete_configuration(
    buffer: Buffer, lines: EditorLines, offset: int, rules: Iterable[Rule]
) -> list[types.CompletionItem]:
    """The keys or values that can stand at ``offset``."""
    place = _place(buffer, offset)
    for pattern in (_TABLE_BEGUN, _KEY, _VALUE):
        match = pattern.search(place.before)
        if match is not None:
            span = Span(place.start + match.start("part"), offset)
            offers = _offers(buffer, place, match, rules)
            return [_item(each, lines.range(span)) for each in offers]
    return []


def _item(offer: Offer, where: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        offer.label,
        kind=offer.kind,
        documentation=offer.detail or None,
        filter_text=offer.filter_text or offer.text,
        text_edit=types.TextEdit(where, offer.text),
    )


def _offers(
    buffer: Buffer, place: _Place, match: re.Match[str], rules: Iterable[Rule]
) -> Iterator[Offer]:
    prefix = _prefix(buffer)
    if match.re is _TABLE_BEGUN:
        for name, key in keys_of(Settings):
            if key.of is ValueType.TABLE or key.names is not None:
                table = ".".join((*prefix, kebab(name)))
                yield Offer(table, types.CompletionItemKind.Module, table, key.description)
    elif place.table[: len(prefix)] == prefix:
        keys = dict(_keys(place.table[len(prefix) :]))
        if match.re is _KEY:
            for name, key in keys.items():
                text = f"{name} = "
                yield Offer(name, types.CompletionItemKind.Property, text, key.description, name)
        else:
            yield from _values(keys.get(match["key"]) or _any(keys), match["part"], rules)


def _any(keys: Mapping[str, Key]) -> Key | None:
    """The key of a table in which any name is allowed."""
    return keys.get("*")


def _values(key: Key | None, begun: str, rules: Iterable[Rule]) -> Iterator[Offer]:
    if key is None:
        return
    quote = "" if begun.startswith('"') else '"'
    opened = '"' if begun.startswith('"') else ""
    end = "" if opened else '"'
    kind = types.CompletionItemKind.EnumMember
    for choice in key.choices or ():
        yield Offer(choice.value, kind, f"{opened or quote}{choice.value}{end}")
    if ValueType.RULE in (key.of, key.names):
        for rule in rules:
            for word in (rule.code, rule.name):
                yield Offer(word, kind, f"{opened or quote}{word}{end}", rule.summary)


def _keys(table: tuple[str, ...]) -> Iterator[tuple[str, Key]]:
    """The keys of a table, by name; ``*`` stands for any name."""
    if not table:
        yield from ((kebab(name), key) for name, key in keys_of(Settings))
        return
    for name, key in keys_of(Settings):
        if kebab(name) != table[0]:
            continue
        if key.of is ValueType.TABLE:
            inner = table_of(Settings, name)
            yield from ((kebab(each), inside) for each, inside in keys_of(inner))
        elif key.names is not None:
            yield "*", key


def hover_configuration(
    buffer: Buffer, lines: EditorLines, offset: int, rules: Iterable[Rule]
) -> types.Hover | None:
    """What the key or the rule at ``offset`` means."""
    span = _word_at(buffer.text, offset)
    word = buffer.text[slice(*span)]
    place, prefix = _place(buffer, offset), _prefix(buffer)
    if not word or place.table[: len(prefix)] != prefix:
        return None
    rule = next((rule for rule in rules if word in (rule.code, rule.name)), None)
    key = dict(_keys(place.table[len(prefix) :])).get(word) or dict(_keys(())).get(word)
    text = rule_text(rule) if rule else _key_text(word, key) if key else ""
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, lines.range(span)) if text else None


def _key_text(name: str, key: Key) -> str:
    choices = ", ".join(f'`"{each.value}"`' for each in key.choices or ())
    example = f"```toml\n{name} = {toml_value(key.example)}\n```"
    return "\n\n".join(filter(None, [f"**{name}**", key.description, choices, example]))


def _word_at(text: str, offset: int) -> Span:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    for match in _WORD.finditer(text, start):
        if match.start() <= offset <= match.end():
            return Span(*match.span())
        if match.start() > offset:
            break
    return Span(offset, offset)


def _place(buffer: Buffer, offset: int) -> _Place:
    text = buffer.text
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    headers = list(_TABLE.finditer(text, 0, start))
    written = headers[-1][1] if headers else ""
    table = tuple(part.strip().strip("\"'") for part in written.split(".") if part.strip())
    return _Place(table, text[start:offset], start)


def _prefix(buffer: Buffer) -> tuple[str, ...]:
    name = os.path.basename(path_of(buffer.uri) or "")
    return tuple(TABLE) if name == PYPROJECT else ()
