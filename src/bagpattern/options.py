"""What one may wish of an output, beside its format and purpose: each wish is declared here once.

The command line, the library and a page read these declarations: kind, default, limits, help. A purpose or an exporter
names those that it ``reads``, and an option that nothing reads is refused.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.parameter import Parameter
from bagpattern.parameters import choice, declarations, extended, flag, measure, number_choice, remark, several, text
from bagpattern.said import Length
from bagpattern.units import METRIC, Units
from bagpattern.values import value
from bagpattern.words import form, words

if TYPE_CHECKING:
    from bagpattern.layout.saved import Kept


@value
class Wish(Parameter):
    """A declared option, which may have more to tell than a part's parameter, and be of a further ``kind``: file.

    Its text is printed nowhere, so it may be any; whoever reads the option says what it cannot be.
    """

    placeholder: str = ""
    """The word that stands for the value in help: PAPER."""
    unsaid: str = ""
    """What holds when the option is left out and has no default."""
    beyond: str = ""
    """How a length beyond its limits is refused, where there is more to say than the limit."""
    or_none: bool = False
    """Whether there may be none of it, which is written so, and is settled as 0: a length of nothing is refused."""
    opened: Callable[[Any], Any] | None = None
    """Reads a file of which the content is wanted, not the name."""

    def read(self, value: Any) -> Any:
        """The value that is meant. Raises ValueError."""
        return 0.0 if self.or_none and value == NONE else super().read(value)

    def write(self, value: Any, units: Units = METRIC) -> Any:
        """The value as it is given."""
        return NONE if self.or_none and value == 0 else super().write(value, units)

    def _read_text(self, value: Any) -> str:
        if not isinstance(value, str):
            return super()._read_text(value)
        return value

    def _read_file(self, value: Any) -> Any:
        return self.opened(value) if self.opened else file_name(value)

    def _within(self, value: float) -> float:
        try:
            return super()._within(value)
        except ValueError:
            if not self.beyond:
                raise
            told = {"given": value, "least": self.least or 0.0, "most": self.most or 0.0}
            shown = {name: Length(each) for name, each in told.items() if f"{{{name}}}" in self.beyond}
            raise ValueError(words(self.beyond, **shown)) from None


def _wish(declared: Any, **more: Any) -> Any:
    return extended(declared, Wish, **more)


def _file(help_text: str, **more: Any) -> Any:
    """A file that may be left out."""
    return _wish(remark(help_text), kind="file", **more)


def file_name(given: Any) -> str:
    """The name of a file, as text. Raises ValueError for anything else."""
    if not isinstance(given, str | PathLike) or not fspath(given):
        raise ValueError(words("must be the name of a file, not {given}", given=quoted(given)))
    return str(fspath(given))


def _kept(given: Any) -> Kept:
    """What a plan file keeps; whoever has read it before may give that. Raises InputError when it cannot be read."""
    from bagpattern.layout.own_files import LARGEST_PLAN, read_text
    from bagpattern.layout.saved import Kept

    if isinstance(given, Kept):
        return given
    path = file_name(given)
    return Kept(read_text(Path(path), LARGEST_PLAN), path)


NONE = "none"
PIXELS = (72, 96)
"""Pixels on an inch, as programs count that ignore mm."""
FULL = "full"
"""The paper that is as large as needed."""
COLOURS = {
    "cut": "#ff0000",
    "slit": "#0000ff",
    "drill": "#ff00ff",
    "notch": "#00ff00",
    "placement": "#000000",
    "square": "#ff8000",
}
"""The roles that are cut, in colours that cutters' programs keep apart; other roles are left out unless asked for."""
OTHERS = ("box", "fold", "fold-back", "stitch", "topstitch", "skive")
ENGRAVED = "engrave", "#00a0ff"
"""The role of names that are engraved, which is drawn where that is wished, and its colour."""


