"""What a preset changes in its parent, in words and tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bagpattern.cli._tables import heads, section, table
from bagpattern.model.colourway import slot_words
from bagpattern.parameter import BY_RULE
from bagpattern.said import NOTHING, Called, Length, Name, Rounding, Said
from bagpattern.units import ExactLength
from bagpattern.words import extent, form, series, trade, words

if TYPE_CHECKING:
    from bagpattern.differences import PieceChange, ValueChange
    from bagpattern.language import Teller
    from bagpattern.model.notion import Notion
    from bagpattern.model.pattern import CutRow, Pattern


_NONE = words("none")
_CHANGES = {
    True: form("{bag} ({preset}) changes {parent} ({extended}):"),
    False: form("{bag} ({preset}) changes {parent} ({extended}) in nothing."),
}


def difference(before: Pattern, after: Pattern) -> str:
    """The values, pieces and things to buy in which *after* differs from *before*, told as *after* is."""
    blocks = (_values(before, after), _pieces(before, after), _notions(before, after))
    titled = [block for block in blocks if block]
    head = words(
        _CHANGES[bool(titled)],
        bag=Called(after.name),
        preset=Name(after.preset),
        parent=Called(before.name),
        extended=Name(before.preset),
    )
    return "\n".join([after.tell(head) + ("\n" if titled else ""), *titled])


def _values(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_values

    found, tell = changed_values(before.settings, after.settings), after.tell
    rows = [(each.key, tell(_said(each.before, each)), "->", tell(_said(each.after, each))) for each in found]
    head = heads(tell, words("value"), words("was"), NOTHING, words("is"))
    return section(tell(words("Values")), table(head, rows)) if rows else ""


def _said(value: Any, change: ValueChange) -> Said:
    """A value of the settings in a word or two: those of a preset are the same in every language."""
    if value is None:
        return _none(change.before or change.after)
    if isinstance(value, Mapping):
        named = value.get("kind") or value.get("name")
        return Name(str(named)) if named else words("given")
    if isinstance(value, bool):
        return Name(str(value).lower())
    if isinstance(value, ExactLength):
        return Length(value.mm, rounding=Rounding.EXACT)
    return series((Name(str(each)) for each in value), ", ") or _NONE if isinstance(value, list) else Name(str(value))


def _none(other: Any) -> Said:
    """The absence of a value that is *other* in the other preset."""
    if isinstance(other, Mapping):
        return _NONE
    return Name(BY_RULE) if isinstance(other, ExactLength) else words("left out")


_PIECES = words("piece"), words("cut width x height"), words("wider"), words("higher"), NOTHING


def _pieces(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_pieces

    tell = after.tell
    rows = [(tell(each.title), *_piece(each, tell)) for each in changed_pieces(before, after)]
    told = table(heads(tell, *_PIECES), rows, right=(2, 3))
    return section(tell(words("Pieces, allowance included")), told) if rows else ""


def _piece(change: PieceChange, tell: Teller) -> tuple[str, str, str, str]:
    was, now = change.before, change.after
    if was is None or now is None:
        row, fate = was or now, words("gone") if now is None else words("new")
        return tell(extent(row.width, row.height)) if row else "", "", "", tell(fate)
    size = tell(extent(now.width, now.height))
    return size, _more(change.wider, tell), _more(change.higher, tell), tell(_besides(was, now))


def _more(length: float, tell: Teller) -> str:
    """'+12 mm'; nothing for nothing."""
    return f"{'+' if length > 0 else '-'}{tell.length(abs(length))}" if abs(length) >= 0.05 else ""


def _besides(was: CutRow, now: CutRow) -> Said:
    """What differs besides the size."""
    changes: list[Said] = []
    if now.count != was.count:
        changes.append(words("cut {count}, was {before}", count=now.count, before=was.count))
    if now.mirrored != was.mirrored:
        changes.append(words("{count} mirrored, was {before}", count=now.mirrored, before=was.mirrored))
    if now.material != was.material:
        slots = {"slot": slot_words(now.material), "before": slot_words(was.material)}
        changes.append(words("from {slot}, was {before}", **slots))
    same = max(abs(now.width - was.width), abs(now.height - was.height)) < 0.05
    return series(changes, ", ") or (words("another outline") if same else NOTHING)


def _notions(before: Pattern, after: Pattern) -> str:
    from bagpattern.differences import changed_notions

    found, tell = changed_notions(before, after), after.tell
    lines = (f"{_notion(each.before, tell)}\n  -> {_notion(each.after, tell)}" for each in found)
    return section(tell(words("To buy")), "\n".join(lines)) if found else ""


def _notion(notion: Notion | None, tell: Teller) -> str:
    if notion is None:
        return tell(_NONE)
    parts = (f"{notion.count} x {tell(notion.title)}", size_in_words(notion, tell), tell(notion.note))
    return ", ".join(filter(None, parts))


def size_in_words(notion: Notion, tell: Teller) -> str:
    """'#5, 32 mm wide, 55 cm': what to ask for."""
    parts = [tell(notion.size)]
    if notion.width is not None and notion.stock is None and tell(trade(notion.width)) != parts[0]:
        parts.append(tell(words("{width} wide", width=trade(notion.width))))
    parts.append(tell(notion.ask_for))
    return ", ".join(filter(None, parts))
