"""A pattern: the finished document, not yet on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, NamedTuple

from bagpattern.catalog.materials import Material
from bagpattern.errors import InputError, Problem, named, quoted
from bagpattern.language import ENGLISH, PLAIN, Teller
from bagpattern.model.colourway import Colourway, colours_of
from bagpattern.model.draft import Draft
from bagpattern.model.key import content_key
from bagpattern.model.named import Named, unknown
from bagpattern.model.notion import Notion
from bagpattern.model.person import Person
from bagpattern.model.piece import Piece
from bagpattern.model.publisher import Publisher, signed
from bagpattern.model.seam import Seam
from bagpattern.model.shown import sewn_for, sewn_open, shown, viewed
from bagpattern.model.step import NumberedStep
from bagpattern.model.strap import Way
from bagpattern.registry import content
from bagpattern.said import NOTHING, Called, Lengths, Name, Said, Scale
from bagpattern.units import Units
from bagpattern.values import once, value
from bagpattern.words import extent, words


class Severity(StrEnum):
    """An error stops the export; a warning is printed and travels with the pattern."""

    ERROR = "error"
    WARNING = "warning"


_SEVERITIES = {Severity.ERROR: words("error"), Severity.WARNING: words("warning")}


@value
class Finding:
    """What a check found: its code, how grave, on what, and a message with the figures."""

    code: str
    severity: Severity
    subject: str
    message: Said

    def __str__(self) -> str:
        return self.told(PLAIN)

    def told(self, tell: Callable[[Said], str]) -> str:
        """The whole of it in one line."""
        return f"{self.code} {tell(_SEVERITIES[self.severity])}: {self.subject}: {tell(self.message)}"


class Where(StrEnum):
    """Where on the finished bag a size is measured."""

    BASE = "at the base"
    RIM = "at the rim"
    WIDEST = "at the widest"
    """From side to side of what is seen from the front, or of an end."""
    THROUGHOUT = "throughout"
    """The same everywhere: the depth of a band or of a box."""
    SIDE = "up the side"
    """Along a side that leans."""
    UPRIGHT = "upright"
    """From the base to the rim, or to the highest place of a closed top."""
    ROLLED = "rolled down"
    """Upright, with the rim rolled down as it is closed."""
    FOLDED = "folded down"
    """Upright, with the rim folded down as it is closed."""
    DRAWN = "drawn together"
    """Upright, without the wall that closes the mouth."""
    FLAT = "laid flat"
    """Empty, on a table."""
    CLOTH = "along the cloth"
    """By a tape that follows it: darts make a cup of it, which lies nowhere flat."""


class Measured(NamedTuple):
    """Where each size of a bag is measured."""

    width: Where
    height: Where
    depth: Where


@value
class Finished:
    """The bag as worn, on the stitching line: mm, and litres.

    ``because`` says, line by line, why it is that size where that follows from what it is to hold; ``measured`` where
    each size is taken. ``fullness`` is the share of its volume to which it is meant to be filled: a flat bag holds the
    whole only when it bulges to a pillow.
    """

    width: float
    height: float
    depth: float
    volume: float
    because: tuple[Said, ...] = ()
    measured: Measured | None = None
    fullness: float = 1.0

    def seen(self, times: str = " x ") -> Lengths:
        """Width, height and depth, without the 0 of a flat bag: '22 x 26 x 11 cm', '26 x 15 cm'."""
        return extent(self.width, self.height, *([self.depth] if self.depth else []), scale=Scale.CM, times=times)


@value
class CutRow:
    """One row of the cut list; sizes in mm, allowance included."""

    piece: str
    number: int
    title: Said
    material: str
    count: int
    mirrored: int
    width: float
    height: float
    shape: str


@value
class Pattern:
    """All pieces, seams, notions, steps and findings; ``settings`` is the resolved preset, complete.

    ``stuck`` says why its operations cannot be done in any order, of a pattern that cannot be made.
    ``pattern["front"]`` is the piece of that id, and ``list(pattern)`` are the ids. In a notebook it draws itself.
    """

    name: str
    preset: str
    style: str
    settings: Mapping[str, Any]
    finished: Finished
    materials: tuple[Material, ...]
    draft: Draft
    pieces: tuple[Piece, ...] = ()
    cut_list: tuple[CutRow, ...] = ()
    steps: tuple[NumberedStep, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    colourways: tuple[Colourway, ...] = ()
    publisher: Publisher = field(default_factory=Publisher)
    stuck: Said = NOTHING
    wearer: Person | None = None
    """Who carries the bag; None where its style does not know."""

    @property
    def signed(self) -> str:
        """Its name with its publisher's, as it stands at the foot of pages."""
        return signed(self.title, self.publisher)

    @property
    def title(self) -> str:
        """Its name as it is told: that of a shipped preset in the maker's language."""
        return self.tell(Called(self.name))

    @once
    def _pieces(self) -> dict[str, Piece]:
        return {piece.id: piece for piece in self.pieces}

    def __getitem__(self, piece_id: str) -> Piece:
        """The piece of that id. Raises KeyError, with what may be meant, when there is none."""
        try:
            return self._pieces[piece_id]
        except KeyError:
            raise unknown(str(piece_id), self._pieces) from None

    def __contains__(self, piece_id: object) -> bool:
        """Whether there is a piece of that id."""
        return piece_id in self._pieces

    def __iter__(self) -> Iterator[str]:
        """The ids of its pieces, in the order of the list of pieces."""
        return iter(self._pieces)

    def __repr__(self) -> str:
        size = " x ".join(f"{each:g}" for each in (self.finished.width, self.finished.height, self.finished.depth))
        held = f"{len(self.pieces)} pieces, {len(self.seams)} seams, {len(self.findings)} findings"
        return f"<Pattern {self.preset!r} of style {self.style!r}: {size} mm, {held}>"

    def _repr_svg_(self) -> str:
        return shown(self)

    def sewn(self, carry: str | None = None, opened: bool = False) -> Any:
        """The bag that it makes, glued along its seams and filled: a ``SewnBag``, with surfaces, lines and sizes.

        *carry* is one of its ``ways``: its straps are clipped on for that. Raises InputError for others. *opened*, its
        zips are open, its flap is back, its roll undone and its cord let out, so that one looks into it.
        """
        way = None if carry is None else self.way(carry)
        return (sewn_open if opened else sewn_for)(self, way)

    def view(
        self,
        name: str = "three-quarter",
        style: str = "colour",
        colourway: str | None = None,
        carry: str | None = None,
    ) -> str:
        """The bag that it makes as SVG text: from the front, side, back, three-quarter or open, in line or colour.

        It can be carried or beside what it holds, too; *carry* is one of its ``ways``. Raises
        InputError for a view, a style, a colourway or a way that there is not.
        """
        return viewed(self, name, style, colourway, carry)

    def way(self, name: str) -> Way:
        """Its way to carry it of that name. Raises InputError, saying which there are, when it has none such."""
        found = next((each for each in self.ways if each == str(name).strip().lower()), None)
        if found is None:
            there = (
                words("it can be carried: {names}", names=named(self.ways))
                if self.ways
                else words("nobody carries it by anything")
            )
            raise InputError(
                [
                    Problem(
                        "carry",
                        words(
                            "{name} is not made to be carried {way}: {there}",
                            name=Name(self.name),
                            way=quoted(name),
                            there=there,
                        ),
                    )
                ]
            )
        return found

    @property
    def key(self) -> str:
        """What the pattern depends on, in one word for caches: that of its preset."""
        return content_key(self.settings, f"{content()}{self.publisher.drawn or ''}")

    def coloured(self, said: Said, what: str) -> Said:
        """What is *said* of a material or a kind of notion, with its colours: 'shell (olive / navy)'."""
        colours = colours_of(self.colourways, what) if self.colourways else NOTHING
        return words("{what} ({colours})", what=said, colours=colours) if colours else said

    @once
    def ways(self) -> tuple[Way, ...]:
        """How it can be carried, the usual way first; none of what nobody carries."""
        straps = *(each.strap for each in self.draft.panels), *(each.strap for each in self.draft.notions)
        found = {worn.way for strap in straps if strap is not None for worn in strap.worn}
        return tuple(way for way in Way if way in found)

    @property
    def seams(self) -> Named[Seam]:
        """Every seam, in the order in which it was drafted; ``pattern.seams["front-base"]`` is the one of that id."""
        return Named(self.draft.seams)

    def length(self, seam: Seam | str) -> float:
        """mm of a seam's stitching, or of that of this id: of its first side. Raises KeyError when there is none."""
        return self.draft.side_length((self.seams[seam] if isinstance(seam, str) else seam).a)

    @property
    def notions(self) -> Named[Notion]:
        """Every bought thing; ``pattern.notions["zip"]`` is the one of that id."""
        return Named(self.draft.notions)

    @property
    def units(self) -> Units:
        """How its lengths are told to the maker."""
        return Units(self.settings.get("units", "mm"))

    @once
    def tell(self) -> Teller:
        """What is printed on it speaks so: in its maker's units and language."""
        return Teller(self.units, self.settings.get("language", ENGLISH))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop an export."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @once
    def step_of(self) -> Mapping[str, int]:
        """The number of the step that sews each seam."""
        return {seam: each.number for each in self.steps for seam in each.step.seams}


def proper(given: object, called: str = "pattern") -> Pattern:
    """What is given, if it is a pattern. Raises InputError, saying where one comes from, if it is anything else."""
    if isinstance(given, Pattern):
        return given
    raise InputError([Problem(called, words("is to be a pattern, as make gives it, not {given}", given=quoted(given)))])
