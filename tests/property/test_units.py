"""Lengths: every way of writing one, and back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.units import MILLIMETRES, centimetres, exact, millimetres, number, parse_length

lengths = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
sixteenths = st.integers(min_value=0, max_value=5000)


@given(lengths)
def test_what_is_stored_reads_back_to_the_very_same_length(length: float) -> None:
    assert parse_length(exact(length)) == length


@given(st.decimals(min_value=0, max_value=10_000, places=3), st.sampled_from(sorted(MILLIMETRES)))
def test_every_unit_is_exact(amount: Decimal, unit: str) -> None:
    assert parse_length(f"{amount:f} {unit}") == float(Fraction(str(amount)) * MILLIMETRES[unit])


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
        ("9 1/2", 'has no unit; write "9 1/2 mm"'),
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
    printed = millimetres(length)
    assert abs(float(printed.removesuffix(" mm")) - length) <= 0.05 + 1e-9
    assert "e" not in printed
    assert not printed.startswith("-0 ")
    assert not number(length).endswith((".", ".0"))


def test_printed_units() -> None:
    assert millimetres(12.5) == "12.5 mm"
    assert centimetres(245.0) == "24.5 cm"
    assert number(0.125, 3) == "0.125"
    assert number(-0.01) == "0"
