"""The whole of it, in order: shape, display, cloth, dress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.sewn.apart import hanging, pieces_of
from bagpattern.sewn.bag import SewnBag
from bagpattern.sewn.cloths import cloths, lines
from bagpattern.sewn.display import displayed
from bagpattern.sewn.dress.dressing import dressed, still, strapped
from bagpattern.sewn.dress.path import Carried
from bagpattern.sewn.measure import measured
from bagpattern.sewn.one_thread import in_one_thread
from bagpattern.sewn.opening import can_be_opened
from bagpattern.sewn.shape import glimpsed, shaped
from bagpattern.values import kept, replace

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.strap import Way
    from bagpattern.sewn.bag import Measured
    from bagpattern.sewn.body import Body
    from bagpattern.sewn.dress.dressing import Still


def sewn(
    pattern: Pattern, fine: bool = True, dress: bool = True, way: Way | None = None, opened: bool = False
) -> SewnBag:
    """The bag that a pattern makes, as it stands; not *fine*, for a preview, in a fifth of the time.

    Not to *dress* it leaves it at the cloth of its body. Its straps are clipped on for the *way* to carry it. *opened*,
    its zips are open, its flap is back, its roll undone and its cord let out, so that one looks into it.
    """
    return built(pattern, fine, dress, None if way is None else Carried(way), opened)


@in_one_thread
def built(pattern: Pattern, fine: bool, dress: bool, carried: Carried | None = None, opened: bool = False) -> SewnBag:
    """The bag that a pattern makes, as it is *carried*, if that is said, or *opened*."""
    pieces, pattern = pieces_of(pattern.draft), hanging(pattern)
    stands = fine and not opened
    body, sizes = folded(pattern) if stands else _folded(pattern, fine, opened)
    closed = not opened and can_be_opened(pattern)
    surfaces, strokes = tuple(cloths(body, closed)), tuple(lines(body))
    if not dress:
        return SewnBag(surfaces, strokes, sizes, len(surfaces), {})
    worn, drawn, notes = dressed(_still(pattern) if stands else still(pattern, body, opened), carried)
    bag = SewnBag((*surfaces, *worn), (*strokes, *drawn), sizes, len(surfaces), notes)
    return _by_piece(bag, pieces) if pieces else bag


@in_one_thread
def led(pattern: Pattern, carried: Carried) -> Body:
    """Lead all straps of a bag that is *carried*, as ``built`` does, and nothing else: its body."""
    pattern = hanging(pattern)
    strapped(_still(pattern), carried)
    return folded(pattern)[0]


def _by_piece(bag: SewnBag, pieces: dict[str, str]) -> SewnBag:
    """The bag whose parts that hang from a wall bear the name of the piece that both are cut from."""
    surfaces = tuple(replace(each, piece=pieces.get(each.piece, each.piece)) for each in bag.surfaces)
    strokes = tuple(replace(each, owner=pieces.get(each.owner, each.owner)) for each in bag.strokes)
    notes = {name: note for name, note in bag.notes.items() if name not in pieces}
    return replace(bag, surfaces=surfaces, strokes=strokes, notes=notes)


@kept
def folded(pattern: Pattern) -> tuple[Body, Measured]:
    """Its body, and what was measured: folded up once, in however many ways the bag is carried."""
    return _folded(pattern, True)


@kept
def _still(pattern: Pattern) -> Still:
    """What it wears in all of these ways."""
    return still(pattern, folded(pattern)[0])


def _folded(pattern: Pattern, fine: bool, opened: bool = False) -> tuple[Body, Measured]:
    shape = shaped(pattern, fine, opened) if fine else glimpsed(pattern, opened)
    return displayed(pattern, shape), measured(shape)
