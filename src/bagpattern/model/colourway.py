"""Colourways: which colour or print each cloth and each bought thing has, when the bag is made once more in others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from bagpattern.parameters import remark, text
from bagpattern.said import Called, Name, Said, Words
from bagpattern.values import value
from bagpattern.words import form, series

_OF_NOTIONS = {
    "zip": "zip",
    "webbing": "webbing",
    "binding": "webbing",
    "elastic": "webbing",
    "cord": "webbing",
    "thread": "thread",
    **dict.fromkeys(
        (
            *("zip-slider", "slider", "ring", "swivel", "buckle", "snap", "magnetic-snap", "turn-lock", "tuck-lock"),
            *("eyelet", "cord-lock", "chain", "purse-frame", "sew-in-frame", "flex-frame"),
        ),
        "hardware",
    ),
}
"""What gives each kind of bought thing its colour."""


@value
class Colourway:
    """One way to colour the bag: a text for each material that it speaks of."""

    name: str = text(None, "what the colourway is called")
    shell: str | None = remark("the outside: a colour or a print")
    contrast: str | None = remark("the second cloth of the outside")
    lining: str | None = remark("the inside")
    mesh: str | None = remark("pockets of mesh")
    zip: str | None = remark("the zips' tape")
    webbing: str | None = remark("webbing and binding tape")
    hardware: str | None = remark("rings, sliders, hooks and snaps")
    thread: str | None = remark("the thread")

    @classmethod
    def slots(cls) -> tuple[str, ...]:
        """Everything that a colourway may speak of."""
        return tuple(each.name for each in fields(cls) if each.name != "name")

    @property
    def colours(self) -> Mapping[str, str]:
        """The text of each material that it speaks of."""
        named = {slot: getattr(self, slot) for slot in self.slots()}
        return {slot: colour for slot, colour in named.items() if colour is not None}


_SLOTS = {
    each: Words(each)
    for each in (
        *(form("shell"), form("contrast"), form("lining"), form("mesh"), form("interfacing"), form("foam")),
        *(form("padding"), form("wadding"), form("zip"), form("webbing"), form("hardware"), form("thread")),
    )
}


def slot_words(slot: str) -> Said:
    """What a slot of materials, or of colours, is called; one that only an order of several bags has, by its id."""
    return _SLOTS.get(slot) or Name(slot)


def slot_of(what: str) -> str:
    """What gives a material, or a kind of notion, its colour: a D-ring is of the hardware."""
    return _OF_NOTIONS.get(what, what)


def colours_of(colourways: Iterable[Colourway], what: str) -> Said:
    """'olive / navy': every colour of a material or of a kind of notion, one colourway after the other."""
    slot = slot_of(what)
    found = (each.colours.get(slot, "") for each in colourways)
    return series(map(Called, dict.fromkeys(filter(None, found))), " / ")
