"""A bag as it is written and told: what is proved can be drawn by every writer, too."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.purposes import PURPOSES
from bagpattern.export import EXPORTERS, Job
from bagpattern.model.pattern import Pattern

_DRAWN_BY = "svg"
"""The writer that stands for all that draw the same."""


def failures(pattern: Pattern) -> Iterator[str]:
    """Every writer that has nothing to say of a bag; one that gives up raises what stopped it."""
    for name in EXPORTERS.names():
        exporter = EXPORTERS.member(name)
        if not exporter.drawn or name == _DRAWN_BY:
            for purpose in PURPOSES.names() if exporter.drawn else ("paper",):
                if not all(exporter().files(Job(pattern, purpose)).values()):
                    yield f"{name} for {purpose} is empty"
