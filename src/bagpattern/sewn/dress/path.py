"""How the straps by which a bag is carried run, where it is not to stand on a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.model.strap import Way, Worn
    from bagpattern.sewn.bag import Floats


class Path(Protocol):
    """Leads a strap, a copy of a panel or a notion ``of``, from a start to an end."""

    def __call__(self, of: str, copy: int, start: Floats, end: Floats) -> tuple[Floats, Floats] | None:
        """Its curve and the way out of the wearer along it, each k x 3; None where it hangs as on a table."""


@value
class Carried:
    """The ``way`` in which a bag is carried, and the ``path`` of what carries it; None: it hangs as on a table."""

    way: Way
    path: Path | None = None

    def worn(self, draft: Draft, of: str) -> Worn | None:
        """How a panel or a notion serves this way, if it does."""
        strap = draft[of].strap if of in draft else next((each.strap for each in draft.notions if each.id == of), None)
        return next((each for each in strap.worn if each.way is self.way), None) if strap else None
