"""What is wrong with a plugin."""

from __future__ import annotations


class PluginError(Exception):
    """A plugin cannot be used. ``str()`` is one line for the person who named it."""
