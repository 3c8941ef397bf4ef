"""``python -m tools.mutation``, from the root of the repository."""

from .cli import main

if __name__ == "__main__":
    raise SystemExit(main())
