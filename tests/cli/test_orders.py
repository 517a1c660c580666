"""Several bags in one lay, as cutting rooms do: one cloth, one list, and the work at one's own rate."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bagpattern
from bagpattern.layout.plans import lays
from bagpattern.layout.together import Ordered, together
from bagpattern.making.minutes import cutting, minutes
from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Pattern
from tests.cli.conftest import Run, files


@pytest.fixture(scope="module")
def ordered() -> list[Ordered]:
    return [Ordered(bagpattern.make("pencil-case"), 12), Ordered(bagpattern.make("clutch"), 4)]


@pytest.fixture(scope="module")
def order(ordered: list[Ordered]) -> Pattern:
    return together(ordered)


def test_every_copy_of_every_piece_is_laid_once(ordered: list[Ordered], order: Pattern) -> None:
    plans = lays(order)
    assert sum(len(plan.spots) for plan in plans) == sum(
        piece.panel.count * each.copies for each in ordered for piece in each.pattern.pieces
    )
    assert sum(plan.area for plan in plans) == pytest.approx(
        sum(
            piece.cutting_line.area * piece.panel.count * each.copies
            for each in ordered
            for piece in each.pattern.pieces
        ),
        rel=1e-4,
    )
    assert [piece.number for piece in order.pieces] == [*range(1, len(order.pieces) + 1)]


def test_what_is_of_one_material_shares_its_cloth(ordered: list[Ordered], order: Pattern) -> None:
    """Both are lined with the same cotton; canvas and faux leather are both called shell at home."""
    slots = {str(each.title): each.id for each in order.materials}
    assert slots["Lining cotton"] == "lining"
    assert {slots["Cotton canvas, 8-10 oz"], slots["Faux leather"]} == {"shell", "clutch-shell"}
    lined = {piece.id.removesuffix("-lining") for piece in order.pieces if piece.panel.material == "lining"}
    assert any(each.startswith("pencil-case") for each in lined)
    assert any(each.startswith("clutch") for each in lined)


def test_bought_things_are_those_of_all_bags(ordered: list[Ordered], order: Pattern) -> None:
    found = {each.kind: each for each in order.notions}
    (zip_fastener,) = (each for each in ordered[0].pattern.notions if each.kind == "zip")
    assert found["zip"].count == 12 * zip_fastener.count
    threads = [each.asked_for for each in order.notions if each.kind == "thread"]
    singles = [each.asked_for for one in ordered for each in one.pattern.notions if each.kind == "thread"]
    assert threads == [pytest.approx(12 * (singles[0] or 0)), pytest.approx(4 * (singles[1] or 0))]


def test_the_list_the_plans_and_the_work(run: Run, tmp_path: Path, ordered: list[Ordered]) -> None:
    (tmp_path / "prices.toml").write_text('currency = "EUR"\n[prices]\n"Magnetic snap" = 1.5\n', encoding="utf-8")
    asked = ("--copies", "12,4", "--effort", "quick", "--rate", "30", "--prices", "prices.toml", "-o", "out")
    told = run("lay", "pencil-case", "clutch", *asked).output
    assert "# 12 Pencil case + 4 Evening clutch: shopping list" in told
    assert "Total: 6.00 EUR, without shell," in told
    taken = sum(
        each.copies * (cutting(each.pattern) + sum(minutes(each.pattern, done) for done in _done(each.pattern)))
        for each in ordered
    )
    (minutes_told,) = re.findall(r"Labour: (\d+) min", told)
    assert int(minutes_told) == pytest.approx(taken, abs=8)  # but for what is only told, which takes nobody's time
    assert f"Materials and labour: {6 + float(minutes_told) / 2:.0f}" in re.sub(r"(labour: \d+)\.\d+", r"\1", told)
    assert "out/pencil-case-and-clutch-lay-lining.svg" in files(tmp_path)


def _done(pattern: Pattern) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations if each.do != "tell"]


def test_labour_of_one_bag(run: Run) -> None:
    told = run("lay", "pencil-case", "--effort", "quick", "--rate", "25").output
    listed = [float(each) for each in re.findall(r"^- [a-z]+: (\d+) min$", told, re.MULTILINE)]
    (total, cost) = re.findall(r"Labour: (\d+) min, [\d.]+ h at 25.00: ([\d.]+)$", told, re.MULTILINE)[0]
    assert sum(listed) == pytest.approx(float(total), abs=len(listed))
    assert float(cost) == pytest.approx(float(total) * 25 / 60, abs=0.3)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("clutch", "--copies", "1,2,3"), "--copies has 3 counts for 2 bags: write one for each, or one"),
        (("pencil-case",), "pencil-case is named twice: name it once, with all of its --copies"),
        (("clutch", "--copies", "12,x"), "'x' is not a valid integer"),
        (("--rate", "0"), "0.0 is not in the range"),
        (("--rate", "nan"), "nan is no number"),
        (("--rate", "inf"), "inf is not in the range"),
        (("--rate", "5", "--bed", "60x90cm"), "--rate changes nothing beside --bed"),
    ],
)
def test_what_cannot_be_used(run: Run, arguments: tuple[str, ...], says: str) -> None:
    result = run("lay", "pencil-case", *arguments)
    assert result.exit_code == 2
    assert says in result.output


def purse(place: Path, more: str = "") -> str:
    """Writes a preset there; its path as the command line has it."""
    place.parent.mkdir(exist_ok=True)
    place.write_text(f'extends = "clutch"\n{more}', encoding="utf-8")
    return str(place)


def test_two_files_of_one_name_are_refused(run: Run, tmp_path: Path) -> None:
    """Their pieces and files would have each other's names."""
    one, other = purse(tmp_path / "a" / "purse.toml"), purse(tmp_path / "b" / "purse.toml")
    result = run("lay", one, other, "--effort", "quick")
    assert result.exit_code == 2
    assert f"{one} and {other} are both called purse: name one of the files otherwise" in result.output
    purse(tmp_path / "clutch.toml")
    assert "clutch and clutch.toml are both called clutch" in run("lay", "clutch", "clutch.toml").output


