"""A stiff board in a cover of lining cloth, laid loose on the base [construction 7.4]."""

from __future__ import annotations

from bagpattern.geometry import areas
from bagpattern.geometry.outline import Side, cutting_path
from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parameters import measure
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.fittings._ground import ground_of
from bagpattern.parts.part import refused
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import extent, words

_HALVES = ("sewn half", "open half")


@value
class BaseInsert(Fitting):
    """A board that stiffens the base, in a cover of the lining; it is taken out to wash the bag."""

    clearance: float = measure("6 mm", "2 mm", "20 mm", "between the board and the seams of the base, all round")
    ease: float = measure("2 mm", "1 mm", "6 mm", "between the board and the seam of its cover")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the board and its cover. Raises InputError when the bag has no base, or the board no size."""
        ground = ground_of(bag)
        board = _inside(ground.outline, self.clearance)
        cover = _inside(ground.outline, self.clearance - self.ease)
        if board is None or cover is None:
            otherwise = words("make the bag deeper, or take this out")
            mend = make_it(self, "clearance", most=min(ground.size) / 4, otherwise=otherwise)
            raise refused("clearance", words("leaves no board of the base's shape: {mend}", mend=mend))
        return bag + self._made(board, cover)

    def _made(self, board: Path, cover: Path) -> Draft:
        half = cover.length / 2
        paths = cover.part(0.0, half), cover.part(half, cover.length)
        edges = tuple(Edge(name, path) for name, path in zip(_HALVES, paths, strict=True))
        panel = Panel(
            self.id,
            self.called.capitalize(),
            "lining",
            Role.OTHER,
            edges,
            count=2,
            mirrored=1,
            facets=(Facet(Wall.BASE),),
        )
        seams = tuple(
            Seam(f"{self.id} {name}", (Run(self.id, name),), (Run(self.id, name, copy=2),), marked=True)
            for name in _HALVES
        )
        return Draft((panel,), seams, (self._board(board),), (self._task(*(seam.id for seam in seams)),))

    def _task(self, sewn: str, left: str) -> Task:
        cut = words(
            "Cut the board {ease} inside the stitching line of the cover all round, and round its corners.",
            ease=Length(self.ease),
        )
        half = words("Right sides together, sew both pieces of the cover along one half, and back-tack at both ends.")
        close = words("Turn the edges of the other half in and sew it closed, close to its edge.")
        return task(
            words("Make the {name}", name=self.called),
            done(Verb.CUT, cut, notions=(self._board_id,), beside=self.ease),
            sew(sewn, how=half),
            Operation(Verb.TURN, words("Turn the cover right side out."), pieces=(Sheet(self.id),), through=left),
            done(Verb.INSERT, words("Slip the board in."), self.id, notions=(self._board_id,)),
            sew(left, how=close),
            done(Verb.PUT, words("Lay it on the base, inside the bag."), self.id),
            finishes=True,
        )

    @property
    def _board_id(self) -> str:
        return f"{self.id} board"

    def _board(self, board: Path) -> Notion:
        left, bottom, right, top = areas.bounds([board])
        sides = right - left, top - bottom
        note = words("{1 to 2 mm} thick, in the {name}", name=self.called)
        return Notion(self._board_id, "board", words("Bag board"), extent(*sides), note=note, sides=sides)


def _inside(outline: Path, by: float) -> Path | None:
    """The outline *by* mm inside; None when nothing of its shape is left there."""
    return cutting_path([Side(outline, -by)])
