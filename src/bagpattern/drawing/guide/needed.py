"""What is needed, before anything else: every cloth and how much of it, bought things, machine, and turning gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bagpattern.drawing.columns import TEXT, Block, paragraph
from bagpattern.drawing.guide.buying import things_to_buy
from bagpattern.drawing.sizes.graded import united
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.purchase import to_buy
from bagpattern.model.colourway import slot_words
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind
from bagpattern.said import NOTHING, Called, Figure, Length, Said, Scale
from bagpattern.words import series, words

Lines = dict[str, Said]
"""What is said, by a key that it has in every size."""


def needed(nest: Nest) -> Iterator[Block]:
    """Every cloth, every thing to buy and how the machine is set; of several sizes, amounts in their order."""
    yield from _lines(nest, _cloths)
    yield from things_to_buy(nest)
    yield from _lines(nest, _sewn)


def _lines(nest: Nest, said: Callable[[Pattern], Lines]) -> Iterator[Block]:
    lines = nest.each(said)
    for key in united([[*own] for own in lines.values()]):
        for each in nest.told({size: own[key] for size, own in lines.items() if key in own}):
            yield paragraph(each, TEXT)


def _cloths(pattern: Pattern) -> Lines:
    """A line for each material that something is cut from, and for each colourway."""
    plans = possible_lays(pattern)[0]
    cut = {piece.panel.material for piece in pattern.pieces}
    lines: Lines = {}
    for material in (each for each in pattern.materials if each.id in cut):
        named = words("{slot}: {cloth}", slot=slot_words(material.id), cloth=material.title)
        lines[material.id] = series((named, amount(pattern, plans, material.id)), "; ")
    for way in pattern.colourways:
        colours = (series((slot_words(slot), Called(colour))) for slot, colour in way.colours.items())
        told = words("Colourway {name}: {colours}", name=Called(way.name), colours=series(colours, ", "))
        lines[f"colourway {way.name}"] = told
    return lines


def amount(pattern: Pattern, plans: Iterable[Lay], slot: str) -> Said:
    """'60 cm, 140 cm wide': what to ask for of a cloth that lies so; other words where no plan takes its pieces."""
    own = [plan for plan in plans if plan.cloth.material == slot]
    if not own:
        return words("It is not sold wide enough for these pieces: look at the lay plan.")
    cloth = own[0].cloth
    buy = Length(to_buy(sum(plan.length for plan in own), pattern.units, cloth.shrinks), Scale.CLOTH)
    told = words("{length}, {width} wide", length=buy, width=Length(cloth.width, Scale.CM))
    pieces = words("in {count} pieces", count=len(own)) if own[1:] else NOTHING
    washed = words("with {percent} % that it shrinks: wash it first", percent=Figure(cloth.shrinks))
    return series((told, pieces, washed if cloth.shrinks else NOTHING), ", ")


def _sewn(pattern: Pattern) -> Lines:
    """How the machine is set for each cloth, and how wide a gap the bag is turned through."""
    lines, gaps = dict(machine(pattern)), [seam for seam in pattern.seams if seam.kind is SeamKind.GAP]
    for seam in gaps:
        long, piece = Length(pattern.length(seam)), pattern.draft[seam.a[0].panel].title
        told = words("Turned through a gap of {length}.", length=long)
        several = words("{piece}: turned through a gap of {length}.", piece=piece, length=long)
        lines[f"gap {seam.id}"] = several if gaps[1:] else told
    return lines


def machine(pattern: Pattern) -> Iterator[tuple[str, Said]]:
    """Needle, thread and stitch for each cloth that is sewn, as the catalogue has them, by its slot."""
    cut = {piece.panel.material for piece in pattern.pieces}
    for material in pattern.materials:
        if material.needle and material.stitch and material.id in cut:
            yield (
                material.id,
                words(
                    "{slot}: needle {needle}, thread {thread}, stitch {stitch}",
                    slot=slot_words(material.id),
                    needle=material.needle,
                    thread=material.thread,
                    stitch=Length(material.stitch),
                ).capitalize(),
            )