@value
class Options:
    """Every wish, settled. Raises InputError, with the option's name as key, for all that are beyond their limits.

    ``paper`` is a name or a size as ``layout.paper.pages`` reads it; ``margin``, ``overlap``, ``measured`` and
    ``kerf`` are mm; ``colours`` are as in 'cut=#ff0000', 'notch=none'. ``plan`` holds lay plans that were kept, for
    where they are shorter than the quick ones.
    """

    paper: str = _wish(
        text(
            FULL,
            "What the drawing is printed on: full (one sheet as large as needed), a4, letter, a3, a0, or a size such "
            "as 60x90cm; on pages it is a PDF unless a format is asked for. Several with commas.",
        ),
        placeholder="PAPER",
    )
    rectangles: str | None = _wish(
        choice(
            None,
            ("draw", "list"),
            "Draw plain rectangles, or leave them to the cut list, which tells their size and marks.",
        ),
        unsaid="draw on one sheet, list on pages",
    )
    margin: float = _wish(
        measure("10 mm", "5 mm", "25 mm", "White rim of pages."),
        beyond=form(
            "a margin of {given} cannot be used: at least {least}, which a printer leaves white, at most {most}"
        ),
    )
    overlap: float = _wish(
        measure("0 mm", "0 mm", "25 mm", "How much pages repeat of their neighbours on the right and below."),
        beyond=form("an overlap of {given} cannot be used: at most {most}"),
    )
    measured: float = _wish(
        measure(
            "100 mm",
            "95 mm",
            "105 mm",
            "What 100 mm of the test squares came out as, by your ruler: pages are drawn to make it 100.",
        ),
        beyond=form(
            "a printer that makes {given} of {100 mm} is not off, it scales: print at 100 %, not to fit the page"
        ),
    )
    bleed: bool = flag(False, "Let lines run on into the margin, which helps gluing.")
    one_grid_per_piece: bool = flag(
        False, "Give each piece that is larger than a page pages of its own; small ones share pages, whole."
    )
    layers: tuple[str, ...] = _wish(
        several("Draw only these: info, cut, stitch, marks, text, test-squares, page."),
        placeholder="LAYER,...",
        unsaid="all",
    )
    font: str | None = _file("A TrueType font for letters that the PDF's own lacks, such as kanji.")
    plan: Kept | None = _file(
        "Lay plans that bagpattern lay kept, where they are better than the quick ones.",
        unsaid="ID-plan.json in the folder that is written to, if it is there",
        opened=_kept,
    )
    colourway: str | None = _wish(remark("Colourways, view: draw this one alone."), placeholder="NAME", unsaid="all")
    colours: tuple[str, ...] = _wish(
        several(
            f"Cutter: the colour of {', '.join((*COLOURS, *OTHERS, ENGRAVED[0]))}: cut=#000000,notch=none. Square is "
            "the check mark."
        ),
        placeholder="ROLE=COLOUR,...",
    )
    allowance: bool = flag(True, "Cutter: with seam allowances, or on the stitching line (leather).")
    no_allowance_for: tuple[str, ...] = _wish(
        several(
            "Cutter: pieces of these materials on the stitching line, those of others with their allowances: shell."
        ),
        placeholder="SLOT,...",
    )
    kerf: float = _wish(
        measure("0 mm", "0 mm", "3 mm", "Cutter: what the beam burns away, such as 0.15mm."),
        beyond="a beam burns 0 to {most}, not {given}",
    )
    holes: float = _wish(
        measure("0 mm", "2 mm", "10 mm", "Cutter: stitching holes so far apart, in what does not fray (leather)."),
        unsaid="none",
        or_none=True,
        beyond="stitching holes are {least} to {most} apart, not {given}",
    )
    """Irons finer than the least tear leather [K]."""
    engrave: bool = flag(False, "Cutter: the number and the name of each piece, in an allowance, to be engraved.")
    views: tuple[str, ...] = _wish(
        several(
            "View: draw only these: front, side, back, three-quarter, open; carried (on its wearer), holds (beside "
            "what it holds)."
        ),
        placeholder="VIEW,...",
        unsaid="all",
    )
    carry: str | None = _wish(
        remark("View, glb: the straps as for this way to carry it: backpack, crossbody, shoulder, chest, hip, hand."),
        placeholder="WAY",
        unsaid="its usual one; carried, every one",
    )
    style: str = choice("line", ("line", "colour"), "View: black and white, or in the colours of the bag.")
    dimensions: bool = flag(True, "View: with the sizes of the finished bag.")
    imposed: bool = flag(False, "Booklet: two pages on a side, in the order for folding and stapling.")
    large: bool = flag(False, "Booklet, steps: letters of 24 points in one column, and everything in words.")
    figures: bool = flag(True, "Pages: with a figure of each step.")
    link: str | None = _wish(
        remark("Pages: an address as a QR code on the cover, such as the designer's link to this bag."),
        placeholder="URL",
    )
    per: str = choice("material", ("material", "piece"), "Cutter: one file for each.")
    svg_dpi: int = number_choice(0, (0, *PIXELS), "SVG in pixels of that size, for programs that ignore mm.")
    roll: float = _wish(
        measure(
            "0 mm",
            "10 cm",
            "3 m",
            "HPGL: the width of your plotter's roll; what is wider is turned, or split into strips.",
        ),
        unsaid="none: what is larger than old plotters reach, 819 mm, is split",
        or_none=True,
        beyond="no roll is {given} wide: from {least} to {most}",
    )
    dxf_version: str = choice("r2010", ("r2010", "r12"), "DXF: its version.")
    dxf_arcs: bool = flag(False, "DXF: arcs as arcs (bulges), not as short lines.")

    def __post_init__(self) -> None:
        _read({name: getattr(self, name) for name in wishes()}, _held)


@cache
def wishes() -> Mapping[str, Wish]:
    """The declaration of every option by its name."""
    declared = ((name, each) for name, each in declarations(Options).items() if isinstance(each, Parameter))
    return {name: each if isinstance(each, Wish) else Wish(**vars(each)) for name, each in declared}


def read_options(given: Mapping[str, Any]) -> Options:
    """The options of what is given by name: text as a command line has it, or values, such as ``svg_dpi=96``.

    Lengths have their unit. Raises InputError, with the option's name as key, for everything that is wrong.
    """
    return Options(**_read(given, _understood))


def _read(given: Mapping[str, Any], reading: Callable[[Wish, Any], Any]) -> dict[str, Any]:
    """Every option as one reads it. Raises InputError for all that cannot be read."""
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, each in given.items():
        try:
            wish = _wish_called(name)
            read[name] = None if each is None and wish.default is None else reading(wish, each)
        except ValueError as error:
            problems.append(Problem(name, error.args[0]))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return read


def _wish_called(name: str) -> Wish:
    if name not in wishes():
        raise ValueError(words("there is no such option{advice}", advice=did_you_mean(name, wishes())))
    return wishes()[name]


def _understood(declared: Wish, given: Any) -> Any:
    """What is given as text or as a value. Raises ValueError or, of a file, InputError."""
    return declared.read(declared.typed(given) if isinstance(given, str) else given)


def _held(declared: Wish, settled: Any) -> Any:
    """A settled value; lengths are mm. Raises ValueError for what the option cannot be."""
    if declared.kind != "length":
        return declared.read(settled)
    if isinstance(settled, bool) or not isinstance(settled, int | float) or not math.isfinite(settled):
        raise ValueError(words("is a number of mm here, not {settled}", settled=quoted(settled)))
    return declared.read(declared.write(float(settled)))
