"""What a preset changes in its parent, in words and tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bagpattern.cli._tables import section, table
from bagpattern.parameters import BY_RULE
from bagpattern.units import LENGTH_PATTERN

if TYPE_CHECKING:
    from bagpattern.differences import PieceChange, ValueChange
    from bagpattern.model.notion import Notion
    from bagpattern.model.pattern import CutRow, Pattern
    from bagpattern.units import Units


def difference(before: Pattern, after: Pattern) -> str:
    """The values, pieces and things to buy in which *after* differs from *before*, in the units of *after*."""
    blocks = (_values(before, after), _pieces(before, after), _notions(before, after))
    titled = [block for block in blocks if block]
    head = f"{after.name} ({after.preset}) changes {before.name} ({before.preset})"
    return "\n".join([head + (":\n" if titled else " in nothing."), *titled])


def _values(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_values

    found = changed_values(before.settings, after.settings)
    rows = [(each.key, _said(each.before, each, after), "->", _said(each.after, each, after)) for each in found]
    return section("Values", table(("value", "was", "", "is"), rows)) if rows else ""


def _said(value: Any, change: ValueChange, pattern: Pattern) -> str:
    """A value of the settings in a word or two."""
    if value is None:
        return _none(change.before or change.after)
    if isinstance(value, Mapping):
        return str(value.get("kind") or value.get("name") or "given")
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else pattern.units.text(str(value))


def _none(other: Any) -> str:
    """The absence of a value that is *other* in the other preset."""
    if isinstance(other, Mapping):
        return "none"
    return BY_RULE if re.search(LENGTH_PATTERN, str(other)) else "left out"


def _pieces(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_pieces

    rows = [(each.title, *_piece(each, after.units)) for each in changed_pieces(before, after)]
    head = ("piece", "cut width x height", "wider", "higher", "")
    return section("Pieces, allowance included", table(head, rows, right="wider,higher")) if rows else ""


def _piece(change: PieceChange, units: Units) -> tuple[str, str, str, str]:
    was, now = change.before, change.after
    if was is None or now is None:
        row = was or now
        return units.size(row.width, row.height) if row else "", "", "", "gone" if now is None else "new"
    return (
        units.size(now.width, now.height),
        _more(change.wider, units),
        _more(change.higher, units),
        _besides(was, now),
    )


def _more(length: float, units: Units) -> str:
    """'+12 mm'; nothing for nothing."""
    return f"{'+' if length > 0 else '-'}{units.length(abs(length))}" if abs(length) >= 0.05 else ""


def _besides(was: CutRow, now: CutRow) -> str:
    """What differs besides the size."""
    words = [f"cut {now.count}, was {was.count}"] if now.count != was.count else []
    words += [f"{now.mirrored} mirrored, was {was.mirrored}"] if now.mirrored != was.mirrored else []
    words += [f"from {now.material}, was {was.material}"] if now.material != was.material else []
    same = max(abs(now.width - was.width), abs(now.height - was.height)) < 0.05
    return ", ".join(words) or ("another outline" if same else "")


def _notions(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_notions

    found = changed_notions(before, after)
    lines = (f"{_notion(each.before, after.units)}\n  -> {_notion(each.after, after.units)}" for each in found)
    return section("To buy", "\n".join(lines)) if found else ""


def _notion(notion: Notion | None, units: Units) -> str:
    if notion is None:
        return "none"
    parts = (f"{notion.count} x {notion.title}", size_in_words(notion, units), notion.note)
    return ", ".join(part for part in parts if part)


def size_in_words(notion: Notion, units: Units) -> str:
    """'#5, 32 mm wide, 55 cm': what to ask for."""
    parts = [notion.size]
    if notion.width is not None and units.length(notion.width) != notion.size:
        parts.append(f"{units.length(notion.width)} wide")
    if notion.asked_for is not None:
        parts.append(units.bought(notion.asked_for))
    return ", ".join(part for part in parts if part)
