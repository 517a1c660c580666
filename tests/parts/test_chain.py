"""A chain from side ring to side ring: bought by length, with a hook at either end, and of one length."""

from __future__ import annotations

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.notion import Notion


def made(style: str = "crossbody", *carry: str, **crossbody: str) -> bagpattern.Pattern:
    wearer = {"height": "170 cm", "carry": list(carry)}
    pattern = bagpattern.make({"style": style, "wearer": wearer, "crossbody": {"kind": "chain", **crossbody}})
    assert pattern.errors == ()
    return pattern


def bought(pattern: bagpattern.Pattern, kind: str) -> Notion:
    (found,) = (each for each in pattern.notions if each.kind == kind and "tab" not in each.id)
    return found


@pytest.mark.parametrize("style", ["crossbody", "mini-backpack", "bucket"])
def test_it_is_bought_with_two_hooks_for_the_side_rings(style: str) -> None:
    pattern = made(style)
    chain, hooks = bought(pattern, "chain"), bought(pattern, "swivel")
    assert (hooks.count, hooks.threads, hooks.hooks) == (2, chain.id, "side-tab ring")
    assert not any(each.subject == hooks.id for each in pattern.findings)  # it is no loose strap
    assert not any(each.threads == chain.id and each.kind == "slider" for each in pattern.notions)


@pytest.mark.parametrize(("carry", "length"), [((), 1190.0), (("crossbody",), 1190.0), (("shoulder",), 711.0)])
def test_it_is_as_long_as_it_is_worn(carry: tuple[str, ...], length: float) -> None:
    """0.7 of 170 cm across the body; 28 in from one shoulder."""
    chain = bought(made("crossbody", *carry), "chain")
    assert chain.length == pytest.approx(length)
    assert chain.strap is not None
    assert chain.strap.least == chain.strap.most == chain.length


def test_one_length_does_not_serve_both_ways() -> None:
    with pytest.raises(InputError, match=r"wearer\.carry: a chain is of one length"):
        made("crossbody", "crossbody", "shoulder")
    with pytest.raises(InputError, match=r"crossbody\.length: a chain is not shortened"):
        made("crossbody", "shoulder", length="120 cm")


def test_it_is_seen_as_metal_from_ring_to_ring() -> None:
    (chain,) = (each for each in made().sewn().surfaces if each.notion == "crossbody-strap")
    assert chain.material == "metal"
    assert chain.points[:, 1].max() > 400.0
