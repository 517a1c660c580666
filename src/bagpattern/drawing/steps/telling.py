"""What a figure shows, in one sentence, for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Pattern
from bagpattern.said import Said
from bagpattern.words import form, series, words

_FORMS = {
    "join": form("Figure: {pieces} lie on each other, and where they are sewn together."),
    "caught": form("Figure: {pieces} laid in place, and where they are basted."),
    "strip": form("Figure: {pieces} folded along its length, from the section to the finished strip."),
    "patch": form("Figure: {pieces}, where one lies on the other, with distances to the edges."),
    "zip": form("Figure: {pieces} and the zip lifted apart, then as they lie sewn and turned."),
    "curved": form("Figure: {pieces}, one bent round the edge of the other, with the marks that meet."),
    "window": form("Figure: {pieces}, the window sewn round, slit and turned, then the zip topstitched behind it."),
    "bag": form("Figure: {pieces}, folded up behind the zip, and where its open sides are sewn."),
    "opened": form("Figure: {pieces} in section, the zip between them, and the way into the pocket."),
    "ended": form("Figure: the ends of the zip: sliders put on, a tab folded over each end."),
    "threaded": form("Figure: how the end of the strap runs, in section, and the box and cross that hold it."),
    "marked": form("Figure: {pieces} with the places of the hardware, and distances to the edges."),
    "behind": form("Figure: {pieces}, one laid on the wrong side of the other."),
    "tabbed": form("Figure: {pieces} folded across, the webbing sewn on with a box and a cross, and in section how."),
    "darted": form(
        "Figure: the dart of {pieces}, its legs laid on each other, and the seam from the edge to its point."
    ),
    "pressed": form("Figure: {pieces} opened flat, the stitching beside their seam, and in section through what."),
    "rolled": form("Figure: the rim laid flat, then how it is brought down to its line, and the closed bag."),
    "edged": form("Figure: {pieces}, and the stitching along the free edges."),
    "creased": form("Figure: {pieces} in section, flat and folded in two along the length."),
    "drawn cords": form("Figure: both cords all round the rim, each out where it went in, and tied to its ring."),
    "locked": form("Figure: in section, how the webbing runs through the tri-glide, round the buckle's bar and back."),
    "folded down": form("Figure: the loop at the end of {pieces} folded down, and both stitches across it."),
    "slid on": form("Figure: the hook slid on {pieces}, before its ends are sewn."),
    "hooked": form("Figure: the loop of {pieces} in section, the hook at its seam, and where it is stitched."),
    "unzipped": form("Figure: the zip closed, then open, its slider at the other end."),
    "turned": form("Figure: the bag is turned through its opening, from one side out to the other."),
    "boxed": form(
        "Figure: the corner of {pieces}, whose two edges meet, and the same corner pulled flat, with its seam."
    ),
    "bound": form("Figure: the edges of {pieces} that are bound, and in section the tape folded over them."),
    "closed in": form("Figure: the edges of {pieces} that the seam closes in, and in section how."),
    "on": form("Figure: {pieces}, one laid on the right side of the other, edges even, and where it is basted."),
    "backed": form("Figure: {pieces}, each on the wrong side of the piece that it goes behind."),
    "thinned": form("Figure: the edges of {pieces} that are skived, and in section how thin they get."),
    "hemmed": form("Figure: the edges of {pieces} that are hemmed, and in section how far they are turned."),
    "capped": form("Figure: {pieces} folded over the end of the zip's tape, and stitched round."),
    "folded out": form("Figure: the end of the zip's tape, folded outward over the allowance from the notch on."),
    "channelled": form("Figure: the rim with its strip folded up, and in section what is stitched below the seam."),
    "snipped": form("Figure: {pieces}, wrong side up, and where the allowance is clipped."),
    "covered": form("Figure: {pieces} laid over the open side of one part, and that part put into the other one."),
    "framed": form("Figure: in which order the rim is pushed into the frame, and in section how it is held there."),
    "laced": form("Figure: how the cord runs through the eyelets, in and out, and through its lock to the knot."),
    "lidded": form("Figure: {pieces} put over each other, the seam round the lips, and the section sewn and turned."),
    "measured": form("Figure: the edge round the face and the loop unrolled, each with its length."),
    "piped": form("Figure: {pieces}, the piping round its edge, and in section the cord with its stitching."),
    "pleated": form("Figure: {pieces} flat with its folds, and from the side as it is folded to and fro."),
    "pushed in": form("Figure: both strips of the frame pushed through {pieces} from one side, and the hinge's pin."),
    "strapped": form("Figure: in section, the strap through its loop and round the tube."),
    "tipped": form("Figure: {pieces} with the webbing on the right side, and how far it goes beyond the tip."),
    "turned under": form("Figure: the end of the strap in section, flat and turned under."),
    "laid on": form("Figure: {pieces}, where the edge of one is sewn on the other, and in section how it lies."),
    "folded in": form("Figure: the fold of {pieces}, and in section the edge that lies in it, with its stitching."),
    "stiffened": form("Figure: the wrong side of {pieces}, and where the webbing that stiffens the rim is stitched."),
    "webbing": form("Figure: webbing in its place on {pieces}, and where it is stitched, with distances to the edges."),
    "ends on marks": form("Figure: {pieces}, the ends on their marks, and where they are stitched, with distances."),
    "hung": form("Figure: {pieces}, one laid with its edge on the edge of the other, and where it is basted."),
    "spanning": form("Figure: {pieces}, one sewn on the other along its base, and basted along both sides."),
    "lined": form("Figure: where {pieces} are stitched along their lines, with distances to the edges."),
    "boarded": form("Figure: the cover of the board is turned, the board goes in, and its open half is closed."),
    "collared": form("Figure: {pieces}, one put over the rim of the other, and in section the seam all round."),
    "elastic": form("Figure: {pieces} with elastic drawn through its channel, and how wide it is then."),
    "looped": form("Figure: in section, how the strap runs round its bar, and where it is held."),
    "layered": form("Figure: {pieces} turned right side out, and in section where the needle goes."),
    "between": form("Figure: {pieces}, where the marks of the wall and of the strip meet, and the layers in section."),
    "spread": form("Figure: in section, {pieces} folded apart, the wall standing between them."),
    "corded": form("Figure: how the cord runs round the rim, out at both outlets, and through its lock to the knot."),
    "led through": form("Figure: the strap led through the ring in its tab, half of it on either side."),
    "clipped on": form("Figure: the swivel hook in its ring."),
    "linked": form("Figure: the last link of the chain, opened sideways, and the hook that is hung in it."),
    "tube": form("Figure: {pieces} laid flat as a tube, and the seams across its ends."),
    "rim": form("Figure: the shell goes into the lining; in section, the rim as it is sewn and as it is turned."),
    "rim-topstitched": form("Figure: where the rim is topstitched, and how far from its edge."),
    "closed": form("Figure: where the gap is, its allowances turned in, and the seam that closes it."),
}
_WHOLE = form("Figure: the finished bag, and where on it this is.")
_WITHOUT = form("Figure: how it is done.")


def alt(pattern: Pattern, kind: str, operations: Iterable[Operation]) -> Said:
    """That sentence."""
    names = [pattern[each].panel.title.lower() for each in dict.fromkeys(_panels(pattern, operations))]
    if kind not in _FORMS:
        told = _WHOLE if kind == "whole" else _WITHOUT
        return words(told)
    if "{pieces}" not in _FORMS[kind]:
        return words(_FORMS[kind])
    return words(_FORMS[kind], pieces=series(names, ", ")) if names else words(_WITHOUT)


def _panels(pattern: Pattern, operations: Iterable[Operation]) -> Iterator[str]:
    for each in operations:
        yield from (sheet.panel for sheet in each.pieces)
        yield from (where.panel for where in each.on)
        for seam in each.seams:
            yield from (run.panel for run in (*pattern.seams[seam].a, *pattern.seams[seam].b))
