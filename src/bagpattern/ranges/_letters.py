"""Whether the letters of a range's languages can be printed, which is told before anything is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bagpattern.errors import named
from bagpattern.export import EXPORTERS
from bagpattern.language import RULES
from bagpattern.ranges._problems import Problems
from bagpattern.ranges.spec import OPTIONS, Spec
from bagpattern.ranges.variant import LANGUAGE_KEY, Variant
from bagpattern.said import Name
from bagpattern.words import words

_FONT = "font"


def letters_lacking(spec: Spec, variants: Callable[[], Iterable[Variant]], problems: Problems) -> None:
    """Refuses a language that needs a font of one's own, in formats that print with it, where none is named."""
    formats = [each for each in spec.formats if _FONT in EXPORTERS.member(each).reads]
    if not formats or not any(each in RULES and RULES[each].own_font for each in _languages(spec)):
        return
    for each in variants():
        language = str(each.sets.get(LANGUAGE_KEY, spec.bases[each.base].data.get(LANGUAGE_KEY)))
        if language in RULES and RULES[language].own_font and not each.wished.get(_FONT):
            told = words(
                "is missing: {formats} with {language} print letters that the shipped font lacks; write {line} below "
                "[options], a TrueType font (.ttf) that has them",
                formats=named(formats),
                language=Name(f'language = "{language}"'),
                line=Name('font = "..."'),
            )
            problems.refuse((OPTIONS.rstrip("."), _FONT), told)
            return


def _languages(spec: Spec) -> set[str]:
    """Every word that may be the language of a variant."""
    axes = (entry.sets.get(LANGUAGE_KEY) for axis in spec.axes for entry in axis.entries)
    bases = (base.data.get(LANGUAGE_KEY) for base in spec.bases.values())
    return {each for each in (spec.settled.get(LANGUAGE_KEY), *axes, *bases) if isinstance(each, str)}
