"""One value of a preset's text put in the place of another: all else stays as it is written, comments too."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.given_places import Statement, statements
from bagpattern.preset.extend import resolved
from bagpattern.preset.keys import follow
from bagpattern.preset.source import Source, Written, opened
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.given_places import Steps

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def edited(source: Written, key: str, value: Any) -> str:
    """The text with *value* at the dotted *key*, or with None without what is said there; a line changes, or a block.

    A list of tables are entries that are added to an array. Raises InputError for a text that is no TOML, a value that
    TOML does not have, and where the change cannot be made by a line: the text is then to be changed by hand.
    """
    document = opened(source)
    steps, found, rest = follow(document.data, key)
    if value is None and rest:
        return document.text
    if rest and not isinstance(found, Mapping | list):
        raise InputError(
            [Problem(key, words("has no place: there is {found} here, which holds no values", found=quoted(found)))]
        )
    editing = _Editing(document.text, document.data)
    if _are_tables(value):
        new = editing.with_entries(key, value)
    elif value is None:
        new = editing.without(steps)
    elif rest:
        new = editing.with_more(*_place(source, key, steps, rest), value)
    else:
        new = editing.without_tables(steps, found).with_value(steps, value)
    _prove(new, key, value)
    return new


def written(value: Any) -> str:
    """A value as TOML has it. Raises InputError for what TOML has not, such as a number that is not finite."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(name)} = {written(each)}' for name, each in value.items())} }}"
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("\x7f", "\\u007f")
    except (TypeError, ValueError):
        raise InputError([Problem("", words("{value} cannot be written into a preset", value=quoted(value)))]) from None


def _place(source: Source, key: str, steps: Steps, rest: str) -> tuple[Steps, list[str], str]:
    """The table of this text that takes a new value in, the names below it, and the entry's name if it is inherited."""
    laid, _ = resolved(opened(source))
    whole, _, beyond = follow(laid.value, key)
    names = [str(each) for each in whole[len(steps) :]] + (beyond.split(".") if beyond else [])
    at = next((at for at, each in enumerate(whole) if at >= len(steps) and isinstance(each, int)), None)
    if at is None:
        return steps, names or rest.split("."), ""
    entry = follow(laid.value, ".".join(map(str, whole[:at])))[1]
    called = entry[int(whole[at])].get("name", "") if isinstance(entry, Sequence) else ""
    return tuple(whole[:at]), [*map(str, whole[at + 1 :]), *(beyond.split(".") if beyond else [])], str(called)


def _prove(text: str, key: str, value: Any) -> None:
    """Raises InputError unless the text is TOML and says what was to be said."""
    try:
        _, found, rest = follow(tomllib.loads(text), key)
    except ValueError:
        found, rest = None, "."
    said = rest if value is None else not rest and (_are_tables(value) or found == value)
    if not said:
        raise InputError([Problem(key, words("cannot be changed by itself here: change it in the text"))])


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else written(name)


def _dotted(names: Sequence[str | int]) -> str:
    return ".".join(_key(each) for each in names if isinstance(each, str))


