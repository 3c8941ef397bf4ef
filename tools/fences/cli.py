"""The command line: which files, which Node.js, how many at a time."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, groupby
from pathlib import Path

from . import report
from .extract import Fence, read_fences
from .section import check_section
from .toolchain import NODE_PACKAGES, Toolchain, ToolchainError, prepare
from .verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
LEVELS = ("junior_level", "mid_level", "senior_level")


def main(arguments: Sequence[str] | None = None) -> int:
    """Check fences: 0 all is well, 1 a fence fails, 2 the check cannot be done."""
    options = _options(arguments)
    try:
        files = markdown_files(options.paths or _existing_levels())
        fences = [fence for file in files for fence in read_fences(file)]
        toolchain = prepare(options.node) if any(map(_needs_node, fences)) else None
    except (OSError, UnicodeDecodeError, ToolchainError) as error:
        print(f"fences: {error}", file=sys.stderr)
        return 2
    verdicts = check(fences, toolchain, options.jobs)
    blocks = report.failures(verdicts, ROOT)
    print("\n".join([*blocks, report.summary(verdicts, len(files))]))
    return 1 if blocks else 0


def markdown_files(paths: Iterable[Path]) -> list[Path]:
    """The Markdown files that the paths name or hold."""
    return sorted(set(chain.from_iterable(map(_files_of, paths))))


def check(fences: Iterable[Fence], toolchain: Toolchain | None, jobs: int) -> list[Verdict]:
    """Check several sections at a time; the verdicts keep the order of the fences."""
    sections = [list(group) for _, group in groupby(fences, lambda f: (f.path, f.section))]
    with ThreadPoolExecutor(jobs) as pool:
        results = pool.map(partial(check_section, toolchain=toolchain), sections)
        return list(chain.from_iterable(results))


def _existing_levels() -> list[Path]:
    return [folder for folder in (ROOT / level for level in LEVELS) if folder.is_dir()]


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        found = path.resolve().rglob("*.md")
        return [file for file in found if "node_modules" not in file.parts]
    if not path.is_file():
        raise FileNotFoundError(f"no such file or folder: {path}")
    return [path.resolve()]


def _needs_node(fence: Fence) -> bool:
    return fence.language == "js" or fence.runs


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.fences", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--jobs", type=_positive, default=2, help="sections at a time (2)")
    parser.add_argument("--node", type=int, choices=sorted(NODE_PACKAGES), default=24)
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("needs to be 1 or more")
    return number
