"""The phrase book: texts are found by their sentences, and what stands in gaps is looked up in turn."""

from __future__ import annotations

import pytest

from bagpattern.language import Language
from bagpattern.phrases import Book, Speaker, template

SAID = {
    "Sew the {name} to the {title}": "{name} auf {title} nähen",
    "Front panel": "Vorderteil",
    "lining": "Futter",
    "Fold {length} over.": "{length} umschlagen.",
    "Trim to 6 mm, then to 3 mm.": "Auf 6 mm, dann auf 3 mm schneiden.",
    "{one} and {other}": "{one} und {other}",
    "in": "Zoll",
}


def german(*own: str, keeps: bool = True) -> Speaker:
    return Speaker(Book(SAID, keeps), own, ",")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Front panel", "Vorderteil"),
        ("Sew the lining to the front panel", "Futter auf Vorderteil nähen"),
        ("Fold 12.5 mm over.", "12,5 mm umschlagen."),
        ("Fold 1 3/8 in over.", "1 3/8 Zoll umschlagen."),
        ("Fold 2 mm over. Trim to 6 mm, then to 3 mm.", "2 mm umschlagen. Auf 6 mm, dann auf 3 mm schneiden."),
        ("Trim to 1/4 in, then to 1/8 in.", "Auf 1/4 Zoll, dann auf 1/8 Zoll schneiden."),
        ("lining and front panel", "Futter und Vorderteil"),
        ("Burn it.", None),
        ("Sew the sleeve to the lining", None),
    ],
)
def test_a_text_is_said_in_full_or_not_at_all(text: str, said: str | None) -> None:
    assert german()(text) == said


@pytest.mark.parametrize("name", ["phone", "to the moon", "sew the front", "6 mm, then", "{name}", "a. B"])
def test_a_word_of_ones_own_is_said_as_it_is(name: str) -> None:
    assert german(name)(f"Sew the {name} to the lining") == f"{name} auf Futter nähen"


def test_what_is_not_known_stays_and_the_rest_is_said() -> None:
    assert german().as_far_as_known("Fold 2 mm over. Burn it.") == "2 mm umschlagen. Burn it."


def test_a_noun_keeps_its_capital_where_the_language_has_it_so() -> None:
    assert german(keeps=False)("Sew the lining to the front panel") == "futter auf vorderteil nähen".replace(
        "f", "F", 1
    )


def test_every_length_of_a_message_is_a_gap() -> None:
    assert template("3 to 5 cm x", "3 bis 5 cm x").said == "{=3} bis {=5 cm} x"
    assert template("1 mm off", "1 mm手前").said == "{=1 mm}手前"


def test_english_opens_no_book() -> None:
    language = Language()
    assert language.text("Burn it.") == "Burn it."
    assert language.say("{length} long", length="12.5 mm") == "12.5 mm long"
    assert "speaker" not in vars(language)
