"""A drawing with the pattern's name, size and settings: what every sheet says about itself."""

from __future__ import annotations

import json

from bagpattern.drawing.model import Drawing, Item, layered
from bagpattern.model.pattern import Pattern


def drawing_of(pattern: Pattern, width: float, height: float, items: list[Item], part: str = "") -> Drawing:
    """A drawing with what every sheet of a pattern says about itself."""
    finished = pattern.finished
    size = pattern.units.body(finished.width, finished.height, finished.depth)
    return Drawing(
        width,
        height,
        layered(items),
        title=f"{pattern.name}, {part}" if part else pattern.name,
        description=pattern.language.say("Sewing pattern, {size} finished. 1 unit is 1 mm: print at 100 %.", size=size),
        settings=json.dumps(dict(pattern.settings), ensure_ascii=False, default=str),
        name=pattern.name,
    )
