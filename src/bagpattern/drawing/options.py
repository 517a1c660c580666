"""What one may wish of an output, beside its format and purpose: each wish is declared here once, with its default.

The command line has an option of each name; a purpose or an exporter names those that it ``reads``, and an option that
nothing reads is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.layout.saved import Kept


@value
class Options:
    """``paper`` is a name or a size as ``layout.pages.paper`` reads it, or ``full``: one sheet as large as needed.

    Cutters: ``colours`` as in 'cut=#ff0000, notch=none'; without ``allowance`` pieces are cut on the stitching line;
    ``kerf`` is what the beam burns away, in mm; one file ``per`` material or piece.
    ``svg_dpi`` 72 or 96 counts in pixels. ``dxf_version`` is r2010 or r12; ``dxf_arcs`` keeps arcs as arcs.

    ``rectangles`` says whether plain rectangles are drawn (``draw``) or told by the cut list (``list``); None draws
    them on one sheet and lists them on pages. ``margin`` (mm) stays white on every page; pages repeat ``overlap`` mm of
    their neighbours; ``bleed`` lets lines run on into the margin, which helps gluing.
    With ``one_grid_per_piece`` no page shows parts of two pieces: each large piece has pages of its own.
    ``font`` is a TrueType file for letters that the font of a PDF lacks. ``layers`` names those that are drawn, as in
    'cut, marks'; empty are all.
    ``plan`` holds lay plans that were kept, for where they are shorter than the quick ones.
    ``colourway`` names the only one to draw, of those that a preset has.
    """

    paper: str = "full"
    rectangles: str | None = None
    margin: float = 10.0
    overlap: float = 0.0
    bleed: bool = False
    one_grid_per_piece: bool = False
    layers: str = ""
    font: str | None = None
    plan: Kept | None = None
    colourway: str | None = None
    colours: str = ""
    allowance: bool = True
    kerf: float = 0.0
    per: str = "material"
    svg_dpi: str = "0"
    dxf_version: str = "r2010"
    dxf_arcs: bool = False
