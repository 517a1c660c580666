"""Beds and mats: sheets of one size, such as a laser takes, each filled, cut and cleared before the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.catalog.materials import Material
from bagpattern.errors import InputError, Problem, named, raise_together
from bagpattern.layout.across import turned_across
from bagpattern.layout.blanks import Blank, blanks
from bagpattern.layout.cloth import Cloth, Order, cloth
from bagpattern.layout.lay import Lay
from bagpattern.layout.paper.pages import two_sides
from bagpattern.layout.phase import refuse_match
from bagpattern.layout.plans import refuse
from bagpattern.layout.tables import on_tables
from bagpattern.model.pattern import Pattern
from bagpattern.said import Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import extent, words

_SURE = 1e-6


@value
class Bed:
    """What a machine takes: mm along its x and its y, of which a ``rim`` on every side cannot be reached."""

    width: float
    height: float
    rim: float = 0.0


@value
class Sheets:
    """One material on a bed: the plan of each sheet, and what finds no room on any (a blank with its copies).

    ``upright`` says that the grain lies along the bed's y, not along its x.
    """

    bed: Bed
    cloth: Cloth
    plans: tuple[Lay, ...]
    missing: tuple[Blank, ...]
    upright: bool

    @property
    def along(self) -> float:
        """mm of the side of the bed that the grain lies along."""
        return self.bed.height if self.upright else self.bed.width

    @property
    def share(self) -> float:
        """The pieces' share of all sheets."""
        return sum(plan.area for plan in self.plans) / (self.bed.width * self.bed.height * max(len(self.plans), 1))


LEAST, MOST = 50.0, 5000.0
"""mm: what a bed measures on either side."""


def bed(text: str) -> Bed:
    """The bed of that size ('60x90cm', '12x24in'), its x first. Raises ValueError, with advice, for anything else."""
    width, height = two_sides(text)
    for side in (width, height):
        if not LEAST <= side <= MOST:
            told = words(
                "no bed is {side} long; from {least} to {most}",
                side=Length(side),
                least=Length(LEAST),
                most=Length(MOST),
            )
            raise ValueError(told)
    return Bed(width, height)


def on_bed(pattern: Pattern, order: Order, bed: Bed, slots: Sequence[str] = ()) -> tuple[Sheets, ...]:
    """The sheets of each material, or of these *slots*: the grain along the bed or up it, where that takes fewer.

    Raises InputError for slots that the bag has not, and for what no order or bed can be.
    """
    refuse(pattern, order)
    known = [each.id for each in pattern.materials]
    raise_together(Problem("only", _nothing(each, known)) for each in slots if each not in known)
    if min(bed.width, bed.height) - 2 * bed.rim <= 0:
        raise InputError([Problem("bed", words("nothing can be used of {bed}", bed=_told(bed)))])
    wanted = [each for each in pattern.materials if not slots or each.id in slots]
    cut = ((each, blanks(pattern, each.id, order.copies)) for each in wanted)
    return tuple(_best(material, some, order, bed) for material, some in cut if some)


def _nothing(slot: str, known: Sequence[str]) -> Said:
    return words('nothing of this bag is cut from "{slot}"; there is {names}', slot=Name(slot), names=named(known))


def _best(material: Material, cut: tuple[Blank, ...], order: Order, bed: Bed) -> Sheets:
    """The way that leaves least without room; of those, the one with the fewest sheets."""
    refuse_match(material.id, cut, "sheets on a bed")
    ways = [_sheets(material, cut, order, bed, upright) for upright in (False, True)]
    return min(ways, key=lambda way: (round(sum(each.whole_area for each in way.missing)), len(way.plans)))


def _sheets(material: Material, cut: tuple[Blank, ...], order: Order, bed: Bed, upright: bool) -> Sheets:
    long, wide = (bed.height, bed.width) if upright else (bed.width, bed.height)
    on = replace(
        cloth(material, replace(order, widths={material.id: wide}), 0.0),
        selvedge=bed.rim,
        folded=False,
        table=long - 2 * bed.rim,
    )
    ready = [_lying(each, on) for each in cut]
    fitting = tuple(each for each in ready if fits(each, on))
    missing = tuple(each for each in ready if not fits(each, on))
    return Sheets(bed, on, on_tables(fitting, on) if fitting else (), missing, upright)


def _lying(blank: Blank, on: Cloth) -> Blank:
    """A strip that may lie either way lies across, where the bed is too short for it along the grain."""
    across = turned_across(blank) if blank.either and not fits(blank, on) else blank
    return across if fits(across, on) else blank


def fits(blank: Blank, on: Cloth) -> bool:
    """Whether a piece finds room on the empty sheet in one of the cloth's turns."""
    sizes = (blank.size(turn) for turn in on.turns)
    return any(each.along <= on.table + _SURE and each.across <= on.usable + _SURE for each in sizes)


def without_room(found: Sequence[Sheets]) -> Iterator[tuple[str, Blank, Said]]:
    """Every piece that fits on no sheet: its material, and why."""
    for sheets in found:
        for blank in sheets.missing:
            size = blank.size()
            why = words(
                "is {size} and has no room on {bed}: take a larger one, or divide it with a seam",
                size=extent(size.across, size.along),
                bed=_told(sheets.bed),
            )
            yield sheets.cloth.material, blank, why


def _told(bed: Bed) -> Said:
    if not bed.rim:
        return words("a bed of {size}", size=extent(bed.width, bed.height))
    return words("a bed of {size} with a rim of {rim}", size=extent(bed.width, bed.height), rim=Length(bed.rim))
