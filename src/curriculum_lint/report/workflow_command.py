"""The commands that a GitHub workflow reads in a log."""

from __future__ import annotations

from collections.abc import Mapping


def workflow_command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    """``::name key=value,…::message`` as one line, its ending included."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    # The percent sign first, or the other escapes would be escaped again.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
