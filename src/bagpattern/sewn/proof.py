"""The proof by sewing: the body is glued in the computer and measured, by a way that the draft's formulas do not know.

One class a rule, as in ``checks``; a draft takes no time for them, ``bagpattern check`` does.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from bagpattern.model.pattern import Finding, Severity
from bagpattern.said import Figure, Length, Name, Said
from bagpattern.sewn.apart import hanging
from bagpattern.sewn.crossing import crossings
from bagpattern.sewn.shape import shaped
from bagpattern.sewn.shell import Shell, unfilled
from bagpattern.sewn.sizes import sizes as sizes_of
from bagpattern.sewn.tops import FLAT, Top, top_of
from bagpattern.values import once, value
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.pattern import Pattern
    from bagpattern.said import Said
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.shape import Shape
    from bagpattern.sewn.weld import Cut

_BODY = "body"
_SIZE, _VOLUME = 0.05, 0.03
"""Shares by which sizes and the volume may differ.

Shipped bags come within 0.04 and 0.017; the mesh takes more from some with tight curves.
"""
_LEAST = 3.0
"""mm: sizes that differ by less are the same."""
_GIVES = 0.03
"""Share that any cloth gives [K]."""


@value
class Sewn:
    """What the rules look at: the pattern, and its body sewn, not filled and filled."""

    pattern: Pattern

    @once
    def shell(self) -> Shell:
        """The body, not filled."""
        return unfilled(self.pattern)

    @once
    def shells(self) -> tuple[Shell, ...]:
        """The body, not filled; where that holds too little, walls may have caved in, and those that did not count."""
        short = self.has_volume and self.shell.volume / 1e6 < (1.0 - _VOLUME) * self.pattern.finished.volume
        return (self.shell, unfilled(self.pattern, used=True)) if short else (self.shell,)

    @property
    def has_volume(self) -> bool:
        """Whether it is neither open nor flat, and so has one volume."""
        return self.top is Top.CLOSED and self.pattern.finished.depth >= FLAT

    @once
    def filled(self) -> Shape:
        """The body as it is shown, coarse."""
        return shaped(self.pattern, fine=False)

    @once
    def top(self) -> Top:
        """How it is open."""
        return top_of(self.pattern, self.shell.surface)


class Rule(ABC):
    """A rule of the proof by sewing. Its docstring says why it holds and how to fix what breaks it."""

    code: ClassVar[str]

    @abstractmethod
    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """Everything that breaks the rule."""

    def warning(self, subject: str, message: Said) -> Finding:
        """A finding that is printed."""
        return Finding(self.code, Severity.WARNING, subject, message)

    def error(self, subject: str, message: Said) -> Finding:
        """A finding that fails the proof."""
        return Finding(self.code, Severity.ERROR, subject, message)


class Surface(Rule):
    """The sewn body is a ball with as many holes as it has rims: nowhere do three layers of it meet in a seam.

    Why: what no needle can sew does not become a bag, however equal its seams are. This counts on the mesh that was
    glued for the picture, and shares nothing with BP110.
    How to fix: look for a seam that names the wrong copy, or an edge that two seams sew.
    """

    code = "BP201"

    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """What the body is instead."""
        surface = sewn.shell.surface
        if surface.euler + len(surface.rims) != 2:
            message = words(
                "makes no bag: Euler characteristic {euler}, rims {rims}, and not 2 in all",
                euler=surface.euler,
                rims=len(surface.rims),
            )
            yield self.error(_BODY, message)
        crowded = np.flatnonzero(surface.uses > 2)
        for number in sorted(set(surface.sheet[np.isin(surface.corners, crowded).any(axis=1)].tolist())):
            yield self.error(_named(sewn.shell.mesh.sheets[number]), words("is sewn where two others are sewn already"))


class RightSide(Rule):
    """Every piece is sewn with its right side out.

    Why: a piece that is turned over shows the wrong side of its cloth, and what is drawn on it is mirrored.
    How to fix: turn round one side of its seams, or cut that copy mirrored.
    """

    code = "BP202"

    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """Every pair of sheets of which one is turned over."""
        surface, sheets = sewn.shell.surface, sewn.shell.mesh.sheets
        ends = np.stack([surface.faces, np.roll(surface.faces, -1, axis=1)], axis=2).reshape(-1, 2)
        codes = ends[:, 0] * surface.count + ends[:, 1]
        order = np.argsort(codes, kind="stable")
        twice = np.flatnonzero(np.diff(codes[order]) == 0)
        both = surface.sheet[np.stack([order[twice], order[twice + 1]], axis=1) // 3]
        for one, other in sorted({(min(each), max(each)) for each in both.tolist()}):
            message = words("is sewn to {other} with its wrong side out", other=Name(_named(sheets[other])))
            yield self.error(_named(sheets[one]), message)


class Size(Rule):
    """Width, height and depth of the sewn body are those of the finished bag, where they are meant to be measured.

    Why: the draft says its sizes from the same figures from which it draws its panels; the sewn body has only panels.
    Each is measured in the one place where the finished bag says that it is, and held to the same bound.
    How to fix: see which panel is too long or too short for the size, or tell the size that the bag has.
    """

    code = "BP203"

    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """Every size that is not found."""
        for name, meant, found in sizes(sewn):
            nearest = min(found, key=lambda each: abs(each - meant))
            if abs(nearest - meant) > max(_SIZE * meant, _LEAST):
                message = words(
                    "the {name} comes out as {found} when it is sewn, and not as {meant}",
                    name=Name(name),
                    found=Length(nearest),
                    meant=Length(meant),
                )
                yield self.warning(_BODY, message)


class Volume(Rule):
    """The sewn body holds what the finished bag is said to hold.

    Why: the volume is told from the sizes; here it is that of the glued panels, by the divergence theorem, before
    anything is filled in. An open bag, whose mouth may spread or fall shut, and a flat one, which holds what it is
    filled with, are not judged.
    How to fix: look at the style's formula; the panels do not make the solid that it is for.
    """

    code = "BP204"

    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """A closed bag that holds 3 per cent more or less."""
        holds = volumes(sewn)
        if holds and abs(holds[1] - holds[0]) > _VOLUME * holds[0]:
            meant, found = (Figure(each, 2) for each in holds)
            yield self.warning(
                _BODY, words("holds {found} litres when it is sewn, and not {meant}", found=found, meant=meant)
            )


class Strain(Rule):
    """No seam forces a piece to be longer or shorter than its material bears.

    Why: panels of equal seams may still not fit each other in space; then one of them puckers or pulls.
    How to fix: give the piece the form that the others leave for it, ease where the cloth bears it, or softer cloth.
    """

    code = "BP205"

    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """Every piece whose cloth has to give more than it bears, in the mean of all directions."""
        stretch = {each.id: each.stretch / 100 for each in sewn.pattern.materials}
        for cut, share in strains(sewn.shell):
            if share > _GIVES + stretch.get(cut.panel.material, 0.0):
                message = words(
                    "has to give {share} per cent for its seams to close, and bears {most}",
                    share=Figure(100 * share),
                    most=Figure(100 * (_GIVES + stretch.get(cut.panel.material, 0.0))),
                )
                yield self.warning(_named(cut), message)


class Room(Rule):
    """No piece of the body goes through another one.

    Why: in space there is room for one only; a bag that is thin for its height would have to be creased there. At a
    rim that is held shut front and back lie on each other, and are not judged.
    How to fix: make it deeper, or its front and back smaller against its sides.
    """

    code = "BP206"

    def find(self, sewn: Sewn) -> Iterator[Finding]:
        """Every pair of pieces that go through each other in the filled bag."""
        filled = sewn.filled
        sheets = filled.mesh.sheets
        shut = max(filled.surface.rims, key=len) if filled.top is Top.SHUT else None
        for one, other in crossings(filled.surface, filled.points, shut):
            yield self.warning(_named(sheets[one]), words("goes through {other}", other=Name(_named(sheets[other]))))


RULES: tuple[Rule, ...] = (Surface(), RightSide(), Size(), Volume(), Strain(), Room())


class Proved(NamedTuple):
    """What was found, and what was measured: name, as said, as it came out, in mm or litres."""

    findings: tuple[Finding, ...]
    sizes: tuple[tuple[str, float, float], ...]
    volume: tuple[float, float] | None
    """None where the bag is open or flat, and has no one volume."""
    strain: tuple[float, str]
    """The share by which the worst piece has to give, and which it is."""


def proved(pattern: Pattern) -> Proved:
    """The proof of a pattern without errors: its body is sewn, and measured."""
    sewn = Sewn(hanging(pattern))
    first = [found for rule in RULES[:2] for found in rule.find(sewn)]
    findings = first or [found for rule in RULES[2:] for found in rule.find(sewn)]
    told = [(name, meant, min(found, key=lambda each: abs(each - meant))) for name, meant, found in sizes(sewn)]
    worst = max(((share, _named(cut)) for cut, share in strains(sewn.shell)), default=(0.0, ""))
    return Proved(tuple(findings), tuple(told), volumes(sewn), worst)


def sizes(sewn: Sewn) -> Iterator[tuple[str, float, tuple[float, ...]]]:
    """Each size with what the draft says, and what comes out of every shell."""
    return sizes_of(sewn.pattern, sewn.shells)


def volumes(sewn: Sewn) -> tuple[float, float] | None:
    """Litres as said and as they come out; None where the bag has no one volume."""
    if not sewn.has_volume:
        return None
    said = sewn.pattern.finished.volume
    return said, min((each.volume / 1e6 for each in sewn.shells), key=lambda each: abs(each - said))


def strains(shell: Shell) -> Iterator[tuple[Cut, float]]:
    """Each sheet with the share by which its lines are longer or shorter than as it was cut, in the mean."""
    for cut in shell.mesh.sheets:
        before, after = _lengths(cut.flat, cut), _lengths(shell.limp[cut.vertices], cut)
        yield cut, float(np.abs(after - before).sum() / before.sum())


def _lengths(places: Floats, cut: Cut) -> Floats:
    corners = places[cut.triangles]
    found: Floats = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2)
    return found


def _named(cut: Cut) -> str:
    return cut.panel.id if cut.panel.count == 1 else f"{cut.panel.id} {cut.copy}"
