"""The console script, and ``python -m curriculum_lint``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with 0, 1 or 2."""
    try:
        from .cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        # Before or after the command line, which says it itself.
        code = 2
    sys.exit(code)


if __name__ == "__main__":
    main()
