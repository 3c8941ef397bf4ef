"""Starts the proof of acceptance/ with the Node.js and the packages of the fence checker."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tools.fences.toolchain import NODE_PACKAGES, ToolchainError, prepare

PROOF = Path(__file__).resolve().parents[1] / "acceptance" / "prove.mjs"


def main() -> int:
    """Hand all arguments but --node to prove.mjs, and its exit code back."""
    parser = argparse.ArgumentParser(prog="python -m tools.acceptance", add_help=False)
    parser.add_argument("--node", type=int, choices=sorted(NODE_PACKAGES), default=24)
    options, rest = parser.parse_known_args()
    try:
        toolchain = prepare(options.node)
    except ToolchainError as error:
        print(error, file=sys.stderr)
        return 2
    tools = [toolchain.node, PROOF, "--packages", toolchain.node_modules]
    command = [*map(str, tools), *rest]
    env = {**os.environ, "PATH": toolchain.path}
    return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
