"""What an order of several bags takes: cloth and bought things, what is alike in one line."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.export._costs import Need, cost_block
from bagpattern.export._shopping import by_length, needs
from bagpattern.language import Teller
from bagpattern.layout.lay import Lay
from bagpattern.layout.prices import Prices
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern
from bagpattern.said import Called
from bagpattern.values import replace
from bagpattern.words import words


def order_text(pattern: Pattern, plans: Sequence[Lay], prices: Prices | None, stock: float | None = None) -> str:
    """The shopping list of bags that are cut together, as Markdown: what is alike in one line.

    *stock*, and InputError for cuts longer than that, are as for one bag.
    """
    asked_for = needs(_as_one(pattern, named=False), plans, 1, pattern.tell)
    title = pattern.tell(words("{bag}: shopping list", bag=Called(pattern.name)))
    lines = [f"# {title}", "", *(f"- [ ] {each.text}" for each in asked_for)]
    blocks = ["\n".join(lines), *by_length(pattern, 1, stock)]
    blocks += [cost_block(order_needs(pattern, plans), prices, pattern.tell)] if prices else []
    return "\n\n".join(blocks) + "\n"


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
