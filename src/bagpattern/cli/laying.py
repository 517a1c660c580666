"""``bagpattern lay``: how much cloth, and how the pieces lie on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from bagpattern.cli._options import preset_argument, proven, set_option
from bagpattern.cli._tables import section, table

if TYPE_CHECKING:
    from pathlib import Path

    from bagpattern.layout.cloth import Order
    from bagpattern.layout.lay import Lay
    from bagpattern.layout.stash import Outcome
    from bagpattern.model.pattern import Pattern

_EFFORTS = {"quick": 0.0, "best": 60.0}
"""Seconds for each word of ``--effort``."""
_GAVE_UP = 0.7
"""A search that took less than this share of its time was ended by Ctrl-C."""


def _widths(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, float]:
    """mm by slot of ``--width slot=140cm``."""
    found = {}
    for each in given:
        slot, equals, text = each.partition("=")
        if not equals:
            raise click.BadParameter(f'"{each}" names no material: write --width shell=140cm')
        found[slot.strip()] = _length(text, f"--width {slot.strip()}", 50.0)
    return found


def _length(text: str, option: str, least: float = 0.0) -> float:
    """mm. Raises BadParameter, with advice."""
    from bagpattern.units import millimetres, parse_length

    try:
        length = parse_length(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if not least <= length <= 50_000.0:
        raise click.BadParameter(f"{option}: {millimetres(length)} is no width of cloth; at least {millimetres(least)}")
    return length


def _optional_length(ctx: click.Context, param: click.Parameter, given: str | None) -> float | None:
    return None if given is None else _length(given, param.opts[0])


def _effort(ctx: click.Context, param: click.Parameter, given: str) -> float:
    """Seconds."""
    if given in _EFFORTS:
        return _EFFORTS[given]
    try:
        seconds = float(given)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise click.BadParameter(f'"{given}" is neither quick nor best nor a number of seconds up to 3600')
    return seconds


@click.command("lay")
@preset_argument
@click.option("-o", "--output", metavar="FOLDER", help="Write the plans there as SVG, to scale.")
@click.option("--width", "widths", metavar="SLOT=WIDTH", multiple=True, callback=_widths, help="The width of your "
              "cloth: --width shell=140cm. May be given again; else the usual width.")  # fmt: skip
@click.option("--copies", type=click.IntRange(1, 200), default=1, show_default=True, help="Cut so many bags at once.")
@click.option("--folded", is_flag=True, help="The cloth lies folded lengthwise: pairs are cut through both layers.")
@click.option("--gap", metavar="LENGTH", callback=_optional_length, help="Room between two pieces.  [default: 2 mm]")
@click.option("--selvedge", metavar="LENGTH", callback=_optional_length, help="Left out along both sides.  [default: "
              "10 mm of cloth with a grain]")  # fmt: skip
@click.option("--effort", metavar="EFFORT", default="5", show_default=True, callback=_effort, help="Seconds to better "
              "the plans by true shapes, in all; or quick (none: the same every time) or best (60).")  # fmt: skip
@click.option("--plan", metavar="FILE", help="Keep the best plans in this file, and begin from what it holds.")
@click.option("--prices", metavar="FILE", help="Your prices (TOML), for the cost of a bag and of all.")
@click.option("--stock", metavar="LENGTH", callback=_optional_length, help="The length that your webbing, zips and "
              "binding come in; else they are cut off a roll.")  # fmt: skip
@click.option(
    "--stash", metavar="FILE", help="Your offcuts (TOML): does the bag come out of them? Exit status 1 if not."
)
@set_option
def command(
    preset: str,
    output: str | None,
    widths: dict[str, float],
    copies: int,
    folded: bool,
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
      bagpattern lay mini-backpack --copies 4 --effort 1 --plan plan.json -o out/
    """
    from bagpattern.layout.cloth import GAP, Order

    pattern = proven(preset, overrides)
    order = Order(widths, copies, folded, GAP if gap is None else gap, selvedge)
    if stash:
        told, fits = _out_of_stash(pattern, order, stash)
        click.echo(told)
        if not fits:
            click.get_current_context().exit(1)
        return
    found = _planned(pattern, order, effort, plan)
    click.echo(_told(pattern, found))
    click.echo(_shopping(pattern, found, copies, prices, stock))
    if output:
        _write(pattern, found, output)


def _planned(pattern: Pattern, order: Order, effort: float, file: str | None) -> list[Lay]:
    """The plans, from the file if it holds good ones, bettered, and kept in the file."""
    from pathlib import Path

    from bagpattern.cli._files import write_all
    from bagpattern.layout.plans import lays
    from bagpattern.layout.saved import plan_text, remembered

    path = Path(file) if file else None
    first = lays(pattern, order)
    if path is not None and path.exists():
        first = remembered(first, _read(path), str(path))
    found = _bettered(first, effort)
    if path is not None:
        write_all({path: plan_text(found).encode()})
    return found


