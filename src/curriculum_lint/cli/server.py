"""``curriculum-lint server``: the language server that editors start."""

from __future__ import annotations

import click


@click.command("server")
@click.option("--stdio", is_flag=True, help="Accepted for editors that write it: nothing changes.")
def server(*, stdio: bool) -> int:
    """Speak the Language Server Protocol over standard input and output, for an editor."""
    del stdio
    try:
        from ..server.start import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol", "cattrs", "attrs"}:
            raise
        raise click.UsageError(
            "The language server needs more packages: install curriculum-lint[lsp] instead of "
            "curriculum-lint."
        ) from None
    return serve()
