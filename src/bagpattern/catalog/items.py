"""Items: what bags and pockets hold. The facts stand in ``items.toml``, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bagpattern.values import replace, value

CASE = (8.0, 8.0, 4.0)
"""mm that a case adds to a phone's length, width and thickness [construction 9, K]."""


@value
class Item:
    """A thing to carry; ``length``, ``width`` and ``thickness`` in mm, the longest first.

    ``ease`` is how many mm a pocket for it is wider than it needs; a ``round`` thing has its diameter for width and
    thickness.
    """

    id: str
    title: str
    length: float
    width: float
    thickness: float
    ease: float
    kind: str = "other"
    round: bool = False
    source: str = ""

    def cased(self) -> Item:
        """The same in a case."""
        length, width, thickness = CASE
        return replace(
            self,
            id=f"{self.id}-cased",
            title=f"{self.title} in a case",
            length=self.length + length,
            width=self.width + width,
            thickness=self.thickness + thickness,
            source=f"{self.source}; a case adds 8 x 8 x 4 [K]",
        )


@cache
def items() -> Mapping[str, Item]:
    """Every item of the catalogue by its id; each phone also in a case."""
    return {item.id: item for item in _read()}


@cache
def eases() -> Mapping[str, float]:
    """mm of ease by kind of thing."""
    return {kind: float(ease) for kind, ease in _document()["ease"].items()}


def _read() -> Iterator[Item]:
    for key, row in _document()["items"].items():
        length, width, thickness = row.pop("size")
        item = Item(key, length=length, width=width, thickness=thickness, ease=eases()[row["kind"]], **row)
        yield item
        if item.kind == "phone":
            yield item.cased()


def _document() -> dict[str, Any]:
    return tomllib.loads(files("bagpattern.catalog").joinpath("items.toml").read_text(encoding="utf-8"))
