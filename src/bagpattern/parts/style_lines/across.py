"""A style line from side to side."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.model.panel import Panel
from bagpattern.parameters import choice, measure
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.cuts import Meeting, meetings
from bagpattern.parts.style_lines import CLOTHS, LEAST_PART, StyleLine
from bagpattern.parts.style_lines._level import level_ends
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name
from bagpattern.values import value
from bagpattern.words import words


@value
class Across(StyleLine):
    """A line from the left side of the panel to the right: level, also where walls lean, slanted or bowed."""

    KEYS: ClassVar[tuple[str, str]] = ("right", "left")
    PARTS: ClassVar[tuple[str, str]] = ("lower", "upper")

    left: float = measure(
        "10 cm", "2 cm", "60 cm", "height of its left end above the base of the panel, up its side if that leans"
    )
    right: float = measure(
        "10 cm", "2 cm", "60 cm", "height of its right end above the base of the panel, up its side if that leans"
    )
    lower: str = choice("same", CLOTHS, "what the part below is cut from; same: as the panel")
    upper: str = choice("same", CLOTHS, "what the part above is cut from; same: as the panel")

    def ends(self, panel: Panel) -> tuple[Meeting, Meeting]:
        """The right end and the left. Raises InputError when the panel is not that high."""
        level = self.left == self.right and not self.bow
        leaning = level_ends(panel, self.right) if level else None
        return leaning or (self._at(panel, "right", -1), self._at(panel, "left", 0))

    def path(self, ends: tuple[Meeting, Meeting]) -> Path:
        """Straight or bowed; level where a wall leans."""
        return ends[0].way or super().path(ends)

    def cloths(self) -> tuple[str, str]:
        """Lower and upper."""
        return self.lower, self.upper

    def _at(self, panel: Panel, key: str, which: int) -> Meeting:
        _, bottom, _, top = areas.bounds([panel.stitching_line])
        found = meetings(panel, complex(0, bottom + getattr(self, key)), 1 + 0j)
        if not found:
            mend = make_it(self, key, most=top - bottom - LEAST_PART, otherwise=words("choose another panel"))
            fault = words("the {panel} is only {high} high", panel=Name(panel.id), high=Length(top - bottom))
            raise refused(key, words("{fault}: {mend}", fault=fault, mend=mend))
        return found[which]
