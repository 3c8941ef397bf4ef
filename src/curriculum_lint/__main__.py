"""The console script, and ``python -m curriculum_lint``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and exit with 0, 1 or 2."""
    # The process is short, and nothing it makes refers to itself: looking for circles in
    # hundreds of thousands of facts would take a third of its time.
    gc.disable()
    try:
        from .cli.replay import replay

        code = replay(sys.argv[1:])
        if code is None:
            from .cli.main import run_and_record

            code = run_and_record(sys.argv[1:])
    except KeyboardInterrupt:
        # Before or after the command line, which says it itself.
        code = 2
    sys.exit(code)


if __name__ == "__main__":
    main()