def test_a_file_by_two_paths_is_refused(run: Run, tmp_path: Path) -> None:
    purse(tmp_path / "purse.toml")
    result = run("lay", "purse.toml", "./purse.toml", "--effort", "quick")
    assert result.exit_code == 2
    assert "purse.toml and ./purse.toml are one file: name it once, with all of its --copies" in result.output


def test_names_that_run_into_one_another(tmp_path: Path) -> None:
    """The lining-front of bag, and the front of bag-lining."""
    bags = [bagpattern.make(purse(tmp_path / name)) for name in ("bag.toml", "bag-lining.toml")]
    order = together([Ordered(each, 1) for each in bags])
    assert len({piece.id for piece in order.pieces}) == sum(len(each.pieces) for each in bags)


def bought(told: str, kind: str) -> list[tuple[int, str]]:
    """The lines of the shopping list that speak of it: how many, and of what."""
    lines = re.findall(rf"^- \[ \] (\d+) (.*{kind}.*)$", told, re.MULTILINE)
    return [(int(count), what) for count, what in lines]


def test_what_bags_share_is_counted_together(run: Run, tmp_path: Path) -> None:
    """Two bags with the same snap, and two with the same zip; thread is one length for all."""
    purse(tmp_path / "purse.toml")
    told = run("lay", "clutch", "purse.toml", "--copies", "4,3", "--effort", "quick").output
    ((count, _),) = bought(told, "Magnetic snap")
    assert count == 7
    alone = run("lay", "clutch", "--copies", "7", "--effort", "quick").output
    assert [what for _, what in bought(told, "thread")] == ["Polyester thread, Tex 40, 140 m"]
    assert bought(alone, "thread")[0][1].startswith("Polyester thread, Tex 40, 140 m")
    (tmp_path / "case.toml").write_text('extends = "pencil-case"\n', encoding="utf-8")
    told = run("lay", "pencil-case", "case.toml", "--copies", "2,5", "--effort", "quick").output
    assert bought(told, "zip") == [(7, "#3 coil zip, closed, 25 cm")]


def test_lengths_of_several_bags_come_out_of_one_stock(run: Run, tmp_path: Path) -> None:
    """Two bags and another of the same, as three of one."""
    for name in ("one", "other"):
        (tmp_path / f"{name}.toml").write_text('extends = "mini-backpack"\n[straps]\nkind = "webbing"\n', "utf-8")
    asked, block = ("--effort", "quick", "--stock", "2 m"), "## By the metre\n\n(.*?)\n\n"
    several = run("lay", "one.toml", "other.toml", "--copies", "2,1", *asked).output + "\n"
    alone = run("lay", "one.toml", "--copies", "3", *asked).output
    assert re.findall(block, several, re.DOTALL) == re.findall(block, alone, re.DOTALL)
    assert "Webbing 25 mm: 3 of 2 m" in several
    assert "does not come out of 100 mm" in run("lay", "one.toml", "other.toml", *asked[:3], "10 cm").output


