"""What variants begin from: presets with all that they inherit, as data that travels to whoever makes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bagpattern.errors import InputError, did_you_mean, quoted
from bagpattern.model.key import content_key
from bagpattern.preset.extend import EXTENDS, resolved
from bagpattern.preset.shipped import LISTED, preset_names
from bagpattern.preset.source import Source, opened
from bagpattern.ranges._axes import Found
from bagpattern.ranges._problems import Problems, Steps
from bagpattern.ranges.spec import PRESET, Base
from bagpattern.words import words

_FILES = (".toml", ".json")


def bases(data: Mapping[str, Any], found: Sequence[Found], folder: Path, problems: Problems) -> dict[str, Base]:
    """Every preset that the spec names, by that name."""
    named = [*_named(data, found)]
    if not named:
        problems.refuse((PRESET,), words('is missing: write preset = "mini-backpack", or the name of your own file'))
    known: dict[str, Base] = {}
    for steps, name in named:
        if not isinstance(name, str) or not name:
            problems.refuse(steps, words("is the name of a preset, or of its file, not {name}", name=quoted(name)))
        elif name not in known and (base := _base(name, folder, steps, problems)):
            known[name] = base
    return known


def _named(data: Mapping[str, Any], found: Sequence[Found]) -> Iterator[tuple[Steps, Any]]:
    if PRESET in data:
        yield (PRESET,), data[PRESET]
    for each in found:
        for at, entry in enumerate(each.axis.entries):
            if PRESET in entry.sets:
                yield each.place(at), entry.sets[PRESET]


def _base(name: str, folder: Path, steps: Steps, problems: Problems) -> Base | None:
    source: Source = name if name in preset_names() else folder / name
    if isinstance(source, Path) and not name.endswith(_FILES):
        problems.refuse(
            steps,
            words(
                "there is no preset {name}{advice}",
                name=quoted(name),
                advice=did_you_mean(name, preset_names(), LISTED),
            ),
        )
        return None
    try:
        laid, unmerged = resolved(opened(source))
    except InputError as error:
        problems.found += error.problems
        return None
    problems.found += unmerged
    whole = {key: each for key, each in laid.value.items() if key != EXTENDS}
    return Base(name, whole, content_key(whole))