class _Editing:
    """A text, its values and its statements."""

    def __init__(self, text: str, data: Mapping[str, Any]) -> None:
        self.text, self.data, self.all = text, data, statements(text)

    def with_value(self, steps: Steps, value: Any) -> str:
        """The value at *steps* anew, or, where no pair of its own says it, one more line for it."""
        for each in self.all:
            if each.steps == steps and each.value is not None:
                return self.text[: each.value] + written(value) + self.text[each.end :]
        outer = next(
            (each for each in self.all if each.value is not None and each.steps == steps[: len(each.steps)]), None
        )
        if outer is not None and steps != outer.steps:
            return self._within(outer, steps[len(outer.steps) :], value)
        return self.with_more(steps[:-1], [str(steps[-1])], "", value)

    def with_more(self, table: Steps, names: list[str], entry: str, value: Any) -> str:
        """One more value in a table of this text; in an *entry* of an array by that name, which is begun here."""
        if entry:
            return self._block(f"[[{_dotted(table)}]]", {"name": entry, ".".join(names): value})
        inline = next((each for each in self.all if each.steps == table and each.value is not None), None)
        if inline is not None:
            return self._within(inline, tuple(names), value)
        header = next((each for each in self.all if each.steps == table and each.value is None), None)
        if (header is None and table and not self._dotted_there(table)) or (len(names) > 1 and not _indexed(table)):
            return self._block(f"[{_dotted([*table, *names[:-1]])}]", {names[-1]: value}, (*table, *names[:-1]))
        return self._line(table, header, names, value)

    def with_entries(self, key: str, entries: Sequence[Mapping[str, Any]]) -> str:
        """The text with more entries at its end."""
        new = self
        for each in entries:
            text = new._block(f"[[{key}]]", each)
            new = _Editing(text, {})
        return new.text

    def without_tables(self, steps: Steps, found: Any) -> _Editing:
        """What is left when a word is to stand in the place of a table; the very same where there is none."""
        if isinstance(found, Mapping) or _are_tables(found):
            return _Editing(self.without(steps), {})
        return self

    def without(self, steps: Steps) -> str:
        """The text without what is said at *steps* or below; an inline table is written anew without it."""
        gone = [each for each in self.all if each.steps[: len(steps)] == steps]
        if not gone:
            outer = next((each for each in self.all if each.value and each.steps == steps[: len(each.steps)]), None)
            return self._taken_out(outer, steps) if outer else self.text
        text = self.text
        for each in reversed(gone):
            start, end = self._lines(each)
            text = text[:start] + text[end:]
        return re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")

    # places -----------------------------------------------------------------------------------------------------------

    def _lines(self, each: Statement) -> tuple[int, int]:
        """From the start of a statement's first line to the start of the line behind it."""
        behind = self.text.find("\n", each.end)
        return self.text.rfind("\n", 0, each.start) + 1, len(self.text) if behind < 0 else behind + 1

    def _dotted_there(self, table: Steps) -> bool:
        return any(each.value is not None and each.steps[: len(table)] == table for each in self.all)

    def _line(self, table: Steps, header: Statement | None, names: Sequence[str], value: Any) -> str:
        """One more line behind the last one of its table."""
        of = [each for each in self._under(header) if each.steps[: len(table)] == table]
        last = of[-1] if of else header
        own = header.steps if header else ()
        line = f"{_dotted([*table[len(own) :], *names])} = {written(value)}\n"
        if last is None:  # nothing stands before the first table
            first = self._lines(self.all[0])[0] if self.all else len(self.text)
            return self.text[:first] + line + ("\n" if self.all else "") + self.text[first:]
        end = self._lines(last)[1]
        broken = "" if self.text[:end].endswith("\n") else "\n"
        return self.text[:end] + broken + line + self.text[end:]

    def _under(self, header: Statement | None) -> Iterator[Statement]:
        """The pairs below a header; without one, those before the first."""
        start = self.all.index(header) + 1 if header else 0
        for each in self.all[start:]:
            if each.value is None:
                return
            yield each

    def _block(self, header: str, values: Mapping[str, Any], table: Steps = ()) -> str:
        """The text with one more table, or a line more in that table if it is here after all."""
        there = next((each for each in self.all if table and each.steps == table and each.value is None), None)
        if there is not None:
            return self._line(table, there, [*values], next(iter(values.values())))
        lines = [header, *(f"{_dotted(name.split('.'))} = {written(each)}" for name, each in values.items())]
        before = self.text.rstrip("\n")
        return (f"{before}\n\n" if before else "") + "\n".join(lines) + "\n"

    # inline tables ----------------------------------------------------------------------------------------------------

    def _within(self, outer: Statement, steps: Steps, value: Any) -> str:
        """The inline table of a pair written anew with one more or another value."""
        data = _put(self._said(outer), steps, value)
        return self.text[: outer.value] + written(data) + self.text[outer.end :]

    def _taken_out(self, outer: Statement, steps: Steps) -> str:
        data = _put(self._said(outer), steps[len(outer.steps) :], None)
        return self.text[: outer.value] + written(data) + self.text[outer.end :]

    def _said(self, outer: Statement) -> Any:
        return tomllib.loads(f"value = {self.text[outer.value : outer.end]}")["value"]


def _indexed(steps: Steps) -> bool:
    return any(isinstance(each, int) for each in steps)


def _put(data: Any, steps: Steps, value: Any) -> Any:
    """A copy of *data* with *value* at *steps*; with None without it."""
    step, deeper = steps[0], steps[1:]
    if isinstance(step, int):
        changed = [_put(data[step], deeper, value)] if deeper else [] if value is None else [value]
        return [*data[:step], *changed, *data[step + 1 :]]
    if not deeper and value is None:
        return {name: each for name, each in data.items() if name != step}
    return {**data, step: _put(data.get(step, {}), deeper, value) if deeper else value}
