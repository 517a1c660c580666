"""The ways to fold a strip of cloth along its length, and what is done at each [construction 5.7]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bagpattern.model.operation import Operation, Sheet, Verb, done, sew
from bagpattern.parameters import choice
from bagpattern.parts.sewing.edging import irons
from bagpattern.parts.workshop import BY_MATERIAL, Workshop
from bagpattern.said import Length, Said
from bagpattern.values import value
from bagpattern.words import form, words


@value
class Fold:
    """How a strip is folded along its length; everything in finished widths.

    ``layers`` is how many widths it is cut, and how often the cloth lies on itself. ``spans`` are the stretches of its
    end, from and to, each with the place where it lies once folded. ``pressed`` is the form that says how it is folded,
    with a gap for the ``strip``, ``creased`` the same of cloth that bears no iron. An ``open`` fold leaves both long
    edges raw, with nothing to close; ``sewn`` ones are joined with an allowance, wrong side out, and turned.
    """

    layers: int
    spans: tuple[tuple[float, float, float], ...]
    pressed: str
    creased: str
    open: bool = False
    sewn: bool = False

    def making(self, panel: str, seams: tuple[str, ...], what: Said, shop: Workshop) -> Iterator[Operation]:
        """What is done to the strips of a *panel*, closed by those *seams*; *what* names one: 'each strip'."""
        edge = Length(shop.finishing.topstitch)
        if self.open:
            raw = words("Leave the long edges of {strip} raw, and topstitch {edge} inside them.", strip=what, edge=edge)
            yield done(Verb.TOPSTITCH, raw, panel, beside=shop.finishing.topstitch)
        elif self.sewn:
            yield from self._tube(panel, seams, what, shop)
        else:
            yield self._folded(panel, what, shop)
            along = words("Topstitch both long edges, {edge} from the edge.", edge=edge)
            yield sew(*seams, how=along, beside=shop.finishing.topstitch)

    def _folded(self, panel: str, what: Said, shop: Workshop) -> Operation:
        heat = irons(shop, "shell")
        return done(Verb.FOLD, words(self.pressed if heat else self.creased, strip=what), panel, heat=heat)

    def _tube(self, panel: str, seams: tuple[str, ...], what: Said, shop: Workshop) -> Iterator[Operation]:
        yield done(Verb.FOLD, words(self.creased, strip=what), panel)
        yield sew(*seams, how=words("Sew the long edges together, and back-tack at both ends."))
        if irons(shop, "shell"):
            yield done(Verb.PRESS, words("Press the seam open."), panel, heat=True)
        pin = words("Turn it right side out with a safety pin.")
        yield Operation(Verb.TURN, pin, pieces=(Sheet(panel),), through=seams[0])


OVERCAST = words("Overcast the raw end if it frays.")
"""Of a strap of cloth, when it is folded round its hardware."""


def pins(shop: Workshop) -> bool:
    """Whether pins may go through every cloth of the bag: in some their holes stay."""
    return all(each.pins for each in shop.materials.values() if not each.stiffening)


FOLDS = {
    # cloth that frays: no raw edge is left [S: uhoh]
    "four": Fold(
        4,
        ((0, 1, 0), (1, 2, 0), (2, 3, 0), (3, 4, 0)),
        form(
            "Press {strip} in half along its length, right side out, and open it. Press both long edges to the crease, "
            "and fold it closed again."
        ),
        form(
            "Crease {strip} in half along its length, right side out, and open it. Fold both long edges to the crease, "
            "fold it closed again, and hold it with clips."
        ),
    ),
    # thick cloth that does not fray: half the layers, the wrong side inside [K]
    "two": Fold(
        2,
        ((0, 1, 0), (1, 2, 0)),
        form("Press {strip} in half along its length, right side out."),
        form("Fold {strip} in half along its length, right side out, and hold it with clips."),
    ),
    # no raw edge in two layers, for thin cloth and for what has a cord in it: 2 w + 2 s [construction 5.7]
    "tube": Fold(
        2,
        ((0, 1, 0), (1, 2, 0)),
        form("Fold {strip} in half along its length, right sides together."),
        form("Fold {strip} in half along its length, right sides together."),
        sewn=True,
    ),
    # both long edges turned in until they meet: for a tab, which hides them when it is folded round its ring [K]
    "middle": Fold(
        2,
        ((0.5, 1.5, 0), (0, 0.5, 0), (1.5, 2, 0.5)),
        form("Press both long edges of {strip} to its middle, wrong side inside."),
        form("Fold both long edges of {strip} to its middle, wrong side inside, and hold them with clips."),
    ),
    # leather, and what is as good on both sides [construction 7.12]
    "single": Fold(1, ((0, 1, 0),), "", "", open=True),
}
"""The ways to fold a strip, by name."""

_TAB_FOLDS = {"four": "middle", "two": "single", "tube": "middle", "single": "single"}
"""A tab shows one side only and its ends are caught twice: it is made with half as many layers as a strap [K]."""


def fold_choice() -> Any:
    """Declares how strips of cloth are folded."""
    folds = (BY_MATERIAL, "four", "two", "tube", "single")
    return choice(
        BY_MATERIAL,
        folds,
        "its cloth is folded in four (frays), in two (thick, does not fray), sewn to a tube and turned (thin), or "
        "single (leather)",
    )


def fold_of(shop: Workshop, chosen: str) -> Fold:
    """The *chosen* fold, or the one that suits the shell's material."""
    return FOLDS[shop.materials["shell"].strap if chosen == BY_MATERIAL else chosen]


def tab_fold(shop: Workshop) -> Fold:
    """How tabs of the shell's material are folded."""
    return FOLDS[_TAB_FOLDS[shop.materials["shell"].strap]]
