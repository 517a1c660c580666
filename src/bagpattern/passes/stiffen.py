"""Stiffening: interfacing for the shell panels of the body, foam for those that stay flat, cut like what they back."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.outline import Side
from bagpattern.geometry.path import Path
from bagpattern.model.colourway import slot_words
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, Task, Verb, done
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.wall import Firmness
from bagpattern.parts.workshop import WADDING, Workshop
from bagpattern.passes.allow import moved_outline, piece
from bagpattern.said import Length
from bagpattern.values import replace
from bagpattern.words import form, sentences, words

_INSIDE = 3.0
"""mm inside its edge at which a stiffening is stitched to its piece [K]."""
_BEHIND = {"interfacing": Firmness.BENT, "foam": Firmness.FLAT}
"""What goes behind the shell, and how firmly a panel stands at least to get it."""
_OUTSIDE = ("shell", "contrast")
_TITLES = {
    "interfacing": form("{piece} interfacing"),
    "foam": form("{piece} foam"),
    "padding": form("{piece} padding"),
    "wadding": form("{piece} wadding"),
}


def stiffen(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with the stiffening pieces that its materials ask for; their panels and tasks are in its draft."""
    panels = tuple(_stiffenings(pattern, shop))
    added = Draft(panels=panels, tasks=tuple(_tasks(panels, shop)))
    return replace(
        pattern, draft=pattern.draft + added, pieces=pattern.pieces + tuple(piece(panel, shop) for panel in panels)
    )


def _tasks(panels: tuple[Panel, ...], shop: Workshop) -> Iterator[Task]:
    """How each stiffening is fixed: fused, held by the seams, or stitched through [construction 7.5]; or quilted."""
    for slot in dict.fromkeys(panel.material for panel in panels):
        of_it = tuple(panel.id for panel in panels if panel.material == slot)
        if slot == WADDING:
            yield Task(words("Quilt"), tuple(_quilting(of_it)))
            continue
        what = words("the shell") if slot in _BEHIND else words("compartments")
        title = words("Back {what} with {slot}", what=what, slot=slot_words(slot))
        yield Task(title, tuple(_fixing(slot, shop, of_it)))


def _quilting(wadding: tuple[str, ...]) -> Iterator[Operation]:
    """Cloth and wadding, both cut larger, quilted and trimmed."""
    laid = words(
        "Lay each wadding piece behind the cloth that it is named after, smooth both from the middle, and baste."
    )
    lines = words("Quilt lines through both, from the middle outward, {50 mm} apart or as you like.")
    yield done(Verb.BASTE, laid, *wadding)
    yield done(Verb.QUILT, lines, *wadding)
    yield done(Verb.TRIM, words("Lay the pattern piece on, trim to its cutting line, and mark it again."), *wadding)


def _fixing(slot: str, shop: Workshop, panels: tuple[str, ...]) -> Iterator[Operation]:
    own, stops = shop.materials[slot], shop.materials[slot].stiffening == "stitch"
    where = words("inside the stitching line") if stops else words("edge to edge")
    laid = words(
        "Lay each {slot} piece on the wrong side of the piece it is named after, {where}.",
        slot=slot_words(slot),
        where=where,
    )
    behind = "shell" if slot in _BEHIND else "lining"
    if own.fusible and shop.materials[behind].iron not in ("no", "cool"):
        yield done(Verb.FUSE, sentences(laid, words("Fuse it with the iron.")), *panels, heat=True)
    elif stops:
        yield done(Verb.BASTE, sentences(laid, words("Hold it with spray glue or long stitches.")), *panels)
        inside = words("Stitch it to the piece, {beside} inside its own edge, all round.", beside=Length(_INSIDE))
        yield done(Verb.QUILT, inside, *panels, beside=_INSIDE)
    else:
        yield done(
            Verb.BASTE, sentences(laid, words("Baste it inside the allowance; the seams will hold it.")), *panels
        )


def _stiffenings(pattern: Pattern, shop: Workshop) -> Iterator[Panel]:
    outside = (each for each in pattern.pieces if each.panel.role is Role.BODY and each.panel.material in _OUTSIDE)
    backed = tuple(outside)
    for slot, least in _BEHIND.items():
        for host in backed:
            if slot in shop.materials and host.panel.firmness >= least and not (host.rough and slot == "interfacing"):
                yield _behind(host, slot, shop)
    for host in pattern.pieces:
        if host.rough is not None:
            yield replace(_backing(host, WADDING, host.rough), same_as=host.id)
        slot = host.panel.backing
        if slot in shop.materials:
            yield _behind(host, slot, shop)


def _behind(host: Piece, slot: str, shop: Workshop) -> Panel:
    """The panel of *slot* behind *host*: it stops at the stitching line, or reaches the cutting line."""
    if shop.materials[slot].stiffening == "stitch":
        return _backing(host, slot, _inside_stitching(host.panel))
    return replace(_backing(host, slot, host.cutting_path), same_as=host.id)


def _backing(host: Piece, slot: str, outline: Path) -> Panel:
    return Panel(
        id=f"{host.id}-{slot}",
        title=words(_TITLES[slot], piece=host.panel.title.lower()).capitalize(),
        material=slot,
        role=Role.STIFFENING,
        edges=(Edge("outline", outline, Finish.RAW, allowance=0.0),),
        count=host.panel.count,
        mirrored=host.panel.mirrored,
        grain=host.panel.grain,
        facets=host.panel.facets,
        stiffens=host.id,
    )


def _inside_stitching(panel: Panel) -> Path:
    """Where the needle goes round *panel*: its outline, but beside a zip half the zip's visible width inside."""
    return moved_outline([Side(edge.path, -edge.zip / 2) for edge in panel.edges])
