"""Zip pulls: one for each slider, of cloth or of cord, in any zip of the bag."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.operation import Verb

POCKETS = (
    {"name": "front pocket", "kind": "zip-between", "panel": "front", "height": "15 cm"},
    {"name": "back pocket", "kind": "zip-window", "panel": "back"},
)


def made(style: str = "mini-backpack", more: tuple[dict[str, str], ...] = (), **values: Any) -> bagpattern.Pattern:
    pull = {"name": "pull", "kind": "zip-pull", **values}
    pockets = POCKETS if style == "mini-backpack" else ()
    pattern = bagpattern.make({"style": style, "pockets": [*pockets], "fittings": [pull, *more]})
    assert pattern.errors == ()
    return pattern


def test_each_slider_has_one_of_twice_its_length() -> None:
    """The main zip by the metre has two sliders; 50 mm that hang are 100 of strip."""
    panel = made(length="50 mm")["pull"].panel
    assert panel.count == 2
    assert panel.edge("left").length == pytest.approx(100.0)


@pytest.mark.parametrize("zip_id", ["front-pocket zip", "back-pocket zip"])
def test_a_ready_made_zip_has_one_slider(zip_id: str) -> None:
    pattern = made(zip=zip_id, of="cord")
    (cord,) = (each for each in pattern.notions if each.id == "pull")
    assert (cord.kind, cord.count, cord.hooks) == ("cord", 1, zip_id)


@pytest.mark.parametrize("of", ["fabric", "cord"])
def test_it_is_put_on_when_the_zip_is_sewn_in(of: str) -> None:
    operations = [each for step in made(of=of).steps for each in step.step.operations]
    sewn = next(at for at, each in enumerate(operations) if each.do is Verb.SEW and "main zip" in each.seams)
    through = [at for at, each in enumerate(operations) if "main zip slider" in each.notions]
    assert through[-1] > sewn
    assert operations[through[-1]].do is Verb.THREAD


@pytest.mark.parametrize("of", ["fabric", "cord"])
def test_it_hangs_from_the_puller(of: str) -> None:
    surfaces = [each for each in made(of=of).sewn().surfaces if "pull" in (each.piece, each.notion)]
    assert len(surfaces) == 2


def test_what_there_is_not_is_refused() -> None:
    with pytest.raises(InputError, match=r'fittings\.pull\.zip: the bag has no zip "top": write one of "main zip"'):
        made(zip="top")
    with pytest.raises(InputError, match=r"fittings\.pull\.kind: the bag has no zip: take this out"):
        made("tote")
    with pytest.raises(InputError, match=r"fittings\.other\.zip: the main zip has pulls already"):
        made(more=({"name": "other", "kind": "zip-pull"},))
    with pytest.raises(InputError, match=r"fittings\.pull\.width: .* cannot be sewn: make it at least 8 mm"):
        made(width="6 mm")
