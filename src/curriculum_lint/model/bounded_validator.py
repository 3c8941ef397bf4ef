"""A JSON Schema validator that gives up where references multiply.

Ten definitions that each refer ten times to the next one are a small file and a long wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

_MOST_REFERENCES = 100_000
_REFERENCES = ("$ref", "$dynamicRef")


class TooManyReferencesError(Exception):
    """One instance led through more references than any honest schema has."""


def bounded_validator(schema: Mapping[str, Any]) -> Callable[[object], Iterator[Any]]:
    """The function that gives jsonschema's errors for an instance.

    Raises `TooManyReferencesError`, and what jsonschema raises for references that lead nowhere.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend
    from referencing import Registry

    budget = _Budget()
    followed = {name: budget.counted(Draft202012Validator.VALIDATORS[name]) for name in _REFERENCES}
    # An empty registry: a reference to another file or address is an error, not a request.
    extended: Any = extend(Draft202012Validator, followed)  # type: ignore[no-untyped-call]
    validator = extended(schema, registry=Registry())

    def errors(instance: object) -> Iterator[Any]:
        budget.left = _MOST_REFERENCES
        return iter(validator.iter_errors(instance))

    return errors


class _Budget:
    def __init__(self) -> None:
        self.left = _MOST_REFERENCES

    def counted(self, keyword: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def follow(validator: Any, reference: Any, instance: Any, schema: Any) -> Iterator[Any]:
            self.left -= 1
            if self.left < 0:
                raise TooManyReferencesError
            yield from keyword(validator, reference, instance, schema) or ()

        return follow
