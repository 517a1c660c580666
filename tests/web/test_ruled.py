"""What is left to its rule is told with the length that the rule makes of it: written down, it makes the same bag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from bagpattern.preset.edit import edited
from bagpattern.preset.shipped import preset_names
from bagpattern.preset.source import Written
from bagpattern.styles import STYLES
from bagpattern.web.drafting import drafted
from bagpattern.web.form import form

BAGS = (
    *(
        "band-pouch",
        "basket-bag",
        "crossbody",
        "duffle",
        "flat-pouch",
        "frame-wedge",
        "handbag",
        "hobo",
        "messenger",
        "organiser",
    ),
    *("mini-backpack", "mini-backpack-organiser", "organiser", "pencil-case", "roll-top", "tote"),
)
FOLLOWS = {"handles.drop", "handles.length"}
"""Of two lengths of which one decides the other, one may be written."""
NEAR = 0.5
"""mm: a rule's length is told to a tenth, and goes twice round some pieces."""


def answer(toml: str) -> Any:
    return drafted(Written(toml), {"want": [], "quality": "glimpse"})


@pytest.mark.parametrize("name", BAGS)
def test_a_ruled_length_that_is_written_down_changes_nothing(name: str) -> None:
    toml = f'extends = "{name}"\n'
    found = answer(toml)
    given = toml
    for key, length in found["ruled"].items():
        given = given if key in FOLLOWS else edited(Written(given), key, length)
    again = {"ruled": None, **answer(given)}
    assert len(found["ruled"]) > 3
    assert (again["ok"], {*(again["ruled"] or ())} - FOLLOWS) == (True, set()), again["findings"]
    for one, other in zip(found["cut_list"], again["cut_list"], strict=True):
        assert (one["piece"], one["width"]) == (other["piece"], pytest.approx(other["width"], abs=NEAR))
        assert one["height"] == pytest.approx(other["height"], abs=NEAR)
    assert again["finished"]["volume"] == pytest.approx(found["finished"]["volume"], rel=1e-3)


def left_open(fields: Sequence[Mapping[str, Any]], told: Mapping[str, Any], key: str = "") -> Iterator[tuple[str, str]]:
    """Every length of a form that is left to its rule: what declares it, with its name, and its key."""
    for each in fields:
        own = f"{key}.{each['key']}".removeprefix(".")
        if each["kind"] in ("parts", "rows"):
            labels = told["values"].get(own) or []
            entries = [f"{own}{'' if label.startswith('[') else '.'}{label}" for label in labels]
            for entry in entries:
                yield from left_open(_inner(each, told, entry), told, entry)
        elif each["kind"] in ("part", "table"):
            yield from left_open(_inner(each, told, own), told, own)
        elif each.get("rule") and told["values"].get(own) is None:
            yield f"{_declaring(told, key)}.{each['key']}", own


def _declaring(told: Mapping[str, Any], key: str) -> str:
    """What declares the fields under a key: the kind of a part, and of sizes the style, for each has its own."""
    return f"{told['style']} {key}" if key == "dimensions" else key and str(told["values"].get(f"{key}.kind", key))


def _inner(declared: Mapping[str, Any], told: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    kind = told["values"].get(f"{key}.kind") or declared.get("default")
    kinds: Sequence[Any] = declared.get("kinds") or [{"value": kind, "fields": declared.get("fields", ())}]
    return next((each["fields"] for each in kinds if each["value"] == kind), ())


FLAPS = ("closure.flap", "zip-band.flap", "zip-between.flap", "zip-seam.flap", "zip-window.flap")
NONE = (*FLAPS, "drop-in.facing", "drawstring.gather")
WITHOUT = tuple(f"{style} dimensions.radius" for style in ("bucket", "duffle", "roll-top", "stuff-sack"))
"""Bases and ends of other shapes have no such corners; those of a rounded one every shipped preset gives."""
NOT_THERE = (
    *WITHOUT,
    "frame-purse dimensions.depth",
    *("none.facing", "none.felled_allowance", "none.felled_under", "none.french_allowance", "none.gap", "none.height"),
    *("none.inset", "none.length", "none.spacing", "none.width", "cargo.point", "flap.point"),
    *("drop-in.felled_allowance", "drop-in.felled_under", "drop-in.french_allowance"),
)
PLACES = (
    *("auto.height", "bottle.base", "chain.height", "cords.height", "fabric.height", "key-leash.drop", "label.base"),
    *("ring-loop.at", "webbing.height", "wrist-strap.at"),
)
AS_OTHERS = ("bottle.hem", "finishing.hem_allowance", "full.hem", "zip-seam.join_allowance", "zip-window.allowance")
BY_CLOTH = ("flap.inset", "flap.roll", "lid.inset", "lid.size", "mesh.narrower")
UNTOLD = (*NONE, *NOT_THERE, *PLACES, *AS_OTHERS, *BY_CLOTH)
"""Left out, there is none; or what has it is not there; or it is the first free place, which the picture shows; or it
is that of the bag's other edges; or it follows from lock and cloth, as the form says in words.
"""


def test_every_length_that_is_left_to_its_rule_is_told_somewhere() -> None:
    told: set[str] = set()
    open_ones: set[str] = set()
    for name in preset_names():
        found = answer(f'extends = "{name}"\n')
        for what, key in left_open(form(found["style"])["fields"], found):
            open_ones.add(what)
            told |= {what} if key in found["ruled"] else set()
    assert sorted(open_ones - told) == sorted(UNTOLD)


@pytest.mark.parametrize("style", STYLES.names())
def test_only_lengths_that_have_a_rule_are_told(style: str) -> None:
    told = {key for key in STYLES.member(style)().by_rule if key.startswith("dimensions.")}
    sizes = next(each for each in form(style)["fields"] if each["key"] == "dimensions")
    assert told <= {f"dimensions.{each['key']}" for each in sizes["fields"] if each.get("rule")}
