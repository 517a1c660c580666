"""What a bag or an order costs: what is bought at a maker's own prices, and the work at a rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.errors import InputError, Problem, did_you_mean, named
from bagpattern.language import Teller
from bagpattern.layout.prices import Prices
from bagpattern.layout.together import Ordered
from bagpattern.making.labour import DOING, by_verb
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.said import NOTHING, Figure, Name, Said
from bagpattern.words import series, words


class Need(NamedTuple):
    """One thing to buy: what prices call it, how it is asked for, and how much of what prices are for."""

    key: str
    text: str
    amount: float
    unit: str


def headed(title: str, lines: Iterable[str]) -> str:
    """A part of a list, as Markdown."""
    return "\n".join([f"## {title}", "", *lines])


def with_own(pattern: Pattern, prices: Prices | None) -> Prices | None:
    """The prices of a list, and of the materials that bring their own; None where there is none at all.

    Raises InputError where they are in several currencies.
    """
    own = {each.id: each.price for each in pattern.materials if each.price}
    given = {*(each.currency for each in own.values()), *([prices.currency] if prices and prices.currency else [])}
    if len(given) > 1:
        raise several_currencies(given, prices)
    if not own:
        return prices
    each = {key: price.amount for key, price in own.items()} | dict(prices.each if prices else {})
    return Prices(next(iter(given)), each, prices.file if prices else "", own=frozenset(own))


def several_currencies(given: Iterable[str], prices: Prices | None) -> InputError:
    """What is wrong with prices that cannot be added up."""
    names = series(map(Name, sorted(given)), " and in ")
    message = words("prices are in {names}: give all of them in one currency", names=names)
    return InputError([Problem("prices", message, prices.file if prices else "")])


def unknown_prices(wanted: Iterable[Need], prices: Prices) -> Iterator[Problem]:
    """A problem for each price of something that is not bought."""
    names = {need.key for need in wanted}
    for key in prices.each:
        if key not in names and key not in prices.own:
            yield Problem(
                f"prices.{key}",
                words("nothing of that name is bought{advice}", advice=did_you_mean(key, names)),
                prices.file,
            )


def cost_block(wanted: Sequence[Need], prices: Prices, tell: Teller, copies: int = 1) -> str:
    """What everything costs, line by line and in all: for so many bags, and for one of them where they are several."""
    lines = [f"- {need.key}: {tell(_price(need, prices, tell))}" for need in wanted]
    total = material_cost(wanted, prices)
    whole: Said = words("Total: {cost}", cost=_money(total, prices, tell))
    if copies > 1:
        whole = series((whole, words("one bag: {cost}", cost=_money(total / copies, prices, tell))), "; ")
    lacking = named(dict.fromkeys(need.key for need in wanted if need.key not in prices.each))
    without = words("without {things}: no price is given", things=lacking) if lacking else NOTHING
    return "\n".join([headed(tell(words("Cost")), lines), "", tell(series((whole, without), ", "))])


def material_cost(wanted: Sequence[Need], prices: Prices) -> float:
    """What everything costs that has a price: the sum of what stands in its lines, in hundredths."""
    return sum(round(prices.each.get(each.key, 0.0) * each.amount, 2) for each in wanted)


def _money(amount: float, prices: Prices | None, tell: Teller) -> Name:
    return Name(" ".join(filter(None, (tell.money(amount), prices.currency if prices else ""))))


def _price(need: Need, prices: Prices, tell: Teller) -> Said:
    price = prices.each.get(need.key)
    if price is None:
        return words("no price given")
    amount = Name(f"{tell.number(need.amount, 2)}{' m' if need.unit else ''}")
    each, cost = (Name(tell.money(figure)) for figure in (price, price * need.amount))
    return words("{amount} at {price}: {cost}", amount=amount, price=each, cost=cost)


def labour_text(ordered: Sequence[Ordered], rate: float, prices: Prices | None, materials: float) -> str:
    """Minutes by what is done for all bags, what they cost at a *rate* an hour, and that with the *materials*.

    It speaks the language of the first bag.
    """
    tell, minutes = ordered[0].pattern.tell, _minutes(ordered)
    total, bags = sum(minutes.values()), sum(each.copies for each in ordered)
    cost = round(total / 60 * rate, 2)
    longest = sorted(minutes.items(), key=lambda item: -item[1])
    lines = [tell(_taking(verb, taken)) for verb, taken in longest if taken]
    told: Said = words(
        "Labour: {minutes} min, {hours} h at {rate}: {cost}",
        minutes=Figure(total),
        hours=Figure(total / 60),
        rate=Name(tell.money(rate)),
        cost=_money(cost, prices, tell),
    )
    if bags > 1:
        told = series((told, words("one bag: {cost}", cost=_money(cost / bags, prices, tell))), "; ")
    both = words("Materials and labour: {cost}", cost=_money(materials + cost, prices, tell))
    below = [told, *([both] if prices else []), _ESTIMATED]
    return "\n".join([headed(tell(words("Labour")), (f"- {line}" for line in lines)), "", *map(tell, below), ""])


_ESTIMATED = words("Estimates for somebody who makes this bag for the first time; a series goes faster.")


def _minutes(ordered: Sequence[Ordered]) -> Mapping[Verb, int]:
    """In whole minutes, as they are told: their sum is that of the lines."""
    found: dict[Verb, float] = {}
    for each in ordered:
        for verb, taken in by_verb(each.pattern).items():
            found[verb] = found.get(verb, 0.0) + taken * each.copies
    return {verb: round(taken) for verb, taken in found.items()}


def _taking(verb: Verb, minutes: int) -> Said:
    return words("{work}: {minutes} min", work=DOING[verb], minutes=Figure(minutes))