def _read(path: Path) -> str:
    from bagpattern.errors import InputError, Problem

    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError([Problem("", "cannot be read", str(path))]) from None


def _bettered(first: tuple[Lay, ...], effort: float) -> list[Lay]:
    """Each plan after its share of the time, by its number of pieces; Ctrl-C ends all searches."""
    from time import monotonic

    from bagpattern.layout.plans import bettered

    open_ends = [plan for plan in first if not plan.best_there_is]
    pieces, found = sum(len(plan.spots) for plan in open_ends), []
    for plan in first:
        seconds = effort * len(plan.spots) / pieces if pieces else 0.0
        started = monotonic()
        best = bettered(plan, seconds, _progress(plan))
        found.append(best)
        if effort and not plan.best_there_is and monotonic() - started < _GAVE_UP * seconds:
            _tell("stopped: these are the best plans so far")
            effort = 0.0
    return found


def _progress(plan: Lay) -> Callable[[float], None]:
    """Tells each length that is better than the plan's, and than all before."""
    from bagpattern.units import millimetres

    lengths = [plan.length]

    def hear(length: float) -> None:
        if length < min(lengths) - 0.05:
            lengths.append(length)
            _tell(f"{plan.cloth.material}: {millimetres(length)}")

    return hear


def _tell(text: str) -> None:
    click.echo(text, err=True)


def _told(pattern: Pattern, found: list[Lay]) -> str:
    from bagpattern.layout.purchase import asked_for, to_buy

    units = pattern.units
    rows = [
        (
            plan.cloth.material,
            plan.cloth.title,
            units.bought(plan.cloth.width),
            units.bought(plan.length),
            asked_for(to_buy(plan.length, units), units),
            f"{plan.utilisation:.0%}",
            units.bought(plan.bound),
            plan.engine,
        )
        for plan in found
    ]
    head = ("material", "what", "width", "length", "buy", "used", "bound", "by")
    return section("Cloth", table(head, rows, right="width,length,buy,used,bound"))


def _shopping(pattern: Pattern, found: list[Lay], copies: int, prices: str | None, stock: float | None) -> str:
    from pathlib import Path

    from bagpattern.export._shopping import read_prices, shopping_text

    priced = read_prices(_read(Path(prices)), prices) if prices else None
    return shopping_text(pattern, found, copies, priced, stock)


def _out_of_stash(pattern: Pattern, order: Order, file: str) -> tuple[str, bool]:
    """What is cut from each offcut, and what finds no room; and whether the whole bag comes out of them."""
    from pathlib import Path

    from bagpattern.layout.blanks import blanks
    from bagpattern.layout.cloth import cloth
    from bagpattern.layout.offcuts import read_offcuts
    from bagpattern.layout.stash import out_of

    offcuts = read_offcuts(_read(Path(file)), file, [each.id for each in pattern.materials])
    blocks, fits = [], True
    for material in pattern.materials:
        own = [each for each in offcuts if each.material == material.id]
        cut = blanks(pattern, material.id, order.copies)
        outcome = out_of(own, cut, cloth(material, order, 0.0))
        if own or outcome.missing:
            blocks.append(_outcome(material.id, outcome, pattern))
        fits = fits and not outcome.missing
    return "\n".join(blocks), fits


def _outcome(material: str, outcome: Outcome, pattern: Pattern) -> str:
    from collections import Counter

    from bagpattern.units import number

    rows = []
    for each in outcome.filled:
        counts = Counter(each_spot.blank for each_spot in each.spots)
        names = [f"{count}x {outcome.blanks[index].title}" for index, count in sorted(counts.items())]
        size = pattern.units.size(*each.offcut.size)
        rows.append((each.offcut.name, size, ", ".join(names) or "stays whole", f"{number(each.left / 100, 0)} cm2"))
    text = table(("offcut", "size", "cut from it", "left"), rows, right="left") if rows else "no offcut of it"
    missing = Counter(blank.title for blank in outcome.missing)
    short = ", ".join(f"{count}x {name}" for name, count in missing.items())
    answer = f"It does not all fit: no room for {short}" if missing else "Everything fits."
    return section(f"From the stash: {material}", f"{text}\n{answer}")


def _write(pattern: Pattern, found: list[Lay], folder: str) -> None:
    from pathlib import Path

    from bagpattern.cli._files import write_all
    from bagpattern.drawing.lay import lay_drawing
    from bagpattern.export.svg import svg_text

    files = {
        Path(folder, f"{pattern.preset}-lay-{plan.cloth.material}.svg"): svg_text(lay_drawing(pattern, plan)).encode()
        for plan in found
    }
    write_all(files)
    for path in files:
        click.echo(str(path))
