"""``bagpattern design``: the designer on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from bagpattern.cli._command import Command
from bagpattern.said import Name
from bagpattern.words import words


@click.command("design", cls=Command)
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--port", type=click.IntRange(1, 65535), metavar="PORT", help="Where to serve it.  [default: 8642]")
@click.option("--browser/--no-browser", default=True, help="Whether to open the page.  [default: --browser]")
def command(file: str | None, port: int | None, browser: bool) -> None:
    """Shape a bag on a page in your browser, and see it sewn.

    Nothing leaves this machine. FILE is a preset of your own: the page saves to it when you say so, keeps its comments,
    and takes up what you change in an editor.

    \b
      bagpattern design
      bagpattern design my-bag.toml
      bagpattern design --port 8123 --no-browser
    """
    from bagpattern.web.mine import Mine
    from bagpattern.web.serving import HERE, for_oneself, listening, serve

    mine = Mine(_there(file), _write) if file else None
    taken = listening(HERE, port)
    port = int(taken.getsockname()[1])
    address = f"http://{HERE}:{port}/{f'#token.{mine.token}' if mine else ''}"

    def started() -> None:
        click.echo(f"{address}\nCtrl-C ends it.")
        if browser:
            click.launch(address)

    serve(for_oneself(port, mine), taken, started)


def _there(file: str) -> Path:
    """The preset's path. Raises InputError, with how to begin one, if there is none."""
    from bagpattern.errors import InputError, Problem

    path = Path(file)
    if path.suffix != ".toml":
        raise click.UsageError(f"the designer edits presets, whose names end in .toml, not {file}")
    if not path.is_file():
        advice = words("there is no such file: begin one with bagpattern new {file}", file=Name(file))
        raise InputError([Problem("", advice, str(path))])
    return path


def _write(path: Path, content: bytes) -> None:
    from bagpattern.cli._files import write_all

    write_all({path: content})
