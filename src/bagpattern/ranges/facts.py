"""What is known of a variant that is made: its sizes, its cloth and what is bought, its weight, its findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from bagpattern.export._shopping import masses, needs
from bagpattern.language import Teller
from bagpattern.layout.known_names import names_of, plain
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.prices import Prices, price_of
from bagpattern.model.pattern import Pattern

_TENTHS = 1
_CENTS = 2


def facts(pattern: Pattern) -> dict[str, Any]:
    """Sizes in mm and litres, grams; each thing to buy as a shop is asked for it, with how much of what prices are for.

    Cloth is by the first lay plans, which are the same every time; ``by`` is what the catalogue calls it. Beside each
    need ``priced`` has what lists of prices may call it, how wide it is, and the price of a metre that a material of
    one's own brings, with its currency: prices of lists come when all is made.
    """
    plans, too_wide = possible_lays(pattern)
    wanted, widths = needs(pattern, plans, 1), {plan.cloth.material: plan.cloth.width for plan in plans}
    size, tell = pattern.finished, Teller(pattern.units)
    own = {each.id: [each.price.amount, each.price.currency] for each in pattern.materials if each.price}
    cloth, bought = masses(pattern, plans)
    return {
        "finished": {
            "width": round(size.width, _TENTHS),
            "height": round(size.height, _TENTHS),
            "depth": round(size.depth, _TENTHS),
            "volume_l": round(size.volume, _TENTHS),
        },
        "size": tell(size.seen()),
        "pieces": len(pattern.pieces),
        "grams": round(cloth + bought),
        "needs": [{"of": each.key, "by": _by(pattern, each.key), **_amount(each)} for each in wanted],
        "priced": [
            {"names": names_of(pattern, each.key), "width": widths.get(each.key, 0.0), "own": own.get(each.key)}
            for each in wanted
        ],
        "findings": [*map(str, pattern.findings), *map(str, too_wide)],
    }


def _by(pattern: Pattern, slot: str) -> str:
    materials = pattern.settings.get("materials", {})
    found = materials.get(slot, "") if isinstance(materials, Mapping) else ""
    return found if isinstance(found, str) else ""


def _amount(need: Any) -> dict[str, Any]:
    return {"text": need.text, "amount": round(need.amount, 3), "unit": need.unit}


class Cost(NamedTuple):
    """What a bag costs: in all, of each thing in the order of its needs, and what has no price; in which currencies."""

    total: float
    each: tuple[float | None, ...]
    without: tuple[str, ...]
    currencies: frozenset[str]

    @property
    def currency(self) -> str:
        """The one in which it is, if any is told."""
        return "".join(self.currencies)


def cost(row: Mapping[str, Any], prices: Prices | None) -> Cost | None:
    """Of a row that is made, by a maker's prices: of what the catalogue calls the cloth, or else of its other names.

    A material of one's own that no list prices has its own price. None where there are no prices at all.
    """
    names = {plain(name): name for name in prices.each} if prices else {}
    paired = [*zip(row["needs"], row["priced"], strict=True)]
    own = {priced["own"][1] for _, priced in paired if priced["own"]}
    if not prices and not own:
        return None
    found = tuple(_price(need["amount"], priced, prices, names) for need, priced in paired)
    without = tuple(need["of"] for (need, _), each in zip(paired, found, strict=True) if each is None)
    total = round(sum(each for each in found if each is not None), _CENTS)
    return Cost(total, found, without, frozenset(own | ({prices.currency} if prices and prices.currency else set())))


def _listed(priced: Mapping[str, Any], names: Mapping[str, str]) -> str | None:
    """The name in a list of prices that means this."""
    return next((names[each] for each in map(plain, priced["names"]) if each in names), None)


def _price(amount: float, priced: Mapping[str, Any], prices: Prices | None, names: Mapping[str, str]) -> float | None:
    name = _listed(priced, names)
    if prices and name is not None:
        return round(price_of(prices, name, priced["width"]) * amount, _CENTS)
    return round(float(priced["own"][0]) * amount, _CENTS) if priced["own"] else None
