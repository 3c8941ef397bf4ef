"""What an info string may say, so that a typing error in it is not a silent skip."""

from pathlib import PurePosixPath

from .extract import FLAGS, OPTIONS, Fence
from .verdict import FenceError


def require_conventions(fence: Fence) -> None:
    """Raise for an info string that means nothing."""
    if not fence.closed:
        raise FenceError("the fence is never closed")
    if not fence.language:
        raise FenceError("the fence names no language")
    _require_known_words(fence)
    _require_safe_file(fence)
    _require_fitting_flags(fence)


def _require_known_words(fence: Fence) -> None:
    unknown = sorted((fence.flags - FLAGS) | (fence.options.keys() - OPTIONS))
    if unknown:
        raise FenceError(f"unknown word in the info string: {', '.join(unknown)}")
    for name in ("exit", "node"):
        if not fence.options.get(name, "0").isdigit():
            raise FenceError(f"{name}= needs a number")


def _require_safe_file(fence: Fence) -> None:
    file = PurePosixPath(fence.file or "x")
    if file.is_absolute() or ".." in file.parts or fence.file == "":
        raise FenceError(f"file={fence.file} does not stay inside the project")


def _require_fitting_flags(fence: Fence) -> None:
    wrong = {
        "output": fence.is_output and fence.language != "text",
        "run": "run" in fence.flags and not fence.runs,
        "exit=": "exit" in fence.options and not fence.runs,
        "dialect=": "dialect" in fence.options and fence.language != "sql",
        "fragment": fence.is_fragment and fence.file is not None,
    }
    for word, applies in wrong.items():
        if applies:
            raise FenceError(f"{word} has no meaning for this {fence.language} fence")
