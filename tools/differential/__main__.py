"""``python -m tools.differential``, from the root of the repository."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
