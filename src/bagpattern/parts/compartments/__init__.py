"""What compartments share: a name, walls of two layers with or without padding, and the edges of zips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.catalog.items import item_names
from bagpattern.catalog.notions import ZIPS
from bagpattern.errors import InputError, did_you_mean, quoted
from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Operation, Verb, Where, done
from bagpattern.model.panel import Panel, Role
from bagpattern.parameters import several, text
from bagpattern.parts.part import INSIDE, NamedPart, host, names_one, parts_of, refused
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.registry import Family
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import words

NO_ZIP = "none"
CHAINS = (NO_ZIP, *ZIPS)

AS_SLEEVE = words('write kind = "sleeve"')
"""Where nothing holds a wall."""

COMPARTMENTS = Family("bagpattern.parts.compartments", "compartment")


@value
class Compartment(NamedPart):
    """A room of its own in the bag, or on it."""

    family: ClassVar[str] = "compartment"
    divides: ClassVar[bool] = False
    """Whether it takes the whole face of the bag, and a share of its depth."""

    name: str = text(None, "what the compartment is called; its pieces are named after it")
    holds: tuple[str, ...] = several(
        "what it is to hold, by name; sizes that are left out follow from it", source=item_names
    )


def lined_face(bag: Draft, wanted: str) -> Panel:
    """The lining's face of that id. Raises InputError when the bag is not lined there."""
    if not any(panel.role is Role.LINING for panel in bag.panels):
        raise refused("name", words('it is caught in the lining, and this bag has none: write lining.kind = "drop-in"'))
    inside = [face for face in INSIDE if any(names_one(bag, each.id, (face,)) for each in parts_of(bag, face))]
    if not inside:
        raise refused(
            "kind", words('this bag has no front and back between which it could stand: write kind = "bellows"')
        )
    if not names_one(bag, wanted, tuple(inside)):
        raise refused(
            "panel",
            words(
                "it lies inside the bag, not on {wanted}{advice}",
                wanted=quoted(wanted),
                advice=did_you_mean(wanted, inside),
            ),
        )
    return host(bag, wanted)


def too_high(of: Compartment, fault: Said, most: float) -> InputError:
    """The refusal of a wall that is higher than the *most*, in mm, that holds it."""
    mend = make_it(of, "height", most=most, otherwise=AS_SLEEVE)
    return refused("height", words("{fault}: {mend}", fault=fault, mend=mend))


def top_edge(path: Path, zip_size: str) -> Edge:
    """The top of a wall of two layers: on a zip, or sewn to the other layer's."""
    return Edge("top", path) if zip_size == NO_ZIP else zip_edge("top", path, ZIPS[zip_size])


def second_layer(wall: Panel, turned: bool = False) -> Panel:
    """The layer behind a wall: the same outline, *turned* over where that is not the same on both sides."""
    mirrored = wall.count if turned else 0
    return replace(
        wall,
        id=f"{wall.id}-back",
        title=words("{title} back", title=wall.title.lower()).capitalize(),
        mirrored=mirrored,
        lines=(),
        backing="",
    )


def turned_at_top(
    shop: Workshop, slots: tuple[str, ...], layers: tuple[str, ...], sewing: Operation
) -> Iterator[Operation]:
    """Two *layers* that one *sewing* joins along their top, turned over it, and topstitched."""
    yield sewing
    yield done(Verb.FOLD, words("Turn the layers right side out, wrong sides together."), *layers)
    pressed, creased = words("Press the sewn edges."), words("Crease the sewn edges with your fingers.")
    yield flattened(shop, slots, pressed, creased, *layers)
    beside = words(
        "Topstitch the top {beside} from its edge, through all layers.", beside=Length(shop.finishing.topstitch)
    )
    yield replace(done(Verb.TOPSTITCH, beside, *layers), on=(Where(layers[0], on="top"),))
