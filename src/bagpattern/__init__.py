"""Sewing patterns for bags from short preset files, with the proof that they can be sewn.

    import bagpattern

    pattern = bagpattern.make("mini-backpack", {"dimensions.depth": "12 cm"})
    pattern["back"].cutting_line
    bagpattern.files(pattern, "pdf,json", paper="a4")

Importing the package reads no file and imports no module of it: each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "errors": "BagpatternError InputError PatternError Problem",
    "said": "Said",
    "language": "Teller",
    "catalog.materials": "Material",
    "model.edge": "Edge",
    "model.marks": "Line",
    "model.panel": "Panel",
    "model.piece": "Piece",
    "model.seam": "Run Seam",
    "model.notion": "Notion",
    "model.operation": "Operation Sheet Side Task Verb Where",
    "model.pattern": "CutRow Finding Finished Pattern Severity",
    "model.step": "NumberedStep Step",
    "preset": "Preset preset_names read",
    "pipeline": "draft make",
    "own_parts": "use",
    "contents_fit": "Fit Place fit",
    "laying": "LayPlan lay",
    "ranges.running": "Outcome Refusal make_range",
    "library": "files svg",
    "export.svg": "write_svg",
}
"""The public names, each kept here and at its home; what a type checker reads below is held to this by a test."""

_PUBLIC = {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(("__version__", *_PUBLIC))  # noqa: PLE0605

if TYPE_CHECKING:  # a type checker is to know these names, and to refuse all others
    from bagpattern.catalog.materials import Material as Material
    from bagpattern.contents_fit import Fit as Fit
    from bagpattern.contents_fit import Place as Place
    from bagpattern.contents_fit import fit as fit
    from bagpattern.errors import BagpatternError as BagpatternError
    from bagpattern.errors import InputError as InputError
    from bagpattern.errors import PatternError as PatternError
    from bagpattern.errors import Problem as Problem
    from bagpattern.export.svg import write_svg as write_svg
    from bagpattern.language import Teller as Teller
    from bagpattern.laying import LayPlan as LayPlan
    from bagpattern.laying import lay as lay
    from bagpattern.library import files as files
    from bagpattern.library import svg as svg
    from bagpattern.model.edge import Edge as Edge
    from bagpattern.model.marks import Line as Line
    from bagpattern.model.notion import Notion as Notion
    from bagpattern.model.operation import Operation as Operation
    from bagpattern.model.operation import Sheet as Sheet
    from bagpattern.model.operation import Side as Side
    from bagpattern.model.operation import Task as Task
    from bagpattern.model.operation import Verb as Verb
    from bagpattern.model.operation import Where as Where
    from bagpattern.model.panel import Panel as Panel
    from bagpattern.model.pattern import CutRow as CutRow
    from bagpattern.model.pattern import Finding as Finding
    from bagpattern.model.pattern import Finished as Finished
    from bagpattern.model.pattern import Pattern as Pattern
    from bagpattern.model.pattern import Severity as Severity
    from bagpattern.model.piece import Piece as Piece
    from bagpattern.model.seam import Run as Run
    from bagpattern.model.seam import Seam as Seam
    from bagpattern.model.step import NumberedStep as NumberedStep
    from bagpattern.model.step import Step as Step
    from bagpattern.own_parts import use as use
    from bagpattern.pipeline import draft as draft
    from bagpattern.pipeline import make as make
    from bagpattern.preset import Preset as Preset
    from bagpattern.preset import preset_names as preset_names
    from bagpattern.preset import read as read
    from bagpattern.ranges.running import Outcome as Outcome
    from bagpattern.ranges.running import Refusal as Refusal
    from bagpattern.ranges.running import make_range as make_range
    from bagpattern.said import Said as Said
else:

    def __getattr__(name: str) -> object:
        if name not in _PUBLIC:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_PUBLIC[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
