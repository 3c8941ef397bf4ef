"""JavaScript fences: executed as modules, or parsed by `node --check`."""

from .extract import Fence
from .process import Outcome
from .project import Project
from .verdict import FenceError

# A fragment is a piece of a module, of a function, of a class or of an object.
FRAMES = (
    "@",
    "async function fragment() {\n@\n}",
    "class Fragment {\n@\n}",
    "({\n@\n});",
)


def parse(fence: Fence, project: Project) -> None:
    """Parse a module, a file of the project or a fragment."""
    name = fence.file or _name(fence)
    frames = FRAMES if fence.is_fragment else FRAMES[:1]
    complaints = [_complaint(project, name, frame.replace("@", fence.text)) for frame in frames]
    if all(complaints):
        raise FenceError(complaints[0])


def execute(fence: Fence, project: Project) -> Outcome:
    """Run a module; its standard output is what the reader is shown."""
    name = fence.file or _name(fence)
    project.write(name, fence.text)
    return project.node(name)


def _name(fence: Fence) -> str:
    return f"example-{fence.line}.mjs"


def _complaint(project: Project, name: str, text: str) -> str:
    """What Node.js says about a text that it cannot parse."""
    project.write(name, text)
    outcome = project.node("--check", name)
    return "" if outcome.code == 0 else project.tidy(outcome.stderr) or "cannot be parsed"
