"""The engines that search for better plans by true shapes, each in a process of its own: see the workers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec

from bagpattern.values import value


@value
class Engine:
    """One way to search: ``package`` is what it needs, and what its plans name as their engine."""

    package: str
    worker: tuple[str, ...]
    """What Python is to run, and which of the package's algorithms that is told to use."""
    for_rectangles: bool = False
    """Whether it fits rectangles exactly, in leaps, while the others shorten every plan little by little."""
    optional: bool = False
    """Whether its package is installed only where somebody wants it."""

    @property
    def command(self) -> tuple[str, ...]:
        """What starts it; nothing is imported from where it is started."""
        return (sys.executable, "-P", *self.worker)


_PACKING = ("-m", "bagpattern.layout.engines.packing_worker")
ENGINES = (
    Engine("spyrrow", ("-m", "bagpattern.layout.engines.spyrrow_worker")),
    Engine("packingsolver", (*_PACKING, "use_local_search_direct_trigonometry"), optional=True),
    Engine("packingsolver", (*_PACKING, "use_tree_search"), for_rectangles=True, optional=True),
)
"""packingsolver needs Python 3.12 or newer. Left to itself it runs both of its searches at once, which are judged apart
here."""


def installed() -> Iterator[Engine]:
    """The engines that can be used here."""
    return (engine for engine in ENGINES if not engine.optional or find_spec(engine.package) is not None)
