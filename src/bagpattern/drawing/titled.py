"""A drawing with the pattern's name, size and settings: what every sheet says about itself."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bagpattern.drawing.logo import logo_looks
from bagpattern.drawing.model import Drawing, Item, Look, layered
from bagpattern.model.pattern import Pattern
from bagpattern.words import words

NO_LOOKS: Mapping[str, Look] = {}
NO_SIZES: Mapping[str, str] = {}


def drawing_of(
    pattern: Pattern,
    width: float,
    height: float,
    items: list[Item],
    part: str = "",
    styles: Mapping[str, Look] = NO_LOOKS,
    sizes: Mapping[str, str] = NO_SIZES,
) -> Drawing:
    """A drawing with what every sheet of a pattern says about itself; *sizes* are the labels of those it holds."""
    said = words("Sewing pattern, {size} finished. 1 unit is 1 mm: print at 100 %.", size=pattern.finished.sides())
    published = pattern.publisher
    return Drawing(
        width,
        height,
        layered(items, sizes),
        title=f"{pattern.name}, {part}" if part else pattern.name,
        description=" ".join(filter(None, (pattern.tell(said), published.rights))),
        settings=json.dumps(dict(pattern.settings), ensure_ascii=False, default=str),
        name=pattern.name,
        author=published.name or "",
        styles={**styles, **logo_looks(published, items)},
        sizes=sizes,
    )
