"""Values that each language words in its own way: amounts, texts kept in both, whom an id of our knowledge means."""

import re

from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.measures import Wording
from khabar.shells.web.languages import Language, label, when
from khabar.values.contradiction import Contradiction, Differing
from khabar.values.exchange import Quantity
from khabar.values.moment import Moment

_TOLD = re.compile(r"(?P<bound>[<>]=?|~)?(?P<first>[0-9.]+)(?:-(?P<last>[0-9.]+))?(?: (?P<unit>.+))?")
_INFLECTED = range(1, 100)  # what the last two digits ask of an Arabic unit


def quantity(language: Language, told: str | None) -> str:
    """`>10000 container` in words; empty where no figure is given, and as it stands where it is no figure."""
    found = _TOLD.fullmatch(told or "")
    if not found:
        return told or ""
    first, last = _figure(found["first"]), found["last"] and _figure(found["last"])
    figures = f"{first}–{last}" if last else first
    worded = f"{figures} {_unit(language, found['unit'], found['last'] or found['first'])}".strip()
    return f"{label(language, 'bound', found['bound'])} {worded}" if found["bound"] else worded


def interval(language: Language, amount: Quantity) -> str:
    """What is certain and what is possible: from the one to the other."""
    unit = f" {amount.unit}" if amount.unit else ""
    if amount.highest is None:
        return quantity(language, f">={amount.lowest:.15g}{unit}")
    ends = dict.fromkeys((f"{amount.lowest:.15g}", f"{amount.highest:.15g}"))
    return quantity(language, f"{'-'.join(ends)}{unit}")


def in_language(language: Language, given: Wording) -> str:
    """The text in the reader's language."""
    return given.ar if language is Language.AR else given.en


def party(language: Language, known: str) -> str:
    """The name of a country or body of our knowledge; the id itself where it has none."""
    found = country_by_id(known) or organisation_by_id(known)
    if found is None:
        return known
    return found.names[0] if language is Language.AR else found.en


def side(language: Language, one: Contradiction, value: str) -> str:
    """The value that one side of a contradiction tells."""
    match one.differing:
        case Differing.STATUS:
            return label(language, "differing_value", value.replace(" ", "-"))
        case Differing.FIGURE:
            return quantity(language, value)
        case Differing.TIME:
            return when(language, Moment(value))
    return value


def _figure(digits: str) -> str:
    whole, _, rest = digits.partition(".")
    return f"{int(whole or 0):,}{'.' if rest else ''}{rest}"


def _unit(language: Language, unit: str | None, number: str) -> str:
    """A unit that its number would inflect in Arabic stands in brackets, uninflected."""
    if not unit:
        return ""
    if language is Language.EN:
        return unit if number == "1" else label(language, "unit", unit)
    bracketed = int(number.partition(".")[0] or 0) % 100 in _INFLECTED
    return f"({label(language, 'unit', unit)})" if bracketed else label(language, "unit", unit)
