"""How the lines and fills of a flat look: black and white, or in the bag's own colours in two tones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bagpattern.drawing.model import Item, Look, Shape
from bagpattern.sewn.bag import FIGURE as WEARER
from bagpattern.sewn.bag import Stuff

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OUTLINE, HARD, STEP, SEAM, EDGE = "flat-outline", "flat-hardware", "flat-step", "flat-seam", "flat-edge"
TOPSTITCH, TEETH, FOLD, CALL = "flat-topstitch", "flat-teeth", "flat-fold", "flat-dimension"
NET = "flat-net"
"""The hatching of cloth that one sees through."""
FIGURE = "flat-figure"
"""The lines of who carries the bag."""
THING, DETAIL, PALE = "flat-thing", "flat-thing-detail", "flat-thing-fill"
"""What is shown beside a bag: its outline, what makes it known, and what it is filled with."""
UNDER, FILL, SHADE = "flat-under-", "flat-fill-", "flat-shade-"
"""The prefixes of the roles of what is filled in the colour of a slot or a stuff: under all of a view, in it, on it."""
LIGHT = ""
"""The slot of what is filled in no colour: white, so that what lies under a flat is not seen through it."""
_INK = "#2b2622"
_SHADE = 0.78
"""By how much of its light what is in the shade is darker."""
_WEARER, _LIMBS = "#efebe4", "#8c8376"

_USUAL = {
    # after [flats.md J]: outlines heaviest; solid is a seam, dashed a topstitching, and never the other way round
    OUTLINE: Look(0.45, round_ends=True),
    STEP: Look(0.3, round_ends=True),
    SEAM: Look(0.22, round_ends=True),
    EDGE: Look(0.22, round_ends=True),
    FOLD: Look(0.16, round_ends=True),
    HARD: Look(0.15, round_ends=True),
    TOPSTITCH: Look(0.14, (1.0, 0.6)),
    TEETH: Look(0.1),
    NET: Look(0.1, grey=0.35),
    FIGURE: Look(0.2, grey=0.45, round_ends=True),
    CALL: Look(0.15, grey=0.3),
    f"{CALL}-head": Look(0.1, grey=0.3, fill=0.3),
    FILL: Look(0.0, filled="#ffffff", colour="#ffffff"),
    THING: Look(0.25, grey=0.25, round_ends=True),
    DETAIL: Look(0.13, grey=0.4, round_ends=True),
    PALE: Look(0.0, filled="#f3f0ea", colour="#f3f0ea"),
}


_GRADED = OUTLINE, STEP, SEAM, EDGE, FOLD, HARD, TOPSTITCH, TEETH, NET, FIGURE
_GRADES = ("", "-fine", "-finer")
_FINER = 0.5**0.5
"""From one grade to the next, as the widths of technical pens go (ISO 128): for a picture of half the size."""
_FULL = 90.0
"""mm: the longest side of a bag on paper from which on its lines have their full width."""
_THINNEST = 0.07
"""mm: what a printer still draws as a line."""


def graded(role: str, size: float) -> str:
    """The role of such lines of a bag whose longest side is *size* mm on paper: in a small picture they are finer."""
    halved = math.ceil(math.log2(_FULL / max(size, 1.0)) - 1e-9)
    return f"{role}{_GRADES[min(max(halved, 0), len(_GRADES) - 1)]}"


def _in_grades(found: Mapping[str, Look], roles: Iterable[str]) -> dict[str, Look]:
    """These looks with the finer ones of some roles."""
    finer = {
        f"{role}{grade}": _finer(found[role], _FINER**step) for step, grade in enumerate(_GRADES) for role in roles
    }
    return {**found, **finer}


def _finer(look: Look, times: float) -> Look:
    width = max(look.width * times, min(look.width, _THINNEST))
    return look._replace(width=round(width, 3), dash=tuple(round(each * times, 3) for each in look.dash))


LINES = _in_grades(_USUAL, _GRADED)
"""How everything is drawn in black and white."""


def looks(colours: Mapping[str, str]) -> dict[str, Look]:
    """The look of every role: without *colours*, by slot or stuff, in black and white."""
    if not colours:
        return dict(LINES)
    found = {
        role: look._replace(colour=_INK) if not look.fill and not look.filled else look for role, look in _USUAL.items()
    }
    found[FIGURE] = _USUAL[FIGURE]._replace(colour=_LIMBS)
    for role, under in ((TOPSTITCH, "shell"), (TEETH, Stuff.ZIP), (NET, "mesh")):
        found[role] = found[role]._replace(colour=_on(colours.get(under, _INK), 0.6))
    if _is_deep(colours.get("shell", "#ffffff")):
        for role in (SEAM, EDGE, STEP, FOLD):
            found[role] = found[role]._replace(colour=_on(colours["shell"], 0.4))
    colours = {**colours, WEARER: _WEARER}
    for slot, colour in colours.items():
        found[f"{STEP}-{slot}"] = found[STEP] if _is_deep(colour) else _USUAL[STEP]._replace(colour=_INK)
        for level, role in enumerate((UNDER, FILL)):
            found[f"{role}{slot}"] = Look(0.0, filled=colour, colour=colour, level=level)
        dark = toned(colour, _SHADE)
        found[f"{SHADE}{slot}"] = Look(0.0, filled=dark, colour=dark, level=2)
    return _in_grades(found, [*_GRADED, *(f"{STEP}-{slot}" for slot in colours)])


def fills_first(items: Sequence[Item], styles: Mapping[str, Look]) -> list[Item]:
    """Items of several views as they are to be drawn: a writer draws all of a role at once, where it first meets it.

    What lies under all of a view comes first, or the main cloth of one would cover another that has it in a part.
    """

    def level(item: Item) -> int:
        if not isinstance(item, Shape) or not styles[item.role].filled:
            return 3
        return styles[item.role].level

    return sorted(items, key=level)


def toned(colour: str, share: float) -> str:
    """A colour that is darker by a *share* of its light, or lighter where that is more than 1."""
    return "#" + "".join(f"{min(255, round(int(colour[at : at + 2], 16) * share)):02x}" for at in (1, 3, 5))


def _is_deep(colour: str) -> bool:
    """Whether dark lines are lost on it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return (299 * red + 587 * green + 114 * blue) / 1000 < 85


def _on(colour: str, light: float) -> str:
    """A line that shows on a colour without shouting: darker on light ones, on dark ones by a share of *light*."""
    if not _is_deep(colour):
        return toned(colour, 0.45)
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(each + (255 - each) * light):02x}" for each in parts)
