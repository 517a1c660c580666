"""From plain values to the style's dataclasses, by the declarations: every problem at once, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bagpattern.errors import InputError, Problem, did_you_mean, named, nearest, quoted
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, Declaration, Rows, Table, declarations, slug, with_names
from bagpattern.preset.keys import Covered, Given, entry_labels, entry_names, joined
from bagpattern.preset.overrides import OVERRIDES, Added
from bagpattern.registry import Family
from bagpattern.said import NOTHING, Name, Said, Words
from bagpattern.words import form, series, words

Built = tuple[Any, Any]
"""A value for the dataclass, and the same as a preset would write it; None and None if it is left out or wrong."""

_NOTHING: Built = (None, None)

_MANY = 50
"""Unknown keys of one table that are told one by one: nobody reads more, and each takes its time."""


class Builder:
    """Reads values against declarations. ``problems`` grows; an instance is made only while there is none."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.taken: set[str] = set()
        """The overrides that a declaration has taken up."""
        self.known: list[str] = []
        """The keys of all values that there are."""

    def fields(self, of: type, raw: Mapping[Any, Any], key: str, beside: Iterable[str] = ()) -> Built:
        """An instance of *of*, and its settings; *beside* are keys of the table that are not its fields."""
        declared = with_names(declarations(of), lambda array: entry_names(raw.get(array) or ()))
        self.refuse_unknown(raw, (*beside, *declared), key, _tables(declared))
        built = {name: self.value(each, raw.get(name), joined(key, name)) for name, each in declared.items()}
        settings = {name: written for name, (_, written) in built.items() if written is not None}
        return self.instance(lambda: of(**{name: value for name, (value, _) in built.items()}), key), settings

    def value(self, declared: Declaration, raw: Any, key: str) -> Built:
        """One declared value, table or part; None stands for what the preset leaves out."""
        if isinstance(declared, Parameter):
            return self.parameter(declared, raw, key)
        if isinstance(declared, Rows) or (isinstance(declared, Choice) and declared.many):
            return self.entries(declared, raw, key)
        if isinstance(declared, Table):
            return self.nested(declared, raw, key)
        return self.part(declared.family, self.table(raw, key), key, declared.preselected)

    def nested(self, declared: Table, raw: Any, key: str) -> Built:
        """A table's values, or the word that may stand in its place."""
        given = raw.given if isinstance(raw, Covered) else raw
        word = given.text if isinstance(given, Given) else given
        if declared.word is not None:
            self.known.append(key)
            if isinstance(word, str) and word == declared.word:
                self.plain(given)
                return self.instance(declared.spoken, key), declared.word
            if isinstance(word, str):
                self.plain(given)
                place = OVERRIDES if isinstance(raw, Covered) else ""
                self.refuse(
                    key,
                    words(
                        "is a table, or the word {word}, not {found}",
                        word=quoted(declared.word),
                        found=quoted(word),
                    ),
                    place,
                )
                return self.fields(declared.of, raw, key) if isinstance(raw, Covered) else _NOTHING
        return self.fields(declared.of, self.table(raw, key, _arrays(declared.of)), key)

    def parameter(self, declared: Parameter, raw: Any, key: str) -> Built:
        """A single value, checked; the default if there is none."""
        self.known.append(key)
        if raw is None or isinstance(raw, Added):
            if not declared.optional:
                name = key.rpartition(".")[2]
                there = words("; there is {names}", names=named(declared.options)) if declared.source else NOTHING
                told = series((Words(declared.help), there), "")
                missing = words('is missing: write {name} = "..." ({help})', name=Name(name), help=told)
                self.refuse(key, missing)
            return declared.default, declared.write(declared.default)
        try:
            value = declared.read(self.plain(raw, declared.typed))
        except ValueError as error:
            self.refuse(key, error.args[0])
            return _NOTHING
        return value, declared.write(value)

    def part(self, family: Family, raw: Mapping[Any, Any], key: str, preselected: str | None) -> Built:
        """The part that the table's ``kind`` names."""
        self.known.append(joined(key, "kind"))
        kind = self.plain(raw.get("kind", preselected))
        if not isinstance(kind, str) or kind not in family.names():
            self.refuse(joined(key, "kind"), _why_no_kind(family, kind))
            self.take_all(raw)
            return _NOTHING
        others = _of_other_kinds(family, kind, raw)
        if not isinstance(raw.get("kind"), Given):
            others = self.refuse_others(others, kind, declarations(family.member(kind)), key)
        raw = {name: each for name, each in raw.items() if name not in others}
        instance, settings = self.fields(family.member(kind), raw, key, beside=("kind",))
        return instance, {"kind": kind, **settings}

    def refuse_others(
        self, others: Mapping[str, Sequence[str]], kind: str, known: Iterable[str], key: str
    ) -> Mapping[str, Sequence[str]]:
        """Those of the keys of *others* kinds that are refused as such: one near a *known* key may be a slip of it."""
        refused = {name: kinds for name, kinds in others.items() if not nearest(name, known)}
        for name, kinds in refused.items():
            told = form("is not for the kind {kind}: take it out, or choose {kinds}")
            self.refuse(joined(key, name), words(told, kind=quoted(kind), kinds=named(kinds)))
        return refused

    def entries(self, declared: Choice | Rows, raw: Any, key: str) -> Built:
        """Any number of parts or rows, no two of one name; an override cannot stand for them, and is not taken up."""
        if isinstance(raw, Given):
            return (), []
        if raw is not None and not _is_list(raw):
            self.refuse(key, words("is a list: write [[{key}]], in double brackets, before each entry", key=Name(key)))
            return _NOTHING
        labels = entry_labels(raw or ())
        built = [self.entry(declared, entry, key + label) for label, entry in zip(labels, raw or (), strict=True)]
        self.refuse_same_names(raw or (), key)
        return tuple(value for value, _ in built), [settings for _, settings in built]

    def entry(self, declared: Choice | Rows, raw: Any, key: str) -> Built:
        """One of the tables in an array."""
        if isinstance(raw, Given):
            return _NOTHING
        if not isinstance(raw, Mapping):
            what = words("a table with its kind and name") if isinstance(declared, Choice) else words("a table")
            self.refuse(key, words("must be {what}, not {raw}", what=what, raw=quoted(raw)))
            return _NOTHING
        if isinstance(declared, Rows):
            return self.fields(declared.of, raw, key)
        return self.part(declared.family, raw, key, declared.preselected)

    def refuse_same_names(self, raw: Sequence[Any], key: str) -> None:
        """Names are told apart as they stand in keys and ids, so 'Front' and 'front' are one."""
        seen: set[str] = set()
        for index, entry in enumerate(raw):
            name = self.plain(entry.get("name")) if isinstance(entry, Mapping) else None
            called = slug(name) if isinstance(name, str) else None
            if called in seen:
                self.refuse(
                    f"{key}[{index + 1}].name",
                    words("there is another {called}: give each a name of its own", called=quoted(called)),
                )
            elif called == "" and isinstance(name, str) and name.strip():
                self.refuse(f"{key}[{index + 1}].name", words("{name} has no letter or digit", name=quoted(name)))
            elif called:
                seen.add(called)

    def table(self, raw: Any, key: str, arrays: Iterable[str] = ()) -> Mapping[Any, Any]:
        """The table that *raw* is; an empty one if it is left out, or, with a problem, if it is no table.

        *arrays* are what it holds of entries, which may be what a list in its place was to be.
        An override in the place of a table is not taken up, and so refused in the end.
        """
        if raw is None or isinstance(raw, Mapping):
            return raw or {}
        if not isinstance(raw, Given):
            entries = series(map(Name, (f"; for each entry, [[{key}.{each}]]" for each in arrays if _is_list(raw))), "")
            self.refuse(
                key,
                words(
                    "is a table, not {raw}: write [{key}] and its values below, one a line{entries}",
                    raw=quoted(raw),
                    key=Name(key),
                    entries=entries,
                ),
            )
        return {}

    def refuse_unknown(
        self, raw: Mapping[Any, Any], known: Iterable[str], key: str, tables: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """A problem for every key that is not *known*; those of overrides are refused elsewhere, with better advice.

        *tables* are those beside it, with their keys: one that belongs in a table is told so.
        """
        inside = {each: table for table, keys in reversed([*(tables or {}).items()]) for each in keys}
        unknown = [
            str(name) for name, value in raw.items() if name not in known and not isinstance(value, Given | Added)
        ]
        for name in unknown[:_MANY]:
            there = did_you_mean(name, known)
            if name in inside:
                there = words("; it stands in [{table}]", table=Name(joined(key, inside[name])))
            self.refuse(joined(key, name), words("there is no such key{there}", there=there))
        if len(unknown) > _MANY:
            self.refuse(key, words("has {count} more keys that do not exist", count=len(unknown) - _MANY))

    def instance(self, make: Callable[[], Any], key: str) -> Any:
        """What *make* gives, unless something is wrong already or the class itself refuses the values."""
        if self.problems:
            return None
        try:
            return make()
        except InputError as error:
            self.problems += [Problem(joined(key, each.key), each.message) for each in error.problems]
            return None

    def plain(self, raw: Any, typed: Callable[[str], Any] = str) -> Any:
        """The value itself, whether the file gives it or an override, which may be text as a command line has it."""
        if not isinstance(raw, Given):
            return raw
        self.taken.add(raw.key)
        return typed(raw.text) if isinstance(raw.text, str) else raw.text

    def take_all(self, raw: Mapping[Any, Any]) -> None:
        """Count the overrides in *raw* as taken up: nothing can be said of them while their table is wrong."""
        for value in raw.values():
            self.plain(value)

    def refuse(self, key: str, message: Said, place: str = "") -> None:
        """One more problem; its *place* is looked up when it is left out."""
        self.problems.append(Problem(key, message, place))


def _of_other_kinds(family: Family, kind: str, raw: Mapping[Any, Any]) -> Mapping[str, Sequence[str]]:
    """What a file says of a part that its *kind* does not have, but others: with these.

    It is refused, but where the kind is an override: that stands in the place of the file's.
    """
    known = {"kind", *declarations(family.member(kind))}
    strange = [name for name, each in raw.items() if name not in known and not isinstance(each, Given | Added)]
    having = {name: [each for each in family.names() if name in declarations(family.member(each))] for name in strange}
    return {name: kinds for name, kinds in having.items() if kinds}


def _tables(declared: Mapping[str, Declaration]) -> dict[str, Iterable[str]]:
    """The tables among these, with the keys of each."""
    return {name: declarations(each.of) for name, each in declared.items() if isinstance(each, Table)}


def _arrays(of: type) -> Iterable[str]:
    """The arrays in a table."""
    return (name for name, each in declarations(of).items() if isinstance(each, Rows))


def _is_list(raw: Any) -> bool:
    return isinstance(raw, Sequence) and not isinstance(raw, str | bytes)


def _why_no_kind(family: Family, kind: Any) -> Said:
    if kind is None:
        return words('is missing: write kind = "..."; there is {names}', names=named(family.names()))
    if not isinstance(kind, str):
        return words(
            "must be one word in quotes, not {kind}; there is {names}", kind=quoted(kind), names=named(family.names())
        )
    return words("there is no kind {kind}{advice}", kind=quoted(kind), advice=did_you_mean(kind, family.names()))
