"""Materials of the maker's own: one of the catalogue, with what is different about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from bagpattern.catalog.materials import Material, Price, called, materials, stiffenings
from bagpattern.errors import InputError, Problem, did_you_mean, quoted, raise_together
from bagpattern.lengths import between
from bagpattern.parameters import choice, measure, perhaps, remark, several, slug, some, text, whole
from bagpattern.said import Name, Scale, Words
from bagpattern.units import parse_length
from bagpattern.values import replace, value
from bagpattern.words import choose, form, words

_PRICE = re.compile(r"(?P<amount>\d{1,6}([.]\d{1,2})?)\s*(?P<currency>[A-Z]{3}|[€$£¥])")
_SOURCE = "the maker's own"
_NARROWEST, _WIDEST = 100.0, 4000.0
"""mm across what is sold as cloth: from a strip to wide backing [K]."""


@value
class OwnMaterial:
    """A material of the maker's own: what is left out is as it is of the one that it is ``like``."""

    name: str = text(None, "what it is called; shell, lining and so on name it in small letters with hyphens")
    like: str = some(lambda: tuple(materials()), "the material of the catalogue that it is most like", called)
    thickness: float | None = measure(None, "0.05 mm", "20 mm", "of one layer, lying loose; left out: as like")
    pressed: float | None = measure(None, "0.05 mm", "20 mm", "under the presser foot; left out: as like")
    widths: tuple[str, ...] = several("the widths that it is sold in, the usual one first; left out: as like")
    longest: float | None = measure(
        None, "20 cm", "10 m", "along it, of a hide, a sheet or a remnant; left out: as like, or as long as needed"
    )
    mass: int | None = whole(10, 5000, "its mass in g/m2; left out: as like")
    least_radius: float | None = measure(None, "1 mm", "200 mm", "the tightest stitched curve; left out: as like")
    directional: bool | None = perhaps("whether it has an up and a down; left out: as like")
    repeat: float | None = measure(None, "5 mm", "2 m", "after which its print begins anew; left out: it has none")
    repeat_across: float | None = measure(
        None, "5 mm", "2 m", "after which its print, or its stripes, begin anew across; left out: they have no repeat"
    )
    match: tuple[str, ...] = several(
        "pieces at whose lower ends, and in whose middles across, a repeat begins, such as front and back; a pocket or "
        "a flap goes on with the print of the piece that it lies on"
    )
    centre: tuple[str, ...] = several(
        "pieces in whose middle a motif has its middle, half a repeat after its beginning"
    )
    grain: bool | None = perhaps("whether pieces must lie along the roll; left out: as like")
    shrinks: int | None = whole(0, 25, "per cent of its length that its first wash takes; left out: as like")
    frays: bool | None = perhaps("whether a cut edge ravels; left out: as like")
    pins: bool | None = perhaps("whether pins may go through it; left out: as like")
    fusible: bool | None = perhaps("whether an iron fixes it, of what stiffens; left out: as like")
    iron: str | None = choice(None, ("hot", "medium", "cool", "no"), "how hot it is ironed; left out: as like")
    needle: str | None = remark("the needle that sews it; left out: as like")
    thread: str | None = remark("the thread that it is sewn with; left out: as like")
    stitch: float | None = measure(None, "1 mm", "6 mm", "the length of a stitch; left out: as like")
    allowance: float | None = measure(None, "5 mm", "30 mm", "of a seam, where it is the shell; left out: as like")
    hem: str | None = choice(None, ("double", "single", "raw"), "how rims are turned; left out: as like")
    edge: str | None = choice(None, ("turned", "raw"), "edges of what is sewn on to a face; left out: as like")
    strap: str | None = choice(None, ("four", "two", "single"), "how a strap of it is folded; left out: as like")
    interfacing: str | None = some(stiffenings, "what goes behind it; left out: as like", called, needed=False)
    price: str | None = remark('of a metre, with its currency: "18.50 EUR"; for the cost of a bag')

    def __post_init__(self) -> None:
        """Raises InputError for widths that are no lengths, and for a price that is none."""
        raise_together((*self._wrong_widths(), *self._wrong_price(), *self._without_repeat()))

    @property
    def id(self) -> str:
        """As the slots name it."""
        return slug(self.name)

    def material(self) -> Material:
        """It as a material of a catalogue."""
        base, given = materials()[self.like], dict(self._given())
        if self.thickness is not None and self.pressed is None:  # it gives way as the other does
            given["pressed"] = self.thickness * base.pressed / base.thickness
        given |= {"printed": self.directional is True, "title": Name(self.name), "also": (), "source": _SOURCE}
        return replace(base, id=self.id, catalogued="", **given)

    def _given(self) -> Iterator[tuple[str, Any]]:
        for each in fields(Material):
            given = getattr(self, each.name, None)
            if each.name in ("id", "title") or given is None:
                continue
            if each.name == "widths":
                if given:
                    yield from (("widths", tuple(map(parse_length, given))), ("exact_widths", True))
            elif each.name == "price":
                yield "price", _price(given)
            else:
                yield each.name, Words(given) if each.name in ("needle", "thread") else given

    def unmatched(self, cut: Iterable[str]) -> Iterator[Problem]:
        """A problem for each piece that is to match and is not *cut* from it."""
        pieces = {*cut}
        for key in ("match", "centre"):
            for name in getattr(self, key):
                if name not in pieces:
                    message = words(
                        "no piece {name} is cut from it{advice}", name=quoted(name), advice=did_you_mean(name, pieces)
                    )
                    yield Problem(f"materials.own.{self.id}.{key}", message)

    def _without_repeat(self) -> Iterator[Problem]:
        for key in ("match", "centre"):
            if getattr(self, key) and self.repeat is None and self.repeat_across is None:
                yield Problem(key, words('is for a print that repeats: write repeat = "24 cm", too'))

    def _wrong_widths(self) -> Iterator[Problem]:
        for each in self.widths:
            try:
                width = parse_length(each)
            except ValueError as error:
                yield Problem("widths", error.args[0])
            else:
                if not between(width, _NARROWEST, _WIDEST):
                    told, within = form("{width} is no width of cloth: {within}"), choose(_NARROWEST, _WIDEST, Scale.CM)
                    yield Problem("widths", words(told, width=quoted(each), within=within))

    def _wrong_price(self) -> Iterator[Problem]:
        if self.price is not None and not _PRICE.fullmatch(self.price.strip()):
            yield Problem(
                "price",
                words('{price} is no price of a metre: write one such as "18.50 EUR"', price=quoted(self.price)),
            )


