"""``bagpattern draft``: the files of a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from bagpattern.cli._formats import FORMATS, Files, read_formats, rendered
from bagpattern.cli._options import preset_argument, proven, set_option

if TYPE_CHECKING:
    from pathlib import Path

_STDOUT = "-"


@click.command("draft")
@preset_argument
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    help="A folder; or one file, whose ending says the format; or - for standard output.  [default: ./ID/]",
)
@set_option
@click.option(
    "--format",
    "formats",
    metavar="FORMATS",
    callback=read_formats,
    help=f"Which files to write: {', '.join(FORMATS)}, or several with commas.  [default: {','.join(FORMATS)}]",
)
@click.option(
    "--paper",
    metavar="PAPER",
    default="full",
    show_default=True,
    help="What the drawing is printed on: full (one sheet as large as needed), a4, letter, a3, a0, or a size such as "
    "60x90cm.",
)
def command(
    preset: str, output: str | None, overrides: dict[str, str], formats: tuple[str, ...] | None, paper: str
) -> None:
    """Draft a pattern and write its files.

    PRESET is the name of a shipped preset (see bagpattern list) or a file. The pattern is proved first; one that fails
    its proof is not written. Files are written whole or not at all.

    \b
      bagpattern draft mini-backpack
      bagpattern draft my-bag.toml -o out/ --set dimensions.width="26 cm"
      bagpattern draft mini-backpack --paper a4 --format svg
      bagpattern draft mini-backpack --format json -o -
    """
    from bagpattern.cli._files import write_all

    chosen = _formats(output, formats)
    pattern = proven(preset, overrides)
    files = rendered(pattern, chosen, paper)
    if output == _STDOUT:
        click.echo(_single(files, "standard output takes one file"), nl=False)
        return
    placed = _placed(files, output, pattern.preset)
    write_all(placed)
    _report(placed)


def _formats(output: str | None, given: tuple[str, ...] | None) -> tuple[str, ...]:
    """The formats to write, as the option says, or the name of the output file."""
    ending = _ending(output)
    if output == _STDOUT and (given is None or len(given) > 1):
        raise click.UsageError("standard output takes one file: say which with --format svg or --format json")
    if ending and given not in (None, (ending,)):
        raise click.UsageError(f"{output} is one {ending} file: leave --format out, or name a folder with -o")
    return given or ((ending,) if ending else tuple(FORMATS))


def _ending(output: str | None) -> str:
    """The format that an output file's name ends in; empty for a folder."""
    ending = (output or "").rpartition(".")[2].lower()
    return ending if ending in FORMATS else ""


def _placed(files: Files, output: str | None, preset: str) -> dict[Path, bytes]:
    """Where each file goes: into the folder *output*, else one of the preset's name; or *output* is that file."""
    from pathlib import Path

    if output and _ending(output):
        return {Path(output): _single(files, f"{output} is one file")}
    return {Path(output or preset, name): content for name, content in files.items()}


def _single(files: Files, why: str) -> bytes:
    """The content of the only file. Raises UsageError when there are several."""
    if len(files) > 1:
        raise click.UsageError(f"{why}, and this drawing has {len(files)} pages: name a folder with -o")
    return next(iter(files.values()))


def _report(placed: Mapping[Path, bytes]) -> None:
    """Which files were written, and which beside them are of an earlier draft: those must not be printed with them."""
    for path in placed:
        click.echo(str(path))
    drawings = [path for path in placed if path.suffix == ".svg"]
    for path in sorted(_of_before(drawings)):
        click.echo(f"{path}: is left from an earlier draft", err=True)


def _of_before(drawings: list[Path]) -> set[Path]:
    if not drawings:
        return set()
    stem = drawings[0].stem.rsplit("-", 1)[0] if len(drawings) > 1 else drawings[0].stem
    beside = drawings[0].parent.iterdir()
    pages = (path for path in beside if path.suffix == ".svg" and path.stem.removeprefix(stem).lstrip("-").isdigit())
    return {path for path in (*pages, drawings[0].with_name(f"{stem}.svg")) if path.is_file()} - {*drawings}
