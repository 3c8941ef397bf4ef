"""The records of proofs: for which texts of criteria, and which files, tests were proved.

A record is JSON: ``criteria`` holds the SHA-256 of each criterion's text by `exercise/number`,
with white space collapsed to single spaces, and ``files`` that of each file of its folder with
line feeds as line ends, by its path from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from ..model.criterion import ProofRecord
from ..workspace.read import FileText
from ..workspace.tree import EntryKind
from ..workspace.workspace import Workspace


def read_proofs(workspace: Workspace, exercises: Iterable[str]) -> dict[str, ProofRecord]:
    """The proofs of these exercises that there are."""
    template = workspace.settings.tests.proof
    if template is None:
        return {}
    paths = {each: template.replace("{exercise}", each) for each in sorted(exercises)}
    known = workspace.tree.entries
    return {each: _read(workspace, path) for each, path in paths.items() if path in known}


def digest_text(text: str) -> str:
    """The digest of a criterion, as a record holds it."""
    return sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()


def digest_file(read: FileText) -> str:
    """The digest of a file, as a record holds it."""
    text = ("\N{ZERO WIDTH NO-BREAK SPACE}" if read.bom else "") + read.text
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def _read(workspace: Workspace, path: str) -> ProofRecord:
    record = _parse(workspace.read(path))
    criteria, files = record.get("criteria"), record.get("files", {})
    if not isinstance(criteria, dict) or not isinstance(files, dict):
        return ProofRecord(path, None)
    digests = {int(n): str(d) for k, d in criteria.items() if (n := k.rpartition("/")[2]).isdigit()}
    return ProofRecord(path, digests, tuple(_changed(workspace, path, files)))


def _parse(read: object) -> dict[str, Any]:
    try:
        data = json.loads(read.text) if isinstance(read, FileText) else None
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _changed(workspace: Workspace, record: str, files: Mapping[str, Any]) -> Iterator[str]:
    """The files beside a record that are new, gone, or another than was proved."""
    folder = record.rpartition("/")[0] + "/"
    entries = workspace.tree.entries
    present = {
        path.removeprefix(folder)
        for path, entry in entries.items()
        if path.startswith(folder) and path != record and entry.kind is EntryKind.FILE
    }
    for name in sorted(present | {str(each) for each in files}):
        if name not in present or name not in files:
            yield folder + name
            continue
        read = workspace.read(folder + name)
        # What is no text, such as an image, is left to those who prove.
        if isinstance(read, FileText) and digest_file(read) != files[name]:
            yield folder + name
