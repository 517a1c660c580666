"""``bagpattern lay``: how much cloth, and how the pieces lie on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from bagpattern.cli import _lay_options as read
from bagpattern.cli._options import parts_option, preset_argument, proven, set_option
from bagpattern.cli._tables import section, table
from bagpattern.language import Teller
from bagpattern.layout.cloth import MOST_COPIES

if TYPE_CHECKING:
    from bagpattern.drawing.model import Drawing
    from bagpattern.layout.lay import Lay
    from bagpattern.layout.prices import Prices
    from bagpattern.model.pattern import Pattern


@click.command("lay")
@preset_argument
@click.option("-o", "--output", metavar="FOLDER", help="Write the plans there as SVG, to scale.")
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
@set_option
@parts_option
def command(
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
) -> None:
    """Lay the pieces on your cloth: how much to buy, and how to cut.

    Every material gets a plan at once, which is then bettered for some seconds; Ctrl-C keeps the best so far. The
    bound is a length that no plan can beat: the pieces' area, or the longest piece.

    \b
      bagpattern lay mini-backpack --effort quick
      bagpattern lay mini-backpack --width shell=140cm --width lining=110cm --effort 1
      bagpattern lay mini-backpack --copies 12 --table 3m --effort 1 --plan plan.json -o out/
    """
    from pathlib import Path

    from bagpattern.cli._plans import plan_file, planned
    from bagpattern.cli._stash import out_of_stash
    from bagpattern.drawing.cloth.lay import lay_drawings
    from bagpattern.layout.cloth import GAP, Order

    pattern = proven(preset, overrides)
    priced = _prices(prices)
    order = Order(widths, copies, folded, GAP if gap is None else gap, selvedge, grains, table or 0.0)
    if stash:
        answer = out_of_stash(pattern, order, stash, effort)
        click.echo(answer.told)
        if output:
            _write(pattern, {f"stash-{part}": each for part, each in answer.drawings.items()}, output)
        if not answer.fits:
            click.get_current_context().exit(1)
        return
    found = planned(pattern, order, effort, Path(plan) if plan else plan_file(pattern.preset, output), plan is not None)
    click.echo(_told(pattern, found))
    click.echo(_shopping(pattern, found, copies, priced, stock))
    if output:
        _write(pattern, lay_drawings(pattern, found), output)


def _told(pattern: Pattern, found: Sequence[Lay]) -> str:
    from bagpattern.layout.plans import names
    from bagpattern.said import Length, Scale

    tell, bought = Teller(pattern.units), {plan.cloth.material: 0.0 for plan in found}
    for plan in found:
        bought[plan.cloth.material] += plan.length
    rows = [
        (
            name,
            tell(plan.cloth.title),
            tell(Length(plan.cloth.width, Scale.CM)),
            tell.bought(plan.length),
            # what several tables take is bought in one length, told in the first row
            _asked_for(bought.pop(plan.cloth.material, 0.0), plan.cloth.shrinks, tell),
            f"{plan.utilisation:.0%}",
            tell.bought(plan.bound),
            plan.engine,
        )
        for plan, name in zip(found, names(found), strict=True)
    ]
    head = ("material", "what", "width", "length", "buy", "used", "bound", "by")
    told = table(head, rows, right="width,length,buy,used,bound")
    return section("Cloth", "\n".join([told, *_advice(pattern, found)]))


def _asked_for(total: float, shrinks: float, tell: Teller) -> str:
    from bagpattern.layout.purchase import to_buy
    from bagpattern.said import Length, Scale

    return tell(Length(to_buy(total, tell.units, shrinks), Scale.CLOTH)) if total else ""


def _advice(pattern: Pattern, found: Sequence[Lay]) -> Iterator[str]:
    """Where much cloth could be saved: a long strap along the grain takes the whole width with it."""
    from bagpattern.layout.plans import across_the_grain

    for plan in found:
        if plan.phase:
            more = Teller(pattern.units).bought(max(plan.phase.more, 0.0))
            yield f"{plan.cloth.material}: that the print matches takes {more} more"
        length, slot = across_the_grain(plan), plan.cloth.material
        if length:
            long = Teller(pattern.units).bought(length)
            yield f"{slot}: with pieces across the grain, too, {long}: --grain {slot}=square"


def _prices(file: str | None) -> Prices | None:
    """The prices, read before anything is searched for."""
    from pathlib import Path

    from bagpattern.layout.own_files import read_text
    from bagpattern.layout.prices import read_prices

    return read_prices(read_text(Path(file)), file) if file else None


def _shopping(pattern: Pattern, found: Sequence[Lay], copies: int, priced: Prices | None, stock: float | None) -> str:
    from bagpattern.export._shopping import shopping_text

    return shopping_text(pattern, found, copies, priced, stock)


def _write(pattern: Pattern, drawings: Mapping[str, Drawing], folder: str) -> None:
    from pathlib import Path

    from bagpattern.cli._files import write_all
    from bagpattern.cli._stale import of_before
    from bagpattern.export.svg import svg_text

    files = {Path(folder, f"{pattern.preset}-{part}.svg"): svg_text(each).encode() for part, each in drawings.items()}
    write_all(files)
    for path in files:
        click.echo(str(path))
    for path, told in sorted(of_before(files, pattern, Path(folder)).items()):
        click.echo(f"{path}: {told}", err=True)
