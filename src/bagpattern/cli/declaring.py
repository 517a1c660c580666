"""``bagpattern schema``: what a preset may hold, for editors."""

from __future__ import annotations

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import parts_option


@click.command("schema", cls=Command)
@click.option("-o", "--output", metavar="FILE", help="The file to write.  [default: standard output]")
@parts_option
def command(output: str | None) -> None:
    """Print a JSON Schema of presets, for editors.

    With it, editors complete keys and explain them while you write. Those that know taplo (such as VS Code with Even
    Better TOML) use it where the first line of a preset names it: #:schema ./preset.schema.json

    \b
      bagpattern schema
      bagpattern schema -o preset.schema.json
    """
    import json
    from pathlib import Path

    from bagpattern.cli._files import write_all, write_out
    from bagpattern.preset.schema import schema

    content = f"{json.dumps(schema(), ensure_ascii=False, indent=2)}\n".encode()
    if output is None or output == "-":
        write_out(content)
        return
    write_all({Path(output): content})
    click.echo(output)
