"""The ways in which a file of the cache can be broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[bytes], bytes]


def _retyped(content: bytes) -> bytes:
    """Valid JSON, every number a string and every string a number; of pages, their index.

    What is no JSON at all is shorter.
    """
    head, first, *rest = content.split(b"\n", 2)
    try:
        written = json.dumps(_other(json.loads(first))).encode()
    except ValueError:
        return content[:-1]
    return b"\n".join([head, written, *rest])


def _other(value: object) -> object:
    if isinstance(value, dict):
        return {key: _other(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_other(each) for each in value]
    return {str: 7, int: "x", bool: [], type(None): 1.5}.get(type(value))


_NEXT_DIGIT = bytes.maketrans(b"0123456789abcdef", b"123456789abcdef0")

DAMAGES: dict[str, Damage] = {
    "empty": lambda content: b"",
    "half": lambda content: content[: len(content) // 2],
    "one byte short": lambda content: content[:-1],
    "one byte more": lambda content: content + b"]",
    "no JSON": lambda content: b"\x00\xff" * 100,
    "no UTF-8": lambda content: content[:-2] + b"\xff\xff",
    "a text": lambda content: b'"x"',
    "a number": lambda content: b"1e999999",
    "a list": lambda content: b"[" * 100_000,
    "without its first line": lambda content: content.partition(b"\n")[2],
    # Any digit may stand first, so none is written over itself.
    "of another version": lambda content: content[:1].translate(_NEXT_DIGIT) + content[1:],
    "other numbers": lambda content: content.replace(b"1", b"2"),
    "other types": _retyped,
    "other keys": lambda content: content.replace(b'"', b'"x'),
    "null": lambda content: content.partition(b"\n")[0] + b"\nnull",
}


def damage_all(cache: Path, damage: Damage) -> int:
    """Break every file of the cache; how many there were."""
    files = [path for path in cache.rglob("*") if path.is_file()]
    for path in files:
        path.write_bytes(damage(path.read_bytes()))
    return len(files)
