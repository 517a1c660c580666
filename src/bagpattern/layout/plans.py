"""Plans for a whole pattern: the cloth that each material needs, its first plan, and the search for a better one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bagpattern.catalog.materials import Material
from bagpattern.errors import InputError, Problem
from bagpattern.layout.blanks import Blank, blanks
from bagpattern.layout.cloth import GRAINS, Cloth, Order, cloth
from bagpattern.layout.lay import Lay, along_in_turns, first_plan
from bagpattern.model.pattern import Pattern
from bagpattern.units import at_least, millimetres
from bagpattern.values import replace

_WORTHWHILE = 0.8
"""A share of the cloth that is worth a strap across the grain, where cloth gives a little more [K]."""
_NARROWEST, _LONGEST = 50.0, 50_000.0
"""mm: what a cloth can measure; more is a slip of the pen."""


def lays(pattern: Pattern, order: Order | None = None) -> tuple[Lay, ...]:
    """The first plans of every material: one, or as many as the table needs.

    Raises InputError for an order that cannot be used, and names all pieces that no plan can hold.
    """
    order = order or Order()
    _refuse(pattern, order)
    prepared = [(material, blanks(pattern, material.id, order.copies)) for material in pattern.materials]
    used = [(material, cut) for material, cut in prepared if cut]
    cloths = [_cloth(material, cut, order) for material, cut in used]
    problems = [
        problem
        for on, (material, cut) in zip(cloths, used, strict=True)
        for problem in [*too_wide(material, on, cut), *too_long(on, cut)]
    ]
    if problems:
        raise InputError(problems)
    return tuple(plan for on, (_, cut) in zip(cloths, used, strict=True) for plan in _first(cut, on))


def _refuse(pattern: Pattern, order: Order) -> None:
    """Raises InputError for what no cloth can be, all at once."""
    slots = [material.id for material in pattern.materials]
    message = f"nothing of this bag is cut from it; there is {', '.join(slots)}"
    problems = [Problem(f"width {slot}", message) for slot in order.widths if slot not in slots]
    problems += [Problem(f"grain {slot}", message) for slot in order.grains if slot not in slots]
    problems += [
        Problem(f"grain {slot}", f'there is no grain "{grain}"; there is {", ".join(GRAINS)}')
        for slot, grain in order.grains.items()
        if grain not in GRAINS
    ]
    lengths = [(f"width {slot}", width, _NARROWEST) for slot, width in order.widths.items()]
    lengths += [("gap", order.gap, 0.0), ("selvedge", order.selvedge or 0.0, 0.0), ("table", order.table, 0.0)]
    problems += [
        Problem(name, f"{length:g} mm is no measure of cloth: it is to be from {least:g} to {_LONGEST:g} mm")
        for name, length, least in lengths
        if not least <= length <= _LONGEST
    ]
    if order.copies < 1:
        problems.append(Problem("copies", f"{order.copies} bags cannot be cut: at least 1"))
    if problems:
        raise InputError(problems)


def _cloth(material: Material, cut: Sequence[Blank], order: Order) -> Cloth:
    on = cloth(material, order, 0.0)
    return cloth(material, order, max(least_across(blank, on.turns) for blank in cut))


def least_across(blank: Blank, turns: Iterable[float]) -> float:
    """mm of cloth that a blank takes across, lying the best way that it may."""
    return min(blank.size(turn).across for turn in turns)


def too_wide(material: Material, on: Cloth, cut: Sequence[Blank]) -> list[Problem]:
    """A problem for each piece that the cloth is too narrow for, with what would help."""
    return [
        Problem(f"{on.material}: {blank.title}", _advice(material, on, blank))
        for blank in cut
        if least_across(blank, on.turns) > on.usable + 1e-6
    ]


def too_long(on: Cloth, cut: Sequence[Blank]) -> list[Problem]:
    """A problem for each piece that is longer than the cutting table."""
    if not on.table:
        return []
    long = [(blank, along_in_turns(blank, on)) for blank in cut]
    return [
        Problem(
            f"{on.material}: {blank.title}",
            f"the piece is {millimetres(along)} long, and the table {millimetres(on.table)}: take one of "
            f"{at_least(along)}, or divide the piece with a seam",
        )
        for blank, along in long
        if along > on.table + 1e-6
    ]


def _advice(material: Material, on: Cloth, blank: Blank) -> str:
    size, needed = blank.size(), least_across(blank, on.turns)
    room = f"{millimetres(on.usable)} can be used of {millimetres(on.width)}"
    text = f"the piece is {millimetres(needed)} wide across the grain, and {room}: take cloth of "
    text += at_least(needed + 2 * on.selvedge)
    wider = [each for each in sorted(material.widths) if each - 2 * on.selvedge >= needed]
    text += f" ({material.title} is sold {millimetres(wider[0])} wide)" if wider else ""
    if size.along <= on.usable < needed:
        text += f", or let it lie across the grain (--grain {on.material}=square)"
    return f"{text}, or divide it with a seam"


def possible_lays(pattern: Pattern) -> tuple[tuple[Lay, ...], tuple[Problem, ...]]:
    """The first plans of those materials that are sold wide enough, and what is wrong with the others."""
    found: list[Lay] = []
    problems: list[Problem] = []
    for material in pattern.materials:
        cut = blanks(pattern, material.id)
        if cut:
            on = _cloth(material, cut, Order())
            wrong = too_wide(material, on, cut)
            problems += wrong
            found += [] if wrong else [first_plan(cut, on)]
    return tuple(found), tuple(problems)


def _first(cut: tuple[Blank, ...], on: Cloth) -> tuple[Lay, ...]:
    """The first plan, or plans: most cloth lies open, on a table that holds it all."""
    if not on.folded and not on.table:
        return (first_plan(cut, on),)
    from bagpattern.layout.tables import on_tables

    return on_tables(cut, on)


def across_the_grain(plan: Lay) -> float | None:
    """mm that the first plan takes if pieces may also lie across the grain, where that saves at least a fifth."""
    on = plan.cloth
    if on.grain != "two-way" or on.folded or on.table:
        return None
    length = first_plan(plan.blanks, replace(on, grain="square")).length
    return length if length < _WORTHWHILE * plan.length else None


def names(plans: Sequence[Lay]) -> list[str]:
    """What each plan is called: by its material, and by a number where that has several."""
    return [f"{plan.cloth.material}{number}" for plan, number in zip(plans, numbers(plans), strict=True)]


def numbers(plans: Sequence[Lay]) -> list[str]:
    """'-2': what tells each plan from others of its material; nothing where there is one only."""
    materials = [plan.cloth.material for plan in plans]
    return [
        f"-{materials[: index + 1].count(name)}" if materials.count(name) > 1 else ""
        for index, name in enumerate(materials)
    ]
