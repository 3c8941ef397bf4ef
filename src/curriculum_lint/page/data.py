"""What the script of the page knows: the units with their concepts, exercises and requirements.

It is made from the view, so that the script and the templates say the same.
"""

from __future__ import annotations

import hashlib
import json

from .view import ExerciseView, LevelView, PageView, UnitView

_DIGITS = 16
#: Where a browser looks for the end of a script.
_ESCAPED = {char: f"\\u{ord(char):04x}" for char in "<>&"}


def page_data(view: PageView) -> str:
    """The data as JSON that can stand in a page. Units refer to others by their places."""
    data = {
        "title": view.title,
        "store": hashlib.sha256(view.title.encode("utf-8", "replace")).hexdigest()[:_DIGITS],
        "levels": [level.title for level in view.levels],
        "units": [
            _unit(unit, place, level)
            for place, level in enumerate(view.levels)
            for unit in level.units()
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in _ESCAPED.items():
        text = text.replace(char, escaped)
    return text


def _unit(unit: UnitView, place: int, level: LevelView) -> dict[str, object]:
    return {
        "key": unit.key,
        "label": unit.label,
        "title": unit.title,
        "level": place if level.is_named else None,
        "address": unit.address,
        "optional": unit.is_optional,
        "needs": unit.needs,
        "concepts": [{"title": each.title, "anchor": each.anchor} for each in unit.concepts],
        "exercises": [_exercise(each) for each in unit.exercises],
    }


def _exercise(exercise: ExerciseView) -> dict[str, str]:
    return {
        "key": exercise.key,
        "number": exercise.number,
        "title": exercise.title,
        "goal": exercise.goal,
        "time": exercise.time,
        "difficulty": exercise.difficulty,
        "anchor": exercise.anchor,
    }
