"""``bagpattern show``: a pattern in tables, or the bag that it makes in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bagpattern.cli._command import Command
from bagpattern.cli._difference import difference, size_in_words
from bagpattern.cli._options import parts_option, preset_argument, proven, set_option
from bagpattern.cli._spoken import language_option, spoken_in
from bagpattern.cli._tables import heads, section, table
from bagpattern.export._cutting import SHAPES
from bagpattern.model.colourway import slot_words
from bagpattern.said import Called, Figure, Name, Said
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.preset.source import Source


_WIDTH = 100
"""Characters in a line of running text."""


@click.command("show", cls=Command)
@preset_argument
@set_option
@click.option("--diff", is_flag=True, help="Only what the preset changes in the one that it extends.")
@click.option("--picture", is_flag=True, help="The finished bag: in a terminal that shows pictures, else as a file.")
@click.option(
    "-o", "--output", metavar="FILE", help="Where the picture goes, PNG or SVG by its ending; '-' prints SVG."
)
@language_option
@parts_option
def command(
    preset: str, overrides: dict[str, str], diff: bool, picture: bool, output: str | None, language: str | None
) -> None:
    """Show the pieces with their cut sizes, what to buy, and the steps.

    Sizes of pieces include the seam allowance: rectangles can be cut from this table alone. A picture shows the bag
    that they make; left out, its FILE is ID-picture.png.

    \b
      bagpattern show mini-backpack
      bagpattern show mini-backpack --picture
      bagpattern show my-bag.toml --diff
      bagpattern show my-bag.toml --set straps.width="32 mm"
    """
    if output and not picture:
        raise click.UsageError("--output is for a picture: write bagpattern show PRESET --picture -o FILE")
    if picture and diff:
        raise click.UsageError("--picture and --diff are two things: ask for one after the other")
    pattern = proven(preset, spoken_in(language, overrides))
    if picture:
        from bagpattern.cli._picture import draw_bag

        draw_bag(pattern, output)
        return
    if diff:
        click.echo(_from_parent(preset, pattern))
        return
    blocks = (_finished(pattern), _colourways(pattern), _pieces(pattern), _notions(pattern), _steps(pattern))
    for block in filter(None, blocks):
        click.echo(block)


def _from_parent(preset: str, pattern: Pattern) -> str:
    """What the preset changes in its parent, which is told in the preset's own units."""
    from bagpattern.preset import parent_of

    parent = parent_of(preset)
    if parent is None:
        told = words(
            "{bag} ({preset}) extends no other preset: there is nothing to compare it with.",
            bag=Called(pattern.name),
            preset=Name(pattern.preset),
        )
        return pattern.tell(told)
    return difference(_in_its_units(parent, pattern), pattern)


def _in_its_units(parent: Source, pattern: Pattern) -> Pattern:
    """The parent as it is cut in the units of *pattern*, whose allowances lie on the marks of that ruler."""
    from bagpattern.pipeline import make
    from bagpattern.preset import read
    from bagpattern.values import replace

    before = make(parent, {"units": pattern.units.name})
    return replace(before, settings={**before.settings, "units": read(parent).settings["units"]})


def _pages(pattern: Pattern) -> Said:
    """How many pages a printer makes of it, from the covers to the plan of each cloth."""
    from bagpattern.drawing.paper.sheets import printed
    from bagpattern.options import Options

    return words(
        "pages to print: {a4} on A4, {letter} on Letter, with a lay plan of each material",
        a4=len(printed(pattern, Options("a4"))),
        letter=len(printed(pattern, Options("letter"))),
    )


def _finished(pattern: Pattern) -> str:
    size, tell = pattern.finished, pattern.tell
    named = words("width, height, depth") if size.depth else words("width, height")
    lines = [f"{tell(size.seen())} ({tell(named)}), {tell.number(size.volume)} l"]
    lines += map(tell, size.because)
    lines += [f"{material.id}: {tell(material.title)}" for material in pattern.materials]
    lines.append(tell(_pages(pattern)))
    return section(f"{pattern.title} ({pattern.preset})", "\n".join(lines))


def _colourways(pattern: Pattern) -> str:
    """Each colourway with the colours that it speaks of; nothing when there is none."""
    tell = pattern.tell
    slots = [*dict.fromkeys(slot for each in pattern.colourways for slot in each.colours)]
    rows = [
        tuple(tell(Called(told)) for told in (each.name, *(each.colours.get(slot, "") for slot in slots)))
        for each in pattern.colourways
    ]
    named = heads(tell, words("name"), *map(slot_words, slots))
    return section(tell(words("Colourways")), table(named, rows)) if rows else ""


def _pieces(pattern: Pattern) -> str:
    tell = pattern.tell
    rows = [
        (
            row.number,
            tell(pattern[row.piece].called),
            tell(pattern.coloured(slot_words(row.material), row.material)),
            tell(_count(row.count, row.mirrored)),
            tell.figure(row.width),
            tell.figure(row.height),
            tell(SHAPES[row.shape]),
        )
        for row in pattern.cut_list
    ]
    sizes = [f"{tell(each)} {tell.units.column}" for each in (words("width"), words("height"))]
    head = (*heads(tell, *_HEADS), *sizes, tell(words("shape")))
    return section(tell(words("Pieces, allowance included")), table(head, rows, right=(0, 4, 5)))


_HEADS = words("no."), words("piece"), words("material"), words("cut")


def _count(count: int, mirrored: int) -> Said:
    return words("{count}, {mirrored} mirrored", count=count, mirrored=mirrored) if mirrored else Figure(count)


def _notions(pattern: Pattern) -> str:
    tell = pattern.tell
    rows = [
        (each.count, tell(pattern.coloured(each.title, each.kind)), size_in_words(each, tell), tell(each.note))
        for each in pattern.notions
    ]
    named = heads(tell, words("count"), words("what"), words("size"), words("note"))
    return section(tell(words("To buy")), table(named, rows, right=[0]))


def _steps(pattern: Pattern) -> str:
    from textwrap import fill

    tell = pattern.tell
    steps = ((each.number, tell(each.step.title), tell(each.step.text)) for each in pattern.steps)
    lines = (
        fill(f"{number:>2}  {title}: {text}", width=_WIDTH, subsequent_indent="    ") for number, title, text in steps
    )
    return section(tell(words("Steps")), "\n".join(lines))
