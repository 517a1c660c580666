"""A zip between two strips that hang from the rim into the bag, its ends free [construction 3.5]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.catalog.notions import Zip, zip_sizes
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind, Stands
from bagpattern.parameters import listed, measure
from bagpattern.parts.part import host, refusal, refused
from bagpattern.parts.sewing.boxes import reinforcement
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.folds import OVERCAST
from bagpattern.parts.sewing.joinery import Place, catching, place_on
from bagpattern.parts.sewing.zips import (
    STOP,
    allowance_declared,
    closed_zip,
    closing,
    gap_declared,
    gap_misfits,
    sewn_in,
    shown,
    zip_edge,
)
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import form, sentences, words

NAME = form("recessed zip")
DROP = 38.0
"""mm that the zip lies below the rim: 1 1/2 in [S: monosyth]."""
LONGER = 50.0
"""mm of zip beyond the strips, so that it opens wide: 2 in [S: ratherbequilting]."""
LEAST = 80.0
"""mm of strip: a shorter zip lets no hand in [K]."""
END = "zip-end"
"""The id of the pieces over the ends of the tape."""
COVER = 20.0
"""mm of each end that such a piece covers, on either side of the tape [K]."""
_BESIDE = 2.0
"""mm from the edges of a zip end to the stitching round it [K]."""
_FACES = {1: "front", 2: "back"}
"""The copy of the strip that hangs from each."""
_TOLD = {1: words("front"), 2: words("back")}


@value
class RecessedZip(Top):
    """A zip between two lined strips, caught in the rim between shell and lining."""

    zip: str = listed("#5", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    gap: float = measure("13 mm", "10 mm", "15 cm", "from a strip's end to the end of the rim of front or back")
    """Half an inch [S: monosyth]."""
    strip: float | None = measure(
        None,
        "2 cm",
        "30 cm",
        "from the rim to the middle of the zip; left out: half of the depth, and {38 mm} at least",
    )
    shows: float | None = gap_declared()
    allowance: float | None = allowance_declared()
    depth: float = 0.0

    def over(self, depth: float) -> RecessedZip:
        """This zip in a bag *depth* mm deep, which its strips bridge."""
        return replace(self, depth=depth)

    @property
    def chain(self) -> Zip:
        """The zip's measures."""
        return shown(self.zip, self.shows, self.allowance)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, by its chain."""
        return {"shows": self.chain.gap, "allowance": self.chain.beyond_centre, "strip": self.across}

    @property
    def across(self) -> float:
        """mm from the rim to the zip's middle."""
        return max(DROP, -(-self.depth / 2 // STEP) * STEP) if self.strip is None else self.strip

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with zip and strips. Raises InputError when no seam of the rim holds them, or they do not meet."""
        length = self._length(bag)
        places = {copy: self._place(bag, face, length) for copy, face in _FACES.items()}
        bag = bag + self._made(length)
        for copy, place in places.items():
            outer = Caught((Run("zip-strip", "rim", copy=copy),), place.low)
            inner = Caught((Run("zip-strip-lining", "rim", copy=copy, reversed=True),), place.low)
            bag = catching(bag, place.seam.id, outer, inner) + Draft(tasks=(self._basting(place.seam.id, copy),))
        return bag

    def _length(self, bag: Draft) -> float:
        """mm of a strip."""
        rim = min(host(bag, face, "kind").edge("top").length for face in _FACES.values())
        raise_together(self._misfits(rim))
        return rim - 2 * self.gap

    def _misfits(self, rim: float) -> Iterator[Problem]:
        """Strips that are too low, or too short, on a *rim* so many mm long; a zip that rubs between them."""
        yield from gap_misfits(self, self.chain, "shows")
        if over(self.depth / 2, self.across):
            mend = make_it(self, "strip", least=self.depth / 2)
            yield refusal("strip", words("the two do not meet over the bag: {mend}", mend=mend))
        if under(rim - 2 * self.gap, LEAST):
            mend = make_it(
                self, "gap", most=(rim - LEAST) / 2, otherwise=words("make the bag wider, or choose another closure")
            )
            yield refusal("gap", words("leaves too short a zip: {mend}", mend=mend))

    def _place(self, bag: Draft, face: str, length: float) -> Place:
        low = (bag[face].edge("top").length - length) / 2
        found = place_on(bag, face, "top", low, low + length)
        if found is None:
            fault = words("its strips are caught between shell and lining, and this rim is hemmed")
            raise refused("kind", words('{fault}: write lining.kind = "drop-in", or choose another top', fault=fault))
        return found

    def _made(self, length: float) -> Draft:
        opening, tape = length - 2 * STOP, length + LONGER
        note = words(
            "its tape is {longer} longer than its strips; both ends hang free, each under a zip end of cloth",
            longer=Length(LONGER),
        )
        zipped = Run("zip-strip", "zip"), Run("zip-strip", "zip", copy=2, reversed=True)
        seam = Seam(NAME, zipped[:1], zipped[1:], SeamKind.ZIP, tuple(self._linings()), zip=NAME, marked=True)
        ends = tuple(self._ends())
        bought = closed_zip(NAME, self.chain, opening, tape, note)
        steps = (self._making(bought, tuple(end.id for end in ends)),)
        strip = self._strip("zip-strip", words("Zip strip"), "shell", length)
        panels = strip, self._lining(length), reinforcement(END, words("Zip end"), self.chain.tape, 2 * COVER, 2)
        return Draft(panels, (seam, *ends), bought, steps, closings=closing(NAME, strip.id, "zip-strip-lining"))

    @staticmethod
    def _making(bought: tuple[Notion, ...], ends: tuple[str, ...]) -> Task:
        covered = words("Fold a zip end over each end of the tape, wrong side inside, and hold it with clips.")
        round_it = words("Topstitch round each zip end, {beside} from its edges.", beside=Length(_BESIDE))
        held = sentences(round_it, OVERCAST)
        across = words(
            "Fold the covered ends of the zip in between a strip and its lining, out of the way. Right sides together, "
            "sew the ends of the strip to those of its lining, from the seam at the zip to the rim, clear of the tape. "
            "Do the same at the other strip."
        )
        turned = words("Turn both strips right side out, push out their corners and topstitch beside zip and ends.")
        over_end = Operation(Verb.FOLD, covered, pieces=(Sheet(END),), notions=(NAME,))
        made = sewn_in(
            words("Make the recessed zip"), NAME, bought, over_end, done(Verb.TOPSTITCH, held, END, beside=_BESIDE)
        )
        after = sew(*ends, how=across), done(Verb.TOPSTITCH, turned, "zip-strip")
        return replace(made, operations=(*made.operations, *after))

    @staticmethod
    def _basting(seam: str, copy: int) -> Task:
        """One strip, with its lining, on the rim."""
        text = words(
            "Baste the raw edges of a strip to the rim of the {face}, right sides together, its middle on the middle "
            "of the rim.",
            face=_TOLD[copy],
        )
        pieces = tuple(Sheet(name, copy) for name in ("zip-strip", "zip-strip-lining"))
        rim = Where(_FACES[copy], 1, "top")
        laid = Operation(Verb.BASTE, text, pieces=pieces, on=(rim,), side=Side.RIGHT, goal=seam)
        return task(words("Baste the recessed zip to the rim"), laid)

    def _strip(self, name: str, title: Said, slot: str, length: float) -> Panel:
        sides = rectangle(length, self.across)
        on_zip = zip_edge("zip", sides.bottom, self.chain)
        edges = on_zip, Edge("right end", sides.right), Edge("rim", sides.top), Edge("left end", sides.left)
        return Panel(name, title, slot, Role.CLOSURE, edges, count=2)

    def _lining(self, length: float) -> Panel:
        return self._strip("zip-strip-lining", words("Zip strip lining"), "lining", length)

    @staticmethod
    def _linings() -> Iterator[Caught]:
        for copy in _FACES:
            run = Run("zip-strip-lining", "zip", copy=copy, reversed=copy == 1)
            yield Caught((run,), 0.0, stands=Stands.BEHIND)

    @staticmethod
    def _ends() -> Iterator[Seam]:
        """Each strip's ends to those of its lining, which lies right side to right side with it."""
        for copy, face in _FACES.items():
            for end, other in (("right", "left"), ("left", "right")):
                a, b = Run("zip-strip", f"{end} end", copy=copy), Run("zip-strip-lining", f"{other} end", copy=copy)
                yield Seam(f"{face} strip {end} end", (a,), (replace(b, reversed=True),))
