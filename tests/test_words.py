"""What is said is a value: told in units and languages, merged for several sizes, and never read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.drawing.sizes.graded import graded
from bagpattern.language import LANGUAGES, Teller
from bagpattern.said import NOTHING, Cased, Figure, Length, Name, Scale, Words
from bagpattern.units import METRIC, Units, parse_length
from bagpattern.words import at_least, at_most, between, choose, counted, extent, sentences, series, words

INCHES = Teller(Units("in"))


def test_a_form_is_filled_and_a_length_in_it_is_one_of_its_own_accord() -> None:
    said = words("Trim to {6 mm}, then fold {wide} over, {30 x 40 mm} or {1 to 2 cm}.", wide=Length(12.7))
    assert str(said) == "Trim to 6 mm, then fold 12.7 mm over, 30 x 40 mm or 1 to 2 cm."
    assert INCHES(said) == "Trim to 1/4 in, then fold 1/2 in over, 1 3/16 x 1 9/16 in or 3/8 to 13/16 in."


def test_a_gap_that_is_not_filled_and_what_fits_no_gap_are_refused() -> None:
    with pytest.raises(ValueError, match="has the gaps"):
        words("Sew the {name}")
    with pytest.raises(ValueError, match="has the gaps"):
        words("Sew it", name=Name("phone"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_comes_through_as_it_is(language: str) -> None:
    for name in ("50 mm lens", "Strap anchor", "1.5 m", "{name}", "front and back"):
        said = words("{name} flap", name=Name(name)).capitalize()
        told = Teller(Units("in"), language)(said)
        assert name[1:] in told


@given(st.floats(0.1, 2000), st.booleans())
def test_a_bound_holds_in_every_unit(mm: float, least: bool) -> None:
    """Whoever follows a bound to the letter keeps it: no rounding goes beyond it."""
    for teller in (Teller(), INCHES):
        told = teller(at_least(mm) if least else at_most(mm)).split(" ", 2)[2]
        length = parse_length(told)
        assert length >= mm - 2e-3 if least else length <= mm + 2e-3


@given(st.floats(5, 900), st.floats(10, 100))
def test_a_choice_lies_within_its_ends(low: float, more: float) -> None:
    for teller in (Teller(), INCHES):
        first, _, last = teller(choose(low, low + more)).removeprefix("choose ").partition(" to ")
        unit = last.rpartition(" ")[2]
        assert low - 2e-3 <= parse_length(f"{first} {unit}")
        assert parse_length(last) <= low + more + 2e-3


def test_what_would_be_no_inch_at_all_stays_in_mm() -> None:
    assert INCHES(Length(0.5)) == "0.5 mm"
    assert INCHES(Length(0.0)) == "0 in"


def test_a_shop_rounds_up_and_sells_by_the_metre_and_the_yard() -> None:
    assert [Teller()(Length(mm, Scale.SHOP)) for mm in (245.0, 2500.0)] == ["24.5 cm", "2.5 m"]
    assert [INCHES(Length(mm, Scale.SHOP)) for mm in (245.0, 9144.0 + 1)] == ["10 in", "11 yd"]


def test_a_size_that_is_sold_in_inches_is_told_so() -> None:
    said = words("choose {size}", size=Length(20.0, sold="3/4 in"))
    assert (str(said), INCHES(said)) == ("choose 20 mm (3/4 in)", "choose 3/4 in")


def test_the_first_letter_follows_the_place() -> None:
    title = words("{pocket} flap", pocket=Name("phone"))
    assert str(title.capitalize()) == "Phone flap"
    assert str(words("Sew on the {title}", title=title.capitalize().lower())) == "Sew on the phone flap"
    assert str(Name("iPod").capitalize().lower()) == "iPod"
    assert str(sentences(words("one"), words("two")).capitalize()) == "One two"


def test_a_sentence_begins_with_a_capital_whatever_comes_first_in_its_language() -> None:
    german = Teller(language="de")
    said = words("turn {edges} under", edges=words("the edges of the facing")).capitalize()
    assert str(said) == "Turn the edges of the facing under"
    assert german(said).startswith("Die Kanten des Besatzes")
    assert german(words("Make the {name}", name=Name("slip pocket"))) == "Slip pocket nähen"
    assert german(words("in the {name}, {used}", name=Name("slip pocket"), used=Length(5.0))) == "in: slip pocket, 5 mm"


def test_a_form_is_known_with_either_first_letter() -> None:
    assert Teller(language="de")(Words("strap anchor")) == Teller(language="de")(Words("Strap anchor"))


def test_empty_parts_leave_no_trace() -> None:
    assert str(series((words("a"), NOTHING, words("b")), ", ")) == "a, b"
    assert not series((NOTHING,))
    assert sentences(words("a"), NOTHING) == words("a")


def test_counts_choose_the_form() -> None:
    said = [counted("{count} page", "{count} pages", count) for count in (1, 2)]
    assert [*map(str, said)] == ["1 page", "2 pages"]


def test_several_sizes_are_told_as_one_where_only_figures_differ() -> None:
    small, large = (words("finished {size}", size=extent(w, h)) for w, h in ((170, 220), (210, 260)))
    merged = graded([small, large])
    assert merged is not None
    assert str(merged) == "finished 170 x 220 / 210 x 260 mm"
    assert INCHES(merged) == "finished 6 11/16 x 8 11/16 / 8 1/4 x 10 1/4 in"
    assert graded([small, small]) == small
    assert graded([small, words("cut {size}", size=extent(1, 2))]) is None
    assert graded([words("for {name}", name=Name("S 1")), words("for {name}", name=Name("S 2"))]) is None


def test_figures_of_several_sizes_that_are_told_alike_stand_once() -> None:
    merged = graded([words("{one} wide", one=Length(10.0)), words("{one} wide", one=Length(10.01))])
    assert merged is not None
    assert str(merged) == "10 mm wide"


def test_whether_something_stands_in_a_text_is_asked_of_the_value() -> None:
    title = words("{size} coil zip, closed", size=Name("#5")).capitalize()
    assert title.tells(Name("#5"))
    assert not title.tells(Name("#"))


def test_lists_are_joined_as_the_language_does() -> None:
    said = series((Name("A"), Name("B")), " and ")
    assert {name: Teller(METRIC, name)(said) for name in ("en", "de", "fr")} == {
        "en": "A and B",
        "de": "A und B",
        "fr": "A et B",
    }
    assert Teller(language="de")(between(12.5, 20.0)) == "12,5 bis 20 mm"
    assert Teller(language="de")(Figure(2.5)) == "2,5"


@pytest.mark.parametrize("joint", ["; ", ": ", ", ", " and ", " or "])
def test_a_name_in_a_list_is_no_gap_of_the_joint(joint: str) -> None:
    for language in LANGUAGES:
        told = Teller(language=language)(series((Name("{other}"), Name("{one}"), Name("last")), joint))
        assert [told.count(name) for name in ("{other}", "{one}", "last")] == [1, 1, 1]


def test_a_unit_with_a_stop_of_its_own_ends_a_sentence() -> None:
    said = words("Each side measures exactly {size}.", size=Length(101.6))
    assert Teller(Units("in"), "es")(said) == "Cada lado mide exactamente 4 pulg."
    assert INCHES(said) == "Each side measures exactly 4 in."


def test_a_form_that_no_catalogue_has_stays_english() -> None:
    assert Teller(language="de")(Words("nobody translates this")) == "nobody translates this"
    assert Teller(language="de")(Cased(Words("nobody translates this"), True)) == "Nobody translates this"
