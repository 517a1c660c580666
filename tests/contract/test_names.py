"""A name is a name: whatever a maker calls her pockets, the pattern is the same pattern, called so.

Each shipped preset is drafted twice: once with names that occur nowhere else, and once with mean ones, which begin with
each other, begin with digits, and are made of the words that the program itself says. What the first says, its names
put in the place of the others, is what the second has to say.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.export.json import document
from bagpattern.parameters import slug
from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names

Settings = dict[str, Any]

NAMED = ("pockets", "compartments", "fittings", "style_lines")
TOLD = ("finished", "materials", "pieces", "seams", "notions", "cut_list", "steps", "findings")
WORDS = (
    *("front", "back", "closed", "choose", "flap", "lining", "lining front", "second", "base", "upper", "lower", "end"),
    *("zip", "main zip", "strap anchor", "webbing", "tape", "free", "collar", "edge", "band", "metre", "50 mm lens"),
)


def _entries(settings: Settings) -> Iterator[Settings]:
    yield from (entry for key in NAMED for entry in settings.get(key, ()))


def _token(number: int) -> str:
    """A name of two words that nothing else has."""
    letters = "bcdfghjkmpqvwx"
    return f"{letters[number % 14]}qz {letters[number // 14]}zq"


def mean_names(count: int, seed: str) -> list[str]:
    """Names that differ, half of them beginning with one before."""
    rolled = random.Random(seed)
    names: list[str] = []
    for number in range(count):
        short = [each for each in names if len(each) < 40]
        begun = rolled.choice(short) if short and rolled.random() < 0.5 else rolled.choice(("", "3", "front"))
        words = f"{begun} {rolled.choice(WORDS)} {number + 1} {rolled.choice(WORDS)} x"
        names.append(" ".join(words.split()))
    return names


def renamed(settings: Settings, names: Mapping[str, str]) -> Settings:
    """The settings with every entry of another name, and so the panels that are named after an entry."""
    texts = {slug(old): slug(new) for old, new in names.items()}

    def told(text: str) -> str:
        for old, new in texts.items():
            text = re.sub(rf"(?:^|(?<=-)){re.escape(old)}(?=-|$)", new, text)
        return text

    copy: Settings = json.loads(json.dumps(settings, default=dict))
    for entry in _entries(copy):
        entry["name"] = names[entry["name"]]
        if "panel" in entry:
            entry["panel"] = told(entry["panel"])
    return copy


def _said(settings: Settings) -> str:
    pattern = document(make(settings))
    return json.dumps({key: pattern[key] for key in TOLD}, indent=0, ensure_ascii=False, default=dict)


def _called(text: str, names: Mapping[str, str]) -> str:
    """*text* with each name in the place of another: as it stands, at the beginning of a title, and in ids."""
    for old, new in names.items():
        for form in (str, str.capitalize, slug):
            text = text.replace(form(old), form(new))
    return text


NAMED_PRESETS = [name for name in preset_names() if list(_entries(dict(make(name).settings)))]


def _same(settings: Settings, called: list[str]) -> None:
    """Fails where the pattern of some settings depends on how their entries are *called*."""
    names = [entry["name"] for entry in _entries(settings)]
    plain = {name: _token(number) for number, name in enumerate(names)}
    mean = dict(zip(names, called, strict=True))
    expected = _called(_said(renamed(settings, plain)), {plain[name]: mean[name] for name in names})
    assert _said(renamed(settings, mean)).splitlines() == expected.splitlines()


@pytest.mark.parametrize("preset", NAMED_PRESETS)
def test_a_pattern_does_not_depend_on_names(preset: str) -> None:
    settings = dict(make(preset).settings)
    _same(settings, mean_names(len(list(_entries(settings))), preset))


def _slip(name: str, panel: str, base: str, **more: object) -> Settings:
    return {"kind": "slip", "name": name, "panel": panel, "width": "10 cm", "base": base, **more}


PAIRS = (("phone", "phone cards"), ("50 mm lens", "50 mm lens 2"), ("closed", "closed flap"), ("a", "a edge 1"))


@pytest.mark.parametrize("names", PAIRS, ids=" and ".join)
def test_what_sticks_out_over_a_pocket_is_told_whatever_that_is_called(names: tuple[str, str]) -> None:
    lower = _slip("one", "lining-back", "30 mm", height="11 cm", holds=["iphone-16"])
    upper = _slip("two", "lining-back", "15 cm", height="6 cm")
    settings = {"style": "mini-backpack", "pockets": [lower, upper]}
    assert [each.subject for each in make(settings).findings if each.code == "BP116"] == ["one"]
    _same(settings, list(names))


@pytest.mark.parametrize("name", ["belt", "main zip", "webbing", "thread"])
def test_a_pocket_may_be_called_like_a_bought_thing(name: str) -> None:
    """The buckle of a sling's belt goes on the webbing that is called "belt", not on a pocket of that name."""
    pocket = {"kind": "slip", "name": "one", "panel": "lining-back", "width": "16 cm"}
    settings = {"style": "sling", "pockets": [pocket]}
    assert make(settings).errors == make(renamed(settings, {"one": name})).errors == ()


