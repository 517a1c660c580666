"""The engines that search for better plans by true shapes, each in a process of its own: see the workers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from bagpattern.values import replace, value


@value
class Engine:
    """One way to search: ``package`` is what it needs, and what its plans name as their engine; ``worker`` runs it."""

    package: str
    worker: str
    ways: tuple[str, ...] = ()
    """What the worker is told beside the job: which of its package's algorithms it runs."""
    for_rectangles: bool = False
    """Whether it fits rectangles exactly, in leaps, while the others shorten every plan little by little."""
    optional: bool = False
    """Whether its package is installed only where somebody wants it."""

    @property
    def command(self) -> tuple[str, ...]:
        """What starts it; nothing is imported from the worker's own folder."""
        return (sys.executable, "-P", str(Path(__file__).parent / self.worker), *self.ways)


_LOCAL = Engine("packingsolver", "packing_worker.py", ("use_local_search_direct_trigonometry",), optional=True)
ENGINES = (
    Engine("spyrrow", "spyrrow_worker.py"),
    _LOCAL,
    replace(_LOCAL, ways=("use_tree_search",), for_rectangles=True),
)
"""packingsolver needs Python 3.12 or newer. Left to itself it runs both of its searches at once, which are judged apart
here."""


def installed() -> Iterator[Engine]:
    """The engines that can be used here."""
    return (engine for engine in ENGINES if not engine.optional or find_spec(engine.package) is not None)
