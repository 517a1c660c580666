"""Lay plans as plain data: what pattern.json, ``bagpattern.lay`` and a saved plan say of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bagpattern.layout.cloth import Order
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import bettered, lays, possible_lays
from bagpattern.layout.purchase import to_buy
from bagpattern.model.pattern import Pattern
from bagpattern.units import Units, parse_length

Row = dict[str, Any]
_DECIMALS = 4


def lay(
    pattern: Pattern, widths: Mapping[str, str | float] | None = None, effort: float = 0.0, copies: int = 1
) -> list[Row]:
    """The lay plan of every material of *pattern*, as plain data: lengths in mm, ``placed`` as in pattern.json.

    *widths* are those of the cloth by slot, as text ("140 cm") or mm; *effort* is how many seconds each plan may be
    bettered by true shapes, without which it is the same every time; *copies* is how many bags are cut at once.
    Raises InputError for a slot that there is not, and for pieces that are wider than the cloth.
    """
    given = {
        slot: parse_length(width) if isinstance(width, str) else float(width) for slot, width in (widths or {}).items()
    }
    return [row(bettered(each, effort), pattern.units) for each in lays(pattern, Order(given, copies))]


def row(plan: Lay, units: Units) -> Row:
    """One plan."""
    cloth = plan.cloth
    return {
        "material": cloth.material,
        "title": cloth.title,
        "width": _number(cloth.width),
        "selvedge": _number(cloth.selvedge),
        "gap": _number(cloth.gap),
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


def lay_rows(pattern: Pattern) -> tuple[list[Row], list[str]]:
    """The first plans for pattern.json, and why there is none of a material that is not sold wide enough."""
    plans, problems = possible_lays(pattern)
    return [row(each, pattern.units) for each in plans], [str(problem) for problem in problems]


def _number(value: float) -> float:
    return round(value, _DECIMALS) + 0.0
