"""``python -m tools.golden``, from the root of the repository."""

from .cli import main

if __name__ == "__main__":
    raise SystemExit(main())
