"""The formats that a pattern can be written in: one exporter per file, found by file name."""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.export._exporter import EXPORTERS, Exporter, Files, Job

__all__ = ["EXPORTERS", "Exporter", "Files", "Job", "rendered"]


def rendered(job: Job, formats: Iterable[str]) -> Files:
    """Every file of the job in these formats, in memory. Raises InputError when an option cannot be used."""
    return {name: content for each in formats for name, content in EXPORTERS.member(each)().files(job).items()}
