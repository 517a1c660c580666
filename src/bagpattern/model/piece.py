"""A piece: what lies on the cutting table. The panel is net, the piece is gross; they are never mixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point
from bagpattern.model.panel import Panel
from bagpattern.model.shown import shown
from bagpattern.said import NOTHING, Length, Said
from bagpattern.values import once, value
from bagpattern.words import words

if TYPE_CHECKING:
    from shapely import Polygon


@value
class Piece:
    """A panel with its cutting path and each edge's allowance (mm), and the words that are printed on it.

    ``captions`` are what is printed at its inner lines, by the line's name. ``rough`` is what is cut of the cloth
    where that is quilted before it is trimmed to the cutting path. ``skived`` is how
    far its turned edges are thinned first, by edge: so many mm from the cutting line. ``begins`` is the point of it at
    which a repeat of its print is to begin, where that no more follows from its draft: in an order of several bags.
    """

    panel: Panel
    cutting_path: Path
    allowances: Mapping[str, float]
    number: int = 0
    instruction: Said = NOTHING
    label: tuple[Said, ...] = ()
    captions: Mapping[str, Said] = field(default_factory=dict)
    rough: Path | None = None
    skived: Mapping[str, float] = field(default_factory=dict)
    begins: Point | None = None

    def __repr__(self) -> str:
        size = f"{self.cut_width:g} x {self.cut_height:g} mm"
        return f"<Piece {self.id!r}: cut {self.panel.count} of {self.panel.material!r}, {size}>"

    def _repr_svg_(self) -> str:
        return shown(self)

    @property
    def id(self) -> str:
        """The panel's id."""
        return self.panel.id

    @property
    def called(self) -> Said:
        """The panel's title; of what is trimmed to its size later also how much larger it is cut first."""
        title, larger = self.panel.title, Length(self.panel.quilted)
        quilted = words("{title} (quilted: cut {larger} larger first)", title=title, larger=larger)
        return quilted if larger.mm else title

    @property
    def first_cut(self) -> Path:
        """Along what it is cut of its cloth."""
        return self.rough or self.cutting_path

    @once
    def cutting_line(self) -> Polygon:
        """The area to cut, flattened at 0.02 mm."""
        return areas.polygon(self.cutting_path)

    @once
    def stitching_line(self) -> Polygon:
        """The finished area, flattened at 0.02 mm."""
        return areas.polygon(self.panel.stitching_line)

    @property
    def _bounds(self) -> tuple[float, float, float, float]:
        return self.cutting_path.bounds

    @property
    def cut_width(self) -> float:
        """mm across the cutting line, grain upright."""
        return self._bounds[2] - self._bounds[0]

    @property
    def cut_height(self) -> float:
        """mm along the cutting line, grain upright."""
        return self._bounds[3] - self._bounds[1]

    @once
    def is_rectangle(self) -> bool:
        """Whether the piece can be cut from its size alone."""
        return bool(abs(self.cutting_line.area - self.cut_width * self.cut_height) < 0.01)
