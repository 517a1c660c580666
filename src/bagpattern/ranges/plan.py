"""A range's variants, one after another: what each is called, what it is made of, and the hash of all of that."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from bagpattern.errors import InputError, quoted, raise_together
from bagpattern.model.key import content_key
from bagpattern.options import wishes
from bagpattern.ranges._letters import letters_lacking
from bagpattern.ranges._problems import Problems
from bagpattern.ranges._takes import unknown_keys
from bagpattern.ranges.naming import LONGEST, file_name, filled
from bagpattern.ranges.spec import OPTIONS, PRESET, Combination, Spec
from bagpattern.ranges.variant import WHOLE, Shard, Variant
from bagpattern.registry import content
from bagpattern.said import Name
from bagpattern.values import once, value
from bagpattern.words import words

_LAYOUT = 2
"""The form of rows and folders: a change of it makes everything anew."""
_MANY, _VERY_MANY = 1_000, 200_000
"""Variants from which on files lie in folders by the first two digits of their names' hash, and by the first four."""


@value
class Plan:
    """What is to be made of a range."""

    spec: Spec

    @property
    def total(self) -> int:
        """How many variants the whole range has."""
        return self.spec.total

    def variants(self, shard: Shard = WHOLE) -> Iterator[Variant]:
        """Those of a shard, in order. Raises InputError for a name that is none, or too long."""
        start, end = shard.bounds(self.total)
        return map(self._variant, islice(self.spec.combinations(), start, end))

    def names(self) -> Iterator[str]:
        """The names of all, which takes a tenth of the time."""
        return map(self._name, self.spec.combinations())

    def prove(self) -> None:
        """Raises InputError when two variants would have one name, wherever they are made, for keys of no bag,
        and for letters that no font has.

        Case makes no difference between names: on some disks it makes none.
        """
        problems = Problems(self.spec.document)
        unknown_keys(self.spec, self.variants, problems)
        letters_lacking(self.spec, self.variants, problems)
        twice = _twice(array("Q", (_short(name) for name in self.names())))
        if twice:
            first = next(one for one in self.spec.combinations() if _short(self._name(one)) in twice)
            same = (one for one in self.spec.combinations() if self._name(one) == self._name(first))
            _, second = islice(same, 2)
            differing = next(axis for axis, one, two in zip(self.spec.axes, first, second, strict=True) if one != two)
            told = words(
                "calls several variants {name}: add {gap}",
                name=quoted(self._name(first)),
                gap=Name(f"{{{differing.name}}}"),
            )
            problems.refuse(("name",), told)
        raise_together(problems.in_order)

    # one ------------------------------------------------------------------------------------------------------------

    def _words(self, one: Combination) -> dict[str, str]:
        words = {PRESET: self._preset}
        for axis, at in zip(self.spec.axes, one, strict=True):
            words |= axis.words[at]
        return words

    @once
    def _preset(self) -> str:
        return Path(self.spec.preset).stem

    def _name(self, one: Combination) -> str:
        name = file_name(filled(self.spec.name, self._words(one)))
        if not name or len(name) > LONGEST:
            fault = (
                words("has {count} characters: at most {longest}", count=len(name), longest=LONGEST)
                if name
                else words("has no letter or digit")
            )
            told = words("the name {name} of a variant {fault}", name=quoted(name), fault=fault)
            raise InputError([Problems(self.spec.document).problem(("name",), told)])
        return name

    def _variant(self, one: Combination) -> Variant:
        words = self._words(one)
        name, title = file_name(filled(self.spec.name, words)), filled(self.spec.title, words)
        sets, wished, base = dict(self.spec.settled), dict(self.spec.options), self.spec.preset
        for _, entry in self.spec.entries(one):
            for key, each in entry.sets.items():
                if key == PRESET:
                    base = each
                elif key.startswith(OPTIONS):
                    wished[key.removeprefix(OPTIONS)] = each
                else:
                    sets[key] = each
        told = {axis.name: entry.label for axis, entry in self.spec.entries(one)}
        folder = self._folder(name)
        return Variant(
            name, title, base, told, sets, wished, folder, self._key(name, title, base, sets, wished, folder)
        )

    def _folder(self, name: str) -> str:
        """Where its files lie, below files/ and pictures/."""
        digits = sha256(name.encode()).hexdigest()
        by_hash = [digits[:2]] if self.total > _MANY else []
        by_hash += [digits[2:4]] if self.total > _VERY_MANY else []
        return "/".join([*by_hash, name])

    # hashes -----------------------------------------------------------------------------------------------------------

    def _key(self, *of: Any) -> str:
        name, title, base, sets, wished, folder = of
        known = {each: self._digests.get(given, given) if _is_file(each) else given for each, given in wished.items()}
        said = json.dumps([name, title, sets, known, folder], sort_keys=True, separators=(",", ":"))
        return sha256(f"{self._common}{self.spec.bases[base].digest}{said}".encode()).hexdigest()

    @once
    def _common(self) -> str:
        """What all variants depend on."""
        written = {"formats": [*self.spec.formats], "purpose": self.spec.purpose, "pictures": self.spec.pictures}
        return content_key({"layout": _LAYOUT, **written}, content())

    @once
    def _digests(self) -> Mapping[str, str]:
        """The hash of each file that an option names: its name makes no difference."""
        named = [self.spec.options, *(entry.sets for axis in self.spec.axes for entry in axis.entries)]
        options = ((key.removeprefix(OPTIONS), given) for each in named for key, given in each.items())
        files = {given for key, given in options if _is_file(key) and isinstance(given, str)}
        return {given: sha256(Path(given).read_bytes()).hexdigest() for given in files if Path(given).is_file()}


def _is_file(option: str) -> bool:
    return option in wishes() and wishes()[option].kind == "file"


def _short(name: str) -> int:
    """64 bits of a name's hash: of a million names two have the same once in a hundred million ranges."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "little")


def _twice(hashes: array[int]) -> set[int]:
    """The numbers that are there more than once; 16 bytes for each are all that this takes."""
    import numpy as np

    if not hashes:
        return set()
    ordered = np.sort(np.frombuffer(hashes, np.uint64))
    return {*map(int, ordered[1:][ordered[1:] == ordered[:-1]])}
