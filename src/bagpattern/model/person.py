"""Who carries a bag, as far as its pictures need to know."""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """``height`` in mm; ``usual`` where nothing was said of it, and it is that of a usual adult."""

    height: float
    usual: bool
