"""Bought things whose sizes the geometry bends to: zips by gauge, and the sizes that straps and hardware are sold in.

The facts stand in ``notions.toml``, each with its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.catalog.shelf import Shelf
from bagpattern.errors import quoted
from bagpattern.lengths import under
from bagpattern.said import ByUnits, Figure, Length, Name, Proposed, Said, Words
from bagpattern.units import parse_length
from bagpattern.values import value

STRAP_HARDWARE = ("webbing", "ring", "slider")
"""What a strap's width depends on."""
THREAD_TEX = 40
"""g of 1000 m of the thread that is bought, by which it is sold."""
_TWIN = 1.0
"""mm: sizes in mm and in inches that differ by less are sold for one another, such as 20 mm and 3/4 in [K]."""


@value
class Zip:
    """A zip chain: ``coil`` is the width of its teeth, ``tape`` the whole width, ``thickness`` one tape's, in mm.

    ``gap`` is the width that shows between the two edges of cloth, ``slider`` that of a slider, whose sides must not
    rub on them. ``closed`` are the lengths in mm that ready-made zips are sold in; empty when it is sold by the metre
    only; ``closed_inches`` are those where people measure in inches. ``mass`` is of a metre, ``slider_mass`` of one
    slider, in g. ``beyond`` is mm of cloth past its centre line; None: its raw edge lies even with the tape's.
    """

    size: str
    coil: float
    gap: float
    slider: float
    tape: float
    thickness: float
    closed: tuple[float, ...]
    mass: float
    slider_mass: float
    source: str
    beyond: float | None = None
    closed_inches: tuple[float, ...] = ()

    @property
    def told(self) -> Said:
        """'#5': a figure that several sizes of a bag may have after each other."""
        return Words("#{gauge}", (("gauge", Figure(int(self.size.removeprefix("#")))),))

    @property
    def allowance(self) -> float:
        """mm from the stitching to a raw edge that lies even with the tape's: (T - g) / 2 [construction 3.1]."""
        return (self.tape - self.gap) / 2

    @property
    def beyond_centre(self) -> float:
        """mm from the zip's centre line to the raw edge: half of what shows less [construction 3.1, jk-pouch0.9]."""
        return self.allowance - self.gap / 2 if self.beyond is None else self.beyond

    def closed_for(self, opening: float, inches: bool = False) -> float | None:
        """mm of the shortest ready-made zip that opens *opening* mm or can be shortened to it; None: there is none.

        One of those that are sold in whole *inches*, if those are asked for.
        """
        sold = self.closed_inches if inches else self.closed
        return next((length for length in sold if not under(length, opening)), None)


@value
class Stock:
    """A kind of hardware or tape; ``sizes`` are as a shop names them, ``measure`` is what they measure.

    ``one`` is what a single one is called; what is not counted, such as tape, has no such word.
    ``mass`` is in g, of one piece or of a metre, for each mm of its size to the ``power``. ``thickness`` is in mm; 0 of
    what is as thick as its size says, and of what is not sold by length.
    """

    id: str
    title: str
    measure: str
    sizes: tuple[str, ...]
    mass: float
    source: str
    power: int = 1
    one: str = ""
    thickness: float = 0.0

    @property
    def millimetres(self) -> Mapping[float, str]:
        """Each size in mm, rising, with its name."""
        return dict(sorted((parse_length(size), size) for size in self.sizes))


def _made(name: str, kind: str, row: dict[str, Any]) -> Zip | Stock:
    if kind == "stock":
        row |= {key: parse_length(row[key]) for key in ("thickness",) if key in row}
        return Stock(name, sizes=tuple(row.pop("sizes")), **row)
    row |= {key: parse_length(row[key]) for key in ("coil", "gap", "slider", "tape", "thickness")}
    row |= {key: tuple(map(parse_length, row[key])) for key in ("closed", "closed_inches")}
    return Zip(name, **row)


_NOTIONS: Shelf[Zip | Stock] = Shelf("notions.toml", _made)


class _Chains(Mapping[str, Zip]):
    """The zips of the catalogue."""

    def __getitem__(self, size: str) -> Zip:
        found = _NOTIONS[size]
        if not isinstance(found, Zip):
            raise KeyError(size)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_NOTIONS.of("zip"))

    def __len__(self) -> int:
        return len(_NOTIONS.of("zip"))


ZIPS: Mapping[str, Zip] = _Chains()
"""Zip chains by size; the file is read when one is looked for."""


def zip_sizes() -> tuple[str, ...]:
    """The sizes of zip chains."""
    return tuple(ZIPS)


def notions() -> Mapping[str, Zip | Stock]:
    """Everything in the catalogue by its name."""
    return _NOTIONS


def stock(name: str) -> Stock:
    """The sizes that a kind of hardware is sold in. Raises KeyError."""
    found = _NOTIONS[name]
    if not isinstance(found, Stock):
        raise KeyError(name)
    return found


def sold_in_all(names: tuple[str, ...]) -> Mapping[float, str]:
    """The sizes in mm, rising, that all of these kinds are sold in, with their names."""
    every = [stock(name).millimetres for name in names]
    return {size: text for size, text in every[0].items() if all(size in each for each in every)}


def nearest(size: float, sold: Mapping[float, str]) -> tuple[Said, ...]:
    """Proposed: the one or two metric sizes on either side of *size* mm, each with the size in inches that is its like.

    In quotes where there is none: nobody sells it in inches.
    """
    metric = [each for each, text in sold.items() if text.endswith("mm")]
    found = [each for each in metric if each < size][-1:] + [each for each in metric if each > size][:1]
    return tuple(_with_twin(each, sold) for each in found)


def _with_twin(size: float, sold: Mapping[float, str]) -> Said:
    twin = next((text for each, text in sold.items() if each != size and abs(each - size) < _TWIN), None)
    if twin is None:
        return Proposed(quoted(sold[size]), Name(sold[size]))
    return Proposed(Length(size, sold=twin), ByUnits(Name(sold[size]), Name(twin)))
