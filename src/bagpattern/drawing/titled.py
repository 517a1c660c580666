"""A drawing with the pattern's name, size and settings: what every sheet says about itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from bagpattern.drawing.logo import logo_looks
from bagpattern.drawing.model import Drawing, Item, Look, layered
from bagpattern.model.pattern import Pattern
from bagpattern.options import PIXELS
from bagpattern.said import Name, Said
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
    published = pattern.publisher
    said = by_unit(lambda unit: " ".join(filter(None, (pattern.tell(_said(pattern, unit)), published.rights))))
    return Drawing(
        width,
        height,
        layered(items, sizes),
        title=f"{pattern.title}, {part}" if part else pattern.title,
        description=said.pop(0),
        settings=json.dumps(dict(pattern.settings), ensure_ascii=False, default=str),
        name=pattern.name,
        author=published.name or "",
        styles={**styles, **logo_looks(published, items)},
        sizes=sizes,
        in_pixels=said,
    )


def _said(pattern: Pattern, unit: Said) -> Said:
    size = pattern.finished.seen()
    return words("Sewing pattern, {size} finished. 1 unit is {unit}: print at 100 %.", size=size, unit=unit)


def by_unit(say: Callable[[Said], str]) -> dict[int, str]:
    """What is said of a drawing in mm (at 0), and of one in pixels by how many go on an inch."""
    return {0: say(Name("1 mm")), **{each: say(Name(f"1/{each} in")) for each in PIXELS}}
