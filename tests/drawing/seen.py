"""Reading drawings back: lines and texts as shapely sees them, marks as the eye sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import shapely

from bagpattern.drawing.model import FIGURE, Drawing, Shape, Text
from bagpattern.geometry import areas

ID = re.compile(r"[a-z][a-z0-9-]*")


def shapes(drawing: Drawing, *roles: str) -> list[Shape]:
    """The shapes of some roles, or all."""
    return [item for item in drawing.items if isinstance(item, Shape) and (not roles or item.role in roles)]


def texts(drawing: Drawing) -> list[Text]:
    """Every text."""
    return [item for item in drawing.items if isinstance(item, Text)]


def box(text: Text) -> shapely.Polygon:
    """What a text covers, measured by the widths of the font that the file names."""
    return shapely.box(*text.box)


def lines(drawing: Drawing, figured: bool = True) -> shapely.MultiLineString:
    """Every line that a text must not touch: not a tag's own circle, a join mark's own triangle, and map pages.

    ``figured``: with the lines of the steps' figures.
    """
    own = {"seam-tag", "legend-seam-tag", "join", "map-page"}
    drawn = (shape for shape in shapes(drawing) if shape.role not in own and (figured or not in_figure(shape)))
    return shapely.union_all([areas.line_string(path) for shape in drawn for path in shape.paths])


def in_figure(item: Shape | Text) -> bool:
    """Whether something belongs to a figure of a step, whose texts lie on cloth, within a halo: test_step_figures."""
    return item.role.startswith(FIGURE)


def collisions(drawing: Drawing) -> Iterator[str]:
    """Texts on lines, and texts on texts."""
    ink, outside, found = lines(drawing), lines(drawing, figured=False), texts(drawing)
    shapely.prepare(ink)
    for text in found:
        if (outside if in_figure(text) else ink).intersects(box(text)):
            yield f"{text.content!r} at {text.x:.0f}, {text.y:.0f} lies on a line"
    boxes = [box(text) for text in found]
    left, right = shapely.STRtree(boxes).query(boxes, predicate="intersects")
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        if a < b and boxes[a].intersection(boxes[b]).area > 1e-6:
            yield f"{found[a].content!r} lies on {found[b].content!r}"
