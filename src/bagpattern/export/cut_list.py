"""The cut list as Markdown, grouped by material."""

from __future__ import annotations

from bagpattern.export import Exporter, Files, Job
from bagpattern.export._cutting import cut_list_text
from bagpattern.layout.plans import possible_lays


class CutList(Exporter):
    """Every piece with its cut size and finished size, and the strips that rectangles are cut from."""

    title = "cut list by material, with strips"
    suffix = "md"
    drawn = False
    nests = False

    def files(self, job: Job) -> Files:
        """One file. Strips are told of those materials that are sold wide enough."""
        text = cut_list_text(job.pattern, possible_lays(job.pattern)[0])
        return {job.name(self.suffix, "cut-list"): text.encode()}
