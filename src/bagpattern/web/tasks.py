"""What workers can do, by name: the one place where a request's facts become bags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.export.svg import inline_svg
from bagpattern.pipeline import make
from bagpattern.preset.edit import edited
from bagpattern.preset.shipped import preset_names, preset_text
from bagpattern.preset.source import Written, opened
from bagpattern.samples import picture_of
from bagpattern.styles import STYLES
from bagpattern.web.answers import Answer, plain
from bagpattern.web.drafting import accompanied, drafted, figured
from bagpattern.web.form import form
from bagpattern.web.gallery import gallery
from bagpattern.web.kinds import KINDS
from bagpattern.web.learnt import learnt
from bagpattern.web.limits import refuse_beyond
from bagpattern.web.taking import ALL, taken
from bagpattern.web.tongues import TONGUES
from bagpattern.words import words

_WARM = "mini-backpack"
_NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def written(given: Mapping[str, Any]) -> Written:
    """The preset's text of a request; ``file`` is said by the server alone, never by who asks."""
    return Written(given["toml"], Path(given["file"]) if given.get("file") else None)


def _bounded(given: Mapping[str, Any]) -> Written:
    """The same, if its values are not beyond all measure. What is no TOML is told by whoever reads it."""
    source = written(given)
    try:
        document = opened(source)
    except InputError:
        return source
    refuse_beyond(document.data)
    return source


def _draft(given: Mapping[str, Any]) -> Answer:
    return plain(drafted(_bounded(given), given))


def _figures(given: Mapping[str, Any]) -> Answer:
    return plain(figured(_bounded(given), given))


def _company(given: Mapping[str, Any]) -> Answer:
    return plain(accompanied(_bounded(given), given))


def _edit(given: Mapping[str, Any]) -> Answer:
    return plain({"toml": edited(_bounded(given), given["key"], given["value"])})


def _file(given: Mapping[str, Any]) -> Answer:
    return taken(_bounded(given), given["kind"], given["wishes"])


def _styles(_: Mapping[str, Any]) -> Answer:
    return plain(gallery())


def _form(given: Mapping[str, Any]) -> Answer:
    return plain(form(_known(STYLES.names(), given["name"])))


def _learnt(given: Mapping[str, Any]) -> Answer:
    return plain(learnt(TONGUES[_known(tuple(TONGUES), given["name"])]))


def _picture(given: Mapping[str, Any]) -> Answer:
    name = _known(preset_names(), given["name"])
    return Answer(make(name).view("three-quarter", "colour").encode(), head={"content-type": "image/svg+xml"})


def _kind(given: Mapping[str, Any]) -> Answer:
    """A kind of part on a bag; nothing of what no bag shows."""
    room, _, name = given["name"].partition("/")
    family = next(each for each in KINDS if each.room == room)
    drawn = picture_of(family, _known(family.names(), name))
    told = inline_svg(drawn, name, name) if drawn else _NOTHING
    return Answer(told.encode(), head={"content-type": "image/svg+xml"})


def _known(names: tuple[str, ...], name: str) -> str:
    """A name of the house's own. Raises InputError for any other."""
    if name not in names:
        raise InputError([Problem("", words("there is no {name}", name=quoted(name)))])
    return name


def _warm(_: Mapping[str, Any]) -> Answer:
    """Everything that a first draft would have to import."""
    want = ["pieces", "sewn", "steps", "lay"]
    return plain(drafted(Written(preset_text(_WARM)), {"n": 0, "want": want}))


TASKS: Mapping[str, Callable[[Mapping[str, Any]], Answer]] = {
    "draft": _draft,
    "figures": _figures,
    "company": _company,
    "edit": _edit,
    "file": _file,
    ALL: _file,
    "styles": _styles,
    "form": _form,
    "learnt": _learnt,
    "picture": _picture,
    "kind": _kind,
    "warm": _warm,
}
