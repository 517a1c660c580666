"""What every part is: parameters with limits and help, and one verb, ``add``, that gives a bag with the part in it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar

from bagpattern.errors import InputError, Problem, did_you_mean, named, quoted, raise_together
from bagpattern.model.draft import Draft, TakenError
from bagpattern.model.panel import Panel, Role
from bagpattern.model.ruled import Ruled
from bagpattern.model.wall import Wall
from bagpattern.parameters import declarations, slug
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Called, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import form, series, words

FACES = ("front", "back", "lining-front", "lining-back")
"""The panels that style lines may divide; the parts are named after them."""
SECOND_FACES = ("second-lining-front", "second-lining-back")
"""Those of a second compartment, where a bag has one."""
IN_ONE = ("walls", "front-back", "front-base-back")
"""Walls that are cut in one, where a bag's build says so: they are there when all else lies on them."""
FLAP = "flap"
"""What comes over the opening of a bag from its back, where it has such a closure."""
LEAST_WIDTH = 8.0
"""mm of a piece that is sewn: two rows of stitching, each 2 mm inside its edge, and 4 mm for the foot to hold [K]."""
_A_PIECE = words("a piece")
_BODY = Role.BODY, Role.LINING
_NAMED = "pocket", "compartment", "fitting"
"""The families whose members a maker names; their pieces are named after them."""
INSIDE = tuple(face for face in (*FACES, *SECOND_FACES) if "lining" in face)


@value
class BagPart:
    """A part of a bag. Subclasses are frozen dataclasses of declared parameters; their docstring is their help."""

    family: ClassVar[str] = ""
    variants: ClassVar[tuple[dict[str, str], ...]] = ()
    """Values that make something else of it, as a preset writes them: shown beside it on contact sheets."""
    shown_on: ClassVar[tuple[str, ...]] = ()
    """The panels on which contact sheets show it first, where it comes on none or they tell more of it."""

    @property
    def pads(self) -> bool:
        """Whether it takes foam of its own: it has a flag ``padded``, which is set."""
        return bool(getattr(self, "padded", False))

    @property
    def takes(self) -> tuple[str, ...]:
        """The slots of materials that count only because this part is cut from them."""
        return ()

    @property
    def by_rule(self) -> Mapping[str, float]:
        """mm that its rules give to lengths that may be left out, by key: those that need no place on a bag."""
        return {}

    def for_size(self, litres: float) -> BagPart:
        """This part for a bag of so many *litres*; most are the same on every bag."""
        return self

    @abstractmethod
    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with this part drafted into it. Raises InputError, each problem's key relative to the part."""

    def joined(self, bag: Draft) -> Draft:
        """*bag*, when all that lies on it is known, with what of this part is cut in one with something else."""
        return bag


class NamedPart(BagPart):
    """A part that its maker gives a ``name``."""

    name: str

    @property
    def id(self) -> str:
        """The name as it begins the ids of pieces and seams."""
        return slug(self.name)

    @property
    def called(self) -> Said:
        """The name as it is said."""
        return Called(self.name)


def host(bag: Draft, wanted: str, key: str = "panel") -> Panel:
    """The one panel of that id. Raises InputError when there is none, when it has been divided, has several copies, or
    is folded up.

    *key* is the parameter that names it.
    """
    if wanted in bag and _is_host(bag[wanted]) and bag[wanted].role is not Role.OTHER:
        return bag[wanted]
    known = [panel.id for panel in bag.panels if panel.role in _BODY and _is_host(panel)]
    raise refused(key, _no_host(bag, wanted, known) if wanted in bag else _no_panel(bag, wanted, known))


def _is_host(panel: Panel) -> bool:
    return panel.count == 1 and not panel.folds_in


