"""Puts a mutant into a running process: nothing is imported a second time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from types import CodeType, FunctionType

from .mutants import Mutant


def patch(mutant: Mutant, file: str) -> bool:
    """Give the function of ``mutant`` its changed code. False if no living function has it.

    What functions have answered before is forgotten.
    """
    changed = _changed_codes(mutant, file)
    found = False
    for each in [each for each in gc.get_objects() if isinstance(each, FunctionType)]:
        new = changed.get(_identify(each.__code__))
        if new and len(new.co_freevars) == len(each.__code__.co_freevars):
            each.__code__ = new
            found = True
    for cached in [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]:
        cached.cache_clear()
    return found


def _changed_codes(mutant: Mutant, file: str) -> dict[tuple[str, str, int], CodeType]:
    originals = _codes(compile(mutant.original, file, "exec", dont_inherit=True), mutant.function)
    mutated = _codes(compile(mutant.mutated, file, "exec", dont_inherit=True), mutant.function)
    return {_identify(old): new for old, new in zip(originals, mutated, strict=True)}


def _identify(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(code: CodeType, name: str) -> Iterator[CodeType]:
    """The code of every function called ``name``: a property's setter shares its name."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_qualname == name:
                yield constant
            else:
                yield from _codes(constant, name)
