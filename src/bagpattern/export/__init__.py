"""The formats that a pattern can be written in: one exporter per file, found by file name."""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.export._exporter import EXPORTERS, Exporter, Files, Job

__all__ = ["EXPORTERS", "Exporter", "Files", "Job", "rendered"]


def rendered(job: Job, formats: Iterable[str]) -> Files:
    """Every file of the job in these formats, in memory. Raises InputError when an option cannot be used.

    A format of facts has files for each size.
    """
    files: Files = {}
    for exporter in (EXPORTERS.member(each)() for each in formats):
        for one in [job] if exporter.nests or not job.others else job.alone:
            files |= exporter.files(one)
    return files
