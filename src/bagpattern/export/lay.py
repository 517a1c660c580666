"""The lay plans as SVG beside the pattern: what ``--for lay`` draws, whatever the other formats show."""

from __future__ import annotations

from bagpattern.drawing.purposes import PURPOSES
from bagpattern.export import Exporter, Files, Job
from bagpattern.export.svg import svg_text


class LayFiles(Exporter):
    """One SVG a material: its cloth from above, to scale, with every piece."""

    title = "lay plans, to cut by"
    suffix = "svg"
    drawn = False
    nests = False
    reads = ("plan",)

    def files(self, job: Job) -> Files:
        """Each plan as UTF-8 text. Raises InputError, naming the pieces, when a cloth is too narrow."""
        drawings = PURPOSES.member("lay")().draw(job.pattern, job.options)
        return {job.name(self.suffix, part): svg_text(each).encode() for part, each in drawings.items()}
