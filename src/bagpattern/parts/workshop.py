"""What every part needs to know and no part decides: the materials, and the rules of finishing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, fields
from typing import Any

from bagpattern.catalog.items import Item, things
from bagpattern.catalog.materials import Material, called, cloths, materials, stiffenings
from bagpattern.errors import InputError, Problem
from bagpattern.geometry.outline import Corner
from bagpattern.model.edge import Edge, Finish
from bagpattern.parameters import choice, flag, listed, measure, remark, rows, several
from bagpattern.parts.own_materials import OwnMaterial, own_materials, refuse_kinds
from bagpattern.ruler import marked
from bagpattern.values import once, replace, value
from bagpattern.words import words

BY_MATERIAL = "by-material"
"""The word for what the material decides."""
_HEMS = {"double": 30.0, "single": 20.0, "raw": 0.0}
"""mm of each hem: turned 10 and 20 [construction 7.2], turned once 15 to 20 [K], not at all [construction 7.12]."""


def _interfacings() -> tuple[str, ...]:
    return (BY_MATERIAL, *stiffenings())


def _cloths_or_none() -> tuple[str, ...]:
    return ("none", *cloths())


_OWN = "own"
"""The key of the maker's own materials."""
_STIFF = ("interfacing", "foam", "padding", "wadding")
"""Slots of what stiffens."""


def _slot(default: str, source: Callable[[], tuple[str, ...]], help_text: str) -> Any:
    return listed(default, source, help_text, called, _OWN)


