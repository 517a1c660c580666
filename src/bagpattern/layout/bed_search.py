"""Sheets on the second look: what takes two by bounding boxes may go on one by its true shapes."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from bagpattern.layout.beds import Sheets
from bagpattern.layout.blanks import Blank
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.lay import Lay, first_plan
from bagpattern.values import replace

_DENSE = 0.92
"""The share of a sheet that bag pieces fill at best: fuller ones are not tried."""
_LEAST = 0.3  # s: an engine hardly begins in less


def merged(found: Sequence[Sheets], seconds: float, watch: Watch) -> tuple[Sheets, ...]:
    """The sheets, fewer where the engines find room for two on one; the seconds are for all materials together."""
    end = monotonic() + seconds
    return tuple(_merged(each, end, watch) for each in found)


def _merged(sheets: Sheets, end: float, watch: Watch) -> Sheets:
    """The emptiest sheets laid together, as long as that succeeds."""
    plans = [*sheets.plans]
    while len(plans) > 1:
        plans.sort(key=lambda plan: plan.area)
        both = _both(plans[0], plans[1], end, watch)
        if both is None:
            break
        plans[:2] = [both]
    return replace(sheets, plans=tuple(sorted(plans, key=lambda plan: -plan.area)))


def _both(one: Lay, other: Lay, end: float, watch: Watch) -> Lay | None:
    """One plan of what lies on two sheets, if there is room for that."""
    on, left = one.cloth, end - monotonic()
    if one.area + other.area > _DENSE * on.table * on.usable or left < _LEAST or watch.stopped:
        return None
    open_end = replace(on, table=0.0)
    plan = bettered(first_plan(_together(one.blanks, other.blanks), open_end), left / 2, watch)
    return replace(plan, cloth=on) if plan.length <= on.table + 1e-6 else None


def _together(one: Sequence[Blank], other: Sequence[Blank]) -> tuple[Blank, ...]:
    """The blanks of both, the copies of each in one."""
    found: dict[tuple[str, bool], Blank] = {}
    for each in (*one, *other):
        key = each.piece, each.mirrored
        before = found.get(key)
        found[key] = replace(before, copies=(*before.copies, *each.copies)) if before else each
    return tuple(found.values())
