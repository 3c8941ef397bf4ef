"""The command line: which documents, how many at a time, what differs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .compare import differences
from .run import Outcome, compare_generated, compare_texts, smallest


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare: 0 nothing differs but what is known, 1 something does, 2 a file cannot be read."""
    options = _options(arguments)
    try:
        texts = [path.read_bytes().decode() for path in options.paths]
    except (OSError, UnicodeDecodeError) as error:
        print(f"differential: {error}", file=sys.stderr)
        return 2
    outcome = compare_texts(texts)
    outcome.add(compare_generated(options.documents, options.seed, options.jobs))
    print("\n".join([*_examples(outcome), *_summary(outcome)]))
    return 1 if outcome.unknown else 0


def _examples(outcome: Outcome) -> Iterator[str]:
    """The smallest text of each kind that differs."""
    for fact, texts in outcome.differing.items():
        small = min((smallest(fact, text) for text in texts), key=len)
        yield f"{small!r}"
        yield from (f"  {difference}" for difference in differences(small))


def _summary(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.documents:,} documents, {outcome.facts:,} facts compared."
    yield from (f"{count:,} known: {reason}." for reason, count in outcome.known.items() if count)
    yield from (f"{count:,} not known: {fact}." for fact, count in outcome.unknown.items())
    if not outcome.unknown:
        yield "Nothing else differs."


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.differential", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE", help="Markdown to compare")
    parser.add_argument("--documents", type=_count, default=2_000, help="made by chance (2000)")
    parser.add_argument("--seed", type=int, default=1, help="of the first documents (1)")
    parser.add_argument("--jobs", type=_positive, default=1, help="processes (1)")
    return parser.parse_args(arguments)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("needs to be 0 or more")
    return number


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("needs to be 1 or more")
    return number
