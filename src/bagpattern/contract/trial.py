"""A style or a part on trial: all that it is asked for, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from bagpattern.contract import cases
from bagpattern.contract.cases import Settings
from bagpattern.contract.judging import PROVED, REFUSED, outcome
from bagpattern.library import files, picture
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, declarations
from bagpattern.pipeline import make
from bagpattern.registry import Family
from bagpattern.styles import STYLES
from bagpattern.values import value

_WRITTEN = 5
"""Of the bags that are proved, how many are written twice and drawn."""
_VALUES = 4
"""How many values a random bag gives at most: more are refused for one of them nearly always."""


@value
class Trial:
    """How often it was proved and refused, and all that is wrong, each with the settings that show it."""

    proved: int
    refused: int
    faults: tuple[str, ...]

    @property
    def tried(self) -> int:
        """How many bags there were."""
        return self.proved + self.refused + len(self.faults)


def trial(family: Family, name: str, count: int, seed: str = "") -> Trial:
    """The trial of one style or part: at its defaults, at its limits, and *count* times at random."""
    asked = _of_style(name) if family == STYLES else _of_part(family, name)
    chance = Random(f"{family.room}/{name}/{seed}")
    wild = (_wild(family, name, chance) for _ in range(count))
    found = [(settings, outcome(settings)) for settings in (*asked, *wild)]
    faults = [f"{told}: {settings}" for settings, told in found if told not in (PROVED, REFUSED)]
    proved = [settings for settings, told in found if told == PROVED]
    counts = Counter(told for _, told in found)
    faults += [fault for settings in proved[:_WRITTEN] for fault in _written(settings)]
    if not proved:
        faults.append("no bag with it was proved, on any panel of any style")
    elif family == STYLES and found[0][1] != PROVED:
        faults.append(f"as it comes it is {REFUSED}: defaults are to make a bag")
    return Trial(counts[PROVED], counts[REFUSED], tuple(faults))


def _of_style(name: str) -> Iterator[Settings]:
    """The bag as it comes, each value at its limits, each kind of each part, each part of a list on each panel."""
    yield {"style": name}
    yield from (case.settings for case in (*cases.limits(name), *cases.chosen_parts(name)))
    for style, key, declared in cases.lists():
        if style == name:
            for kind in declared.family.names():
                yield from ({"style": name, key: [entry]} for entry in cases.places(name, declared, kind))


def _of_part(family: Family, name: str) -> Iterator[Settings]:
    """The part in every style that takes it, on every panel, and each of its values at its limits."""
    keys = {(style, key): declared for style, key, declared in cases.lists() if declared.family == family}
    for (style, key), declared in keys.items():
        yield from cases.on_every_panel(style, key, declared, name)
    for key in dict.fromkeys(key for _, key in keys):
        yield from cases.at_each_limit(key, family, name)
    for case in cases.chosen_parts():
        if case.settings[_key_of(case.settings)]["kind"] == name and _declared(case.settings) == family:
            yield case.settings


def _key_of(settings: Settings) -> str:
    """Which part a case is about: what it gives besides the style."""
    return next(key for key in settings if key != "style")


def _declared(settings: Settings) -> Family | None:
    declared = declarations(STYLES.member(settings["style"]))[_key_of(settings)]
    return declared.family if isinstance(declared, Choice) else None


# at random ------------------------------------------------------------------------------------------------------------


def _wild(family: Family, name: str, chance: Random) -> Settings:
    """The style, or any that takes the part, with some of its values anywhere within their limits."""
    if family == STYLES:
        return {"style": name, **_some_values(STYLES.member(name), chance)}
    style, key, declared = chance.choice(_takers(family))
    values = {"kind": name, **_some_values(family.member(name), chance)}
    if not declared.many:
        return {"style": style, key: values}
    return {"style": style, key: [{**values, **chance.choice([*cases.places(style, declared, name)])}]}


def _takers(family: Family) -> list[tuple[str, str, Choice]]:
    """Every style that takes a part of this family, the key that asks for it, and how it is declared."""
    return [
        (style, key, declared)
        for style in STYLES.names()
        for key, declared in declarations(STYLES.member(style)).items()
        if isinstance(declared, Choice) and declared.family == family
    ]


def _some_values(of: type, chance: Random) -> Settings:
    made: Settings = {}
    known = [each for each in cases.own_parameters(of) if each[1].kind not in ("text", "words")]
    for path, parameter in chance.sample(known, min(len(known), chance.randint(1, _VALUES))):
        cases.put(made, path, _any_value(parameter, chance))
    return made


def _any_value(parameter: Parameter, chance: Random) -> Any:
    least, most = parameter.least, parameter.most
    if least is None or most is None:
        return chance.choice([*cases.extremes(parameter)])
    if parameter.kind == "count":
        return chance.randint(int(least), int(most))
    return parameter.write(round(chance.uniform(least, most), 3))


# written --------------------------------------------------------------------------------------------------------------


def _written(settings: Settings) -> Iterator[str]:
    """What is wrong with the files of a bag: it is to be drawn, and written the same every time."""
    try:
        first, second = (files(make(settings), "svg,json") for _ in range(2))
        for piece in (pattern := make(settings)).pieces:
            picture(piece)
        picture(pattern)
    except Exception as error:  # a caption or a line that cannot be drawn may raise anything
        yield f"it cannot be drawn: {error!r}: {settings}"
        return
    yield from (f"{name} is not the same every time: {settings}" for name in first if first[name] != second[name])
