"""The languages of the pages: words from the gettext catalogues, days, numbers and direction."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from khabar.values.moment import Moment
from khabar.views.dossier import dates

LOCALE = Path(__file__).with_name("locale")
DOMAIN = "khabar"


class Language(StrEnum):
    """A language that the pages speak; the first is that of a reader who has not chosen."""

    AR = "ar"
    EN = "en"

    @property
    def direction(self) -> str:
        """How its lines run, as HTML says it."""
        return "rtl" if self is Language.AR else "ltr"

    @property
    def own_name(self) -> str:
        """What its readers call it."""
        return "العربية" if self is Language.AR else "English"

    @property
    def other(self) -> "Language":
        """The one to switch to."""
        return Language.EN if self is Language.AR else Language.AR


def catalogue_file(language: Language) -> Path:
    """The reviewed words of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def catalogue(language: Language) -> Catalog:
    """The words of a language, as they are reviewed."""
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


@cache
def translations(language: Language) -> Translations:
    """The words of a language, ready to look up."""
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)


def label(language: Language, kind: str, value: str) -> str:
    """What a value of ours is called, such as the verdict `disputed`; the value itself where nobody said."""
    return translations(language).upgettext(kind, value)


def has_label(language: Language, kind: str, value: str) -> bool:
    """Whether the catalogue has words for the value."""
    return bool((found := catalogue(language).get(value, kind)) and found.string)


def when(language: Language, moment: Moment | None) -> str:
    """A time no more precise than it was stated."""
    if language is Language.AR:
        return dates.in_words(moment)
    text = translations(language).ugettext
    if moment is None:
        return text("time not stated")
    first, slash, last = moment.edtf.partition("/")
    if not slash:
        return _point(first)
    if first == "..":
        return text("until %(last)s") % {"last": _point(last)}
    if last == "..":
        return text("since %(first)s") % {"first": _point(first)}
    return f"{_point(first)} – {_point(last)}"


def day(language: Language, given: date) -> str:
    """One day in words."""
    return dates.day_in_words(given) if language is Language.AR else format_date(given, "d MMMM y", locale="en")


def days_between(language: Language, first: date, last: date) -> str:
    """A stretch of days; the month and the year that both ends share are told once."""
    if first.year != last.year:
        begins = day(language, first)
    elif first.month != last.month:
        begins = f"{first.day} {'/'.join(month_names(language, first.month))}"
    else:
        begins = str(first.day)
    return translations(language).ugettext("%(first)s to %(last)s") % {"first": begins, "last": day(language, last)}


def month_names(language: Language, given: int) -> tuple[str, ...]:
    """What a month is called, by each of its names."""
    if language is Language.AR:
        return tuple(dates.month_name(given).split("/"))
    return (format_date(date(2000, given, 1), "MMMM", locale="en"),)


def month(language: Language, given: date) -> str:
    """One month in words."""
    return when(language, Moment(f"{given:%Y-%m}"))


def month_lines(language: Language, given: int) -> tuple[str, ...]:
    """The name of a month for a narrow place, one line for each of its names."""
    if language is Language.AR:
        return month_names(language, given)
    return (format_date(date(2000, given, 1), "MMM", locale="en"),)


def number(given: float) -> str:
    """A number with its thousands set apart."""
    return f"{given:,}"


def plain(language: Language) -> Callable[[str], str]:
    """What puts a sentence of the program into the language."""
    return translations(language).ugettext


def _point(edtf: str) -> str:
    if "W" in edtf:
        monday = Moment(edtf).earliest
        return f"week of {format_date(monday, 'd MMMM y', locale='en')}" if monday else edtf
    match edtf.split("-"):
        case [year, month, day]:
            return format_date(date(int(year), int(month), int(day)), "d MMMM y", locale="en")
        case [year, month]:
            return format_date(date(int(year), int(month), 1), "MMMM y", locale="en")
    return edtf
