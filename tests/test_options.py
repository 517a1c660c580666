"""Options of an output, as the library and a page give them; all that is wrong is told at once, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.export import refuse_unread
from bagpattern.layout.saved import Kept
from bagpattern.options import Options, read_options, wishes


def told(error: InputError) -> dict[str, str]:
    return {each.key: str(each.message) for each in error.problems}


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("margin", "12 mm", 12.0),
        ("margin", "1/2 in", 12.7),
        ("svg_dpi", 96, 96),
        ("svg_dpi", "96", 96),
        ("bleed", True, True),
        ("bleed", "true", True),
        ("allowance", "false", False),
        ("layers", "cut, marks", ("cut", "marks")),
        ("layers", ["cut", "marks"], ("cut", "marks")),
        ("layers", "", ()),
        ("rectangles", None, None),
        ("rectangles", "list", "list"),
        ("per", "piece", "piece"),
        ("font", Path("kana.ttf"), "kana.ttf"),
        (
            "colourway",
            "A name that is longer than any that could stand on a piece, and so on, for eighty characters",
            ...,
        ),
    ],
)
def test_text_and_values_are_read(name: str, given: Any, read: Any) -> None:
    assert getattr(read_options({name: given}), name) == (given if read is ... else read)


def test_nothing_given_is_the_default() -> None:
    assert read_options({}) == Options()


def test_everything_wrong_is_told_by_name() -> None:
    given = {
        "margn": "10 mm",
        "margin": 12,
        "overlap": "3 cm",
        "kerf": "5 mm",
        "svg_dpi": 97,
        "per": "pieces",
        "bleed": "perhaps",
        "paper": None,
        "font": 3,
        "dxf_version": "r13",
    }
    with pytest.raises(InputError) as refused:
        read_options({**given, "rectangles": "draw"})
    assert told(refused.value) == {
        "margn": 'there is no such option; did you mean "margin"?',
        "margin": 'is a length and needs its unit, in quotes: write "12 mm"',
        "overlap": "an overlap of 30 mm cannot be used: at most 25 mm",
        "kerf": "a beam burns 0 to 3 mm, not 5 mm",
        "svg_dpi": "cannot be 97; there is 0, 72, 96",
        "per": 'cannot be "pieces"; did you mean "piece"?',
        "bleed": 'must be true or false, without quotes, not "perhaps"',
        "paper": "must be a text in quotes, not nothing",
        "font": "must be the name of a file, not 3",
        "dxf_version": 'cannot be "r13"; did you mean "r12"?',
    }


@pytest.mark.parametrize(
    "wrong", [{"margin": 2.0}, {"overlap": -1.0}, {"kerf": 3.1}, {"per": "roll"}, {"svg_dpi": "96"}, {"layers": "cut"}]
)
def test_no_options_are_beyond_their_limits(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError) as refused:
        Options(**wrong)
    assert [*told(refused.value)] == [*wrong]


@pytest.mark.parametrize("name", [name for name, each in wishes().items() if each.kind == "length"])
def test_a_length_is_refused_alike_on_the_line_in_the_library_and_as_settled(name: str) -> None:
    """Just beyond either limit, and what is no length at all; none is 0, where that may be."""
    declared = wishes()[name]
    least, most = declared.least or 0.0, declared.most or 0.0
    assert least < most
    for wrong in (most + 0.01, least - 0.01, *((0.01,) if declared.or_none else ())):
        settled: dict[str, Any] = {name: wrong}
        with pytest.raises(InputError) as in_a_program:
            Options(**settled)
        with pytest.raises(InputError) as on_the_line:
            read_options({name: f"{wrong} mm"})
        assert [*told(on_the_line.value)] == [name]
        assert told(in_a_program.value) == told(on_the_line.value)
    unusable: tuple[Any, ...] = (float("nan"), float("inf"), True, "12 mm")
    for each in unusable:
        with pytest.raises(InputError, match=f"^{name}: is a number of mm here, not "):
            Options(**{name: each})
    if declared.or_none:
        with pytest.raises(InputError, match=f"^{name}: "):
            read_options({name: "0 mm"})
        assert getattr(read_options({name: "none"}), name) == 0.0
    for right in (least, most, *((0.0,) if declared.or_none else ())):
        assert getattr(Options(**{name: right}), name) == right


def test_what_holes_and_rolls_cannot_be() -> None:
    with pytest.raises(InputError) as refused:
        Options(holes=1.0, roll=1.0)
    assert told(refused.value) == {
        "holes": "stitching holes are 2 mm to 10 mm apart, not 1 mm",
        "roll": "no roll is 1 mm wide: from 100 mm to 3000 mm",
    }


def test_a_plan_is_a_file_or_what_it_keeps(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("{}")
    kept = Kept("{}", str(file))
    assert read_options({"plan": file}).plan == read_options({"plan": kept}).plan == kept
    with pytest.raises(InputError, match=r"none\.json: there is no such file"):
        read_options({"plan": str(tmp_path / "none.json")})


def test_options_that_nothing_reads_are_refused() -> None:
    refuse_unread("paper", ["svg"], ["paper", "svg_dpi", "layers"])
    refuse_unread("cutter", ["svg", "dxf"], ["kerf", "dxf_arcs"])
    with pytest.raises(InputError) as refused:
        refuse_unread("cutter", ["svg", "json"], ["paper", "kerf", "dxf_arcs", "plan"])
    message = "changes nothing in what is written: svg, json for cutter"
    assert told(refused.value) == {"paper": message, "dxf_arcs": message}
    with pytest.raises(InputError, match="layers: changes nothing in what is written: csv"):
        refuse_unread("paper", ["csv"], ["layers"])
