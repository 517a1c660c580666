"""Random presets of every style, made from the declarations: anywhere within the limits, or as a maker would choose."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from bagpattern.contract import cases
from bagpattern.contract.cases import Settings, hosts
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, declarations
from bagpattern.styles import STYLES
from tests.contract.sensible import Sets

_SENSIBLE = 0.4
"""Share of the presets that a maker might have written."""
_EDGE = 0.2
"""Share of the values that lie at one of their limits."""


def presets(count: int, seed: str, styles: tuple[str, ...] = ()) -> Iterator[Settings]:
    """*count* presets; the same for the same *seed* and *styles*."""
    chance = Random(seed)
    sets = {style: Sets(style, seed) for style in styles or STYLES.names()}
    for _ in range(count):
        style = chance.choice([*sets])
        made = sets[style].one() if chance.random() < _SENSIBLE else _wild(style, chance)
        yield {**made, "units": chance.choice(("mm", "in"))}


def _wild(style: str, chance: Random) -> Settings:
    """Up to four values of the style, and of each thing that it takes a part, or of a list up to two."""
    made: Settings = {"style": style}
    _give(made, STYLES.member(style), chance, 4)
    for key, declared in declarations(STYLES.member(style)).items():
        if isinstance(declared, Choice) and chance.random() < 0.3:
            made[key] = _entries(style, declared, chance) if declared.many else _part(declared, chance)
    return made


def _entries(style: str, declared: Choice, chance: Random) -> list[Settings]:
    found = [_part(declared, chance) for _ in range(chance.randint(1, 2))]
    for number, each in enumerate(found):
        each["name"] = f"{declared.family.what} {number}"
        if "panel" in declarations(declared.family.member(each["kind"])):
            each["panel"] = chance.choice(hosts(style))
    return found


def _part(declared: Choice, chance: Random) -> Settings:
    made: Settings = {"kind": chance.choice(declared.family.names())}
    _give(made, declared.family.member(made["kind"]), chance, 2)
    return made


def _give(made: Settings, of: type, chance: Random, most: int) -> None:
    known = [each for each in cases.own_parameters(of) if each[1].kind not in ("text", "words")]
    for path, parameter in chance.sample(known, min(len(known), chance.randint(0, most))):
        cases.put(made, path, _value(parameter, chance))


def _value(parameter: Parameter, chance: Random) -> Any:
    least, most = parameter.least, parameter.most
    if least is None or most is None or chance.random() < _EDGE:
        return chance.choice([*cases.extremes(parameter)])
    if parameter.kind == "count":
        return chance.randint(int(least), int(most))
    return parameter.write(round(chance.uniform(least, most), chance.choice((0, 0, 1, 3))))
