"""The display list: all that an exporter sees. Lines and texts on named layers, in mm, y up from the lower left corner.

Lines are the exact segments of ``geometry`` (straight, arc, cubic), so that every format draws its own kind of curve.
Text stands on its baseline, upright, always. A role says what a line means; ``LOOKS`` says how that looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from bagpattern.drawing.lettering import CAPITAL, DESCENT, text_width
from bagpattern.geometry.path import Path
from bagpattern.geometry.place import Box
from bagpattern.geometry.points import Point
from bagpattern.model.logo import Raster
from bagpattern.values import value


class Look(NamedTuple):
    """How a role is drawn: ``width`` and ``dash`` in mm, ``grey`` from 0 (black) to 1 (white), ``fill`` likewise.

    ``colour`` ('#ff0000') is in the place of the grey where a machine tells lines by their colour, ``filled`` that of
    an area. Of several that lie on each other a lower ``level`` is drawn first, where a drawing goes by it. Corners of
    lines are round, or ``sharp`` up to four times their width.
    """

    width: float
    dash: tuple[float, ...] = ()
    grey: float = 0.0
    fill: float | None = None
    round_ends: bool = False
    colour: str = ""
    filled: str = ""
    level: int = 0
    sharp: bool = False


LOOKS = {
    # widths and dashes as [print 2.5]: told apart in black and white, on a mono laser, by a colour-blind reader
    "cut": Look(0.5),
    "slit": Look(0.5),
    "laid": Look(0.25),
    "stitch": Look(0.35, (3.0, 1.5)),
    "box": Look(0.3, (1.0, 1.6)),
    "fold": Look(0.35, (8.0, 1.5, 1.0, 1.5)),
    "fold-back": Look(0.35, (8.0, 1.5, 1.0, 1.5, 1.0, 1.5)),
    "placement": Look(0.5, (0.1, 1.5), round_ends=True),
    "held": Look(0.5, (0.1, 1.5), round_ends=True),
    "topstitch": Look(0.25, (0.9, 0.6, 0.9, 2.1)),
    "skive": Look(0.25, (5.0, 1.2, 0.6, 1.2, 0.6, 1.2)),
    "grain": Look(0.35),
    "head": Look(0.1, fill=0.0),
    "notch": Look(0.35),
    "drill": Look(0.35),
    "seam-tag": Look(0.2, grey=0.25),
    "leader": Look(0.2),
    "square": Look(0.35),
    "table": Look(0.15, grey=0.45),
    "break": Look(0.2, (2.0, 1.5), grey=0.55),
    "map": Look(0.2, grey=0.25),
    "map-page": Look(0.2, grey=0.45, fill=0.92),
    "frame": Look(0.2, grey=0.55),
    "overlap": Look(0.2, (2.0, 1.5), grey=0.55),
    "join": Look(0.2, grey=0.55),
    "text": Look(0.0, fill=0.0),
    "code": Look(0.0, fill=0.0),
    "square-text": Look(0.0, fill=0.0),
    "page-text": Look(0.0, fill=0.25),
    "join-text": Look(0.0, fill=0.45),
}
"""Every role of a line or text; what is ``held`` in a seam is no mark for a machine, which would show on the face."""
CLOTH = "cloth-"
"""The prefix of the role of a piece that is drawn in the colour of its cloth; each drawing has its own styles."""
LEGEND = "legend-"
"""The prefix of a role that is only shown as a sample: it looks the same, and is nothing to cut or sew."""
FLAT = "flat-"
"""The prefix of the roles in a picture of the finished bag."""
FIGURE = "figure-"
"""The prefix of the roles in a figure of a step that stands on a sheet with other things."""
_SIZE = "@"


def style_of(role: str) -> Look:
    """How a role is drawn. Raises KeyError for a role that is not known."""
    return LOOKS[plain(role).removeprefix(LEGEND)]


def sized(role: str, size: str) -> str:
    """The role of what belongs to one size alone, where several lie in each other."""
    return f"{role}{_SIZE}{size}"


def plain(role: str) -> str:
    """The role without its size."""
    return role.partition(_SIZE)[0]


def size_in(role: str) -> str:
    """The size that something of this role belongs to; empty for what belongs to all."""
    return role.partition(_SIZE)[2]


class Shape(NamedTuple):
    """Some paths drawn as one element, closed where they end at their start. ``data`` are facts to carry along.

    A ``picture`` fills the box of its path, in the formats that can show one.
    """

    id: str
    role: str
    paths: tuple[Path, ...]
    piece: str = ""
    title: str = ""
    data: tuple[tuple[str, str], ...] = ()
    picture: Raster | None = None

    def moved(self, by: Point) -> Shape:
        """The same paths elsewhere."""
        paths = tuple([path.moved(by) for path in self.paths])
        return Shape(self.id, self.role, paths, self.piece, self.title, self.data, self.picture)


class Text(NamedTuple):
    """One line of text at its baseline; ``size`` in mm, ``anchor`` is start, middle or end."""

    x: float
    y: float
    size: float
    content: str
    anchor: str = "start"
    bold: bool = False
    role: str = "text"
    piece: str = ""

    @property
    def box(self) -> Box:
        """What the line of text covers: left, bottom, right, top, by the widths of the font that is named first."""
        width = text_width(self.content, self.size, self.bold)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - self.size * DESCENT, left + width, self.y + self.size * CAPITAL

    def moved(self, by: Point) -> Text:
        """The same text elsewhere."""
        x, y = self.x + by.real, self.y + by.imag
        return Text(x, y, self.size, self.content, self.anchor, self.bold, self.role, self.piece)


Item = Shape | Text


class Layer(NamedTuple):
    """What is shown or hidden together."""

    id: str
    title: str
    items: tuple[Item, ...]


LAYERS = {
    "info": "Information",
    "cut": "Cutting line",
    "stitch": "Stitching line",
    "marks": "Marks",
    "text": "Text",
    "test-squares": "Test squares",
    "page": "Page frame",
}
"""The layers of every drawing, in drawing order: id and title."""


def layer_titles(sizes: Mapping[str, str]) -> dict[str, str]:
    """The layers of a drawing of several *sizes* (their labels by id): after each layer of all, that of each size."""
    return {
        layer_id(key, size): f"{title} {label}".rstrip()
        for key, title in LAYERS.items()
        for size, label in {"": "", **sizes}.items()
    }


def layer_id(key: str, size: str) -> str:
    """The layer of one size: 'cut-s'."""
    return f"{key}-{size}" if size else key


_LAYER_OF = {
    "cut": "cut",
    "laid": "cut",
    "stitch": "stitch",
    "box": "stitch",
    "square": "test-squares",
    "square-text": "test-squares",
    "table": "info",
    "break": "info",
    "map": "info",
    "map-page": "info",
    "code": "info",
    "frame": "page",
    "overlap": "page",
    "join": "page",
    "page-text": "page",
    "join-text": "page",
    "text": "text",
    "engrave": "text",
}


@value
class Drawing:
    """One sheet of ``width`` x ``height`` mm. ``settings`` is JSON text that makes the same pattern again."""

    width: float
    height: float
    layers: tuple[Layer, ...]
    title: str = ""
    description: str = ""
    settings: str = ""
    name: str = ""
    author: str = ""
    styles: Mapping[str, Look] = field(default_factory=dict)
    """How some roles are drawn in this drawing alone."""
    sizes: Mapping[str, str] = field(default_factory=dict)
    """The labels of the sizes that lie in each other, by id, the smallest first."""
    in_pixels: Mapping[int, str] = field(default_factory=dict)
    """The description where lengths are counted in pixels, by how many go on an inch."""

    def style_of(self, role: str) -> Look:
        """How a role is drawn here. Raises KeyError for a role that is not known."""
        bare = role.removeprefix(LEGEND)
        own = self.styles.get(bare, self.styles.get(plain(bare)))
        return own if own is not None else style_of(role)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything on every layer."""
        return tuple(item for layer in self.layers for item in layer.items)


def layered(items: tuple[Item, ...] | list[Item], sizes: Mapping[str, str] | None = None) -> tuple[Layer, ...]:
    """Items sorted on their layers, and on those of their *sizes*; a layer without any is left out."""
    titles = layer_titles(sizes or {})
    sorted_items: dict[str, list[Item]] = {key: [] for key in titles}
    layers = {role: sorted_items[_layer_of(role)] for role in {item.role for item in items}}
    for item in items:
        layers[item.role].append(item)
    return tuple(Layer(key, titles[key], tuple(found)) for key, found in sorted_items.items() if found)


def _layer_of(role: str) -> str:
    if role.startswith((LEGEND, FLAT, FIGURE)):
        return "info"
    usual = "cut" if role.startswith(CLOTH) else "marks"
    return layer_id(_LAYER_OF.get(plain(role), usual), size_in(role))
