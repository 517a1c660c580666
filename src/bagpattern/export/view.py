"""The finished bag as fashion flats, in one SVG: what the pattern makes, from all sides."""

from __future__ import annotations

from bagpattern.drawing.model import Drawing
from bagpattern.export import Exporter, Files, Job
from bagpattern.export.svg import svg_text
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options


class View(Exporter):
    """One sheet: front, side, back, three-quarter and from above, at one scale."""

    title = "the finished bag, as it looks"
    suffix = "svg"
    drawn = False
    nests = False
    reads = ("views", "style", "colourway", "carry", "dimensions", "svg_dpi")

    def files(self, job: Job) -> Files:
        """One file, UTF-8 text. Raises InputError for a view, a colourway or a way to carry it that there is not."""
        from bagpattern.drawing.views.sheet import Wanted, flats

        options = job.options
        way = None if options.carry is None else job.pattern.way(options.carry)
        wanted = Wanted(options.views, options.style == "colour", options.colourway, options.dimensions, way)
        drawing = flats(job.pattern, job.pattern.sewn(options.carry), wanted)
        return {job.name(self.suffix, "view"): svg_text(drawing, options.svg_dpi).encode()}


def view_text(pattern: Pattern, name: str, style: str, colourway: str | None, carry: str | None = None) -> str:
    """One view as SVG text. Raises InputError for a view, a style, a colourway or a way that there is not."""
    return svg_text(view_drawing(pattern, name, style, colourway, carry))


def view_drawing(pattern: Pattern, name: str, style: str, colourway: str | None, carry: str | None = None) -> Drawing:
    """One view alone. Raises InputError for a view, a style, a colourway or a way that there is not."""
    from bagpattern.drawing.views.aimed import aimed
    from bagpattern.drawing.views.camera import COMPANY, camera
    from bagpattern.drawing.views.sheet import Wanted, company_alone, one_flat

    coloured = Options(style=style).style == "colour"
    wanted = Wanted((), coloured, colourway, carry=None if carry is None else pattern.way(carry))
    if name in COMPANY:
        return company_alone(pattern, pattern.sewn(), name, wanted)
    seen = aimed(camera(name), pattern.draft)
    return one_flat(pattern, pattern.sewn(carry, seen.opened), name, seen, wanted)
