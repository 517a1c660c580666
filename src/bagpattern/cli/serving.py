"""``bagpattern serve``: the designer for everybody."""

from __future__ import annotations

import click

from bagpattern.cli._command import Command


@click.command("serve", cls=Command)
@click.option("--public", is_flag=True, help="Say that strangers are to be served: needed.")
@click.option("--host", metavar="HOST", help="The address to listen at.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(1, 65535), metavar="PORT", help="The port.  [default: 8642]")
@click.option(
    "--allowed-host",
    "allowed",
    metavar="NAME",
    multiple=True,
    help="A name by which browsers ask for it, with its port if that is not the usual one. May be given again.",
)
@click.option("--workers", type=click.IntRange(1, 256), metavar="N", help="Drafts at once.  [default: one a core]")
def command(public: bool, host: str | None, port: int | None, allowed: tuple[str, ...], workers: int | None) -> None:
    """Serve the designer to everybody.

    It keeps nothing and touches no file, so any number of them can stand behind a proxy, which does TLS and says how
    often one visitor may ask. What asks by another name than the allowed ones is refused.

    \b
      bagpattern serve --public --allowed-host bags.example
      bagpattern serve --public --host 0.0.0.0 --port 8080 --allowed-host bags.example:8080
    """
    from bagpattern.web.serving import HERE, PORT, for_everybody, listening, serve

    if not public:
        raise click.UsageError("bagpattern design is for yourself; to serve strangers, say --public")
    if host not in (None, HERE, "localhost") and not allowed:
        raise click.UsageError(f"--host {host} needs --allowed-host: the name by which browsers ask for it")
    taken = listening(host or HERE, port or PORT)
    port = int(taken.getsockname()[1])
    serve(for_everybody(port, allowed, workers or 0), taken, lambda: click.echo(f"http://{host or HERE}:{port}/"))