def _no_host(bag: Draft, wanted: str, known: list[str]) -> Said:
    """Why nothing is put on a panel that there is, and where it may be put."""
    panel, names = bag[wanted], named(known)
    if panel.role is Role.OTHER:
        hidden = form("the {wanted} lies between linings, where no hand comes: choose {names}")
        return words(hidden, wanted=Name(wanted), names=names)
    if panel.folds_in:
        folded = form("the {wanted} is folded into the bag, and nothing lies flat on it: choose {names}")
        return words(folded, wanted=Name(wanted), names=names)
    several = form("there are {count} of {wanted}: choose {names}")
    return words(several, count=panel.count, wanted=quoted(wanted), names=names)


def _no_panel(bag: Draft, wanted: str, known: list[str]) -> Said:
    parts = [panel.id for panel in parts_of(bag, wanted)]
    if parts:
        divided = form("a style line divides the {wanted}: say which part, {names}")
        return words(divided, wanted=Name(wanted), names=series(map(Name, parts), " or "))
    return words("the bag has no panel {wanted}{advice}", wanted=quoted(wanted), advice=did_you_mean(wanted, known))


def parts_of(bag: Draft, whole: str) -> tuple[Panel, ...]:
    """The panel of that id, or the parts into which it has been divided; none when there is no such panel."""
    if whole in bag:
        return (bag[whole],)
    # not the facing of a pocket, which is cut like the part that it lies behind
    roles = (*_BODY, Role.CLOSURE) if whole == FLAP else _BODY
    return tuple(panel for panel in bag.panels if whole in panel.cut_from and panel.role in roles)


def names_one(bag: Draft, wanted: str, faces: tuple[str, ...]) -> bool:
    """Whether a maker's word names one of these faces or a part of one; of no panel, whether it is meant to."""
    if wanted in bag:
        meant = bag[wanted].face or bag[wanted].is_on(Wall.FLAP) or bag[wanted].origin in IN_ONE
        return meant and bag[wanted].origin in faces
    return means_one(wanted, faces)


def means_one(wanted: str, faces: tuple[str, ...]) -> bool:
    """Whether a maker's word, of a panel that is not there yet, means one of these or a part of it."""
    return wanted.startswith(faces)


def measured(bag: Draft, face: str, edge: str) -> float:
    """mm of an edge of a panel, or of the parts into which it has been divided."""
    return sum(panel.edge(edge).length for panel in parts_of(bag, face) if panel.has_edge(edge))


def ruled(lengths: Mapping[str, float]) -> Draft:
    """What the rules of a part make of lengths that may be left to them, in mm, by key."""
    return Draft(ruled=tuple(Ruled(key, length) for key, length in lengths.items()))


def refusal(key: str, message: Said) -> Problem:
    """What is wrong with a parameter, ready to be told together with others."""
    return Problem(key, message)


def refused(key: str, message: Said) -> InputError:
    """One problem, ready to be raised: nothing more can be judged once it is found."""
    return InputError([refusal(key, message)])


def unjudged() -> InputError:
    """Raised by a part that hangs on another which has been refused: nothing can be said of it yet."""
    return InputError(())


def add_all(bag: Draft, shop: Workshop, parts: Iterable[tuple[str, BagPart]]) -> Draft:
    """*bag* with every part added in turn; each comes with the key under which the preset names it.

    Raises one InputError with the problems of all parts. A part that hangs on a refused one is *unjudged*.
    """
    problems: list[Problem] = []
    unjudged = ""
    for key, each in parts:
        try:
            _refuse_taken(bag, each)
            made = each.add(bag, shop)
            twice = tuple(_called_twice(made, each, key))
            problems += twice
            bag = bag if twice else _owned(bag, _ruled_by(each, key, bag, made), key)
        except InputError as error:
            problems += _prefixed(key, error)
            unjudged = unjudged if error.problems else key
        except TakenError as error:
            problems.append(_named_anew(each, key, bag[error.id].owner if error.id in bag else "", error.id))
    if unjudged and not problems:
        raise LookupError(f"{unjudged} hangs on a part that this style does not add before it")
    raise_together(problems)
    return bag


