"""How a booklet's own small pictures look: in tones that a grey printer keeps apart; colour is a bonus.

They are drawn in the order of this table, so that lines lie on what is filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bagpattern.drawing.model import Item, Look, Shape
from bagpattern.geometry.path import Path

_OWN = "booklet-"
GROUND, TONE, SWATCH = f"{_OWN}ground", f"{_OWN}tone-", f"{_OWN}swatch-"
SHELL, LINING, BACK, PALE = f"{TONE}shell", f"{TONE}lining", f"{TONE}back", f"{TONE}pale"
TAPE, METAL = f"{TONE}tape", f"{TONE}metal"
LINING_BACK, FOAM, DOT = f"{TONE}lining-back", f"{TONE}foam", f"{_OWN}dot"
HATCH, LINE, SLIT, EARLIER = f"{_OWN}hatch", f"{_OWN}line", f"{_OWN}slit", f"{_OWN}earlier"
FOLD, CASING, NEEDLE, HEAD = f"{_OWN}fold", f"{_OWN}casing", f"{_OWN}needle", f"{_OWN}head"
DISC, RING, RULE, INVERSE, TEETH = f"{_OWN}disc", f"{_OWN}ring", f"{_OWN}rule", f"{_OWN}inverse", f"{_OWN}teeth"

LOOKS: Mapping[str, Look] = {
    GROUND: Look(0.0, filled="#f2f2f0"),
    METAL: Look(0.3, filled="#d4d4d4"),
    SHELL: Look(0.3, filled="#86a3b5"),
    LINING: Look(0.3, filled="#e2bd86"),
    BACK: Look(0.3, filled="#f1f4f5"),
    LINING_BACK: Look(0.3, filled="#fcf6ea"),
    FOAM: Look(0.3, filled="#dddddd"),
    TAPE: Look(0.25, filled="#5d5d63"),
    PALE: Look(0.3, filled="#ffffff"),
    HATCH: Look(0.22, grey=0.45),
    RULE: Look(0.2, grey=0.45),
    LINE: Look(0.3),
    TEETH: Look(0.35, (0.5, 0.9), grey=0.9),
    EARLIER: Look(0.22, (1.0, 0.8), grey=0.45),
    FOLD: Look(0.3, (3.0, 0.9, 0.6, 0.9)),
    CASING: Look(1.15, colour="#ffffff"),
    NEEDLE: Look(0.6, (1.9, 0.9), colour="#c4161c"),
    SLIT: Look(0.7, colour="#c4161c"),
    DOT: Look(0.2, colour="#ffffff", filled="#c4161c"),
    HEAD: Look(0.1, fill=0.0),
    RING: Look(0.3, fill=1.0),
    DISC: Look(0.0, fill=0.13),
    INVERSE: Look(0.0, fill=1.0),
}
"""The accent has a white casing: without it the red sinks into the mid tones in grey."""
_WRITTEN = frozenset({"text", "page-text"})
"""The roles of words that stand on all that is drawn; those in a figure stay where they are in it."""
_PLACES = {role: place for place, role in enumerate(LOOKS)}


def swatch(slot: str) -> str:
    """The role of a swatch of the cloth of that slot."""
    return f"{SWATCH}{slot}"


def in_order(items: Iterable[Item]) -> list[Item]:
    """Items as they are to be drawn: figures, views and swatches as they come, own ones by the table, then texts."""
    return sorted(items, key=_place)


def _place(item: Item) -> int:
    return _PLACES.get(item.role, len(_PLACES) if item.role in _WRITTEN else -1)


def tone_of(slot: str) -> str:
    """The tone of a piece that is cut from the material of that slot."""
    return {"shell": SHELL, "contrast": SHELL, "lining": LINING}.get(slot, BACK)


def shape(role: str, *paths: Path) -> Shape:
    """Some paths in one look."""
    return Shape(role, role, paths)
