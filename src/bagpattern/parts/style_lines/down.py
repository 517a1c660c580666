"""A style line from base to top."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.geometry import areas
from bagpattern.model.panel import Panel
from bagpattern.parameters import choice, measure
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.cuts import Meeting, meetings
from bagpattern.parts.style_lines import CLOTHS, LEAST_PART, StyleLine
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name
from bagpattern.values import value
from bagpattern.words import words


@value
class Down(StyleLine):
    """A line from the base of the panel to its top: upright, slanted or bowed."""

    KEYS: ClassVar[tuple[str, str]] = ("base", "top")
    PARTS: ClassVar[tuple[str, str]] = ("left", "right")

    base: float = measure("8 cm", "2 cm", "45 cm", "from the left of the panel to the line's end on the base")
    top: float = measure("8 cm", "2 cm", "45 cm", "from the left of the panel to the line's end on the top")
    left: str = choice("same", CLOTHS, "what the part on the left is cut from; same: as the panel")
    right: str = choice("same", CLOTHS, "what the part on the right is cut from; same: as the panel")

    def ends(self, panel: Panel) -> tuple[Meeting, Meeting]:
        """The lower end and the upper. Raises InputError when the panel is not that wide."""
        return self._at(panel, "base", 0), self._at(panel, "top", -1)

    def cloths(self) -> tuple[str, str]:
        """Left and right."""
        return self.left, self.right

    def _at(self, panel: Panel, key: str, which: int) -> Meeting:
        left, _, right, _ = areas.bounds([panel.stitching_line])
        found = meetings(panel, complex(left + getattr(self, key), 0), 1j)
        if not found:
            mend = make_it(self, key, most=right - left - LEAST_PART, otherwise=words("choose another panel"))
            fault = words("the {panel} is only {wide} wide", panel=Name(panel.id), wide=Length(right - left))
            raise refused(key, words("{fault}: {mend}", fault=fault, mend=mend))
        return found[which]
