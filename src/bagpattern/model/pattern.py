"""A pattern: the finished document, not yet on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from bagpattern.catalog.materials import Material
from bagpattern.language import ENGLISH, Language, own_words
from bagpattern.model.colourway import Colourway, colours_of
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Seam, Step
from bagpattern.units import Units
from bagpattern.values import once, value


class Severity(StrEnum):
    """An error stops the export; a warning is printed and travels with the pattern."""

    ERROR = "error"
    WARNING = "warning"


@value
class Finding:
    """What a check found: its code, how grave, on what, and a message with the figures."""

    code: str
    severity: Severity
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.code} {self.severity}: {self.subject}: {self.message}"


@value
class Finished:
    """The bag as worn, on the stitching line: mm, and litres.

    ``because`` says, line by line, why it is that size where it follows from what the bag is to hold.
    """

    width: float
    height: float
    depth: float
    volume: float
    because: tuple[str, ...] = ()


@value
class CutRow:
    """One row of the cut list; sizes in mm, allowance included."""

    piece: str
    number: int
    title: str
    material: str
    count: int
    mirrored: int
    width: float
    height: float
    shape: str


@value
class NumberedStep:
    """A step with its place in the order of construction."""

    number: int
    step: Step


@value
class Pattern:
    """All pieces, seams, notions, steps and findings; ``settings`` is the resolved preset, complete.

    ``pattern["front"]`` is the piece of that id.
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

    @once
    def _pieces(self) -> dict[str, Piece]:
        return {piece.id: piece for piece in self.pieces}

    def __getitem__(self, piece_id: str) -> Piece:
        """The piece of that id. Raises KeyError."""
        return self._pieces[piece_id]

    def coloured(self, words: str, what: str) -> str:
        """*words* for a material or a kind of notion, with its colours: 'shell (olive / navy)'."""
        colours = colours_of(self.colourways, what) if self.colourways else ""
        return f"{words} ({colours})" if colours else words

    @property
    def seams(self) -> tuple[Seam, ...]:
        """Every seam, in the order in which it was drafted."""
        return self.draft.seams

    @property
    def notions(self) -> tuple[Notion, ...]:
        """Every bought thing."""
        return self.draft.notions

    @property
    def units(self) -> Units:
        """How its lengths are told to the maker."""
        return Units(self.settings.get("units", "mm"))

    @once
    def language(self) -> Language:
        """What is printed on it speaks this language; names that its maker gave stay as they are."""
        return Language(self.settings.get("language", ENGLISH), own_words(_names(self.name, self.settings)))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop an export."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @once
    def step_of(self) -> Mapping[str, int]:
        """The number of the step that sews each seam."""
        return {seam: each.number for each in self.steps for seam in each.step.seams}


def _names(name: str, settings: Mapping[str, Any]) -> Iterator[str]:
    """The name of the bag, of every entry, and every colour: words that a maker chose."""
    if name:
        yield name
    for key, given in settings.items():
        if isinstance(given, Mapping):
            yield from _names("", given)
        elif isinstance(given, list | tuple):
            for each in given:
                yield from _names("", each) if isinstance(each, Mapping) else ()
        elif key == "name":
            yield str(given)
