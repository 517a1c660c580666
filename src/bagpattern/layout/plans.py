"""Plans for a whole pattern: the cloth that each material needs, its first plan, and the search for a better one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bagpattern.catalog.materials import Material
from bagpattern.errors import InputError, Problem
from bagpattern.layout.blanks import Blank, blanks
from bagpattern.layout.cloth import Cloth, Order, cloth
from bagpattern.layout.fold import folded, folded_plan
from bagpattern.layout.lay import Lay, better, first_plan
from bagpattern.model.pattern import Pattern
from bagpattern.units import at_least, millimetres

Progress = Callable[[float], None]


def lays(pattern: Pattern, order: Order | None = None) -> tuple[Lay, ...]:
    """The first plan of every material. Raises InputError, naming all pieces that no plan can hold."""
    order = order or Order()
    _refuse_unknown(pattern, order)
    prepared = [(material, blanks(pattern, material.id, order.copies)) for material in pattern.materials]
    used = [(material, cut) for material, cut in prepared if cut]
    cloths = [_cloth(material, cut, order) for material, cut in used]
    problems = [
        problem for on, (material, cut) in zip(cloths, used, strict=True) for problem in too_wide(material, on, cut)
    ]
    if problems:
        raise InputError(problems)
    return tuple(_first(cut, on) for on, (_, cut) in zip(cloths, used, strict=True))


def _refuse_unknown(pattern: Pattern, order: Order) -> None:
    slots = [material.id for material in pattern.materials]
    wrong = [slot for slot in order.widths if slot not in slots]
    if wrong:
        message = f"nothing of this bag is cut from it; there is {', '.join(slots)}"
        raise InputError([Problem(f"width {slot}", message) for slot in wrong])


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


def _advice(material: Material, on: Cloth, blank: Blank) -> str:
    size, needed = blank.size(), least_across(blank, on.turns)
    room = f"{millimetres(on.usable)} can be used of {millimetres(on.width)}"
    text = f"the piece is {millimetres(needed)} wide across the grain, and {room}: take cloth of "
    text += at_least(needed + 2 * on.selvedge)
    wider = [each for each in sorted(material.widths) if each - 2 * on.selvedge >= needed]
    text += f" ({material.title} is sold {millimetres(wider[0])} wide)" if wider else ""
    if size.along <= on.usable < needed:
        text += ", or cut it across the grain from a remnant"
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


def _first(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    return folded_plan(cut, on) if on.folded else first_plan(cut, on)


def bettered(lay: Lay, seconds: float, progress: Progress | None = None) -> Lay:
    """*lay*, or the better plan that a search by true shapes finds in so many seconds."""
    if seconds <= 0 or lay.best_there_is:
        return lay
    if lay.sections:
        return _bettered_sections(lay, seconds, progress)
    from bagpattern.layout import true_shape  # an engine that only this needs

    return better(lay, true_shape.true_shape(lay.blanks, lay.cloth, seconds, progress), true_shape.ENGINE)


def _bettered_sections(lay: Lay, seconds: float, progress: Progress | None) -> Lay:
    """Both stretches of a folded plan, each after its share of the time."""
    share = seconds / sum(len(each.spots) for each in lay.sections)
    sections = [bettered(each, share * len(each.spots), progress) for each in lay.sections]
    return folded(lay.blanks, lay.cloth, sections)
