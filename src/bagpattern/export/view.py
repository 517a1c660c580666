"""The finished bag as fashion flats, in one SVG: what the pattern makes, from all sides."""

from __future__ import annotations

from bagpattern.export import Exporter, Files, Job
from bagpattern.export.svg import svg_text


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
        from bagpattern.sewn.body import sewn

        options = job.options
        wanted = Wanted(options.views, options.style == "colour", options.colourway, options.dimensions)
        drawing = flats(job.pattern, sewn(job.pattern), wanted)
        return {job.name(self.suffix, "view"): svg_text(drawing, options.svg_dpi).encode()}
