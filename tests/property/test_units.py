"""Lengths: every way of writing one, and back."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.language import PLAIN, Teller
from bagpattern.misread import is_bare
from bagpattern.ruler import trade_size
from bagpattern.said import Length, Rounding, Scale
from bagpattern.units import MILLIMETRES, ExactLength, Units, exact, number, parse_length

lengths = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
sixteenths = st.integers(min_value=0, max_value=5000)


@given(lengths)
def test_what_is_stored_reads_back_to_the_very_same_length(length: float) -> None:
    stored = exact(length)
    assert parse_length(stored) == length == stored.mm
    assert PLAIN(Length(length, rounding=Rounding.EXACT)) == stored


def test_what_is_stored_is_text_and_known_as_a_length_wherever_it_is_taken() -> None:
    stored = pickle.loads(pickle.dumps(exact(241.3)))
    assert (stored, json.dumps(stored), isinstance(stored, ExactLength)) == ("241.3 mm", '"241.3 mm"', True)


@given(st.decimals(min_value=0, max_value=10_000, places=3), st.sampled_from(sorted(MILLIMETRES)))
def test_every_unit_is_exact(amount: Decimal, unit: str) -> None:
    assert parse_length(f"{amount:f} {unit}") == float(Fraction(str(amount)) * Fraction(str(MILLIMETRES[unit])))


@given(sixteenths)
def test_inches_in_fractions_are_the_same_length_as_in_millimetres(count: int) -> None:
    whole, rest = divmod(count, 16)
    metric = f"{Decimal(count) * Decimal('1.5875')} mm"
    assert parse_length(f"{whole} {rest}/16 in") == parse_length(metric)
    assert parse_length(f"{whole}-{rest}/16 in") == parse_length(f'{whole} {rest}/16"') == parse_length(metric)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("24 cm", 240.0),
        ("250mm", 250.0),
        ("  1.5 m ", 1500.0),
        (".5 in", 12.7),
        ("9 1/2 in", 241.3),
        ("1-1/2 in", 38.1),
        ("3/8 IN", 9.525),
        ("9½ in", 241.3),
        ('¾"', 19.05),
        ("2”", 50.8),
        ("1 ft", 304.8),
        ("-5 mm", -5.0),
        ("-0 mm", 0.0),
        ("+5 mm", 5.0),
    ],
)
def test_forms_that_people_write(text: str, length: float) -> None:
    assert parse_length(text) == length
    assert str(parse_length(text)) == str(length)  # tells -0.0 from 0.0


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("24", 'has no unit; write "24 mm"'),
        ("9 1/2", 'has no unit; write "9 1/2 in"'),
        ("1,200 mm", 'has a comma; write "1200 mm", or "1.200 mm"'),
        ("24 Inches", 'unknown unit "Inches"; write "24 in"'),
        ("1 metre", 'unknown unit "metre"; write "1 m"'),
        ("24,5 cm", 'decimal comma; write it with a point: "24.5 cm"'),
        ("3 ells", 'unknown unit "ells"'),
        ("1/0 in", "divides by zero"),
        ("", "is not a length"),
        ("wide", "is not a length"),
        ("1e3 mm", "is not a length"),
        ("nan mm", "is not a length"),
        ("9" * 5000 + " mm", "is not a length"),
        ("99999 m", "far too long"),
        ("\N{FULLWIDTH DIGIT TWO} cm", "is not a length"),
    ],
)
def test_what_is_no_length_is_refused_with_advice(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{1,160}$") as refusal:
        parse_length(text)
    assert advice in str(refusal.value)


@pytest.mark.parametrize(
    ("metric", "inches"), [(3, "1/8"), (5, "3/16"), (15, "5/8"), (18, "3/4"), (20, "3/4"), (25, "1"), (50, "2")]
)
def test_sizes_of_hardware_as_a_shop_in_inches_has_them(metric: float, inches: str) -> None:
    assert trade_size(metric) == parse_length(f"{inches} in")


@pytest.mark.parametrize(
    ("text", "bare"),
    [("24", True), ("-2.5", True), ("1 1/2", True), ("½", True), ("24 mm", False), ("wide", False), ("1" * 401, False)],
)
def test_figures_without_a_unit_are_told_apart(text: str, bare: bool) -> None:
    assert is_bare(text) == bare


@given(st.text())
def test_any_text_is_a_length_or_refused_in_one_line(text: str) -> None:
    message = ""
    try:
        parse_length(text)
    except ValueError as refusal:
        message = str(refusal)
    assert message.isprintable()


@given(lengths)
def test_printed_lengths_are_short_and_true(length: float) -> None:
    printed = PLAIN.length(length)
    assert abs(float(printed.removesuffix(" mm")) - length) <= 0.05 + 1e-9
    assert "e" not in printed
    assert not printed.startswith("-0 ")
    assert not number(length).endswith((".", ".0"))


def test_printed_units() -> None:
    assert PLAIN.length(12.5) == "12.5 mm"
    assert PLAIN(Length(245.0, Scale.CM)) == "24.5 cm"
    assert number(0.125, 3) == "0.125"
    assert number(-0.01) == "0"


INCHES = Teller(Units("in"))


@given(st.floats(min_value=0, max_value=1e5))
def test_inches_are_the_nearest_sixteenth_and_read_back(length: float) -> None:
    told = INCHES.length(length)
    assert abs(parse_length(told) - length) <= 25.4 / 32 + 1e-9
    assert told.endswith((" in", " mm"))


@given(sixteenths)
def test_whole_sixteenths_are_told_as_they_are(count: int) -> None:
    assert parse_length(INCHES.length(count * 25.4 / 16)) == parse_length(f"{count}/16 in")


@given(st.floats(min_value=0, max_value=1e5))
def test_what_is_written_in_inches_is_the_very_same_length(length: float) -> None:
    assert parse_length(INCHES.units.written(length)) == length


@given(st.integers(5, 4000), st.integers(5, 4000))
def test_limits_are_kept_by_what_is_told(one: int, other: int) -> None:
    least, most = min(one, other), max(one, other) + 2
    low, high = INCHES.units.limits(least, most)
    assert least - 0.01 <= parse_length(low) <= parse_length(high) <= most + 0.01


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (241.3, "9 1/2 in"),
        (9.525, "3/8 in"),
        (25.4, "1 in"),
        (220.0, "8 11/16 in"),
        (0.0, "0 in"),
        (0.5, "0.5 mm"),
        (-25.4, "-1 in"),
    ],
)
def test_inches_in_lowest_terms(length: float, text: str) -> None:
    assert INCHES.length(length) == text


def test_goods_are_rounded_up() -> None:
    assert [INCHES.bought(each) for each in (254.0, 254.1, 5_000.0, 60_000.0)] == [
        "10 in",
        "11 in",
        "197 in",
        "66 yd",
    ]
    assert [PLAIN.bought(each) for each in (254.0, 2000.0)] == ["25.4 cm", "2 m"]


def test_cloth_is_told_in_steps_that_shops_cut() -> None:
    lengths = [Length(each, Scale.CLOTH) for each in (400.0, 1000.0, 1400.0, 11 * 914.4 / 8)]
    assert [*map(PLAIN, lengths)] == ["40 cm", "1 m", "1.4 m", "1.26 m"]
    assert INCHES(lengths[-1]) == "1 3/8 yd"


def test_a_figure_of_a_column_is_in_its_unit_however_small() -> None:
    small = Length(0.5, Scale.FIGURE)
    assert (PLAIN(small), INCHES(small)) == ("0.5", "0")


@pytest.mark.parametrize("text", ["½0 m", "1 ½5 in", "¼2mm"])
def test_a_digit_after_a_fraction_sign_is_no_part_of_it(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length"):
        parse_length(text)
