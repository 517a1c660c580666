"""Reading a preset: from any source to a style's instance and its complete settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, TypeVar

from bagpattern.errors import InputError, Problem, quoted, raise_together
from bagpattern.language import ENGLISH, LANGUAGES
from bagpattern.model.key import content_key
from bagpattern.parameter import Parameter
from bagpattern.preset.build import Builder, Built
from bagpattern.preset.extend import lineage, parent_source, resolved
from bagpattern.preset.overrides import OVERRIDES, keyed, overridden, refusal
from bagpattern.preset.own_file import used_alone
from bagpattern.preset.places import Places
from bagpattern.preset.source import Source, opened
from bagpattern.registry import content
from bagpattern.said import Name
from bagpattern.units import Units
from bagpattern.values import replace, value
from bagpattern.words import form, words

if TYPE_CHECKING:
    from bagpattern.styles import Style

T = TypeVar("T")

_ID = re.compile(r"\w[\w.-]{0,79}")
_ABOUT = ("extends", "preset", "name", "style", "units", "language")

NAME = Parameter("text", form("what the bag is called"), remark=True)
UNITS = Parameter(
    "choice",
    form(
        "the units of everything that is printed: mm; inches, with allowances, cloth, zips and hardware as shops have "
        "them there; or both, mm first"
    ),
    "mm",
    choices=("mm", "in", "both"),
)
LANGUAGE = Parameter(
    "choice",
    form("the language of all that is printed of the bag: pattern, command line, notes in presets"),
    ENGLISH,
    choices=tuple(LANGUAGES),
)


@value
class Preset:
    """A preset that has been read and checked: ``style`` is ready to draft.

    ``settings`` is complete: given back to ``read`` it makes this very preset again, id and all.
    """

    id: str
    name: str
    style_name: str
    style: Style
    settings: Mapping[str, Any]
    file: str
    places: Places = field(repr=False, compare=False)

    def __repr__(self) -> str:
        return f"<Preset {self.id!r} of style {self.style_name!r}>"

    @property
    def key(self) -> str:
        """What its pattern depends on, in one word for caches: the hash of its settled settings and of this version.

        Comments, the order of keys and what a file leaves to defaults make no difference; every other value does, and
        what a logo looks like.
        """
        drawn = self.style.publisher.drawn
        return content_key(self.settings, f"{content()}{drawn or ''}")

    def locating(self, function: Callable[[], T]) -> T:
        """What *function* gives. Raises its InputError anew, with the place of each problem's key filled in."""
        return self.places.locating(function)


def parent_of(source: Source) -> Source | None:
    """What ``read`` takes for the preset that *source* extends; None if it extends none. Raises InputError."""
    return parent_source(opened(source))


def read(source: Source, overrides: Mapping[str, Any] | None = None, called: str = OVERRIDES) -> Preset:
    """The checked preset of a shipped name, a path (.toml, or .json with settings) or a mapping.

    *overrides* maps dotted keys to values as a preset would write them: ``{"pockets.front.opening": "16 cm"}``; all
    values may be text, too, as on a command line. Messages speak of them as *called*.
    Raises InputError with every problem of the text and the overrides.
    """
    overrides = keyed(overrides)
    document = opened(source)
    laid, unmerged = resolved(document)
    laid = used_alone(laid, overrides, tuple(lineage(document)))
    places = Places(laid, overridden(laid.value, overrides), called)
    builder = Builder()
    about = _about(builder, places.data, document.id)
    style, settings = _style(builder, places.data, about["style"])
    problems = [*unmerged, *builder.problems]
    if about["style"] is not None:
        lost = (key for key in overrides if key not in builder.taken)
        problems += [refusal(laid.value, key, builder.known) for key in lost]
    raise_together(places.located(problems))
    style, settings = places.locating(lambda: _with_logo(style, settings, places))
    style, complete = _ruled(style, about["units"]), {**about, **settings}
    return Preset(about["preset"], about["name"], about["style"], style, complete, document.file, places)


def _ruled(style: Style, units: str) -> Style:
    """The style whose allowances can be measured in those *units*."""
    return replace(style, finishing=replace(style.finishing, inches=not Units(units).metric))


def _with_logo(style: Style, settings: Mapping[str, Any], places: Places) -> tuple[Style, Mapping[str, Any]]:
    """The style and its settings with the publisher's logo: it lies beside the file that names it, or came with them.

    Raises InputError for a file that cannot be drawn, and for one on a server, where no files are read.
    """
    named = style.publisher.logo
    if named is None:
        return style, settings
    from bagpattern.model.logo import LogoFile  # few presets have one
    from bagpattern.preset.logo import KEY, read_logo

    if places.laid.document.alone:
        raise InputError(
            [Problem(KEY, words("is a file, and here none is read: leave it out, or draft on your own machine"))]
        )
    held = named if isinstance(named, LogoFile) else LogoFile(named, read_logo(places.beside(KEY, named)))
    style = replace(style, publisher=replace(style.publisher, logo=held, drawn=held.drawn))
    return style, {**settings, "publisher": {**settings["publisher"], "logo": held}}


def _about(builder: Builder, data: Mapping[str, Any], stem: str) -> dict[str, Any]:
    """The id, the name, the style's name, the units and the language: what every preset has, whatever bag it is."""
    preset = builder.parameter(Parameter("text", "its id", _id(stem)), data.get("preset"), "preset")[0]
    if preset is not None and not _ID.fullmatch(preset):
        builder.refuse(
            "preset",
            words("names files, so it is made of letters, digits and hyphens; write {id}", id=quoted(_id(preset))),
        )
    from bagpattern.styles import STYLES  # the geometry under a style takes long to import

    name = _id(stem).replace("-", " ").replace("_", " ").strip().capitalize()
    bags = form("the bag to draft")
    return {
        "preset": preset,
        "name": builder.parameter(Parameter("text", "what the bag is called", name), data.get("name"), "name")[0],
        "style": builder.parameter(Parameter("choice", bags, source=STYLES.names), data.get("style"), "style")[0],
        "units": builder.parameter(UNITS, data.get("units"), "units")[0],
        "language": builder.parameter(LANGUAGE, data.get("language"), "language")[0],
    }


def _id(stem: str) -> str:
    """A file's stem as an id: what no file name should have becomes a hyphen."""
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:80] or "preset"


def _style(builder: Builder, data: Mapping[str, Any], name: str | None) -> Built:
    """The style's instance and settings; nothing can be said of the values of an unknown style."""
    from bagpattern.styles import STYLES

    if name is None:
        for key in data:
            if isinstance(key, str) and key not in _ABOUT and key.lower() in _ABOUT:
                builder.refuse(key, words("keys are in small letters: write {lower}", lower=Name(key.lower())))
        return None, {}
    return builder.fields(STYLES.member(name), data, "", beside=_ABOUT)
