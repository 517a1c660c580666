"""Values that a preset gives and its bag has no use for: it is the same without them, and with any others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem
from bagpattern.model.pattern import Pattern
from bagpattern.parameter import BY_RULE
from bagpattern.pipeline import draft
from bagpattern.preset import Preset, preset_names, read
from bagpattern.preset.keys import canonical, follow
from bagpattern.preset.overrides import OVERRIDES
from bagpattern.preset.settable import Settable, settable
from bagpattern.preset.source import Document, Source, opened
from bagpattern.units import METRIC, parse_length
from bagpattern.values import once, replace, value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.given_places import Steps

_PRINTED = {"name", "preset", "extends", "style", "units", "language", "publisher"}
"""What says how a bag is called and told, not what it is."""
_CLOTHS = ("materials", "own")
"""Cloths are described for as many bags as are cut from them."""
_OTHER = (0.8, 1.25)
"""Lengths that are tried in the place of one, as shares of it."""


def idle(source: Source, overrides: Mapping[str, Any] | None = None, called: str = OVERRIDES) -> list[Problem]:
    """Each value of a preset's own document, and of what overrides it, that changes nothing in its bag.

    What it inherits is not looked at, nor what a shipped preset says; a value that is as its rule would have it is not
    idle. Takes and raises what ``pipeline.make`` does.
    """
    document = opened(source)
    own = () if isinstance(source, str) and source in preset_names() else tuple(_values(document.data))
    if not own and not overrides:
        return []
    preset = read(source, overrides, called)
    trial = _Trial(document, own, dict(overrides or {}), preset, _bag(draft(preset)))
    told = words("changes nothing in this bag, which has no use for it")
    return preset.places.located(Problem(key, told) for key in dict.fromkeys(trial.useless()))


@value
class _Trial:
    """A preset with its overrides, and the bag that it makes."""

    document: Document
    own: tuple[Steps, ...]
    given: Mapping[str, Any]
    preset: Preset
    bag: Pattern

    def useless(self) -> Iterator[str]:
        """The keys of the values that make no difference."""
        for steps in self.own:
            key = canonical(self.document.data, steps, "")
            if steps[0] not in _PRINTED and steps[:2] != _CLOTHS and key not in self.given:
                less = replace(self.document, data=_without(self.document.data, steps))
                if self._is_useless(key, less, self.given):
                    yield key
        for key in self.given:
            if key not in _PRINTED and self._is_useless(key, self.document, _less(self.given, key)):
                yield key

    @once
    def _known(self) -> dict[str, Settable]:
        return {each.key: each for each in settable(self.document)}

    def _is_useless(self, key: str, less: Document, given: Mapping[str, Any]) -> bool:
        """Whether the bag is the same without a value, and with each other one that might stand in its place."""
        if self._same(less, given) is not True:
            return False
        found = {self._same(self.document, {**self.given, key: each}) for each in self._others(key)}
        return False not in found and True in found

    def _same(self, document: Document, given: Mapping[str, Any]) -> bool | None:
        """Whether other settings make that very bag; None if they are the same."""
        try:
            other = read(document, given)
            return None if other.settings == self.preset.settings else _bag(draft(other)) == self.bag
        except InputError:
            return False

    def _others(self, key: str) -> Iterator[Any]:
        """What might stand in the place of a value: each other word, and figures near it, so that no limit is met."""
        known = self._known.get(key)
        if known and known.values not in ((), (BY_RULE,)):
            yield from ([each] for each in known.values) if known.many else known.values
            return
        _, now, _ = follow(self.preset.settings, key)
        yield from islice((each for each in _near(now) if self._is_taken(key, each)), 1)

    def _is_taken(self, key: str, other: Any) -> bool:
        """Whether a value is within its limits."""
        try:
            return bool(read(self.document, {**self.given, key: other}))
        except InputError:
            return False


def _near(now: Any) -> Iterator[Any]:
    """Figures near a number or a length; of a text there are none."""
    if isinstance(now, int):
        yield from (now + 1, now - 1)
    elif isinstance(now, str) and now[:1].isdigit():
        yield from (METRIC.written(parse_length(now) * each) for each in _OTHER)


def _bag(pattern: Pattern) -> Pattern:
    """All that is made and bought, whatever it was asked for with."""
    return replace(pattern, settings={}, findings=())


def _values(data: Any, at: Steps = ()) -> Iterator[Steps]:
    """The way to every single value: those in tables, and in the tables of arrays."""
    inside = data.items() if isinstance(data, Mapping) else enumerate(data)
    for step, each in inside:
        if isinstance(each, Mapping) or _has_tables(each):
            yield from _values(each, (*at, step))
        elif isinstance(data, Mapping):
            yield (*at, step)


def _has_tables(data: Any) -> bool:
    return isinstance(data, list) and any(isinstance(each, Mapping) for each in data)


def _without(data: Any, steps: Steps) -> Any:
    step, *rest = steps
    if isinstance(data, Mapping):
        return {**data, step: _without(data[step], tuple(rest))} if rest else _less(data, step)
    return [_without(each, tuple(rest)) if number == step else each for number, each in enumerate(data)]


def _less(data: Mapping[Any, Any], key: Any) -> dict[Any, Any]:
    return {name: each for name, each in data.items() if name != key}
