"""Items: what bags and pockets hold. The facts stand in ``items.toml``, each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from bagpattern.catalog.shelf import Shelf
from bagpattern.errors import Problem, beginning, named, nearest, quoted, raise_together
from bagpattern.parameters import slug
from bagpattern.said import Said, Words
from bagpattern.values import replace, value
from bagpattern.words import words


class Form(StrEnum):
    """What a thing looks like, seen from its larger side: enough to draw it so that it is known."""

    SLAB = "slab"
    PHONE = "phone"
    SCREEN = "screen"
    LAPTOP = "laptop"
    CARD = "card"
    BOOKLET = "booklet"
    PAPER = "paper"
    BOOK = "book"
    WALLET = "wallet"
    KEYS = "keys"
    FOB = "fob"
    GLASSES = "glasses"
    BUDS = "buds"
    BOTTLE = "bottle"
    ROD = "rod"


_FORMS = {
    "phone": Form.PHONE,
    "card": Form.CARD,
    "paper": Form.PAPER,
    "tech": Form.SCREEN,
    "bottle": Form.BOTTLE,
    "keys": Form.KEYS,
}
"""Of the kinds of things; others are slabs, or rods where they are round."""
_CASED = "-cased"
CASE = (8.0, 8.0, 4.0)
"""mm that a case adds to a phone's length, width and thickness [construction 9, K]."""


@value
class Item:
    """A thing to carry; ``length``, ``width`` and ``thickness`` in mm, the longest first.

    ``ease`` is how many mm a pocket for it is wider than it needs; a ``round`` thing has its diameter for width and
    thickness.
    """

    id: str
    title: Said
    length: float
    width: float
    thickness: float
    ease: float
    kind: str = "other"
    round: bool = False
    source: str = ""
    form: Form | None = None
    """What it looks like, where its kind does not say."""

    @property
    def shown(self) -> Form:
        """What it looks like."""
        return self.form or _FORMS.get(self.kind, Form.ROD if self.round else Form.SLAB)

    def cased(self) -> Item:
        """The same in a case."""
        length, width, thickness = CASE
        return replace(
            self,
            id=self.id + _CASED,
            title=words("{thing} in a case", thing=self.title),
            length=self.length + length,
            width=self.width + width,
            thickness=self.thickness + thickness,
            source=f"{self.source}; a case adds 8 x 8 x 4 [K]",
        )


class _Items(Mapping[str, Item]):
    """Every item by its id; each phone also in a case. A row is parsed when it is asked for."""

    def __getitem__(self, name: str) -> Item:
        plain = name.removesuffix(_CASED)
        item = _PLAIN[plain]
        if plain == name:
            return item
        if item.kind != "phone":
            raise KeyError(name)
        return item.cased()

    def __iter__(self) -> Iterator[str]:
        for name, item in _PLAIN.items():
            yield name
            if item.kind == "phone":
                yield name + _CASED

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _item(name: str, kind: str, row: dict[str, Any]) -> Item:
    length, width, thickness = row.pop("size")
    form = Form(row.pop("form")) if "form" in row else None
    title, ease = Words(row.pop("title")), eases()[row["kind"]]
    return Item(name, title, length, width, thickness, ease, form=form, **row)


_PLAIN: Shelf[Item] = Shelf("items.toml", _item)
_ITEMS = _Items()


def items() -> Mapping[str, Item]:
    """Every item of the catalogue by its id; each phone also in a case."""
    return _ITEMS


def item_names() -> tuple[str, ...]:
    """The ids of all of them."""
    return tuple(_ITEMS)


@cache
def eases() -> Mapping[str, float]:
    """mm of ease by kind of thing."""
    return {kind: float(ease) for kind, ease in _PLAIN.preface["ease"].items()}


def things(names: Sequence[str], own: Mapping[str, Item], key: str = "holds") -> tuple[Item, ...]:
    """The items of these names, the maker's own before the catalogue's. Raises InputError for unknown names."""
    raise_together(unknown_things(names, own, key))
    return tuple(own.get(slug(name)) or items()[slug(name)] for name in names)


def unknown_things(names: Sequence[str], own: Mapping[str, Item], key: str = "holds") -> Iterator[Problem]:
    """Those of these names that neither the maker nor the catalogue has."""
    for name in names:
        if slug(name) not in own and slug(name) not in items():
            yield Problem(key, _unknown(name, {**items(), **own}))


def _unknown(name: str, known: Mapping[str, Item]) -> Said:
    kind = [each.id for each in known.values() if each.kind == slug(name)]
    begun = beginning(slug(name), sorted(known)) or sorted(kind)
    near = nearest(name, known)
    if len(begun) > 1:
        return words(
            "there is no item {name}: say which, {names} (things of your own: [[items]])",
            name=quoted(name),
            names=named(begun),
        )
    advice = (
        words("did you mean {near}?", near=quoted(near))
        if near
        else words('"bagpattern list items" tells all that there are')
    )
    return words("there is no item {name}; {advice} (things of your own: [[items]])", name=quoted(name), advice=advice)
