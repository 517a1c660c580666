"""The kinds of parts in pictures: those that the form lets one choose, by names of the house's own."""

from __future__ import annotations

from typing import Any

from bagpattern.styles import STYLES
from bagpattern.web.form import form
from bagpattern.web.kinds import kind_names
from bagpattern.web.worker import answered


def shown(fields: list[dict[str, Any]]) -> set[str]:
    """Every kind that a form shows in a picture, parts of parts too."""
    kinds = {f"{each['room']}/{kind['value']}" for each in fields if each.get("room") for kind in each["kinds"]}
    inner = [one["fields"] for each in fields for one in (each, *each.get("kinds", ())) if "fields" in one]
    return kinds.union(*(shown(each) for each in inner))


def test_every_kind_of_a_form_has_its_picture() -> None:
    of_forms = set[str]().union(*(shown(form(style)["fields"]) for style in STYLES.names()))
    assert {"pockets/slip", "closures/zip-band", "tops/drawstring"} <= of_forms <= {*kind_names()}


def test_a_picture_is_of_the_bag_with_the_part() -> None:
    answer = answered("kind", {"name": "tops/drawstring"})
    assert (answer.status, answer.head["content-type"]) == (200, "image/svg+xml")
    assert answer.body.startswith(b"<svg")
    assert answer.body.count(b"<path") > 10
    assert answered("kind", {"name": "tops/../tote"}).status == 422
