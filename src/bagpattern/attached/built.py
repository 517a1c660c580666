"""What straps are made as: of so many layers, of webbing, of a chain; and how thick they are for it."""

from __future__ import annotations

from enum import StrEnum

from bagpattern.catalog.notions import stock
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern


class Build(StrEnum):
    """What a strap is made as: of cloth by its layers, or bought, by the kind that it is sold as."""

    FLAT = "flat"
    """One layer, as of leather."""
    FOLDED = "folded"
    """Folded up along its length."""
    PADDED = "padded"
    """Two layers, with what is soft between them."""
    WEBBING = "webbing"
    CORD = "cord"
    CHAIN = "chain"
    HOOK_AND_LOOP = "hook-and-loop"


def build_of(pattern: Pattern, strap: Panel | Notion) -> Build:
    """What a strap is made as. Raises ValueError for a notion of a kind of which no strap is made."""
    if isinstance(strap, Notion):
        return Build(strap.kind)
    of = (strap.strap.under if strap.strap else "") or strap.id
    layered = any(each.strap is not None and each.strap.under == of for each in pattern.draft.panels)
    if layered:
        return Build.PADDED
    return Build.FOLDED if strap.layers > 1 else Build.FLAT


def thickness_of(pattern: Pattern, strap: Panel | Notion) -> float:
    """mm in its middle, all layers together: its folds, what lies behind them, its underside."""
    if isinstance(strap, Notion):
        return thickness_bought(strap)
    thick = {each.id: each.thickness for each in pattern.materials}
    found = strap.layers * thick[strap.material]
    for panel in pattern.draft.panels:
        if panel.stiffens == strap.id:
            found += _backing_layers(panel, strap) * thick[panel.material]
        elif panel.strap is not None and panel.strap.under == strap.id:
            found += thickness_of(pattern, panel)
    return found


def thickness_bought(strap: Notion) -> float:
    """mm of what a strap is bought as. Raises KeyError for a kind that no shop has."""
    return stock(strap.kind).thickness or strap.width or 0.0


def _backing_layers(backing: Panel, strap: Panel) -> int:
    """How many layers of what lies behind it a folded strap has: as many as it is wide enough for."""
    share: float = backing.stitching_line.polygon.area / strap.stitching_line.polygon.area
    return max(1, round(share * strap.layers))
