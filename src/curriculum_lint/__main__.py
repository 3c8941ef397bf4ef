"""The console script, and ``python -m curriculum_lint``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with 0, 1 or 2."""
    from .cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
