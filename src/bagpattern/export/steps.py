"""The making as one page for a browser: every step with its figures and words; no script, nothing to fetch."""

from __future__ import annotations

from bagpattern.export import Exporter, Files, Job


class Steps(Exporter):
    """One HTML page that prints well and reads well aloud."""

    title = "the making with its figures, as a page"
    suffix = "html"
    drawn = False
    nests = False
    reads = ("large",)

    def files(self, job: Job) -> Files:
        """The one file."""
        from bagpattern.export._page import page  # what it shows needs numpy

        return {job.name(self.suffix, "steps"): page(job.pattern, job.options.large).encode()}
