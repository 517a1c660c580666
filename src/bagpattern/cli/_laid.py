"""What comes of laying pieces, on cloth, on a bed or on offcuts: words, drawings, and sheets to cut by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.cli._tables import section, table
from bagpattern.language import Teller

if TYPE_CHECKING:
    from bagpattern.drawing.cloth.true_size import Sheet
    from bagpattern.drawing.model import Drawing
    from bagpattern.layout.lay import Lay
    from bagpattern.model.pattern import Pattern


class Laid(NamedTuple):
    """What is said, whether everything has found room, a drawing of each sheet to scale, and each to be cut by."""

    told: str
    fits: bool
    drawings: Mapping[str, Drawing]
    sheets: Sequence[Sheet]


def cloths(pattern: Pattern, found: Sequence[Lay]) -> str:
    """The plans as a table, with what could be saved."""
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