def _price(given: str) -> Price:
    match = _PRICE.fullmatch(given.strip())
    assert match is not None  # refused when it was read
    return Price(float(match["amount"]), match["currency"])


def own_materials(given: Iterable[OwnMaterial]) -> Mapping[str, Material]:
    """The maker's own materials by id. Raises InputError for names that the catalogue has, too."""
    raise_together(
        Problem(
            f"own.{each.id}.name",
            words("the catalogue has {id}, too: give yours a name of its own", id=quoted(each.id)),
        )
        for each in given
        if each.id in materials() or each.id in ("none", "by-material")
    )
    return {each.id: each.material() for each in given}


def refuse_kinds(slots: Mapping[str, str], own: Mapping[str, Material], stiff: Iterable[str]) -> None:
    """Raises InputError where a cloth of the maker's own is to stiffen, or what stiffens is to be a cloth."""
    problems = []
    for slot, name in slots.items():
        if name in own and bool(own[name].stiffening) != (slot in stiff):
            kind, other = ("a cloth", "what stiffens") if slot in stiff else ("what stiffens", "a cloth")
            problems.append(
                Problem(
                    slot,
                    words(
                        "{name} is like {kind}, and {other} is needed here",
                        name=quoted(name),
                        kind=Name(kind),
                        other=Name(other),
                    ),
                )
            )
    if problems:
        raise InputError(problems)
