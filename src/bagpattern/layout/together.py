"""Several bags as one for the cutting table: their pieces lie on the same cloth, as cutting rooms lay them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple

from bagpattern.catalog.materials import Material
from bagpattern.geometry.points import Point
from bagpattern.layout.matching import anchors
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.said import Called
from bagpattern.values import replace
from bagpattern.words import series


class Ordered(NamedTuple):
    """A bag, and how many of it are cut."""

    pattern: Pattern
    copies: int


def together(ordered: Sequence[Ordered]) -> Pattern:
    """One pattern whose pieces are all that is cut for these bags: each piece as often as its bags need it.

    What is cut from the same material shares a slot, whatever each bag calls it; pieces are numbered on, and named
    with their bag. It is to be laid and bought for; it has no seams and no steps.
    """
    slots = _slots([each.pattern for each in ordered])
    materials = {slot: replace(material, id=slot) for own in slots for material, slot in own.values()}
    pieces = _apart([piece for each, own in zip(ordered, slots, strict=True) for piece in _pieces(each, own)])
    first = ordered[0].pattern
    return replace(
        first,
        name=" + ".join(f"{each.copies} {each.pattern.name}" for each in ordered),
        preset="-and-".join(dict.fromkeys(each.pattern.preset for each in ordered)),
        materials=tuple(materials.values()),
        draft=Draft(notions=tuple(_told_apart(ordered))),
        pieces=tuple(replace(piece, number=number) for number, piece in enumerate(pieces, 1)),
        cut_list=(),
        steps=(),
        findings=(),
        colourways=(),
    )


def _slots(patterns: Sequence[Pattern]) -> list[dict[str, tuple[Material, str]]]:
    """For each bag, its materials with the slots that they have among all, by its own slots."""
    known: list[tuple[Material, str]] = []
    found = []
    for pattern in patterns:
        own = {}
        for material in pattern.materials:
            bare = replace(material, id="", match=(), centre=())  # each piece says where its print is to begin
            slot = next((each for other, each in known if other == bare), None)
            if slot is None:
                taken = {each for _, each in known}
                slot = material.id if material.id not in taken else _free(f"{pattern.preset}-{material.id}", taken)
                known.append((bare, slot))
            own[material.id] = (bare, slot)
        found.append(own)
    return found


def _pieces(ordered: Ordered, slots: dict[str, tuple[Material, str]]) -> Iterator[Piece]:
    """The bag's pieces as often as they are cut, under ids of their own."""
    bag, copies = ordered
    begins = dict(_begins(bag))
    for piece in sorted(bag.pieces, key=lambda each: each.number):
        panel = replace(
            piece.panel,
            id=f"{bag.preset}-{piece.id}",
            title=series((piece.panel.title, Called(bag.name))),
            material=slots[piece.panel.material][1],
            count=piece.panel.count * copies,
            mirrored=piece.panel.mirrored * copies,
        )
        yield replace(piece, panel=panel, begins=begins.get(piece.id))


def _begins(bag: Pattern) -> Iterator[tuple[str, Point]]:
    """By piece, where repeats of prints that are to match begin."""
    for cloth in bag.materials:
        if cloth.match or cloth.centre:
            panels = {each.id: each.panel for each in bag.pieces if each.panel.material == cloth.id}
            yield from anchors(bag.draft, panels, cloth).items()


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Each under an id of its own: the lining-front of a bag would be called as the front of a bag-lining is."""
    found: dict[str, Piece] = {}
    for piece in pieces:
        own = _free(piece.id, found)
        found[own] = replace(piece, panel=replace(piece.panel, id=own))
    return [*found.values()]


def _free(name: str, taken: Container[str]) -> str:
    """The name, numbered where it is taken."""
    return next(each for each in _numbered(name) if each not in taken)


def _told_apart(ordered: Sequence[Ordered]) -> Iterator[Notion]:
    """What is bought for all of them, each under an id that no other goods have: rings of 20 and of 25 mm are two."""
    taken: dict[str, object] = {}
    for each in ordered:
        for notion in _notions(each):
            goods = _goods(notion)
            names = chain([notion.id], _numbered(f"{each.pattern.preset} {notion.id}"))
            own = next(name for name in names if taken.setdefault(name, goods) == goods)
            yield notion if own == notion.id else replace(notion, id=own, also=notion.id)


def _goods(notion: Notion) -> object:
    """What a price is for: a ready-made length is goods of its own, a length off a roll is not."""
    length = notion.ask_for if notion.stock is Sold.CLOSED else ()
    return notion.kind, notion.title, notion.size, length


def _numbered(name: str) -> Iterator[str]:
    yield from chain([name], (f"{name}-{number}" for number in count(2)))


def _notions(ordered: Ordered) -> Iterator[Notion]:
    """What is bought for all of them; thread is one length, whatever it is sewn into."""
    for each in ordered.pattern.notions:
        if each.kind == "thread" and each.length is not None:
            yield replace(each, length=each.length * ordered.copies, buy=each.buy and each.buy * ordered.copies)
        else:
            yield replace(each, count=each.count * ordered.copies)
