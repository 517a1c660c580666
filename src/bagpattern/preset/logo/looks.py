"""How the shapes of an SVG look: what groups hand on to them, and what is not drawn and has to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bagpattern.errors import quoted
from bagpattern.geometry.path import Path
from bagpattern.geometry.winding import rules_differ
from bagpattern.words import words

_HANDED_ON = (
    *("fill", "stroke", "stroke-width", "fill-opacity", "stroke-opacity"),
    *("fill-rule", "visibility", "stroke-dasharray"),
    *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "paint-order"),
)
"""Looks that an element has from what it is in. ``clip-rule`` is none: it shapes clip paths alone, which are told."""
_OWN = ("display", "opacity", "mix-blend-mode")
"""Looks of an element with all that is in it, whatever that says of itself."""
_EFFECTS = ("clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end")
_NAMED = {
    "black": "#000000",
    "white": "#ffffff",
    "red": "#ff0000",
    "green": "#008000",
    "blue": "#0000ff",
    "gray": "#808080",
    "grey": "#808080",
    "silver": "#c0c0c0",
    "maroon": "#800000",
    "navy": "#000080",
    "yellow": "#ffff00",
    "lime": "#00ff00",
    "aqua": "#00ffff",
    "teal": "#008080",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "olive": "#808000",
    "orange": "#ffa500",
    "currentColor": "#000000",
}


def own_looks(given: Mapping[str, str]) -> dict[str, str]:
    """What an element says of its looks; its style outdoes its attributes."""
    parts = (each.partition(":") for each in given.get("style", "").split(";"))
    said = {**given, **{key.strip(): value for key, _, value in parts}}
    return {key: said[key].strip() for key in (*_HANDED_ON, *_OWN, *_EFFECTS) if key in said}


def handed_on(outer: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The looks of what is in an element."""
    return {**outer, **{key: own[key] for key in _HANDED_ON if own.get(key, "inherit") != "inherit"}}


def untold_of_element(own: Mapping[str, str]) -> Iterator[str]:
    """What an element says that is not drawn: each as a message."""
    for key in _EFFECTS:
        if own.get(key, "none") != "none":
            yield f"has a {key}, which is not drawn: cut the shape itself"
    blend = own.get("mix-blend-mode", "normal")
    if blend != "normal":
        yield f"mix-blend-mode {quoted(blend)} is not drawn: choose the colours that it makes instead"
    yield from _paler("opacity", own)


def untold_of_shape(looks: Mapping[str, str], paths: tuple[Path, ...], filled: str, colour: str) -> Iterator[str]:
    """What is not drawn of the looks of a shape, where it would be seen: each as a message."""
    shown, dashes = looks.get("visibility", "visible"), looks.get("stroke-dasharray", "none")
    if shown != "visible":
        yield f'visibility {quoted(shown)} is not read: leave the shape out, or write display="none"'
    yield from _paler("fill-opacity", looks) if filled else ()
    yield from _paler("stroke-opacity", looks) if colour else ()
    if colour and dashes not in ("none", "0", ""):
        yield f"stroke-dasharray {quoted(dashes)} is not drawn: draw each dash as a path, or write none"
    yield from _otherwise(looks, bool(filled)) if colour else ()
    rule = looks.get("fill-rule", "nonzero")
    if filled and rule != "nonzero" and paths and rules_differ(paths):
        yield f"fill-rule {quoted(rule)} is not drawn: turn the paths of holes round and write nonzero"


def _otherwise(looks: Mapping[str, str], filled: bool) -> Iterator[str]:
    """What is not drawn of the ends, the corners and the order of a line."""
    known = {"stroke-linecap": ("butt", "round"), "stroke-linejoin": ("miter", "round"), "stroke-miterlimit": ("4",)}
    for key, drawn in known.items():
        said = looks.get(key, drawn[0])
        if said not in drawn:
            yield f"{key} {quoted(said)} is not drawn: write {' or '.join(drawn)}, or make a path of the line"
    order = looks.get("paint-order", "normal")
    if filled and not order.startswith(("normal", "fill")):
        yield f"paint-order {quoted(order)} is not drawn: write the line as a shape of its own, before the filled one"


def _paler(key: str, looks: Mapping[str, str]) -> Iterator[str]:
    said = looks.get(key, "1")
    if not re.fullmatch(r"\+?(?:1(?:\.0*)?|100(?:\.0*)?%)", said):
        yield f"{key} {quoted(said)} is not drawn: choose the paler colour instead"


def plain_colour(text: str) -> str:
    """'#rrggbb', or '' for none. Raises ValueError for what is no plain colour."""
    text = text.strip()
    if text in ("none", "transparent"):
        return ""
    if text in _NAMED or text.lower() in _NAMED:
        return _NAMED.get(text) or _NAMED[text.lower()]
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return text.lower()
    if re.fullmatch(r"#[0-9a-fA-F]{3}", text):
        return "#" + "".join(2 * each for each in text[1:].lower())
    found = re.fullmatch(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)", text)
    if found and all(int(each) < 256 for each in found.groups()):
        return "#" + "".join(f"{int(each):02x}" for each in found.groups())
    raise ValueError(words("has the colour {text}: write a plain one, such as #2b4a6f", text=quoted(text)))
