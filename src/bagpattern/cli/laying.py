"""``bagpattern lay``: how much cloth, and how the pieces lie on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from bagpattern.cli import _cutting_files as cut
from bagpattern.cli import _lay_options as read
from bagpattern.cli._command import Command
from bagpattern.cli._options import Amount, complete_preset, parts_option, preset_argument, proven, set_option
from bagpattern.cli._spoken import language_option, spoken_in
from bagpattern.on_disk import on_disk
from bagpattern.values import replace

if TYPE_CHECKING:
    from bagpattern.cli._bought import Asked
    from bagpattern.cli._laid import Laid
    from bagpattern.layout.beds import Bed
    from bagpattern.layout.cloth import Order
    from bagpattern.layout.together import Ordered
    from bagpattern.model.pattern import Pattern


_RATE = Amount(0, 1_000_000, min_open=True, max_open=True)


@click.command("lay", cls=Command)
@preset_argument
@click.argument("others", nargs=-1, metavar="[PRESET]...", shell_complete=complete_preset)
@click.option("-o", "--output", metavar="FOLDER", help="Write the plans there as SVG, to scale; and files to cut by.")
@click.option("--format", "formats", metavar="FORMATS", callback=cut.read_formats, shell_complete=cut.complete_formats,
              help="Files to cut by, at true size, every piece in its place: svg, dxf, hpgl, or several with commas.  "
              "[default: none; on a bed svg,dxf]")  # fmt: skip
@click.option("--bed", metavar="SIZE", callback=cut.read_bed, help="The bed or mat of your machine, such as 60x90cm or "
              "12x24in: as many sheets of it as are needed. --selvedge is the rim that it does not reach.")  # fmt: skip
@click.option("--only", metavar="SLOT,...", callback=read.slots, help="Bed: what is cut from these materials alone.")
@click.option("--width", "widths", metavar="SLOT=WIDTH", multiple=True, callback=read.widths, help="The width of your "
              "cloth: --width shell=140cm. May be given again; else the usual width.")  # fmt: skip
@click.option("--grain", "grains", metavar="SLOT=GRAIN", multiple=True, callback=read.grains, help="How pieces may "
              "lie, if not as the material has it: one-way, two-way, square or none.")  # fmt: skip
@click.option("--copies", metavar="COUNT,...", default="1", show_default=True, callback=read.copies, help="Cut so many "
              "bags at once; of several bags, so many of each: 12,4.")  # fmt: skip
@click.option("--folded", is_flag=True, help="The cloth lies folded lengthwise: pairs are cut through both layers, "
              "symmetric pieces on the fold.")  # fmt: skip
@click.option("--table", metavar="LENGTH", callback=read.measure, help="The length of your table: no plan is longer, "
              "and what does not fit goes into another.")  # fmt: skip
@click.option("--gap", metavar="LENGTH", callback=read.length, help="Room between two pieces.  [default: 2 mm]")
@click.option("--selvedge", metavar="LENGTH", callback=read.length, help="Left out along both sides.  [default: "
              "10 mm of cloth with a grain]")  # fmt: skip
@click.option("--effort", metavar="EFFORT", default="5", show_default=True, callback=read.effort, help="Seconds to "
              "better the plans by true shapes, in all; or quick (none) or best (60).")  # fmt: skip
@click.option("--plan", metavar="FILE", help="Keep the best plans in this file, and begin from what it holds.  "
              "[default: ID-plan.json in the pattern's folder, which draft reads]")  # fmt: skip
@click.option("--prices", metavar="FILE", help="Your prices (TOML), for the cost of a bag and of all.")
@click.option("--rate", type=_RATE, metavar="PRICE", help="What an hour of work costs: "
              "the minutes by what is done, and their cost.")  # fmt: skip
@click.option("--stock", metavar="LENGTH", callback=read.measure, help="The length that your webbing, zips and "
              "binding come in; else they are cut off a roll.")  # fmt: skip
@click.option(
    "--stash", metavar="FILE", help="Your offcuts (TOML): does the bag come out of them? Exit status 1 if not."
)
@cut.wished
@set_option
@language_option
@parts_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    preset: str,
    others: tuple[str, ...],
    output: str | None,
    widths: dict[str, float],
    grains: dict[str, str],
    copies: tuple[int, ...],
    folded: bool,
    table: float | None,
    gap: float | None,
    selvedge: float | None,
    effort: float,
    plan: str | None,
    prices: str | None,
    rate: float | None,
    stock: float | None,
    stash: str | None,
    overrides: dict[str, str],
    formats: tuple[str, ...],
    bed: Bed | None,
    only: tuple[str, ...],
    language: str | None,
    **_wished: Any,
) -> None:
    """Lay the pieces on your cloth: how much to buy, and how to cut.

    Every material gets a plan at once, which is then bettered for some seconds; Ctrl-C keeps the best so far. The
    lower bound is a length that no plan can beat: the pieces' area, or the longest piece.

    \b
      bagpattern lay mini-backpack --effort quick
      bagpattern lay mini-backpack --width shell=140cm --width lining=110cm --effort 1
      bagpattern lay mini-backpack --copies 12 --table 3m --effort 1 --plan plan.json -o out/
      bagpattern lay pencil-case --bed 60x90cm --copies 4 --effort 1 --format dxf
      bagpattern lay pencil-case clutch --copies 12,4 --effort quick --rate 25
    """
    from bagpattern.cli._beds import on_beds
    from bagpattern.cli._bought import Asked, read_prices
    from bagpattern.cli._stash import out_of_stash
    from bagpattern.layout.cloth import GAP, Order

    _refuse_together(ctx)
    wanted = cut.cutting(ctx, formats, bed)
    pattern, ordered = _ordered([preset, *others], copies, spoken_in(language, overrides))
    asked = Asked(ordered, output, plan, read_prices(pattern, prices), rate, stock)
    order = Order(
        widths,
        ordered[0].copies if len(ordered) == 1 else 1,
        folded,
        GAP if gap is None else gap,
        selvedge,
        grains,
        table or 0.0,
    )
    if bed:
        laid = on_beds(pattern, order, replace(bed, rim=selvedge or 0.0), only, effort)
    elif stash:
        laid = out_of_stash(pattern, order, stash, effort)
    else:
        laid = _on_cloth(pattern, order, effort, asked)
    click.echo(laid.told)
    if output or wanted.formats:
        _write(pattern, laid, cut.true_size_files(ctx, pattern, laid.sheets, wanted), output or on_disk(pattern.preset))
    if not laid.fits:
        ctx.exit(1)


_APART = {
    "bed": ("widths", "folded", "table", "plan", "prices", "rate", "stock", "stash"),
    "stash": ("widths", "folded", "table", "plan", "prices", "rate", "stock"),
}
"""Options that change nothing beside another."""


def _refuse_together(ctx: click.Context) -> None:
    """Raises UsageError for options that are not read beside another that is given."""
    on_line = click.core.ParameterSource.COMMANDLINE
    given = [each for each in ctx.params if ctx.get_parameter_source(each) is on_line]
    flags = {each.name: each.opts[-1] for each in ctx.command.params}
    for one, others in _APART.items():
        wrong = [each for each in others if each in given] if one in given else []
        if wrong:
            raise click.UsageError(f"{flags[wrong[0]]} changes nothing beside {flags[one]}: leave one of them out")
    if "only" in given and "bed" not in given:
        raise click.UsageError("--only changes nothing without --bed")


def _ordered(presets: Sequence[str], copies: Sequence[int], overrides: dict[str, str]) -> tuple[Pattern, list[Ordered]]:
    """What is laid, and each bag with how many of it are cut. Raises UsageError where their counts are not told."""
    from bagpattern.layout.together import Ordered, together

    counts = [*copies] * len(presets) if len(copies) == 1 else [*copies]
    if len(counts) != len(presets):
        raise click.UsageError(f"--copies has {len(counts)} counts for {len(presets)} bags: write one for each, or one")
    twice = [each for each in presets if presets.count(each) > 1]
    if twice:
        raise click.UsageError(f"{twice[0]} is named twice: name it once, with all of its --copies")
    found = [Ordered(proven(each, overrides), count) for each, count in zip(presets, counts, strict=True)]
    _refuse_one_name(presets, [each.pattern.preset for each in found])
    return (found[0].pattern if len(found) == 1 else together(found)), found


def _refuse_one_name(presets: Sequence[str], names: Sequence[str]) -> None:
    """Raises UsageError for bags that are called alike, whose pieces and files could not be told apart."""
    from pathlib import Path

    before: dict[str, str] = {}
    for given, name in zip(presets, names, strict=True):
        one = before.setdefault(name, given)
        if one == given:
            continue
        if Path(one).is_file() and Path(given).is_file() and Path(one).samefile(given):
            raise click.UsageError(f"{one} and {given} are one file: name it once, with all of its --copies")
        raise click.UsageError(f"{one} and {given} are both called {name}: name one of the files otherwise")


def _on_cloth(pattern: Pattern, order: Order, effort: float, asked: Asked) -> Laid:
    """The plans of every material, kept in their file, with what to buy."""
    from pathlib import Path

    from bagpattern.cli._bought import shopping
    from bagpattern.cli._laid import Laid, cloths
    from bagpattern.cli._plans import plan_file, planned
    from bagpattern.drawing.cloth.lay import lay_drawings
    from bagpattern.drawing.cloth.true_size import plan_sheets

    place = Path(asked.plan) if asked.plan else plan_file(pattern.preset, asked.output)
    found = planned(pattern, order, effort, place, asked.plan is not None)
    told = f"{cloths(pattern, found)}\n{shopping(pattern, found, asked)}"
    return Laid(told, True, lay_drawings(pattern, found), [*plan_sheets(found)])


def _write(pattern: Pattern, laid: Laid, cutting: Mapping[str, bytes], folder: str) -> None:
    """The drawings to scale, then the files to cut by."""
    from pathlib import Path

    from bagpattern.cli._files import write_all
    from bagpattern.cli._stale import of_before
    from bagpattern.export.svg import svg_text

    drawn = {f"{pattern.preset}-{part}.svg": svg_text(each).encode() for part, each in laid.drawings.items()}
    files = {Path(folder, on_disk(name)): content for name, content in {**drawn, **cutting}.items()}
    write_all(files)
    for path in files:
        click.echo(str(path))
    for path, told in of_before(files, pattern, Path(folder)).items():
        click.echo(f"{path}: {pattern.tell(told)}", err=True)
