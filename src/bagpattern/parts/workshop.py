"""What every part needs to know and no part decides: the materials, and the rules of finishing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from bagpattern.catalog.items import Item
from bagpattern.catalog.materials import Material, cloths, materials, stiffenings
from bagpattern.geometry.outline import Corner
from bagpattern.model.panel import Edge, Finish
from bagpattern.parameters import listed, measure
from bagpattern.parts.contents import things


def _cloths_or_none() -> tuple[str, ...]:
    return ("none", *cloths())


@dataclass(frozen=True)
class Materials:
    """What the bag is cut from; every value is a material of the catalogue."""

    shell: str = listed("waxed-canvas", cloths, "the outside of the bag")
    contrast: str = listed("none", _cloths_or_none, "a second cloth of the outside, for parts that style lines divide")
    lining: str = listed("lining-cotton", cloths, "the inside of the bag and its pockets")
    interfacing: str = listed("fusible-woven", stiffenings, "fused to the shell panels")
    foam: str = listed("none", stiffenings, "a second, thicker layer behind the front and back")
    padding: str = listed("foam", stiffenings, "between the layers of padded compartments")


@dataclass(frozen=True)
class Finishing:
    """How edges are finished."""

    seam_allowance: float = measure("10 mm", "5 mm", "20 mm", "cloth beyond the stitching line of a seam")
    hem_allowance: float = measure("30 mm", "10 mm", "60 mm", "cloth beyond a hemmed edge: a double hem of 10 + 20 mm")
    topstitch: float = measure("3 mm", "1 mm", "8 mm", "from a finished edge to its topstitching")


@dataclass(frozen=True)
class Workshop:
    """The materials by slot (shell, contrast, lining, interfacing, foam) and the finishing rules."""

    chosen: Materials
    finishing: Finishing
    own_items: Mapping[str, Item] = field(default_factory=dict)
    """The things of the maker's own, by id."""

    @cached_property
    def materials(self) -> Mapping[str, Material]:
        """Each slot that is in use, as a material whose id is the slot's name."""
        slots = ((each.name, getattr(self.chosen, each.name)) for each in fields(self.chosen))
        return {slot: replace(materials()[name], id=slot) for slot, name in slots if name != "none"}

    def things(self, names: Sequence[str], key: str = "holds") -> tuple[Item, ...]:
        """The items of these names. Raises InputError at *key* for those that there are not."""
        return things(names, self.own_items, key) if names else ()

    @property
    def seam_allowance(self) -> float:
        """mm, for plain seams."""
        return self.finishing.seam_allowance

    def thickness(self, *slots: str) -> float:
        """mm of the materials in these slots, one layer each; slots that are not in use count nothing."""
        return sum(self.materials[slot].thickness for slot in slots if slot in self.materials)

    def allowance(self, edge: Edge) -> float:
        """mm from the stitching line to the cutting line along *edge*: its own, or the rule for its finish."""
        if edge.allowance is not None:
            return edge.allowance
        return {Finish.SEAM: self.finishing.seam_allowance, Finish.HEM: self.finishing.hem_allowance}.get(
            edge.finish, 0.0
        )

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
