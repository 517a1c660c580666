"""The finished bag as fashion flats, in one SVG: what the pattern makes, from all sides."""

from __future__ import annotations

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
    reads = ("views", "style", "colourway", "dimensions", "svg_dpi")

    def files(self, job: Job) -> Files:
        """One file, UTF-8 text. Raises InputError for a view or a colourway that there is not."""
        from bagpattern.drawing.views.sheet import Wanted, flats

        options = job.options
        wanted = Wanted(options.views, options.style == "colour", options.colourway, options.dimensions)
        drawing = flats(job.pattern, job.pattern.sewn(), wanted)
        return {job.name(self.suffix, "view"): svg_text(drawing, options.svg_dpi).encode()}


def view_text(pattern: Pattern, name: str, style: str, colourway: str | None) -> str:
    """One view as SVG text. Raises InputError for a view, a style or a colourway that there is not."""
    from bagpattern.drawing.views.camera import camera
    from bagpattern.drawing.views.sheet import Wanted, one_flat

    coloured = Options(style=style).style == "colour"
    seen = camera(name)
    return svg_text(one_flat(pattern, pattern.sewn(seen.opened), name, seen, Wanted((), coloured, colourway)))
