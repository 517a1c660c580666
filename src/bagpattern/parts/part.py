"""What every part is: parameters with limits and help, and one verb, ``add``, that gives a bag with the part in it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import ClassVar

from bagpattern.errors import InputError, Problem, did_you_mean
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.parameters import text
from bagpattern.parts.workshop import Workshop
from bagpattern.registry import Room

POCKETS = Room("bagpattern.parts.pockets", "pocket")
STRAPS = Room("bagpattern.parts.straps", "straps")


@dataclass(frozen=True)
class BagPart:
    """A part of a bag. Subclasses are frozen dataclasses of declared parameters; their docstring is their help."""

    room: ClassVar[str] = ""

    @abstractmethod
    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with this part drafted into it. Raises InputError, each problem's key relative to the part."""


@dataclass(frozen=True)
class Pocket(BagPart):
    """A pocket: a part with a name of its own, on a named panel."""

    room: ClassVar[str] = "pocket"
    splits: ClassVar[bool] = False
    """Whether the pocket divides its panel in two."""

    name: str = text(None, "what the pocket is called; its pieces are named after it")
    panel: str = text(None, "the panel it is on")

    @property
    def id(self) -> str:
        """The name as it begins the ids of pieces and seams."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.name.lower()).split())

    def host(self, bag: Draft) -> Panel:
        """The panel that the pocket is on. Raises InputError when there is none, or several copies."""
        if self.panel in bag and bag[self.panel].count == 1:
            return bag[self.panel]
        known = [panel.id for panel in bag.panels if panel.role in (Role.BODY, Role.LINING) and panel.count == 1]
        if self.panel in bag:
            raise refusal("panel", f"there are {bag[self.panel].count} of {self.panel!r}: choose {', '.join(known)}")
        raise refusal("panel", f"the bag has no panel {self.panel!r}{did_you_mean(self.panel, known)}")


def refusal(key: str, message: str) -> InputError:
    """One problem, ready to be raised."""
    return InputError([Problem(key, message)])


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
            bag = each.add(bag, shop)
        except InputError as error:
            problems += _prefixed(key, error)
            unjudged = unjudged if error.problems else key
    if unjudged and not problems:
        raise LookupError(f"{unjudged} hangs on a part that this style does not add before it")
    if problems:
        raise InputError(problems)
    return bag


@contextmanager
def keyed(prefix: str) -> Iterator[None]:
    """Puts *prefix* before the keys of the problems that are raised inside."""
    try:
        yield
    except InputError as error:
        raise InputError(_prefixed(prefix, error)) from error


def _prefixed(prefix: str, error: InputError) -> list[Problem]:
    return [replace(problem, key=f"{prefix}.{problem.key}") for problem in error.problems]
