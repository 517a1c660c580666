"""What comes of laying pieces, on cloth, on a bed or on offcuts: words, drawings, and sheets to cut by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.cli._tables import heads, section, table
from bagpattern.said import Length, Name, Said, Scale
from bagpattern.words import series, words

if TYPE_CHECKING:
    from bagpattern.drawing.cloth.true_size import Sheet
    from bagpattern.drawing.model import Drawing
    from bagpattern.language import Teller
    from bagpattern.layout.lay import Lay
    from bagpattern.model.pattern import Pattern


class Laid(NamedTuple):
    """What is said, whether everything has found room, a drawing of each sheet to scale, and each to be cut by."""

    told: str
    fits: bool
    drawings: Mapping[str, Drawing]
    sheets: Sequence[Sheet]


_HEADS = (
    words("material"),
    words("what"),
    words("width"),
    words("length"),
    words("buy"),
    words("used"),
    words("lower bound"),
    words("by"),
)


def cloths(pattern: Pattern, found: Sequence[Lay]) -> str:
    """The plans as a table, with what could be saved."""
    from bagpattern.layout.plans import names

    tell, bought = pattern.tell, {plan.cloth.material: 0.0 for plan in found}
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
            tell(series(map(Name, plan.engine.split(" and ")), " and ")),
        )
        for plan, name in zip(found, names(found), strict=True)
    ]
    told = table(heads(tell, *_HEADS), rows, right=range(2, 7))
    return section(tell(words("Cloth")), "\n".join([told, *map(tell, _advice(found))]))


def _asked_for(total: float, shrinks: float, tell: Teller) -> str:
    from bagpattern.layout.purchase import to_buy

    return tell(Length(to_buy(total, tell.units, shrinks), Scale.CLOTH)) if total else ""


def _advice(found: Sequence[Lay]) -> Iterator[Said]:
    """Where much cloth could be saved: a long strap along the grain takes the whole width with it."""
    from bagpattern.layout.plans import across_the_grain

    for plan in found:
        slot = plan.cloth.material
        if plan.phase:
            more = Length(max(plan.phase.more, 0.0), Scale.SHOP)
            yield words("{slot}: that the print matches takes {more} more", slot=Name(slot), more=more)
        length = across_the_grain(plan)
        if length:
            yield words(
                "{slot}: with pieces across the grain, too, {length}: {option}",
                slot=Name(slot),
                length=Length(length, Scale.SHOP),
                option=Name(f"--grain {slot}=square"),
            )
