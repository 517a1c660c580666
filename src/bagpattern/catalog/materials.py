"""Materials: what panels are cut from. The facts stand in ``materials.toml``, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Material:
    """A cloth, leather, interfacing or foam; ``thickness`` and ``width`` (as sold) in mm.

    ``least_radius`` is the tightest stitched curve that the material lies down in; ``stiffening`` is the way an
    interfacing is cut: ``full`` to the cutting line, ``stitch`` to the stitching line, or empty for a cloth.
    """

    id: str
    title: str
    thickness: float
    width: float
    least_radius: float
    directional: bool = False
    frays: bool = True
    stiffening: str = ""
    source: str = ""


@cache
def materials() -> Mapping[str, Material]:
    """Every material of the catalogue by its id."""
    return {key: Material(id=key, **row) for key, row in _table("materials.toml").items()}


def cloths() -> tuple[str, ...]:
    """The ids of what shells, linings and straps can be cut from."""
    return tuple(key for key, material in materials().items() if not material.stiffening)


def stiffenings() -> tuple[str, ...]:
    """The ids of interfacings and foams, and ``none``."""
    return ("none", *(key for key, material in materials().items() if material.stiffening))


def _table(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("bagpattern.catalog").joinpath(name).read_text(encoding="utf-8"))
