"""Sets of values as a maker would choose them: sizes near the usual ones, whole millimetres, parts where they belong.

Made from the declarations: no style or part is known by name. What is refused all the same is mended, as its message
proposes or by leaving out what it blames, until the bag is made: a refusal ends no trial.

    python -m tests.contract.sensible --seed 7 --count 500 tote bucket     fresh ones, and how many were refused
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from bagpattern.contract import cases
from bagpattern.contract.cases import Settings, hosts
from bagpattern.errors import InputError, Problem
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, declarations
from bagpattern.pipeline import begun, make
from bagpattern.preset import read
from bagpattern.styles import STYLES
from bagpattern.words import words
from tests.contract.outcomes import outcome

GIVEN_UP = 15
"""Refusals of one set after which its messages are no help."""
PROPOSED = re.compile(
    r"(?:make it (?:\d+ mm, or )?(?:at least|at most)|choose|or|nearest free place is at) "
    r"([\d.]+ (?:mm|cm)\b|[\d.]+ to)"
)
FIXED = ("kind", "name", "panel")
"""Without these an entry is none."""


class Sets:
    """Sets of values of a *style*; one *seed* gives the same ones everywhere."""

    def __init__(self, style: str, seed: str) -> None:
        self.style, self.chance = style, random.Random(f"{style}/{seed}")

    def one(self) -> Settings:
        """A set: most of the sizes, a few other values, a few parts."""
        made = self.shape()
        others = [each for each in cases.own_parameters(STYLES.member(self.style)) if not _shapes(each[0])]
        for path, parameter in self.chance.sample(others, self.chance.choice((0, 1, 1, 2))):
            value = self._value(parameter, 1.0)
            if value is not None and (not parameter.by_rule or self._takes(path, value)):
                cases.put(made, path, value)
        for key, declared in declarations(STYLES.member(self.style)).items():
            if isinstance(declared, Choice):
                self._part(made, key, declared)
        return made

    def _takes(self, path: tuple[str, ...], value: Any) -> bool:
        """Whether the plain bag takes it: an unlined one has no gap in its lining."""
        plain: Settings = {"style": self.style}
        cases.put(plain, path, value)
        return taken(plain)

    def shape(self) -> Settings:
        """Words first; then sizes in proportion; what a rule would decide only where bags of that shape take it."""
        made: Settings = {"style": self.style}
        shaping = [each for each in cases.own_parameters(STYLES.member(self.style)) if _shapes(each[0])]
        scale = self.chance.uniform(0.7, 1.5)
        for path, parameter in sorted(shaping, key=lambda each: (each[1].kind == "length", each[1].by_rule)):
            if not parameter.by_rule:
                if self.chance.random() < 0.7:
                    self._put(made, path, parameter, scale)
            elif self.chance.random() < 0.3:
                plain = {key: value for key, value in made.items() if key in ("style", "build", "shape", "dimensions")}
                plain["dimensions"] = dict(plain.get("dimensions", {}))
                self._put(plain, path, parameter)
                if taken(plain):
                    made["dimensions"] = plain["dimensions"]
        return made

    def _put(self, made: Settings, path: tuple[str, ...], parameter: Parameter, scale: float = 1.0) -> None:
        value = self._value(parameter, scale)
        if value is not None:
            cases.put(made, path, value)

    def _value(self, parameter: Parameter, scale: float) -> Any:
        """A word, a number, or a length near the default, in whole mm; near its least where a rule would decide it."""
        least, most = parameter.least, parameter.most
        if least is None or most is None:
            words = [*cases.extremes(parameter)]
            return self.chance.choice(words) if words else None
        if parameter.kind == "count":
            return self.chance.randint(int(least), int(most))
        if parameter.default is None:
            length = self.chance.uniform(least, least + (most - least) / 3)
        else:
            length = parameter.default * scale * self.chance.uniform(0.8, 1.25)
        return parameter.write(min(max(float(round(length)), least), most))

    def _part(self, made: Settings, key: str, declared: Choice) -> None:
        """One of a list in every third set, a kind of what a bag has one of in every second: if a plain one does."""
        if self.chance.random() > (0.35 if declared.many else 0.5):
            return
        entry: Settings = {"kind": self.chance.choice(declared.family.names())}
        if declared.many:
            entry["name"] = f"one {declared.family.what}"
            if "panel" in declarations(declared.family.member(entry["kind"])):
                entry["panel"] = self.chance.choice(hosts(self.style))
        if not taken({"style": self.style, key: [entry] if declared.many else entry}):
            return
        own = [each for each in cases.own_parameters(declared.family.member(entry["kind"])) if each[1].kind != "text"]
        for path, parameter in self.chance.sample(own, min(len(own), self.chance.choice((0, 1)))):
            self._put(entry, path, parameter)
        made[key] = [entry] if declared.many else entry


def _shapes(path: tuple[str, ...]) -> bool:
    """Whether a value is one of those that decide what the body is."""
    return path[0] == "dimensions" or path in (("build",), ("shape",))


def taken(settings: Settings) -> bool:
    """Whether a bag is made of these settings."""
    return _taken(json.dumps(settings))


@cache
def _taken(settings: str) -> bool:
    try:
        begun(read(json.loads(settings)))
    except InputError:
        return False
    return True


def mended(made: Settings) -> int:
    """Mend a set until the bag is made and proved: how often something in it was refused.

    Raises AssertionError for a wrong pattern, for a refusal without what and why, and where messages are no help.
    """
    followed: set[tuple[str, str]] = set()
    for times in range(GIVEN_UP):
        found = outcome(made)
        if found == "proved":
            return times
        assert found == "refused", f"{made}: {found}"
        _mend(made, _refusal(made), followed)
    raise AssertionError(f"still refused after {GIVEN_UP} times: {made}")


def _refusal(made: Settings) -> Problem:
    """The first one; a bag too thick for the machine is told of when its layers have been counted."""
    try:
        make(made)
    except InputError as error:
        return error.problems[0]
    return Problem("finishing", words("too thick"))


def _mend(made: Settings, problem: Problem, followed: set[tuple[str, str]]) -> None:
    """Do as told, once; else leave out what is blamed; where that was not given, leave out what was given last."""
    top, *path = problem.key.split(".")
    told, (holder, way) = PROPOSED.search(str(problem.message)), _place(made, top, path)
    if told and way and way[-1] not in FIXED and (problem.key, told[1]) not in followed:
        followed.add((problem.key, told[1]))
        cases.put(holder, tuple(way), told[1].replace(" to", " mm"))
    elif not (way and way[-1] not in FIXED and _left_out(holder, way)):
        made.pop(top if top in made and top != "style" else [*made][-1])


def _place(made: Settings, top: str, path: list[str]) -> tuple[Settings, list[str]]:
    """Where the way to a value begins, and the way: in the set itself, or in the only entry of a list."""
    value = made.get(top)
    return (value[0], path[1:]) if isinstance(value, list) else (made, [top, *path] if path else [])


def _left_out(holder: Settings, way: list[str]) -> bool:
    """Whether there was such a value; there no longer is."""
    for key in way[:-1]:
        holder = holder.get(key, {})
    return holder.pop(way[-1], None) is not None


def refusals(style: str, count: int, seed: str = "") -> Iterator[int]:
    """Try *count* sets of a style: of each, how often it was refused before it was proved."""
    sets = Sets(style, seed)
    for _ in range(count):
        yield mended(sets.one())


def told(style: str, found: Counter[int]) -> str:
    """'tote: 200 proved, 68% as they came, 26% mended once'."""
    count = found.total()
    return f"{style}: {count} proved, {found[0] / count:.0%} as they came, {found[1] / count:.0%} mended once"


def main() -> None:
    """Print the rates of every style, or of those that are named."""
    reader = argparse.ArgumentParser(prog="python -m tests.contract.sensible")
    reader.add_argument("styles", nargs="*")
    reader.add_argument("--seed", default="")
    reader.add_argument("--count", type=int, default=200)
    given = reader.parse_args()
    for style in given.styles or STYLES.names():
        print(told(style, Counter(refusals(style, given.count, given.seed))), flush=True)


if __name__ == "__main__":
    main()
