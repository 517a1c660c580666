"""What a preset changes in its parent, in words and tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bagpattern.cli._tables import section, table
from bagpattern.language import Teller
from bagpattern.parameter import BY_RULE
from bagpattern.said import Length, Rounding
from bagpattern.units import ExactLength
from bagpattern.words import extent, trade

if TYPE_CHECKING:
    from bagpattern.differences import PieceChange, ValueChange
    from bagpattern.model.notion import Notion
    from bagpattern.model.pattern import CutRow, Pattern


def difference(before: Pattern, after: Pattern) -> str:
    """The values, pieces and things to buy in which *after* differs from *before*, in the units of *after*."""
    blocks = (_values(before, after), _pieces(before, after), _notions(before, after))
    titled = [block for block in blocks if block]
    head = f"{after.name} ({after.preset}) changes {before.name} ({before.preset})"
    return "\n".join([head + (":\n" if titled else " in nothing."), *titled])


def _values(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_values

    found = changed_values(before.settings, after.settings)
    tell = Teller(after.units)
    rows = [(each.key, _said(each.before, each, tell), "->", _said(each.after, each, tell)) for each in found]
    return section("Values", table(("value", "was", "", "is"), rows)) if rows else ""


def _said(value: Any, change: ValueChange, tell: Teller) -> str:
    """A value of the settings in a word or two."""
    if value is None:
        return _none(change.before or change.after)
    if isinstance(value, Mapping):
        return str(value.get("kind") or value.get("name") or "given")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, ExactLength):
        return tell(Length(value.mm, rounding=Rounding.EXACT))
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


def _none(other: Any) -> str:
    """The absence of a value that is *other* in the other preset."""
    if isinstance(other, Mapping):
        return "none"
    return BY_RULE if isinstance(other, ExactLength) else "left out"


def _pieces(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_pieces

    tell = Teller(after.units)
    rows = [(tell(each.title), *_piece(each, tell)) for each in changed_pieces(before, after)]
    head = ("piece", "cut width x height", "wider", "higher", "")
    return section("Pieces, allowance included", table(head, rows, right="wider,higher")) if rows else ""


def _piece(change: PieceChange, tell: Teller) -> tuple[str, str, str, str]:
    was, now = change.before, change.after
    if was is None or now is None:
        row = was or now
        return tell(extent(row.width, row.height)) if row else "", "", "", "gone" if now is None else "new"
    size = tell(extent(now.width, now.height))
    return size, _more(change.wider, tell), _more(change.higher, tell), _besides(was, now)


def _more(length: float, tell: Teller) -> str:
    """'+12 mm'; nothing for nothing."""
    return f"{'+' if length > 0 else '-'}{tell.length(abs(length))}" if abs(length) >= 0.05 else ""


def _besides(was: CutRow, now: CutRow) -> str:
    """What differs besides the size."""
    changes = [f"cut {now.count}, was {was.count}"] if now.count != was.count else []
    changes += [f"{now.mirrored} mirrored, was {was.mirrored}"] if now.mirrored != was.mirrored else []
    changes += [f"from {now.material}, was {was.material}"] if now.material != was.material else []
    same = max(abs(now.width - was.width), abs(now.height - was.height)) < 0.05
    return ", ".join(changes) or ("another outline" if same else "")


def _notions(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_notions

    found, tell = changed_notions(before, after), Teller(after.units)
    lines = (f"{_notion(each.before, tell)}\n  -> {_notion(each.after, tell)}" for each in found)
    return section("To buy", "\n".join(lines)) if found else ""


def _notion(notion: Notion | None, tell: Teller) -> str:
    if notion is None:
        return "none"
    parts = (f"{notion.count} x {tell(notion.title)}", size_in_words(notion, tell), tell(notion.note))
    return ", ".join(filter(None, parts))


def size_in_words(notion: Notion, tell: Teller) -> str:
    """'#5, 32 mm wide, 55 cm': what to ask for."""
    parts = [tell(notion.size)]
    if notion.width is not None and notion.stock is None and tell(trade(notion.width)) != parts[0]:
        parts.append(f"{tell(trade(notion.width))} wide")
    parts.append(tell(notion.ask_for))
    return ", ".join(filter(None, parts))
