"""Lay plans as plain data: what pattern.json and ``bagpattern.lay`` say of them."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.purchase import to_buy
from bagpattern.model.pattern import Pattern
from bagpattern.units import Units

if TYPE_CHECKING:
    from bagpattern.layout.saved import Kept

Row = dict[str, Any]
_DECIMALS = 4


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
        "buy": _number(to_buy(plan.length, units, plan.cloth.shrinks)),
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
    by_material = groupby(plans, key=lambda plan: plan.cloth.material)
    rows = [_behind([row(each, pattern.units) for each in pieces]) for _, pieces in by_material]
    return rows, [str(problem) for problem in problems]


def _behind(rows: list[Row]) -> Row:
    """The plans of a material that comes in several pieces as one plan: they lie one behind the other."""
    ends = list(accumulate(each["length"] for each in rows))
    starts = (0.0, *ends[:-1])
    placed = [
        {**spot, "x": _number(spot["x"] + start)}
        for each, start in zip(rows, starts, strict=True)
        for spot in each["placed"]
    ]
    used = sum(each["utilisation"] * each["length"] for each in rows) / ends[-1]
    sums = {key: _number(sum(each[key] for each in rows)) for key in ("length", "buy", "bound")}
    return {
        **rows[0],
        **sums,
        "pieces": [each["length"] for each in rows],
        "utilisation": _number(used),
        "placed": placed,
    }


def _number(value: float) -> float:
    return round(value, _DECIMALS) + 0.0
