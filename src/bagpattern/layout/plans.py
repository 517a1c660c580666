"""Plans for a whole pattern: the cloth that each material needs, its first plan, and the search for a better one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bagpattern.catalog.materials import Material
from bagpattern.errors import Problem, named, raise_together
from bagpattern.layout.across import lying
from bagpattern.layout.blanks import Blank, blanks
from bagpattern.layout.cloth import GRAINS, MOST_COPIES, Cloth, Order, cloth
from bagpattern.layout.lay import Lay, along_in_turns, first_plan
from bagpattern.layout.phase import in_phase, must_match
from bagpattern.model.pattern import Pattern
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace
from bagpattern.words import at_least, series, words

_WORTHWHILE = 0.8
"""A share of the cloth that is worth a strap across the grain, where cloth gives a little more [K]."""
_NARROWEST, _LONGEST = 50.0, 50_000.0
"""mm: what a cloth can measure; more is a slip of the pen."""


def lays(pattern: Pattern, order: Order | None = None) -> tuple[Lay, ...]:
    """The first plans of every material: one, or as many as the table needs.

    Raises InputError for an order that cannot be used, and names all pieces that no plan can hold.
    """
    order = order or Order()
    refuse(pattern, order)
    prepared = [(material, blanks(pattern, material.id, order.copies)) for material in pattern.materials]
    used = [(material, cut) for material, cut in prepared if cut]
    cloths = [_cloth(material, cut, order) for material, cut in used]
    used = [(material, _lying(cut, on, order)) for on, (material, cut) in zip(cloths, used, strict=True)]
    raise_together(
        problem
        for on, (material, cut) in zip(cloths, used, strict=True)
        for problem in (*too_wide(material, on, cut), *too_long(material, on, cut))
    )
    return tuple(plan for on, (_, cut) in zip(cloths, used, strict=True) for plan in _first(cut, on))


def refuse(pattern: Pattern, order: Order) -> None:
    """Raises InputError for what no cloth can be, all at once."""
    slots = [material.id for material in pattern.materials]
    message = words("nothing of this bag is cut from it; there is {names}", names=named(slots))
    problems = [Problem(f"width {slot}", message) for slot in order.widths if slot not in slots]
    problems += [Problem(f"grain {slot}", message) for slot in order.grains if slot not in slots]
    problems += [
        Problem(
            f"grain {slot}",
            words('there is no grain "{grain}"; there is {names}', grain=Name(grain), names=named(GRAINS)),
        )
        for slot, grain in order.grains.items()
        if grain not in GRAINS
    ]
    lengths = [(f"width {slot}", width, _NARROWEST) for slot, width in order.widths.items()]
    lengths += [("gap", order.gap, 0.0), ("selvedge", order.selvedge or 0.0, 0.0), ("table", order.table, 0.0)]
    problems += [
        Problem(
            name,
            words(
                "{length} mm is no measure of cloth: it is to be from {least} to {longest} mm",
                length=Name(f"{length:g}"),
                least=Name(f"{least:g}"),
                longest=Name(f"{_LONGEST:g}"),
            ),
        )
        for name, length, least in lengths
        if not least <= length <= _LONGEST
    ]
    if not 1 <= order.copies <= MOST_COPIES:
        problems.append(
            Problem(
                "copies",
                words(
                    "{copies} bags cannot be cut at once: 1 to {most_copies}",
                    copies=order.copies,
                    most_copies=MOST_COPIES,
                ),
            )
        )
    raise_together(problems)


def _cloth(material: Material, cut: Sequence[Blank], order: Order) -> Cloth:
    on = cloth(material, order, 0.0)
    return cloth(material, order, max(least_across(blank, on.turns) for blank in cut))


def least_across(blank: Blank, turns: Iterable[float]) -> float:
    """mm of cloth that a blank takes across, lying the best way that it may."""
    return min(blank.size(turn).across for turn in turns)


def too_wide(material: Material, on: Cloth, cut: Sequence[Blank]) -> Iterator[Problem]:
    """A problem for each piece that the cloth is too narrow for, with what would help."""
    for blank in cut:
        if least_across(blank, on.turns) > on.usable + 1e-6:
            yield _problem(on, blank, _advice(material, on, blank))


def too_long(material: Material, on: Cloth, cut: Sequence[Blank]) -> Iterator[Problem]:
    """A problem for each piece that is longer than the cutting table, or than what its material is sold in."""
    hide = on.table == material.longest
    long = [(blank, along_in_turns(blank, on)) for blank in cut] if on.table else []
    for blank, along in long:
        if along > on.table + 1e-6:
            yield _problem(
                on,
                blank,
                words(
                    "the piece is {along} long, and {what} {table}: take one of {least}, or divide the piece with a "
                    "seam",
                    what=material.title if hide else words("the table"),
                    along=Length(along),
                    table=Length(on.table),
                    least=at_least(along),
                ),
            )


def _problem(on: Cloth, blank: Blank, fault: Said) -> Problem:
    return Problem(on.material, series((blank.title, fault), ": "))


def _advice(material: Material, on: Cloth, blank: Blank) -> Said:
    size, needed = blank.size(), least_across(blank, on.turns)
    wider = next((each for each in sorted(material.widths) if each - 2 * on.selvedge >= needed), 0.0)
    sold = words(" ({title} is sold {width} wide)", title=material.title, width=Length(wider)) if wider else NOTHING
    way = f"bagpattern lay --grain {on.material}=square"
    turned = (
        words(", or let it lie across the grain ({way})", way=Name(way))
        if size.along <= on.usable < needed
        else NOTHING
    )
    return words(
        "the piece is {needed} wide across the grain, and {usable} can be used of {width}: take cloth of "
        "{least}{sold}{turned}, or divide it with a seam",
        needed=Length(needed),
        usable=Length(on.usable),
        width=Length(on.width),
        least=at_least(needed + 2 * on.selvedge),
        sold=sold,
        turned=turned,
    )


def possible_lays(pattern: Pattern) -> tuple[tuple[Lay, ...], tuple[Problem, ...]]:
    """The first plans of those materials that are sold wide enough, and what is wrong with the others."""
    found: list[Lay] = []
    problems: list[Problem] = []
    for material in pattern.materials:
        cut = blanks(pattern, material.id)
        if cut:
            on = _cloth(material, cut, Order())
            wrong = [*too_wide(material, on, cut), *too_long(material, on, cut)]
            problems += wrong
            found += [] if wrong else [*_first(lying(cut, on), on)]
    return tuple(found), tuple(problems)


def _lying(cut: tuple[Blank, ...], on: Cloth, order: Order) -> tuple[Blank, ...]:
    """Strips across the cloth where that takes less; not where the order says how pieces lie."""
    return cut if on.material in order.grains else lying(cut, on)


def _first(cut: tuple[Blank, ...], on: Cloth) -> tuple[Lay, ...]:
    """The first plan, or plans: most cloth lies open, on a table that holds it all."""
    if must_match(cut):
        return (in_phase(cut, on),)
    if not on.folded and not on.table:
        return (first_plan(cut, on),)
    from bagpattern.layout.tables import on_tables

    return on_tables(cut, on)


def across_the_grain(plan: Lay) -> float | None:
    """mm that the first plan takes if pieces may also lie across the grain, where that saves at least a fifth."""
    on = plan.cloth
    if on.grain != "two-way" or on.folded or on.table or plan.phase:
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