def _ruled_by(part: BagPart, key: str, before: Draft, bag: Draft) -> Draft:
    """*bag* with what the rules of the part that was added have made of its own lengths; not of those inside it."""
    if bag is before:
        return bag
    kind: type = type(part)
    own = declarations(kind)
    new = (*bag.ruled[len(before.ruled) :], *ruled(part.by_rule).ruled)
    told = (each if each.owner else replace(each, owner=key) for each in new if each.owner or each.key in own)
    return replace(bag, ruled=(*before.ruled, *told))


def _owned(before: Draft, bag: Draft, key: str) -> Draft:
    """*bag* with what a part has added to it marked as that part's own."""
    if bag is before or not key:
        return bag
    known = set(map(id, (*before.panels, *before.notions, *before.spaces, *before.closings)))
    panels = (each if id(each) in known else _panel_owned(before, each, key) for each in bag.panels)
    notions = (each if id(each) in known or each.owner else replace(each, owner=key) for each in bag.notions)
    spaces = (each if id(each) in known or each.owner else replace(each, owner=key) for each in bag.spaces)
    closings = (each if id(each) in known or each.owner else replace(each, owner=key) for each in bag.closings)
    return replace(bag, panels=tuple(panels), notions=tuple(notions), spaces=tuple(spaces), closings=tuple(closings))


def _panel_owned(before: Draft, panel: Panel, key: str) -> Panel:
    """A panel with what is new on it; what has been divided stays whose it was."""
    old = [before[each] for each in (panel.id, *panel.cut_from) if each in before]
    known = {id(each) for host in old for each in (*host.lines, *host.holes)}
    own = {each.name for host in old for each in host.lines if not each.owner}  # what is left of a fold is a new line
    lines = tuple(
        each if id(each) in known or each.owner or each.name in own else replace(each, owner=key)
        for each in panel.lines
    )
    holes = tuple(each if id(each) in known or each.owner else replace(each, owner=key) for each in panel.holes)
    divided = bool(old) and panel.role in _BODY
    return replace(panel, lines=lines, holes=holes, owner=panel.owner if divided else panel.owner or key)


def _refuse_taken(bag: Draft, part: BagPart) -> None:
    """Pieces are named after a pocket, compartment or fitting: two of one name could not be told apart."""
    name = getattr(part, "id", "") if part.family in _NAMED else ""
    if name in bag:
        raise refused("name", _taken(name))


def _called_twice(bag: Draft, part: BagPart, key: str) -> Iterator[Problem]:
    """A piece, seam or notion of one part that is called what another's is: the flap of "phone" and "phone flap".

    The later one is to have another name, if a maker has named it.
    """
    pieces = [*_twice((each.id, each.owner) for each in bag.panels)]
    others = [*_twice((each.id, each.owner) for each in bag.notions), *_twice((each.id, "") for each in bag.seams)]
    if pieces:
        name, owner = pieces[0]
        yield _named_anew(part, key, owner, name)
    elif others and (others[0][1] or part.family in _NAMED):
        name, owner = others[0]
        yield _named_anew(part, key, owner, name, words("something"))


def _twice(owned: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Every id that comes a second time, and whose the first is."""
    found: dict[str, str] = {}
    for name, owner in owned:
        if name in found:
            yield name, found[name]
        else:
            found[name] = owner


def _named_anew(part: BagPart, key: str, owner: str, name: str, what: Said = _A_PIECE) -> Problem:
    return Problem(f"{key if part.family in _NAMED else owner}.name", _taken(name, what))


def _taken(name: str, what: Said = _A_PIECE) -> Said:
    return words("the bag has {what} called {name}: give this another name", what=what, name=quoted(name))


@contextmanager
def keyed(prefix: str) -> Iterator[None]:
    """Puts *prefix* before the keys of the problems that are raised inside."""
    try:
        yield
    except InputError as error:
        raise InputError(_prefixed(prefix, error)) from error


def _prefixed(prefix: str, error: InputError) -> list[Problem]:
    return [replace(problem, key=f"{prefix}.{problem.key}" if prefix else problem.key) for problem in error.problems]
