"""At the foot of a figure and larger: how near to the stitching the clips end that are told with what it shows."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import rectangle
from bagpattern.drawing.steps.hand import Hand
from bagpattern.drawing.steps.scene import Drawn
from bagpattern.drawing.steps.signs import dimension
from bagpattern.geometry.points import point
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.pattern import Pattern

_LEFT, _WIDE, _BELOW = 36.0, 18.0, 1.6
"""mm of paper: its left edge, how wide it is, and the white over it."""
_END, _LINE, _HIGH = 3.6, 5.2, 6.6
"""mm of paper from the raw edge to the end of a clip, to the stitching line, and to where the cloth is cut off."""
_CLIPS = 4.0, 9.0, 14.0
_MAGNIFIED = ("curved",)
"""Kinds with a lens, in which it is seen."""


def clip_ends(pattern: Pattern, of: Drawn) -> None:
    """The allowance with its clips, for all that a figure clips; nothing where it says already how far they go."""
    clips = [each for each in of.operations if each.do is Verb.CLIP and each.beside]
    if not clips or of.kind in _MAGNIFIED:
        return
    hand, canvas, low = Hand(pattern, ()), of.canvas, of.canvas.floor - _BELOW - _HIGH
    ends = point(_LEFT + _CLIPS[-1], low)
    with canvas.foot():
        canvas.cloth(rectangle(_LEFT, low, _LEFT + _WIDE, low + _HIGH), hand.tone(_clipped(hand, clips[0])), False)
        canvas.line("guide", point(_LEFT, low + _LINE), point(_LEFT + _WIDE, low + _LINE))
        for x in _CLIPS:
            canvas.line("slit", point(_LEFT + x, low), point(_LEFT + x, low + _END))
        dimension(canvas, ends + 1j * _END, ends + 1j * _LINE, hand.told(clips[0].beside), 7 + 0j)


def _clipped(hand: Hand, clip: Operation) -> Sheet:
    """A piece that is clipped: one in hand, else one of the seam."""
    run = hand.pattern.seams[clip.seams[0]].a[0] if clip.seams else None
    return clip.pieces[0] if clip.pieces or run is None else Sheet(run.panel, run.copy)
