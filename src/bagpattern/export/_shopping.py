"""The shopping list: cloth by the plans, notions by their stock sizes, needles and thread, and their mass."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from bagpattern.catalog.masses import grams
from bagpattern.errors import InputError, Problem, raise_together, reason
from bagpattern.export._costs import Need, cost_block, headed, unknown_prices, with_own
from bagpattern.export._cutting import strip_lists
from bagpattern.language import Teller
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.lay import Lay
from bagpattern.layout.lengths import Goods, by_the_metre, from_stock
from bagpattern.layout.prices import Prices
from bagpattern.layout.purchase import to_buy, together
from bagpattern.model.colourway import slot_words
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.pattern import Pattern
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.said import NOTHING, Called, Figure, Length, Mass, Name, Scale
from bagpattern.values import replace
from bagpattern.words import series, words

_SHORTEN = words(
    "To shorten a coil zip: mark the length from the upper stop, sew a dense zigzag or a bar tack over the closed coil "
    "there, and cut it {20 mm} behind. From a zip with metal or moulded teeth pull the teeth beyond the mark, and "
    "clamp on the stop."
)
"""[K]"""


def needs(pattern: Pattern, plans: Sequence[Lay], copies: int, tell: Teller | None = None) -> list[Need]:
    """Everything to buy for so many bags; as data it is in English."""
    tell = tell or Teller(pattern.units)
    return cloths(plans, tell) + notions(pattern, copies, tell)


def notions(pattern: Pattern, copies: int, tell: Teller | None = None) -> list[Need]:
    """Zips, hardware, thread, in the order in which they were drafted; as data they are in English."""
    return [_notion(each, copies, tell or Teller(pattern.units)) for each in pattern.notions]


def cloths(plans: Sequence[Lay], tell: Teller) -> list[Need]:
    """The cloth of each material, in one length for all of its plans."""
    lengths: dict[str, float] = {}
    for plan in plans:
        lengths[plan.cloth.material] = lengths.get(plan.cloth.material, 0.0) + plan.length
    by_slot = {plan.cloth.material: plan.cloth for plan in plans}
    return [
        _cloth(by_slot[slot], to_buy(length, tell.units, by_slot[slot].shrinks), tell)
        for slot, length in lengths.items()
    ]


def _cloth(cloth: Cloth, buy: float, tell: Teller) -> Need:
    told = words(
        "{length} of {cloth}, {width} wide ({slot})",
        length=Length(buy, Scale.CLOTH),
        cloth=cloth.title,
        width=Length(cloth.width, Scale.CM),
        slot=slot_words(cloth.material),
    )
    washed = words("with {percent} % that it shrinks: wash it first", percent=Figure(cloth.shrinks))
    return Need(cloth.material, tell(series((told, washed), ", ") if cloth.shrinks else told), buy / 1000, "m")


def _notion(each: Notion, copies: int, tell: Teller) -> Need:
    length = each.asked_for
    count = each.count * copies
    named = [tell(each.title), *([tell(each.size)] if each.size and not each.sized else ())]
    if length is None:
        return Need(each.id, f"{count} {' '.join(named)}", count, "")
    if each.kind == "thread":
        length, count = math.ceil(length * copies / 10_000) * 10_000.0, 1
    long = tell(replace(each, buy=length, inches=length).ask_for if each.kind == "thread" else each.ask_for)
    text = ", ".join([f"{count} {named[0]}", *named[1:], long])
    if _is_ready_made(each):  # it costs what it costs
        return Need(each.id, text, count, "")
    return Need(each.id, text, count * length / 1000, "m")


def shopping_text(
    pattern: Pattern, plans: Sequence[Lay], copies: int = 1, prices: Prices | None = None, stock: float | None = None
) -> str:
    """The list as Markdown; *stock* is the length in mm that webbing, zips and binding come in, if not off a roll.

    It speaks the maker's language; what prices call things is the same in every language. Raises InputError for a
    price of something that this bag does not need, for prices in several currencies, and for cuts longer than the
    stock.
    """
    tell = pattern.tell
    cloth, bought = cloths(plans, tell), notions(pattern, copies)
    bag = Called(pattern.name)
    title = words("{bag}: shopping list for one bag", bag=bag)
    if copies > 1:
        title = words("{bag}: shopping list for {count} bags", bag=bag, count=copies)
    blocks = [
        f"# {tell(title)}",
        headed(tell(words("Cloth")), (f"- [ ] {each.text}" for each in cloth)),
        headed(tell(words("Notions")), _notions(pattern, copies)),
        *_colourways(pattern, cloth),
        headed(tell(words("Sewing")), _sewing(pattern)),
        *by_length(pattern, copies, stock),
        *strip_lists(plans, tell),
        _mass(pattern, plans, copies),
        *_cost([*cloth, *bought], with_own(pattern, prices), tell, copies),
    ]
    return "\n\n".join(blocks) + "\n"


def _cost(wanted: Sequence[Need], prices: Prices | None, tell: Teller, copies: int) -> Iterator[str]:
    if prices:
        raise_together(unknown_prices(wanted, prices))
        yield cost_block(wanted, prices, tell, copies)


def _notions(pattern: Pattern, copies: int) -> Iterator[str]:
    tell = pattern.tell
    for each in together(pattern.notions):
        yield f"- [ ] {_notion(each, copies, tell).text}" + (f" ({tell(each.note)})" if each.note else "")


def _colourways(pattern: Pattern, cloth: Sequence[Need]) -> Iterator[str]:
    """The same once more for each colourway, by what it gives a colour."""
    amounts, tell = {each.key: each.text for each in cloth}, pattern.tell
    for way in pattern.colourways:
        above = tell(words("as above"))
        named = ((slot, tell(series((slot_words(slot), Called(each)), ", "))) for slot, each in way.colours.items())
        lines = [f"- [ ] {each}: {amounts.get(slot, above)}" for slot, each in named]
        yield headed(tell(words("Colourway {name}", name=Called(way.name))), lines)


def _sewing(pattern: Pattern) -> Iterator[str]:
    """Needle, thread and stitch by material, as the catalogue has them."""
    tell = pattern.tell
    for each in pattern.materials:
        facts = (
            words("needle {needle}", needle=each.needle) if each.needle else NOTHING,
            each.thread,
            words("stitch {length}\xa0mm", length=Figure(each.stitch)) if each.stitch else NOTHING,
        )
        if any(facts):
            named = series((slot_words(each.id), each.title), ", ")
            yield f"- {tell(series((named, series(facts, ', ')), ': '))}"
    if any(each.shortened for each in pattern.notions):
        yield f"- {tell(_SHORTEN)}"


def by_length(pattern: Pattern, copies: int, stock: float | None) -> Iterator[str]:
    """Several lengths of the same goods, bought as one or cut from stock lengths."""
    least = 1 if stock else 2  # of stock lengths a single cut leaves something, too
    lines = [
        line for goods in by_the_metre(pattern.notions, copies, least) for line in _goods(goods, stock, pattern.tell)
    ]
    if lines:
        yield headed(pattern.tell(words("By the metre")), lines)


def _goods(goods: Goods, stock: float | None, tell: Teller) -> Iterator[str]:
    title = tell(goods.title if goods.sized or not goods.size else series((goods.title, goods.size)))
    if stock is None:
        whole, cuts = Length(rounded_up(goods.total), Scale.SHOP), Name(_cuts(goods.cuts, tell))
        told = words("{length} in one length, for {cuts}", length=whole, cuts=cuts)
        yield f"- {title}: {tell(told)}"
        return
    try:
        rolls = from_stock(goods.cuts, stock)
    except ValueError as error:
        raise InputError(
            [Problem("--stock", words("{title}: {tell}", title=Name(title), tell=Name(tell(reason(error)))))]
        ) from None
    waste = sum(rest for _, rest in rolls) / (stock * len(rolls))
    told = words(
        "{count} of {length}, of which {share} is left over",
        count=len(rolls),
        length=Length(stock, Scale.SHOP),
        share=Name(f"{waste:.0%}"),
    )
    yield f"- {title}: {tell(told)}"
    for each, rest in rolls:
        told = words("{cuts}; {length} left", cuts=Name(_cuts(each, tell)), length=Length(rest))
        yield f"  - {tell(told)}"


def _cuts(cuts: Sequence[float], tell: Teller) -> str:
    """'3x 505.6 mm, 1x 300 mm'."""
    return ", ".join(f"{count}x {length}" for length, count in Counter(map(tell.length, cuts)).items())


def _mass(pattern: Pattern, plans: Sequence[Lay], copies: int) -> str:
    cloth, bought = masses(pattern, plans, copies)
    told = words(
        "One bag weighs about {whole}: {part} of cloth and stiffening, {rest} of zips, hardware and thread.",
        whole=Mass(cloth + bought),
        part=Mass(cloth, cloth + bought),
        rest=Mass(bought, cloth + bought, last=True),
    )
    return pattern.tell(told)


def masses(pattern: Pattern, plans: Sequence[Lay], copies: int = 1) -> tuple[float, float]:
    """Grams of one bag: its cloth by its area, allowances included, and what is bought; by the catalogue's masses."""
    by_slot = {each.id: each.mass for each in pattern.materials}
    cloth = sum(plan.area / 1e6 * by_slot.get(plan.cloth.material, 0.0) for plan in plans) / copies
    return cloth, sum(each.count * _grams(each) for each in pattern.notions)


def _grams(each: Notion) -> float:
    size = str(each.size)
    slider = grams("zip-slider", size, (), None) if _is_ready_made(each) else 0.0
    return grams(each.kind, size, each.measures, each.length) + slider


def _is_ready_made(each: Notion) -> bool:
    """Whether it is a zip of one length with its slider on."""
    return each.stock is Sold.CLOSED
