"""Shell fences: parsed by `bash -n`, or executed."""

from .extract import Fence
from .process import Outcome
from .project import Project
from .verdict import FenceError


def parse(fence: Fence, project: Project) -> None:
    """Let bash read the commands without running them."""
    outcome = project.bash("-n", "-c", fence.text)
    if outcome.code != 0:
        raise FenceError(outcome.stdout.strip())


def execute(fence: Fence, project: Project, *, compared: bool) -> Outcome:
    """Run the commands; where no output fence would show it, a failed command ends the run."""
    return project.bash(*([] if compared else ["-e"]), "-c", fence.text)
