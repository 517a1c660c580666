"""From where one looks into an opened bag: from above, from the side where a book opens, or at a sheet as it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.drawing.views.camera import Camera
from bagpattern.model.closing import Closes
from bagpattern.model.seam import SeamKind
from bagpattern.model.wall import Wall
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.model.seam import Seam

_ASIDE = Camera(words("from the side that opens"), 90.0, 24.0, opened=True)
"""Of what opens like a book at the bag's right side."""


_UNROLLED = Camera(words("unrolled"), 0.0, 0.0, opened=True)
"""Of a sheet that is rolled up: it lies flat, its inside up."""


def aimed(seen: Camera, draft: Draft) -> Camera:
    """A camera from where one looks into the opened bag: from its right side, where the middle of its zip is there.

    What is one sheet is looked at as it lies.
    """
    if seen.opened and any(each.kind is Closes.TIES for each in draft.closings):
        return _UNROLLED
    zips = {each for closing in draft.closings if closing.kind is Closes.ZIP for each in closing.held_by}
    mouths = [seam for seam in draft.seams if seam.kind is SeamKind.ZIP and seam.zip in zips]
    aside = any(_wall(draft, seam) is Wall.RIGHT for seam in mouths)
    return _ASIDE if seen.opened and aside else seen


def _wall(draft: Draft, seam: Seam) -> Wall | None:
    """The wall on which the middle of a seam lies; None where the run there is on none."""
    half = draft.side_length(seam.a) / 2
    for run in seam.a:
        low, high = draft.span(run)
        if half <= high - low:
            at = draft[run.panel].along(run.on).path.point_at(high - half if run.reversed else low + half)
            facet = draft[run.panel].facet_at(at)
            return None if facet is None else facet.wall
        half -= high - low
    return None
