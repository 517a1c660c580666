"""How the pieces lie on the cloth: a plan for each material, as plain facts, with its drawing."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bagpattern.errors import Problem, quoted, raise_together
from bagpattern.export._lays import row
from bagpattern.layout.cloth import GAP, MOST_COPIES, Order
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import lays, names
from bagpattern.layout.purchase import to_buy
from bagpattern.model.named import Named
from bagpattern.model.pattern import Pattern, proper
from bagpattern.parameter import Parameter
from bagpattern.said import Name
from bagpattern.units import parse_length
from bagpattern.values import value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.layout.blanks import Placed


@value
class LayPlan:
    """The plan of one material, or of one table of it. Lengths are mm; in a notebook it draws itself."""

    id: str
    """The material's slot; with a number where it takes several tables."""
    pattern: Pattern
    lay: Lay

    @property
    def material(self) -> str:
        """The slot of what is cut: shell, lining."""
        return self.lay.cloth.material

    @property
    def title(self) -> str:
        """What the cloth is."""
        return str(self.lay.cloth.title)

    @property
    def width(self) -> float:
        """mm across the cloth, selvedges included."""
        return self.lay.cloth.width

    @property
    def length(self) -> float:
        """mm of cloth that the pieces take."""
        return self.lay.length

    @property
    def buy(self) -> float:
        """mm to ask for in a shop."""
        return to_buy(self.lay.length, self.pattern.units, self.lay.cloth.shrinks)

    @property
    def bound(self) -> float:
        """mm that no plan can beat."""
        return self.lay.bound

    @property
    def share(self) -> float:
        """The pieces' share of the cloth that is used up, from 0 to 1."""
        return self.lay.utilisation

    @property
    def engine(self) -> str:
        """What found it."""
        return self.lay.engine

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every copy of every piece: which, where (mm from the cut end and from the selvedge), and how it is turned."""
        return self.lay.placed

    @property
    def row(self) -> dict[str, Any]:
        """All of it as plain data, as pattern.json has it."""
        return row(self.lay, self.pattern.units)

    @property
    def svg(self) -> str:
        """Its drawing to scale, as ``bagpattern lay -o`` writes it."""
        return self._drawn()

    def _drawn(self, screen: bool = False) -> str:
        from bagpattern.drawing.cloth.lay import lay_drawing  # whoever wants lengths alone draws nothing
        from bagpattern.export.svg import svg_text

        return svg_text(lay_drawing(self.pattern, self.lay, self.id), screen=screen)

    def _repr_svg_(self) -> str:
        return self._drawn(screen=True)

    def __repr__(self) -> str:
        size = f"{self.length:.0f} x {self.width:g} mm"
        return f"<LayPlan {self.id!r}: {size} of {self.title}, {self.share:.0%} used>"


def lay(
    pattern: Pattern,
    widths: Mapping[str, str | float] | None = None,
    effort: float | str = "quick",
    copies: int = 1,
    *,
    folded: bool = False,
    grains: Mapping[str, str] | None = None,
    table: str | float = 0.0,
    gap: str | float = GAP,
    selvedge: str | float | None = None,
) -> Named[LayPlan]:
    """The lay plans of *pattern*, one a material; ``lay(pattern)["shell"]`` is that of the shell.

    *widths* are those of the cloth by slot, as text ("140 cm") or mm; *effort* is how many seconds all plans together
    may be bettered by true shapes, or "best"; with "quick" they are the same every time. *copies* is how many bags are
    cut at once; *folded* cloth lies in two layers; *grains* says how pieces may lie, by slot: one-way, two-way, square
    or none, where the material's own is not wanted. No plan is longer than the *table*: a material may have several.
    Pieces lie *gap* apart; the *selvedge* of cloth with a grain is left out, 10 mm if nothing is said.
    Raises InputError, listing everything that is wrong with these, and every piece that is wider than its cloth. Ctrl-C
    raises KeyboardInterrupt, as always. An engine that breaks down is a RuntimeWarning.
    """
    from bagpattern.layout.engines.search import all_bettered, seconds_of
    from bagpattern.layout.engines.watch import Watch

    proper(pattern)
    read = _Reader()
    order = Order(
        {slot: read(f"width {slot}", _length, width) for slot, width in read("widths", _by_slot, widths or {}).items()},
        read("copies", _COPIES.read, copies),
        read("folded", _FOLDED.read, folded),
        read("gap", _length, gap),
        None if selvedge is None else read("selvedge", _length, selvedge),
        {slot: read(f"grain {slot}", _word, grain) for slot, grain in read("grains", _by_slot, grains or {}).items()},
        read("table", _length, table),
    )
    seconds = read("effort", seconds_of, effort)
    raise_together(read.problems)
    with Watch() as watch:
        found = all_bettered(lays(pattern, order), seconds, watch)
    if watch.stopped:
        raise KeyboardInterrupt
    for trouble in dict.fromkeys(watch.troubles):
        warnings.warn(trouble, RuntimeWarning, stacklevel=2)
    return Named(LayPlan(name, pattern, plan) for name, plan in zip(names(found), found, strict=True))


class _Reader:
    """Reads what is asked for, and goes on after what cannot be read: ``problems`` grows, each with its key."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, key: str, read: Callable[[Any], Any], given: Any) -> Any:
        """What is read; nothing, of which there is nothing more to read, where that raises ValueError."""
        try:
            return read(given)
        except ValueError as error:
            self.problems.append(Problem(key, error.args[0]))
            return {}


_COPIES = Parameter("count", "how many bags are cut at once", 1, 1, MOST_COPIES)
_FOLDED = Parameter("flag", "whether the cloth lies in two layers", False)


def _by_slot(given: Any) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise ValueError(
            words(
                "is a mapping by slot, such as {example}, not {given}",
                example=Name('{"shell": ...}'),
                given=quoted(given),
            )
        )
    return given


def _length(given: Any) -> float:
    """mm. Raises ValueError."""
    if isinstance(given, str):
        return parse_length(given)
    try:
        return float(given if not isinstance(given, bool) else "true")
    except (TypeError, ValueError, OverflowError):
        raise ValueError(
            words('is a length, such as "140 cm", or a number of mm, not {given}', given=quoted(given))
        ) from None


def _word(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError(words("is one word, not {given}", given=quoted(given)))
    return given