def test_a_wall_is_no_face_because_its_name_begins_like_one() -> None:
    sleeves = [{"kind": "sleeve", "name": "lining back 2"}, {"kind": "sleeve", "name": "b", "panel": "lining-back-2"}]
    with pytest.raises(InputError, match=r'it lies inside the bag, not on "lining-back-2"'):
        make({"style": "mini-backpack", "compartments": sleeves})


@pytest.mark.parametrize("turned", [False, True])
def test_a_piece_is_not_called_like_that_of_another_pocket(turned: bool) -> None:
    pockets = [{"kind": "flap", "name": "phone", "panel": "front"}, _slip("phone flap", "lining-back", "40 mm")]
    with pytest.raises(InputError, match='the bag has a piece called "phone-flap": give this another name'):
        make({"style": "mini-backpack", "pockets": pockets[::-1] if turned else pockets})


def test_nor_like_a_part_of_the_body() -> None:
    """The zip divides the front, whatever its pocket is called: it is the other pocket that may have another name."""
    pockets = [_slip("front lower", "lining-back", "40 mm"), {"kind": "zip-between", "name": "map", "panel": "front"}]
    with pytest.raises(InputError, match=r'pockets\.map\.panel: .* another piece is called "front-lower": give this'):
        make({"style": "mini-backpack", "pockets": pockets})


@pytest.mark.parametrize(
    ("style", "key", "kind", "name", "taken"),
    [
        ("tote", "compartments", "divider", "lining", 'a piece called "lining-back"'),
        ("box-pouch", "compartments", "sleeve", "lining", 'a piece called "lining-back"'),
        ("basket-bag", "compartments", "sleeve", "collar", 'a piece called "collar-back"'),
        ("basket-bag", "pockets", "phone-sleeve", "lining collar", 'something called "lining-collar left side"'),
        ("handbag", "fittings", "wrist-strap", "crossbody", 'something called "crossbody swivel"'),
    ],
)
def test_nor_are_its_further_layers_its_seams_and_what_is_bought_for_it(
    style: str, key: str, kind: str, name: str, taken: str
) -> None:
    panel = {"fittings": "end-right", "compartments": "lining-back", "pockets": "collar-front"}[key]
    part = {"kind": kind, "name": name} | ({} if kind == "divider" else {"panel": panel})
    with pytest.raises(InputError) as caught:
        make({"style": style, key: [part]})
    assert str(caught.value) == f"{key}.{slug(name)}.name: the bag has {taken}: give this another name"


@pytest.mark.parametrize("name", ["side tab", "crossbody strap"])
def test_nor_like_that_of_a_strap(name: str) -> None:
    """Which is drafted after the pockets: it is the pocket that has to be called something else."""
    with pytest.raises(InputError, match=rf"pockets\.{slug(name)}\.name: the bag has a piece called"):
        make({"style": "mini-backpack", "pockets": [_slip(name, "lining-back", "40 mm")]})