def test_a_price_counts_for_the_bag_whose_name_it_has(run: Run, tmp_path: Path) -> None:
    """One line to buy, of the snaps of a lid and of a flap; the cost goes by names."""
    (tmp_path / "prices.toml").write_text('[prices]\n"flap magnetic-snap" = 2\n', encoding="utf-8")
    told = run("lay", "box-bag", "clutch", "--copies", "4,3", "--effort", "quick", "--prices", "prices.toml").output
    each = {n.id: n.count for name in ("box-bag", "clutch") for n in bagpattern.make(name).notions}
    ((count, _),) = bought(told, "Magnetic snap")
    assert count == 4 * each["lid magnetic-snap"] + 3 * each["flap magnetic-snap"]
    assert "- flap magnetic-snap: 3 at 2.00: 6.00" in told
    assert "lid magnetic-snap" in told.partition("Total: 6.00, without ")[2]


@pytest.mark.parametrize(
    ("prices", "costs"),
    [
        ('"D-ring 20 mm" = 1\n"D-ring 25 mm" = 2', (4.0, 4.0)),
        ('"side-tab ring" = 3', (12.0, 6.0)),
        ('"side-tab ring" = 3\n"wide side-tab ring" = 5\n"D-ring" = 9', (12.0, 10.0)),
    ],
)
def test_what_two_bags_call_alike_has_two_prices(
    run: Run, tmp_path: Path, prices: str, costs: tuple[float, float]
) -> None:
    """Four rings of 20 mm and two of 25 mm, each the side-tab ring of its bag: by printed name, and by id."""
    (tmp_path / "wide.toml").write_text('extends = "box-bag"\n[crossbody]\nwidth = "25 mm"\n', encoding="utf-8")
    (tmp_path / "prices.toml").write_text(f"[prices]\n{prices}\n", encoding="utf-8")
    told = run("lay", "box-bag", "wide.toml", "--copies", "2,1", "--effort=quick", "--prices", "prices.toml").output
    assert float(re.findall(r"^- side-tab ring: 4 at .*: ([\d.]+)$", told, re.MULTILINE)[0]) == costs[0]
    assert float(re.findall(r"^- wide side-tab ring: 2 at .*: ([\d.]+)$", told, re.MULTILINE)[0]) == costs[1]
    assert f"Total: {sum(costs):.2f}" in told


OWN = '[materials]\nshell = "{name}"\n[[materials.own]]\nname = "{name}"\nlike = "canvas"\nprice = "{price}"\n'
"""A cloth with a price of its own."""


@pytest.mark.parametrize("others", [(), ("clutch",)])
def test_a_price_that_a_material_brings_is_in_the_total_and_beside_the_labour(
    run: Run, tmp_path: Path, others: tuple[str, ...]
) -> None:
    """Of one bag, and of several; without a list of prices."""
    purse(tmp_path / "mine.toml", OWN.format(name="my-cloth", price="20 EUR"))
    told = run("lay", "mine.toml", *others, "--copies", "3", "--effort", "quick", "--rate", "60").output
    ((metres, cost),) = re.findall(r"^- shell: ([\d.]+) m at 20.00: ([\d.]+)$", told, re.MULTILINE)
    (total,) = re.findall(r"^Total: ([\d.]+) EUR", told, re.MULTILINE)
    (labour,) = re.findall(r"^Labour: .*: ([\d.]+) EUR; one bag", told, re.MULTILINE)
    (both,) = re.findall(r"^Materials and labour: ([\d.]+) EUR$", told, re.MULTILINE)
    assert float(metres) * 20 == pytest.approx(float(cost)) == pytest.approx(float(total))
    assert float(total) + float(labour) == pytest.approx(float(both), abs=0.015)


def test_an_order_in_two_currencies_is_refused(run: Run, tmp_path: Path) -> None:
    purse(tmp_path / "mine.toml", OWN.format(name="my-cloth", price="20 EUR"))
    purse(tmp_path / "yours.toml", OWN.format(name="your-cloth", price="20 USD"))
    result = run("lay", "mine.toml", "yours.toml", "--effort", "quick")
    assert result.exit_code == 2
    assert "prices are in EUR and in USD: give all of them in one currency" in result.output
