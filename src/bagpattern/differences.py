"""In which values, pieces and bought things two patterns differ, such as a preset's and its parent's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.preset.keys import entry_labels, joined
from bagpattern.said import NOTHING, Said
from bagpattern.values import value

_LEAST = 0.05
"""mm: less is told by nobody and cut by nobody."""
_LEAST_AREA = 1.0
"""mm2."""
_OWN = ("preset",)
"""Every preset has its own id."""


class ValueChange(NamedTuple):
    """A value that differs: its key, and what it was and is, as a preset writes it; None where there is none."""

    key: str
    before: Any
    after: Any


@value
class PieceChange:
    """A piece that is new (``before`` is None), gone (``after`` is None) or cut in another way."""

    before: CutRow | None
    after: CutRow | None

    @property
    def title(self) -> Said:
        """What the piece is called."""
        row = self.after or self.before
        return row.title if row else NOTHING

    @property
    def wider(self) -> float:
        """mm that it is cut wider; negative: narrower."""
        return self.after.width - self.before.width if self.before and self.after else 0.0

    @property
    def higher(self) -> float:
        """mm that it is cut higher; negative: lower."""
        return self.after.height - self.before.height if self.before and self.after else 0.0


@value
class NotionChange:
    """A bought thing that is new (``before`` is None), gone (``after`` is None) or another."""

    before: Notion | None
    after: Notion | None


def changed_values(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[ValueChange]:
    """Every value that differs, in the order of the settings; a table that is new or gone is one change."""
    return [each for each in _tables(before, after, "") if each.key not in _OWN]


def changed_pieces(before: Pattern, after: Pattern) -> list[PieceChange]:
    """Every piece that is new, gone, or differs in size, outline, count or material."""
    one, other = ({row.piece: row for row in each.cut_list} for each in (before, after))
    pairs = ((name, one.get(name), other.get(name)) for name in dict.fromkeys((*one, *other)))
    return [PieceChange(was, now) for name, was, now in pairs if _differs(before, after, name, was, now)]


def changed_notions(before: Pattern, after: Pattern) -> list[NotionChange]:
    """Every bought thing that is new, gone, or differs."""
    one, other = ({_key(number, each): each for number, each in _numbered(it.notions)} for it in (before, after))
    pairs = ((one.get(key), other.get(key)) for key in dict.fromkeys((*one, *other)))
    return [NotionChange(was, now) for was, now in pairs if was is None or now is None or _told(was) != _told(now)]


def _tables(before: Mapping[str, Any], after: Mapping[str, Any], key: str) -> Iterator[ValueChange]:
    for name in dict.fromkeys((*before, *after)):
        yield from _values(before.get(name), after.get(name), joined(key, name))


def _values(before: Any, after: Any, key: str) -> Iterator[ValueChange]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _tables(before, after, key)
    elif _has_tables(before) or _has_tables(after):
        one, other = _labelled(before), _labelled(after)
        for label in dict.fromkeys((*one, *other)):
            yield from _values(one.get(label), other.get(label), key + label)
    elif before != after:
        yield ValueChange(key, before, after)


def _has_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)


def _labelled(entries: Any) -> dict[str, Any]:
    return dict(zip(entry_labels(entries), entries, strict=True)) if isinstance(entries, list) else {}


def _differs(before: Pattern, after: Pattern, name: str, was: CutRow | None, now: CutRow | None) -> bool:
    if was is None or now is None:
        return True
    if max(abs(was.width - now.width), abs(was.height - now.height)) >= _LEAST:
        return True
    if (was.count, was.mirrored, was.material) != (now.count, now.mirrored, now.material):
        return True
    return bool(abs(before[name].cutting_line.area - after[name].cutting_line.area) >= _LEAST_AREA)


def _numbered(notions: Iterable[Notion]) -> Iterator[tuple[int, Notion]]:
    """Each notion with how many of its id came before it."""
    seen: dict[str, int] = {}
    for each in notions:
        yield seen.setdefault(each.id, 0), each
        seen[each.id] += 1


def _key(number: int, notion: Notion) -> tuple[str, int]:
    return notion.id, number


def _told(notion: Notion) -> tuple[object, ...]:
    """What is asked for in a shop, and what is said beside it."""
    sizes = (None if each is None else round(each, 1) for each in (notion.asked_for, notion.width, notion.opening))
    return notion.title, notion.size, notion.count, notion.note, *sizes
