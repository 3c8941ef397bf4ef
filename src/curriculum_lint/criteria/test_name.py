"""How tests name exercise and criterion: `{exercise}/{criterion}` reads `1.4/2`.

A name that begins with a placeholder counts only where it begins a string or a comment: a
fraction or a date in the middle of one is no name.
"""

from __future__ import annotations

import re

#: The full number of an exercise, as tests write it.
EXERCISE_NUMBER = r"\d{1,6}[a-z]?(?:[._-]\d{1,6}[a-z]?){0,3}"
_FIELDS = {
    "{exercise}": f"(?P<exercise>{EXERCISE_NUMBER})",
    "{criterion}": r"(?P<criterion>\d{1,4})",
}
_FIELD = re.compile("|".join(map(re.escape, _FIELDS)))
_BEGINS_TEXT = r"(?:(?P<quote>\"\"\"|'''|[\"'`])|(?:#|//|--|;|\*|^)[^\S\n]*)"


def name_pattern(template: str) -> re.Pattern[str]:
    """A pattern with the groups ``name``, ``exercise``, ``criterion``, and ``quote`` before it."""
    parts: list[str] = []
    at = 0
    for match in _FIELD.finditer(template):
        parts.append(re.escape(template[at : match.start()]))
        parts.append(_FIELDS[match[0]])
        at = match.end()
    parts.append(re.escape(template[at:]))
    before = _BEGINS_TEXT if template.startswith("{") else r"(?<!\w)(?P<quote>[\"'`])?"
    after = "" if at < len(template) else r"(?![\d./])"
    return re.compile(f"{before}(?P<name>{''.join(parts)}){after}", re.IGNORECASE | re.MULTILINE)