@value
class Materials:
    """What the bag is cut from; every value is a material of the catalogue, or of the maker's own."""

    shell: str = _slot("waxed-canvas", cloths, "the outside of the bag")
    contrast: str = _slot("none", _cloths_or_none, "a second cloth of the outside, for parts that style lines divide")
    lining: str = _slot("lining-cotton", cloths, "the inside of the bag and its pockets")
    interfacing: str = _slot(
        BY_MATERIAL,
        _interfacings,
        "behind the shell panels; by-material: a fusible one for light cloths, else none",
    )
    foam: str = _slot(
        "none", stiffenings, "a second, thicker layer behind walls and base; not in bands, which turn corners"
    )
    padding: str = _slot("foam", stiffenings, "between the layers of padded compartments")
    wadding: str = _slot("wadding", stiffenings, "behind what is quilted")
    mesh: str = _slot("mesh", cloths, "pockets of mesh")
    file: str | None = remark("a file of yours beside this one with [[materials]] of your own, which many presets name")
    own: tuple[OwnMaterial, ...] = rows(
        OwnMaterial, "materials of your own, each like one of the catalogue, to be named above"
    )

    def __post_init__(self) -> None:
        """Raises InputError for names that the catalogue has, and for a cloth where what stiffens is needed."""
        if self.file is not None:
            raise InputError(
                [Problem("file", words("is read where a preset names it: write this line into the preset"))]
            )
        refuse_kinds(self.slots, own_materials(self.own), _STIFF)

    @property
    def slots(self) -> Mapping[str, str]:
        """The material's name in each slot, ``none`` and ``by-material`` included."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name not in (_OWN, "file")}

    def named(self, name: str) -> Material:
        """The material of that name: the maker's own, or the catalogue's. Raises KeyError."""
        own = next((each.material() for each in self.own if each.id == name), None)
        return materials()[name] if own is None else own


PADDING = "padding"
"""The material slot of the foam between two layers."""
WADDING = "wadding"
"""The material slot of what is quilted to a cloth."""
ON_DEMAND = (PADDING, WADDING, "mesh")
"""Slots that count only where a part takes them."""


@value
class Finishing:
    """How edges are finished."""

    seam_allowance: float | None = measure(
        None, "5 mm", "30 mm", "cloth beyond the stitching line of a seam; left out: by the shell, {8 to 12 mm}"
    )
    hem: str = choice(
        BY_MATERIAL,
        (BY_MATERIAL, "double", "single", "raw"),
        "rims are turned twice (cloth that frays), once (what does not fray), or left raw (leather, felt)",
    )
    hem_allowance: float | None = measure(
        None, "10 mm", "60 mm", "cloth beyond a hemmed edge; left out: {10 + 20 mm} turned twice, {20 mm} turned once"
    )
    patches: str = choice(
        BY_MATERIAL,
        (BY_MATERIAL, "turned", "raw"),
        "edges of what is sewn on to a face are turned under, or left raw (leather, vinyl, felt)",
    )
    topstitch: float = measure("3 mm", "1 mm", "8 mm", "from a finished edge to its topstitching")
    strips: str = choice(
        "either",
        ("either", "lengthwise", "crosswise"),
        "how folded straps, tabs and loops lie on cloth with a grain; either: as takes less of it",
    )
    quilted: tuple[str, ...] = several(
        "what is quilted: pieces such as front, or all of a material, such as shell; cut larger, quilted, then trimmed"
    )
    washed: bool = flag(False, "the cloth is washed before it is cut: what it shrinks is bought, too")
    machine_limit: float = measure("5 mm", "2 mm", "20 mm", "the thickest stack of cloth that your machine sews")
    """Four layers of 1 mm vinyl are 4 mm, six of quilting cotton with a foam 6 mm [construction 7.7, K]."""
    inches: bool = False
    """Whether allowances lie on a ruler in sixteenths of an inch: 3/8 in for 10 mm; as the units of the preset are."""


@value
class Workshop:
    """The materials by slot (shell, contrast, lining, interfacing, foam) and the finishing rules."""

    chosen: Materials
    finishing: Finishing
    own_items: Mapping[str, Item] = field(default_factory=dict)
    """The things of the maker's own, by id."""

    def __post_init__(self) -> None:
        """Raises InputError when a hem that is left raw has an allowance all the same."""
        if self.finishing.hem == "raw" and self.finishing.hem_allowance is not None:
            message = words('a rim that is left raw has none: take this line out, or write hem = "single"')
            raise InputError([Problem("finishing.hem_allowance", message)])

    @once
    def materials(self) -> Mapping[str, Material]:
        """Each slot that is in use, as a material whose id is the slot's name."""
        slots, named = dict(self.chosen.slots), self.chosen.named
        if slots["interfacing"] == BY_MATERIAL:
            slots["interfacing"] = named(slots["shell"]).interfacing
        found = {slot: replace(named(name), id=slot) for slot, name in slots.items() if name != "none"}
        if self.finishing.washed:
            return found
        return {slot: replace(each, shrinks=0.0) for slot, each in found.items()}

    def things(self, names: Sequence[str], key: str = "holds") -> tuple[Item, ...]:
        """The items of these names. Raises InputError at *key* for those that there are not."""
        return things(names, self.own_items, key) if names else ()

    @property
    def seam_allowance(self) -> float:
        """mm, for plain seams: as given, or as the shell's material needs it; where it is measured, on a mark."""
        given = self.finishing.seam_allowance
        return self._ruled(self.materials["shell"].allowance if given is None else given)

    @property
    def least_radius(self) -> float:
        """mm: the tightest curve in which the shell lies flat with all that may be behind it."""
        slots = ("shell", "interfacing", "foam")
        return max(self.materials[slot].least_radius for slot in slots if slot in self.materials)

    def thickness(self, *slots: str) -> float:
        """mm of the materials in these slots, one layer each; slots that are not in use count nothing."""
        return sum(self.materials[slot].thickness for slot in slots if slot in self.materials)

    def allowance(self, edge: Edge) -> float:
        """mm from the stitching line to the cutting line along *edge*: its own, or the rule for its finish.

        In inches it lies on a mark of the ruler, so that what is printed adds up: finished size and allowances.
        """
        return self._ruled(self._meant(edge))

    def _ruled(self, allowance: float) -> float:
        return marked(allowance) if self.finishing.inches else allowance

    def _meant(self, edge: Edge) -> float:
        if edge.allowance is not None:
            return edge.allowance
        if edge.finish is Finish.HEM:
            return self.hem_allowance("shell")
        return self.seam_allowance if edge.finish is Finish.SEAM else 0.0

    def hem(self, slot: str) -> str:
        """How rims of the material in *slot* are finished: ``double``, ``single`` or ``raw``."""
        if self.finishing.hem != BY_MATERIAL:
            return self.finishing.hem
        rule = self.materials[slot].hem
        return "single" if rule == "raw" and self.finishing.hem_allowance is not None else rule

    def hem_allowance(self, slot: str) -> float:
        """mm beyond a rim of the material in *slot*: as given, or as its kind of hem needs it, likewise."""
        given = self.finishing.hem_allowance
        return self._ruled(_HEMS[self.hem(slot)] if given is None else given)

    def lap(self, slot: str) -> float:
        """mm from the raw edge of a part sewn on to a face to its stitching; 0 where such edges are turned under."""
        by_material = self.finishing.patches == BY_MATERIAL
        edge = self.materials[slot].edge if by_material else self.finishing.patches
        return self.finishing.topstitch if edge == "raw" else 0.0

    @staticmethod
    def corner(before: Edge, after: Edge) -> Corner:
        """The corner rule between two edges: their own, else trimmed where a hem is pressed back, else a mitre."""
        if before.corner is not None:
            return before.corner
        if before.finish is Finish.HEM and after.finish is not Finish.HEM:
            return Corner.TRIMMED_BEFORE
        if after.finish is Finish.HEM and before.finish is not Finish.HEM:
            return Corner.TRIMMED_AFTER
        return Corner.MITRE
