"""What is no cloth, and how it looks: webbing, zips, metal, cord, thread. The facts stand in ``stuffs.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bagpattern.catalog.materials import Weave
from bagpattern.catalog.shelf import Shelf
from bagpattern.values import value


@value
class Substance:
    """What bought things are made of; ``colours`` ('#5c4a38'): the first on a bag that is not dark, the last on one."""

    id: str
    colours: tuple[str, ...]
    roughness: float
    metallic: float
    weave: Weave
    source: str


def _substance(name: str, kind: str, row: dict[str, Any]) -> Substance:
    row["colours"], row["weave"] = tuple(row["colours"]), Weave(row["weave"])
    return Substance(name, **row)


_SUBSTANCES = Shelf("stuffs.toml", _substance)


def substances() -> Mapping[str, Substance]:
    """Everything that bought things are made of, by its id."""
    return _SUBSTANCES
