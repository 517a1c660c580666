"""A bag as it is written and told: what is proved can be drawn by every writer, too."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.purposes import PURPOSES
from bagpattern.errors import InputError
from bagpattern.export import EXPORTERS, Job
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options

_DRAWN_BY = "svg"
"""The writer that stands for all that draw the same."""


def failures(pattern: Pattern) -> Iterator[str]:
    """Every writer that has nothing to say of a bag; one that gives up raises what stopped it."""
    for name in EXPORTERS.names():
        exporter = EXPORTERS.member(name)
        if not exporter.drawn or name == _DRAWN_BY:
            for purpose in PURPOSES.names() if exporter.drawn else ("paper",):
                if not all(exporter().files(_fitting(pattern, purpose)).values()):
                    yield f"{name} for {purpose} is empty"


def _fitting(pattern: Pattern, purpose: str) -> Job:
    """The bag on the usual sheet, or on the roll that is proposed where a piece is larger than that."""
    job = Job(pattern, purpose)
    try:
        assert job.drawings
    except InputError as error:
        (problem,) = error.problems
        if problem.key != "paper" or "a roll" not in str(problem):
            raise
        return Job(pattern, purpose, Options(paper="roll:152cm"))
    return job
