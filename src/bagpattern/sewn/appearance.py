"""How every cloth and every bought thing of a bag looks: its colours, its design, its surface.

What a colourway says comes first; else a cloth is shown in the first of its usual colours that no cloth before it has,
so that a lining is told from a shell of the same stuff.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.catalog.colours import Design, colours_in, design_of, is_dark
from bagpattern.catalog.materials import Material, Weave
from bagpattern.catalog.stuffs import Substance, substances
from bagpattern.model.colourway import Colourway
from bagpattern.model.pattern import Pattern
from bagpattern.sewn.bag import Stuff
from bagpattern.values import value

REPEATS = {Design.STRIPES: 24.0, Design.CHECK: 20.0, Design.DOTS: 18.0}
"""mm of cloth after which a design comes again [K]: shirt stripes are finer, but are not seen on a picture of a bag."""
_PALE, _DEEP = "#f4efe4", "#3a3d42"
"""What goes with the one colour that a text names: 'mustard stripes' are on a pale ground."""
_SLOTS = {
    Stuff.WEBBING: "webbing",
    Stuff.ZIP: "zip",
    Stuff.METAL: "hardware",
    Stuff.PLASTIC: "hardware",
    Stuff.CORD: "webbing",
    Stuff.THREAD: "thread",
}
"""The slot of a colourway that colours each stuff."""


@value
class Appearance:
    """How a surface looks: ``colour`` ('#c4b292') is its ground, ``second`` the colour of its ``design``.

    ``repeat`` is the mm of cloth after which the design comes again, 0 where there is none; stripes run along the
    grain. ``roughness`` is 0 where it shines, 1 where it is dull; ``metallic`` 1 for bare metal.
    """

    colour: str
    roughness: float
    weave: Weave
    metallic: float = 0.0
    design: Design = Design.NONE
    second: str = ""

    @property
    def repeat(self) -> float:
        """mm."""
        return REPEATS.get(self.design, 0.0)


def appearances(pattern: Pattern, colourway: Colourway | None = None) -> Mapping[str, Appearance]:
    """The look of every slot of cloth of a pattern and of every ``Stuff``, by what ``Surface.material`` says."""
    said = colourway.colours if colourway else {}
    found = dict(_cloths(pattern, said))
    shell = next(iter(found.values())).colour if found else _PALE
    for stuff, slot in _SLOTS.items():
        found[stuff.value] = _bought(substances()[stuff.value], said.get(slot, ""), is_dark(shell))
    return found


def _cloths(pattern: Pattern, said: Mapping[str, str]) -> Iterator[tuple[str, Appearance]]:
    taken = {colour for text in said.values() for colour in colours_in(text)[:1]}
    for material in pattern.materials:
        own = next((each for each in material.colours if each not in taken), material.colours[0])
        look = _cloth(material, said.get(material.id, ""), own)
        taken.add(look.colour)
        yield material.id, look


def _cloth(material: Material, text: str, own: str) -> Appearance:
    """As a maker's text has it, as far as it is understood; *own* is its colour else."""
    colours, design = colours_in(text) or (own,), design_of(text)
    plain = Appearance(colours[0], material.roughness, material.weave)
    if design is Design.NONE:
        return plain
    ground, second = colours[:2] if len(colours) > 1 else (_DEEP if _is_pale(colours[0]) else _PALE, colours[0])
    return Appearance(ground, material.roughness, material.weave, design=design, second=second)


def _is_pale(colour: str) -> bool:
    """Whether a design in it would be lost on a pale ground."""
    return min(int(colour[at : at + 2], 16) for at in (1, 3, 5)) > 200


def _bought(substance: Substance, text: str, on_dark: bool) -> Appearance:
    own = substance.colours[-1 if on_dark else 0]
    colour = next(iter(colours_in(text)), own)
    return Appearance(colour, substance.roughness, substance.weave, substance.metallic)
