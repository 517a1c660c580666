"""Lay plans as plain data: what pattern.json, ``bagpattern.lay`` and a saved plan say of them."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem
from bagpattern.layout.cloth import Order
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import lays, possible_lays
from bagpattern.layout.purchase import to_buy
from bagpattern.model.pattern import Pattern
from bagpattern.units import Units, parse_length

if TYPE_CHECKING:
    from bagpattern.layout.saved import Kept

Row = dict[str, Any]
_DECIMALS = 4


def lay(
    pattern: Pattern,
    widths: Mapping[str, str | float] | None = None,
    effort: float | str = "quick",
    copies: int = 1,
    *,
    folded: bool = False,
    grains: Mapping[str, str] | None = None,
    table: str | float = 0.0,
) -> list[Row]:
    """The lay plans of *pattern*, one a material, as plain data: lengths in mm, ``placed`` as in pattern.json.

    *widths* are those of the cloth by slot, as text ("140 cm") or mm; *effort* is how many seconds all plans together
    may be bettered by true shapes, or "best"; with "quick" they are the same every time. *copies* is how many bags are
    cut at once; *folded* cloth lies in two layers; *grains* says how pieces may lie, by slot: one-way, two-way, square
    or none, where the material's own is not wanted. No plan is longer than the *table*: a material may have several.
    Raises InputError, listing everything that is wrong with these, and every piece that is wider than its cloth. Ctrl-C
    raises KeyboardInterrupt, as always. An engine that breaks down is a RuntimeWarning.
    """
    from bagpattern.layout.engines.search import all_bettered, seconds_of  # pattern.json needs no search
    from bagpattern.layout.engines.watch import Watch

    try:
        seconds = seconds_of(effort)
        given = {slot: _length(width) for slot, width in (widths or {}).items()}
        order = Order(given, copies, folded, grains=grains or {}, table=_length(table))
    except ValueError as error:
        raise InputError([Problem("lay", str(error))]) from None
    with Watch() as watch:
        found = all_bettered(lays(pattern, order), seconds, watch)
    if watch.stopped:
        raise KeyboardInterrupt
    for trouble in dict.fromkeys(watch.troubles):
        warnings.warn(trouble, RuntimeWarning, stacklevel=2)
    return [row(plan, pattern.units) for plan in found]


def _length(given: str | float) -> float:
    """mm. Raises ValueError."""
    return parse_length(given) if isinstance(given, str) else float(given)


def row(plan: Lay, units: Units) -> Row:
    """One plan."""
    cloth = plan.cloth
    return {
        "material": cloth.material,
        "title": str(cloth.title),
        "width": _number(cloth.width),
        "selvedge": _number(cloth.selvedge),
        "gap": _number(cloth.gap),
        "grain": cloth.grain,
        "fold": _number(plan.fold),
        "length": _number(plan.length),
        "buy": _number(to_buy(plan.length, units)),
        "bound": _number(plan.bound),
        "utilisation": _number(plan.utilisation),
        "engine": plan.engine,
        "placed": [
            {**each._asdict(), "x": _number(each.x), "y": _number(each.y), "rotation": _number(each.rotation)}
            for each in plan.placed
        ],
    }


def lay_rows(pattern: Pattern, kept: Kept | None = None) -> tuple[list[Row], list[str]]:
    """The plans for pattern.json, and why there is none of a material that is not sold wide enough."""
    plans, problems = possible_lays(pattern)
    if kept:
        from bagpattern.layout.saved import recalled

        plans = recalled(plans, kept)
    return [row(each, pattern.units) for each in plans], [str(problem) for problem in problems]


def _number(value: float) -> float:
    return round(value, _DECIMALS) + 0.0
