"""A JSON Schema validator that gives up where work multiplies, and remembers valid items.

Ten definitions that each refer ten times to the next one are a small file and a long wait. The
exercises of a curriculum, on the other hand, are many and have few shapes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

#: A reference costs more than a branch: it is looked up, and what it leads to begins anew.
_MOST_WORK = 600_000
_REFERENCE = 6
_REFERENCES = ("$ref", "$dynamicRef")
#: Keywords that look at each of their members.
_BRANCHING = (
    *("allOf", "anyOf", "oneOf", "prefixItems", "dependentSchemas"),
    *("properties", "patternProperties", "enum", "required", "dependentRequired"),
)

Keyword = Callable[..., Iterator[Any]]


class TooMuchWorkError(Exception):
    """One instance led through more references and branches than any honest schema has."""


def bounded_validator(
    schema: Mapping[str, Any], shape: Callable[[object], object]
) -> Callable[[object], Iterator[Any]]:
    """The function that gives jsonschema's errors for an instance.

    ``shape`` gives what the schema looks at in a part of an instance: parts of equal shape are
    equally valid. Raises `TooMuchWorkError`, and what jsonschema raises for references that
    lead nowhere.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend
    from referencing import Registry

    budget = _Budget()
    keywords = Draft202012Validator.VALIDATORS
    own: dict[str, Keyword] = {
        name: budget.counted(keywords[name], lambda _: _REFERENCE) for name in _REFERENCES
    }
    own |= {name: budget.counted(keywords[name], len) for name in _BRANCHING}
    # What a dynamic reference means depends on the way that led to it.
    if '"$dynamicRef"' not in json.dumps(schema):
        own["items"] = _ValidItems(keywords["items"], budget, shape).check
    # An empty registry: a reference to another file or address is an error, not a request.
    extended: Any = extend(Draft202012Validator, own)  # type: ignore[no-untyped-call]
    validator = extended(schema, registry=Registry())

    def errors(instance: object) -> Iterator[Any]:
        budget.left = _MOST_WORK
        return iter(validator.iter_errors(instance))

    return errors


class _Budget:
    def __init__(self) -> None:
        self.left = _MOST_WORK

    def spend(self, work: int) -> None:
        """Raises `TooMuchWorkError` where not so much is left."""
        self.left -= work
        if self.left < 0:
            raise TooMuchWorkError

    def counted(self, keyword: Keyword, cost: Callable[[Any], int]) -> Keyword:
        def follow(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any]:
            self.spend(cost(value))
            yield from keyword(validator, value, instance, schema) or ()

        return follow


class _ValidItems:
    """The keyword ``items``; an object that was valid is not looked at again.

    It still costs the work that it cost the first time: what is found does not depend on
    what was checked before.
    """

    def __init__(
        self, keyword: Keyword, budget: _Budget, shape: Callable[[object], object]
    ) -> None:
        self._keyword, self._budget, self._shape = keyword, budget, shape
        self._costs: dict[tuple[int, str], int] = {}

    def check(self, validator: Any, items: Any, instance: Any, schema: Any) -> Iterator[Any]:
        """The errors of an array's items."""
        if "prefixItems" in schema or not isinstance(items, dict) or not isinstance(instance, list):
            yield from self._keyword(validator, items, instance, schema) or ()
            return
        for index, item in enumerate(instance):
            if not isinstance(item, dict):
                yield from validator.descend(item, items, path=index)
            else:
                yield from self._object(validator, items, item, index)

    def _object(self, validator: Any, items: Any, item: Any, index: int) -> Iterator[Any]:
        key = id(items), json.dumps(self._shape(item))
        if key in self._costs:
            self._budget.spend(self._costs[key])
            return
        before, is_valid = self._budget.left, True
        for error in validator.descend(item, items, path=index):
            is_valid = False
            yield error
        if is_valid:
            self._costs[key] = before - self._budget.left
