"""Sewing patterns for bags from short preset files, with the proof that they can be sewn.

    import bagpattern

    pattern = bagpattern.make("mini-backpack", {"dimensions.depth": "12 cm"})
    pattern["front"].cutting_line
    bagpattern.write_svg(pattern, "bag.svg")

Importing the package reads no file and imports no module of it: each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bagpattern.contents_fit import Fit, Place, fit
    from bagpattern.errors import BagpatternError, InputError, PatternError, Problem
    from bagpattern.export._lays import lay
    from bagpattern.export.svg import write_svg
    from bagpattern.model.pattern import Finding, Pattern, Severity
    from bagpattern.pipeline import draft, make
    from bagpattern.preset import Preset, preset_names, read

__version__ = "0.1.0"

_HOMES = {
    "BagpatternError": "bagpattern.errors",
    "Finding": "bagpattern.model.pattern",
    "Fit": "bagpattern.contents_fit",
    "InputError": "bagpattern.errors",
    "Pattern": "bagpattern.model.pattern",
    "PatternError": "bagpattern.errors",
    "Place": "bagpattern.contents_fit",
    "Preset": "bagpattern.preset",
    "Problem": "bagpattern.errors",
    "Severity": "bagpattern.model.pattern",
    "draft": "bagpattern.pipeline",
    "fit": "bagpattern.contents_fit",
    "lay": "bagpattern.export._lays",
    "make": "bagpattern.pipeline",
    "preset_names": "bagpattern.preset",
    "read": "bagpattern.preset",
    "write_svg": "bagpattern.export.svg",
}

__all__ = [
    "BagpatternError",
    "Finding",
    "Fit",
    "InputError",
    "Pattern",
    "PatternError",
    "Place",
    "Preset",
    "Problem",
    "Severity",
    "__version__",
    "draft",
    "fit",
    "lay",
    "make",
    "preset_names",
    "read",
    "write_svg",
]


if not TYPE_CHECKING:  # a type checker is to know the names above, and to refuse all others

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
