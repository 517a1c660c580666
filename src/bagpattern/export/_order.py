"""What an order of several bags takes: cloth, bought things and work, at a workshop's own prices and rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.export._shopping import Need, needs
from bagpattern.language import Teller
from bagpattern.layout.lay import Lay
from bagpattern.layout.prices import Prices
from bagpattern.layout.together import Ordered
from bagpattern.making.labour import by_verb
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern
from bagpattern.said import Called
from bagpattern.values import replace
from bagpattern.words import words


def order_text(pattern: Pattern, plans: Sequence[Lay], prices: Prices | None) -> str:
    """The shopping list of bags that are cut together, as Markdown: what is alike in one line."""
    asked_for = needs(_as_one(pattern, named=False), plans, 1)
    title = pattern.tell(words("{bag}: shopping list", bag=Called(pattern.name)))
    lines = [f"# {title}", "", *(f"- [ ] {each.text}" for each in asked_for)]
    return "\n".join([*lines, *_cost(order_needs(pattern, plans), prices), ""])


def order_needs(pattern: Pattern, plans: Sequence[Lay]) -> list[Need]:
    """What is bought for an order by what prices call it: alike things that each bag calls otherwise stay apart."""
    return needs(_as_one(pattern, named=True), plans, 1)


def _as_one(pattern: Pattern, named: bool) -> Pattern:
    """The order with what its bags share counted together: by what a shop is asked for, and where *named* by its id."""
    tell = Teller(pattern.units)
    alike: dict[object, list[Notion]] = {}
    for each in pattern.notions:
        length = () if each.kind == "thread" else (each.asked_for, tell(each.ask_for))
        same = (each.kind, each.title, each.size, each.sized, length, each.id if named else "")
        alike.setdefault(same, []).append(each)
    return replace(pattern, draft=replace(pattern.draft, notions=tuple(map(_summed, alike.values()))))


def _summed(alike: Sequence[Notion]) -> Notion:
    """One for all: thread is one length, of all else there are so many."""
    first = alike[0]
    if first.kind == "thread" and first.asked_for is not None:
        return replace(first, buy=sum(each.asked_for or 0.0 for each in alike))
    return replace(first, count=sum(each.count for each in alike))


def _cost(wanted: Sequence[Need], prices: Prices | None) -> Iterator[str]:
    if prices is None:
        return
    priced = [each for each in wanted if each.key in prices.each]
    lacking = dict.fromkeys(each.key for each in wanted if each.key not in prices.each)
    yield from ("", "## Cost", *([""] if priced else []))
    for each in priced:
        price = prices.each[each.key]
        unit = " m" if each.unit else ""
        yield f"- {each.key}: {each.amount:g}{unit} at {price:.2f}: {price * each.amount:.2f}"
    without = f", without {', '.join(lacking)}: no price is given" if lacking else ""
    yield from ("", f"Total: {material_cost(wanted, prices):.2f}{_money(prices)}{without}")


def material_cost(wanted: Sequence[Need], prices: Prices) -> float:
    """What everything costs that has a price."""
    return sum(prices.each.get(each.key, 0.0) * each.amount for each in wanted)


def _money(prices: Prices | None) -> str:
    return f" {prices.currency}" if prices and prices.currency else ""


def labour_text(ordered: Sequence[Ordered], rate: float, prices: Prices | None, materials: float) -> str:
    """Minutes by operation for all bags, what they cost at a *rate* an hour, and that with the *materials*."""
    minutes: dict[str, float] = {}
    for each in ordered:
        for verb, taken in by_verb(each.pattern).items():
            minutes[verb.value] = minutes.get(verb.value, 0.0) + taken * each.copies
    total, money = sum(minutes.values()), _money(prices)
    cost, bags = total / 60 * rate, sum(each.copies for each in ordered)
    longest = sorted(minutes.items(), key=lambda item: -item[1])
    lines = [f"- {verb}: {taken:.0f} min" for verb, taken in longest if taken >= 0.5]
    told = f"{total:.0f} min, {total / 60:.1f} h at {rate:.2f}: {cost:.2f}{money}"
    per_bag = f"; one bag: {cost / bags:.2f}{money}" if bags > 1 else ""
    whole = [f"Materials and labour: {materials + cost:.2f}{money}"] if prices else []
    note = "Estimates for somebody who makes this bag for the first time; a series goes faster."
    return "\n".join(["## Labour", "", *lines, "", f"Labour: {told}{per_bag}", *whole, note, ""])
