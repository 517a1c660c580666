"""``bagpattern draft``: the files of a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from bagpattern.cli._command import Command
from bagpattern.cli._formats import (
    FORMATS,
    PURPOSES,
    as_on_the_line,
    ending,
    given_wishes,
    of_ending,
    read_formats,
    read_purposes,
    refuse_ending,
    runs,
    suffix,
    wished,
)
from bagpattern.cli._options import (
    complete_preset,
    parts_option,
    preset_argument,
    proven_all,
    set_option,
    several,
)
from bagpattern.cli._seller import SELLER, alone, bundle_runs, bundled
from bagpattern.cli._spoken import language_option, spoken_in
from bagpattern.on_disk import on_disk
from bagpattern.values import replace

if TYPE_CHECKING:
    from pathlib import Path

    from bagpattern.export import Files
    from bagpattern.layout.saved import Kept
    from bagpattern.model.pattern import Pattern

_STDOUT = "-"


def _read_licence(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """The text of the file. Raises BadParameter for one without any."""
    from pathlib import Path

    from bagpattern.layout.own_files import read_text

    if given is None:
        return None
    told = read_text(Path(given))
    if not told.strip():
        raise click.BadParameter(f"{given} is empty: write your licence into it, or leave --licence out")
    return told


@click.command("draft", cls=Command)
@preset_argument
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    help="A folder; or one file, whose ending says the format; or - for standard output.  [default: ./ID/]",
)
@set_option
@click.option(
    "--with",
    "others",
    metavar="PRESET",
    multiple=True,
    shell_complete=complete_preset,
    help="Another size, to lie in this one with lines, labels and layers of its own. May be given again.",
)
@click.option(
    "--format",
    "formats",
    metavar="FORMATS",
    callback=read_formats,
    shell_complete=lambda ctx, param, incomplete: several(incomplete, FORMATS),
    help=f"Which files to write: {', '.join(FORMATS)}, or several with commas.  [default: as the purpose has it]",
)
@click.option(
    "--for",
    "purpose",
    metavar="PURPOSES",
    callback=read_purposes,
    shell_complete=lambda ctx, param, incomplete: several(incomplete, (*PURPOSES, SELLER)),
    default="paper",
    show_default=True,
    help=f"What the drawing is for: {', '.join(PURPOSES)}, or several with commas; "
    "or seller: all that a shop takes, as files and as a zip.",
)
@click.option(
    "--licence",
    metavar="FILE",
    callback=_read_licence,
    help="Seller: a text, which goes into the bundle as its licence page.",
)
@language_option
@wished
@parts_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    preset: str,
    output: str | None,
    overrides: dict[str, str],
    others: tuple[str, ...],
    formats: tuple[str, ...] | None,
    purpose: tuple[str, ...],
    language: str | None,
    licence: str | None,
    **_wished: Any,
) -> None:
    """Draft a pattern and write its files.

    PRESET is the name of a shipped preset (see bagpattern list) or a file. The pattern is proved first; one that fails
    its proof is not written. Files are written whole or not at all.

    \b
      bagpattern draft mini-backpack
      bagpattern draft my-bag.toml -o out/ --set dimensions.width="26 cm"
      bagpattern draft mini-backpack --paper a4
      bagpattern draft mini-backpack --paper a4,letter,a0 --for paper,projector
      bagpattern draft mini-backpack --with mini-backpack-s --with mini-backpack-l
      bagpattern draft mini-backpack --language de
      bagpattern draft mini-backpack --for cutter --kerf 0.15mm
      bagpattern draft mini-backpack --format json -o -
    """
    from bagpattern.cli._files import write_all, write_out
    from bagpattern.export import Job, rendered, told_of
    from bagpattern.options import read_options

    selling = alone(purpose)
    wanted = (
        bundle_runs(given_wishes(ctx), formats)
        if selling
        else runs(ctx, purpose, lambda each, paper: _formats(output, formats, each, paper))
    )
    if licence is not None and not selling:
        raise click.UsageError("--licence changes nothing in what is written, but for --for seller")
    with as_on_the_line(ctx):
        read_options(given_wishes(ctx))
    overrides = spoken_in(language, overrides)
    pattern, *further = proven_all((preset, *others), overrides)
    kept = _kept_beside(output, pattern.preset)
    files: Files = {}
    told: list[str] = []
    with as_on_the_line(ctx):
        for each, chosen, wishes in wanted:
            options = read_options(wishes)
            options = replace(options, plan=options.plan or kept)
            job = Job(pattern, each, options, tuple(further))
            files |= rendered(job, chosen)
            told += told_of(job, chosen)
    if selling:
        files = bundled(files, pattern, licence)
    for line in told:
        click.echo(line, err=True)
    if output == _STDOUT:
        write_out(_single(files, "standard output takes one file"))
        return
    placed = _placed(files, output, pattern.preset)
    write_all(placed)
    _report(placed, pattern)


def _kept_beside(output: str | None, preset: str) -> Kept | None:
    """The lay plans that are kept in the folder that is written to."""
    from pathlib import Path

    from bagpattern.cli._plans import kept, plan_file

    if output == _STDOUT:
        return None
    return kept(plan_file(preset, str(Path(output).parent) if output and ending(output) else output))


def _formats(output: str | None, given: tuple[str, ...] | None, purpose: str, paper: str | None) -> tuple[str, ...]:
    """The formats to write, as the option says, or the name of the output file, or the purpose."""
    refuse_ending(output)
    end = ending(output)
    if output == _STDOUT and (given is None or len(given) > 1):
        raise click.UsageError("standard output takes one file: say which, such as --format pdf")
    if not end:
        return given or _usual(purpose, paper)
    if given and [suffix(each) for each in given] != [end]:
        raise click.UsageError(f"{output} is one {end} file: leave --format out, or name a folder with -o")
    return given or (of_ending(end),)


def _usual(purpose: str, paper: str | None) -> tuple[str, ...]:
    from bagpattern.drawing.purposes import PURPOSES as ROOM
    from bagpattern.options import FULL

    formats: tuple[str, ...] = ROOM.member(purpose)().usual(paper or FULL)
    return formats


def _placed(files: Files, output: str | None, preset: str) -> dict[Path, bytes]:
    """Where each file goes: into the folder *output*, else one of the preset's name; or *output* is that file."""
    from pathlib import Path

    if output and ending(output):
        return {Path(output): _single(files, f"{output} is one file")}
    return {Path(output or on_disk(preset), on_disk(name)): content for name, content in files.items()}


def _single(files: Files, why: str) -> bytes:
    """The content of the only file. Raises UsageError when there are several."""
    if len(files) > 1:
        raise click.UsageError(f"{why}, and this drawing has {len(files)} pages: name a folder with -o")
    return next(iter(files.values()))


def _report(placed: Mapping[Path, bytes], pattern: Pattern) -> None:
    """Which files were written, and which beside them are of an earlier draft: those must not be printed with them."""
    from bagpattern.cli._stale import of_before

    for path in placed:
        click.echo(str(path))
    for path, told in of_before(placed, pattern, next(iter(placed)).parent).items():
        click.echo(f"{path}: {pattern.tell(told)}", err=True)
