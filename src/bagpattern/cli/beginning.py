"""``bagpattern new``: a commented preset of one's own."""

from __future__ import annotations

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import complete_preset, given, parts_option, set_option
from bagpattern.cli._spoken import language_option, spoken_in

_FIRST = "mini-backpack"


@click.command("new", cls=Command)
@click.argument("file", metavar="FILE")
@click.option(
    "--from",
    "source",
    metavar="PRESET",
    default=_FIRST,
    show_default=True,
    shell_complete=complete_preset,
    help="The preset to begin with: a shipped name or a file.",
)
@set_option
@language_option
@parts_option
def command(file: str, source: str, overrides: dict[str, str], language: str | None) -> None:
    """Write a commented preset of your own, to be changed.

    FILE gets every value of the preset that it is begun from, each with its limits and what it is. A file that is
    there already is left alone.

    \b
      bagpattern new my-bag.toml
      bagpattern new tall-bag.toml --from mini-backpack --set dimensions.height="32 cm"
      bagpattern new meine-tasche.toml --language de
    """
    from pathlib import Path

    from bagpattern.cli._files import write_new
    from bagpattern.language import Teller
    from bagpattern.on_disk import in_a_shell
    from bagpattern.preset.template import template
    from bagpattern.said import Name
    from bagpattern.words import words

    if not file.endswith(".toml"):
        raise click.UsageError(f"a preset's name ends in .toml: write {file}.toml")
    preset = given(source, spoken_in(language, overrides))
    write_new(Path(file), template(preset).encode())
    command = Name(f"bagpattern draft {in_a_shell(file)}")
    told = words("{file}: change it, then: {command}", file=Name(file), command=command)
    click.echo(Teller(language=preset.settings["language"])(told))
