"""The table `tests`: where the tests of acceptance criteria are, and how they name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .key import ValueType, key


class ExercisesToTest(StrEnum):
    """Which exercises must have a test for each criterion."""

    STARTED = "started"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CriterionTestSettings:
    """Where the tests of acceptance criteria are, and how they name them."""

    files: tuple[str, ...] = key(
        (),
        ValueType.PATH,
        "Globs of the files that hold tests of acceptance criteria, in any language. Nothing is "
        "ever run. Without any, the rules CL7xx are off. What is excluded is not read.",
        ["acceptance/exercises/*/*.test.mjs"],
        is_list=True,
    )
    names: tuple[str, ...] = key(
        ("{exercise}/{criterion}",),
        ValueType.TEST_NAME,
        "How a test names what it checks: `{exercise}` is the number of the exercise with that of "
        "its unit (`4a.2`, also written `4a_2`), `{criterion}` that of the criterion, counted from "
        "1 in the order of the readme. A name that begins with a placeholder stands at the "
        "beginning of a string or a comment.",
        ["test_{exercise}_{criterion}"],
        is_list=True,
        more="See [criteria that run](criteria.md).",
    )
    required: ExercisesToTest = key(
        ExercisesToTest.STARTED,
        ValueType.CHOICE,
        "Which exercises must have a test for each criterion: those that have one for any, or all.",
        "all",
        choices=ExercisesToTest,
    )
    proof: str | None = key(
        None,
        ValueType.PROOF,
        "The record that says for which texts the tests of an exercise were proved. Without one, "
        "nobody asks for proofs.",
        "acceptance/exercises/{exercise}/proof.json",
        more="See [proofs](criteria.md#proofs).",
    )
