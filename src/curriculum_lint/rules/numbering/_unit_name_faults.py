"""What is wrong with a unit's folder name, and the name it should have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.template import NameParts, Template
from ...text.late_pattern import late_pattern

_BLANK = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")
#: The number or letter that a name begins with, and what joins it to the rest.
_JOINT = late_pattern(r"(?:[^\W\d_]*?[\s_.-]*\d+|[A-Za-z](?=[\W_]))([\W_]*)")


def proper_name(template: Template, basename: str, name: NameParts) -> str | None:
    """The name that the folder should have, or ``None`` if it says too little."""
    lowered = _BLANK.sub(template.joint, basename.strip()).casefold()
    has_more = bool(template.fields & {"track", "part"})
    candidates = [lowered] if has_more else [template.write(_with_rest(template, basename, name))]
    return next((each for each in candidates if template.read(each) is not None), None)


def _with_rest(template: Template, basename: str, name: NameParts) -> NameParts:
    """``name`` with the rest of the folder's name as it is, where the template allows anything."""
    joint = _JOINT.match(basename)
    if "name" not in template.fields or joint is None:
        return name
    return name._replace(slug=basename[joint.end() :].strip())


def faults(basename: str, proper: str) -> Iterator[str]:
    """What is wrong with ``basename``, in words; nothing that is not also in ``proper``."""
    yield from _padding(basename, proper)
    if basename != basename.lower() and proper == proper.lower():
        yield "it has capital letters"
    if _BLANK.search(basename) and not _BLANK.search(proper):
        yield "it has spaces"
    else:
        yield from _separator(basename, proper)


def _padding(basename: str, proper: str) -> Iterator[str]:
    written, meant = _DIGITS.search(basename), _DIGITS.search(proper)
    if written and meant and len(written[0]) > len(meant[0]):
        yield "its number is padded"
    elif written and meant and written[0] != meant[0]:
        yield f"its number is not padded to {len(meant[0])} digits"


def _separator(basename: str, proper: str) -> Iterator[str]:
    written, meant = _JOINT.match(basename), _JOINT.match(proper)
    if not written or not meant or written[1] == meant[1]:
        return
    after = "the number" if _DIGITS.search(meant[0]) else "the letter"
    if not written[1]:
        yield f"“{meant[1]}” is missing after {after}"
    else:
        yield f"“{written[1]}” follows {after} instead of “{meant[1]}”"
