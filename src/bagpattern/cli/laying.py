"""``bagpattern lay``: how much cloth, and how the pieces lie on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bagpattern.cli import _cutting_files as cut
from bagpattern.cli import _lay_options as read
from bagpattern.cli._options import parts_option, preset_argument, proven, set_option
from bagpattern.layout.cloth import MOST_COPIES
from bagpattern.values import replace

if TYPE_CHECKING:
    from bagpattern.cli._laid import Laid
    from bagpattern.layout.beds import Bed
    from bagpattern.layout.cloth import Order
    from bagpattern.layout.lay import Lay
    from bagpattern.layout.prices import Prices
    from bagpattern.model.pattern import Pattern


@click.command("lay")
@preset_argument
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
@click.option(
    "--copies", type=click.IntRange(1, MOST_COPIES), default=1, show_default=True, help="Cut so many bags at once."
)
@click.option("--folded", is_flag=True, help="The cloth lies folded lengthwise: pairs are cut through both layers, "
              "symmetric pieces on the fold.")  # fmt: skip
@click.option("--table", metavar="LENGTH", callback=read.length, help="The length of your table: no plan is longer, "
              "and what does not fit goes into another.")  # fmt: skip
@click.option("--gap", metavar="LENGTH", callback=read.length, help="Room between two pieces.  [default: 2 mm]")
@click.option("--selvedge", metavar="LENGTH", callback=read.length, help="Left out along both sides.  [default: "
              "10 mm of cloth with a grain]")  # fmt: skip
@click.option("--effort", metavar="EFFORT", default="5", show_default=True, callback=read.effort, help="Seconds to "
              "better the plans by true shapes, in all; or quick (none) or best (60).")  # fmt: skip
@click.option("--plan", metavar="FILE", help="Keep the best plans in this file, and begin from what it holds.  "
              "[default: ID-plan.json in the pattern's folder, which draft reads]")  # fmt: skip
@click.option("--prices", metavar="FILE", help="Your prices (TOML), for the cost of a bag and of all.")
@click.option("--stock", metavar="LENGTH", callback=read.length, help="The length that your webbing, zips and "
              "binding come in; else they are cut off a roll.")  # fmt: skip
@click.option(
    "--stash", metavar="FILE", help="Your offcuts (TOML): does the bag come out of them? Exit status 1 if not."
)
@cut.wished
@set_option
@parts_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    preset: str,
    output: str | None,
    widths: dict[str, float],
    grains: dict[str, str],
    copies: int,
    folded: bool,
    table: float | None,
    gap: float | None,
    selvedge: float | None,
    effort: float,
    plan: str | None,
    prices: str | None,
    stock: float | None,
    stash: str | None,
    overrides: dict[str, str],
    formats: tuple[str, ...],
    bed: Bed | None,
    only: tuple[str, ...],
    **_wished: Any,
) -> None:
    """Lay the pieces on your cloth: how much to buy, and how to cut.

    Every material gets a plan at once, which is then bettered for some seconds; Ctrl-C keeps the best so far. The
    bound is a length that no plan can beat: the pieces' area, or the longest piece.

    \b
      bagpattern lay mini-backpack --effort quick
      bagpattern lay mini-backpack --width shell=140cm --width lining=110cm --effort 1
      bagpattern lay mini-backpack --copies 12 --table 3m --effort 1 --plan plan.json -o out/
      bagpattern lay mini-backpack --bed 60x90cm --copies 4 --effort 1 --format dxf
    """
    from bagpattern.cli._beds import on_beds
    from bagpattern.cli._stash import out_of_stash
    from bagpattern.layout.cloth import GAP, Order

    _refuse_together(ctx)
    wanted = cut.cutting(ctx, formats, bed)
    pattern = proven(preset, overrides)
    asked = Asked(output, plan, _prices(pattern, prices), stock)
    order = Order(widths, copies, folded, GAP if gap is None else gap, selvedge, grains, table or 0.0)
    if bed:
        laid = on_beds(pattern, order, replace(bed, rim=selvedge or 0.0), only, effort)
    elif stash:
        laid = out_of_stash(pattern, order, stash, effort)
    else:
        laid = _on_cloth(pattern, order, effort, asked)
    click.echo(laid.told)
    if output or wanted.formats:
        _write(pattern, laid, cut.true_size_files(ctx, pattern, laid.sheets, wanted), output or pattern.preset)
    if not laid.fits:
        ctx.exit(1)


class Asked(NamedTuple):
    """What is asked of plans on cloth alone."""

    output: str | None
    plan: str | None
    prices: Prices | None
    stock: float | None


_APART = {
    "bed": ("widths", "folded", "table", "plan", "prices", "stock", "stash"),
    "stash": ("widths", "folded", "table", "plan", "prices", "stock"),
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


def _on_cloth(pattern: Pattern, order: Order, effort: float, asked: Asked) -> Laid:
    """The plans of every material, kept in their file, with what to buy."""
    from pathlib import Path

    from bagpattern.cli._laid import Laid, cloths
    from bagpattern.cli._plans import plan_file, planned
    from bagpattern.drawing.cloth.lay import lay_drawings
    from bagpattern.drawing.cloth.true_size import plan_sheets

    place = Path(asked.plan) if asked.plan else plan_file(pattern.preset, asked.output)
    found = planned(pattern, order, effort, place, asked.plan is not None)
    told = f"{cloths(pattern, found)}\n{_shopping(pattern, found, order.copies, asked.prices, asked.stock)}"
    return Laid(told, True, lay_drawings(pattern, found), [*plan_sheets(found)])


def _prices(pattern: Pattern, file: str | None) -> Prices | None:
    """The prices, read before anything is searched for; those of other bags are told, and ignored."""
    from pathlib import Path

    from bagpattern.layout.known_names import prices_of
    from bagpattern.layout.own_files import read_text
    from bagpattern.layout.prices import read_prices

    if not file:
        return None
    found, foreign = prices_of(pattern, read_prices(read_text(Path(file)), file))
    for line in foreign:
        click.echo(line, err=True)
    return found


def _shopping(pattern: Pattern, found: Sequence[Lay], copies: int, priced: Prices | None, stock: float | None) -> str:
    from bagpattern.export._shopping import shopping_text
    from bagpattern.layout.prices import by_the_metre

    widths = {plan.cloth.material: plan.cloth.width for plan in found}
    return shopping_text(pattern, found, copies, by_the_metre(priced, widths) if priced else None, stock)


def _write(pattern: Pattern, laid: Laid, cutting: Mapping[str, bytes], folder: str) -> None:
    """The drawings to scale, then the files to cut by."""
    from pathlib import Path

    from bagpattern.cli._files import write_all
    from bagpattern.export.svg import svg_text

    drawn = {f"{pattern.preset}-{part}.svg": svg_text(each).encode() for part, each in laid.drawings.items()}
    files = {Path(folder, name): content for name, content in {**drawn, **cutting}.items()}
    write_all(files)
    for path in files:
        click.echo(str(path))
