"""Fetches the JavaScript libraries of the page from npm's registry into ``page/vendor/``.

``--check`` writes nothing and says which files differ from what the registry has.
To update a library, change its version below and run this tool.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

VENDOR = Path(__file__).parents[1] / "src" / "curriculum_lint" / "page" / "vendor"
MINIFIER = "terser@5.51.2"


class Library(NamedTuple):
    """A script of an npm package, and the packages that are bundled in it."""

    package: str
    version: str
    licence: str
    script: str
    licence_file: str
    written: str
    bundled: tuple[str, ...] = ()


class Fetched(NamedTuple):
    """An unpacked npm package, and npm's checksum of the archive."""

    folder: Path
    integrity: str


LIBRARIES = (
    Library("minisearch", "7.2.0", "MIT", "dist/umd/index.js", "LICENSE.txt", "minisearch"),
    Library(
        *("@dagrejs/dagre", "3.1.3", "MIT", "dist/dagre.js", "LICENSE", "dagre"),
        bundled=("@dagrejs/graphlib 4.0.6",),
    ),
)


def vendored() -> dict[str, bytes]:
    """Every file of the folder, as the registry has it today."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _npm(folder, "install", "--no-audit", "--no-fund", "--ignore-scripts", MINIFIER)
        files: dict[str, bytes] = {}
        entries = []
        for library in LIBRARIES:
            fetched = _fetched(library, folder)
            script = _minified(library, fetched.folder, folder)
            licence = (fetched.folder / library.licence_file).read_bytes()
            files[f"{library.written}.js"] = script
            files[f"{library.written}.LICENSE"] = licence.replace(b"\r\n", b"\n")
            entries.append(_entry(library, fetched, script))
    manifest = {"minifier": MINIFIER, "libraries": entries}
    return files | {"manifest.json": (json.dumps(manifest, indent=2) + "\n").encode()}


def main() -> int:
    """Write what differs; with ``--check`` only name it. 1 if anything differed then."""
    check = "--check" in sys.argv[1:]
    wanted = vendored()
    stale = sorted(_stale(wanted))
    for name in stale:
        print(f"{name} differs" if check else f"wrote {name}")
        if not check and name in wanted:
            (VENDOR / name).write_bytes(wanted[name])
        elif not check:
            (VENDOR / name).unlink()
    return int(check and bool(stale))


def _stale(wanted: dict[str, bytes]) -> Iterator[str]:
    present = {path.name: path.read_bytes() for path in VENDOR.iterdir()}
    return (name for name in wanted | present if wanted.get(name) != present.get(name))


def _fetched(library: Library, folder: Path) -> Fetched:
    name = f"{library.package}@{library.version}"
    packed = json.loads(_npm(folder, "pack", "--json", name))
    # npm 12 answers with an object by package, older ones with a list.
    told = packed[0] if isinstance(packed, list) else next(iter(packed.values()))
    target = folder / "unpacked" / library.written
    with tarfile.open(folder / told["filename"]) as archive:
        archive.extractall(target, filter="data")
    return Fetched(target / "package", told["integrity"])


def _minified(library: Library, package: Path, folder: Path) -> bytes:
    terser = folder / "node_modules" / "terser" / "bin" / "terser"
    node = shutil.which("node") or "node"
    script = package / library.script
    command = [node, str(terser), str(script), "--compress", "--mangle", "--comments", "false"]
    code = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # Browsers ask for a source map that is named, and there is none beside the page.
    code = re.sub(r"\n?//# sourceMappingURL=\S+", "", code).strip()
    bundled = "".join(f", with {each}" for each in library.bundled)
    name = f"{library.package} {library.version}{bundled}"
    return f"/*! {name} | {library.licence} */\n{code}\n".encode()


def _entry(library: Library, fetched: Fetched, script: bytes) -> dict[str, object]:
    return {
        "name": library.package,
        "version": library.version,
        "bundled": list(library.bundled),
        "licence": library.licence,
        "licence_file": f"{library.written}.LICENSE",
        "file": f"{library.written}.js",
        "sha256": hashlib.sha256(script).hexdigest(),
        "made_from": library.script,
        "package_integrity": fetched.integrity,
    }


def _npm(folder: Path, *arguments: str) -> str:
    npm = shutil.which("npm") or "npm"
    environment = os.environ | {"npm_config_update_notifier": "false"}
    command = [npm, "--silent", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
