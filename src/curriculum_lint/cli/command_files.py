"""Which commands there are."""

from __future__ import annotations

#: Every command and its module in this package: one is imported when it is used.
COMMAND_FILES = {
    "check": "check",
    "changes": "changes",
    "completion": "completion",
    "config": "config",
    "graph": "graph",
    "index": "index",
    "init": "init",
    "move": "move",
    "remove": "remove",
    "rename": "rename",
    "new": "new",
    "page": "page",
    "renumber": "renumber",
    "rule": "rule",
    "server": "server",
    "stats": "stats",
}
