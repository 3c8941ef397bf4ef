"""What the script of the page knows: the units with their concepts and exercises.

It is made from the view, so that the script and the templates say the same. Criteria it finds in
the texts.
"""

from __future__ import annotations

import hashlib
import json

from ..text.utf_8 import utf_8
from .layout import Layout
from .view import ExerciseView, LevelView, PageView, UnitView

_DIGITS = 16
#: Where a browser looks for the end of a script.
_ESCAPED = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def page_data(view: PageView, layout: Layout) -> str:
    """The data as JSON that can stand in a page. Units refer to others by their places."""
    data = {
        "title": view.title,
        "store": hashlib.sha256(utf_8(view.title)).hexdigest()[:_DIGITS],
        "folder": layout.is_folder,
        "home": layout.home,
        "levels": [level.title for level in view.levels],
        "units": [
            _unit(unit, place, level)
            for place, level in enumerate(view.levels)
            for unit in level.units()
        ],
    }
    return script_json(data)


def script_json(data: object) -> str:
    """JSON that can stand in a script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in _ESCAPED.items():
        text = text.replace(char, escaped)
    return text


def _unit(unit: UnitView, place: int, level: LevelView) -> dict[str, object]:
    return {
        "key": unit.key,
        "label": unit.name.label,
        "title": unit.name.title,
        "level": place if level.is_named else None,
        "optional": unit.is_optional,
        "needs": unit.needs,
        "concepts": [{"title": each.title, "anchor": each.anchor} for each in unit.concepts],
        "exercises": [_exercise(each) for each in unit.exercises],
    }


def _exercise(exercise: ExerciseView) -> dict[str, object]:
    return {
        "key": exercise.key,
        "number": exercise.number,
        "title": exercise.title,
        "anchor": exercise.anchor,
    }
